"""The options of `sovgraph report` and `sovgraph diff`."""

import argparse

REPORT_FORMATS = ("table", "csv", "json", "md", "html")


def fill_report(p: argparse.ArgumentParser) -> None:
    p.add_argument("name", metavar="NAME", help="naam van het overzicht, of list / name of the report, or list")
    p.add_argument("subject", nargs="?", default="", metavar="SUBJECT", help="land, lid, dossier / country, member, …")
    p.add_argument("--store", metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument("--on", default="", metavar="DATE", help="stand op; anders de jongste dag / as of; the newest day")
    p.add_argument("--since", default="", metavar="DATE", help="sinds deze dag (changes) / since this day (changes)")
    p.add_argument("--dossier", default="", metavar="NR", help="alleen dit dossier / only this dossier")
    p.add_argument("--format", choices=REPORT_FORMATS, default="table")
    _output(p)


def fill_diff(p: argparse.ArgumentParser) -> None:
    p.add_argument("old", metavar="STORE", help="de opslag, of de oude van twee / the store, or the old one of two")
    p.add_argument("new", nargs="?", metavar="NEW", help="de nieuwe opslag / the new store")
    p.add_argument("--since", default="", metavar="DATE", help="gedateerd sinds deze dag / dated since this day")
    p.add_argument("--on", default="", metavar="DATE", help="tot deze dag; anders de jongste / up to; the newest day")
    p.add_argument("--dossier", default="", metavar="NR", help="alleen dit dossier / only this dossier")
    for name, nl in (("country", "dit land"), ("member", "dit lid"), ("committee", "deze commissie")):
        p.add_argument(f"--{name}", default="", metavar="NAME", help=f"alleen {nl} / only this {name}")
    p.add_argument("--facts", action="store_true", help="elk feit apart (twee opslagen) / each fact (two stores)")
    p.add_argument("--format", choices=(*REPORT_FORMATS, "patch", "atom", "jsonfeed"), default="table")
    p.add_argument("--url", default="", metavar="URL", help="waar de feed komt te staan / where the feed will stand")
    p.add_argument("--exit-code", action="store_true", help="1 bij verschillen; anders 0 / 1 when they differ; else 0")
    _output(p)


def _output(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--spreadsheet",
        action="store_true",
        help="csv zonder formules, met kopjes / csv without formulas, with headings",
    )
    p.add_argument("-o", "--output", metavar="FILE")
