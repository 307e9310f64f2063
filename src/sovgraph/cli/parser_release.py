"""The options of `sovgraph release`."""

import argparse


def fill_release(p: argparse.ArgumentParser) -> None:
    p.add_argument("output", metavar="OUT", help="map voor de uitgave / folder for the release")
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument(
        "--previous", metavar="DIR", help="vorige uitgave of opslag, voor de wijzigingen / last release or store"
    )
    p.add_argument(
        "--version", dest="edition", default="", metavar="V", help="naam van de versie / name of the version"
    )
    p.add_argument("--date", default="", metavar="DAY", help="dag van de uitgave (JJJJ-MM-DD) / day of the release")
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    p.add_argument("--base", metavar="IRI", help="begin van alle eigen IRI's / where our IRIs begin")
    p.add_argument("--format", choices=("table", "json"), default="table")


def fill_withhold(p: argparse.ArgumentParser) -> None:
    p.add_argument("names", nargs="*", metavar="NAME", help="naam of IRI van wie weg moet / name or IRI of whom")
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("-o", "--output", required=True, metavar="DIR", help="map voor de kopie / folder for the copy")
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
