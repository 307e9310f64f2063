"""The options of `sovgraph search` and `sovgraph mcp`."""

import argparse


def fill_search(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help='woorden, "een zinsdeel", begin*; zonder: \'-woord\' na -- / words, "a phrase", begin*; without: after --',
    )
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument(
        "--kind",
        action="append",
        default=[],
        metavar="KIND",
        help="paper, motion, question, answer, commitment, person, party, …; vaker mag / repeatable",
    )
    p.add_argument("--year", default="", metavar="YEAR", help="alleen uit dit jaar / only of this year")
    p.add_argument("--chamber", choices=("EK", "TK"), default="", help="Eerste of Tweede Kamer / Chamber")
    p.add_argument("--dossier", default="", metavar="NR", help="alleen dit dossier / only this dossier")
    p.add_argument("--limit", type=int, default=20, metavar="N", help="hoeveel per keer / how many at a time (20)")
    p.add_argument("--offset", type=int, default=0, metavar="N", help="de eerste overslaan / skip the first")
    p.add_argument("--format", choices=("table", "json", "csv"), default="table")


def fill_mcp(p: argparse.ArgumentParser) -> None:
    p.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")
