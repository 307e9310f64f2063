"""The options of `sovgraph site`."""

import argparse


def fill_site(p: argparse.ArgumentParser) -> None:
    p.add_argument("output", metavar="OUT", help="map voor de site / folder for the site")
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("--workers", type=int, metavar="N", help="processen (alle kernen) / processes (all cores)")
    p.add_argument(
        "--whole", action="store_true", help="maak ook opnieuw wat niet veranderde / make again what didn't change"
    )
    p.add_argument(
        "--all",
        dest="everything",
        action="store_true",
        help="ook wat alleen in registers staat / also what only registers know",
    )
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    p.add_argument("--base", metavar="IRI", help="begin van alle eigen IRI's / where our IRIs begin")
    p.add_argument("--format", choices=("table", "json"), default="table")
