"""The options of `sovgraph reconcile`, and those of settings, which several commands share."""

import argparse


def fill_settings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    parser.add_argument("--base", metavar="IRI", help="begin van alle eigen IRI's / where our IRIs begin")
    parser.add_argument("--registers", metavar="DIR", help="andere registers / other registers")
    parser.add_argument("--corrections", metavar="FILE", help="correcties van een mens (TSV) / corrections by a person")


def reconcile_run(p: argparse.ArgumentParser) -> None:
    p.add_argument("--store", metavar="DIR", help="dingen van deze opslag; anders de registers / of this store; else")
    p.add_argument("-o", "--output", required=True, metavar="DIR", help="map voor besluiten / folder for decisions")
    p.add_argument(
        "--kind",
        action="append",
        default=[],
        metavar="KIND",
        help="person, party, committee, ministry, organisation; vaker mag / repeatable",
    )
    p.add_argument("--all", action="store_true", help="ook wat geen stuk noemt / also what no paper names")
    p.add_argument(
        "--target", dest="other", default="wikidata", metavar="NAME", help="met welk register / with which register"
    )
    p.add_argument("--sparql-url", metavar="URL", help="ander endpoint / another endpoint")
    kept = p.add_mutually_exclusive_group()
    kept.add_argument("--cache", metavar="DIR", help="waar antwoorden blijven / where answers stay (DIR/answers)")
    kept.add_argument("--snapshot", metavar="DIR", help="alleen deze antwoorden, geen net / only these, no network")
    _decisions(p)
    fill_settings(p)
    fill_asking(p)
    p.add_argument("--format", choices=("table", "json"), default="table")


def _decisions(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "--decisions",
        action="append",
        default=[],
        metavar="FILE",
        help="besluiten van een mens (CSV, TSV), die winnen / decisions of a person, which win; vaker mag / repeatable",
    )


def reconcile_review(p: argparse.ArgumentParser) -> None:
    p.add_argument("folder", metavar="DIR", help="map van reconcile run / folder of reconcile run")
    p.add_argument("--all", action="store_true", help="niet alleen wat onzeker is / not only what is unsure")
    _decisions(p)
    p.add_argument("--format", choices=("csv", "tsv", "table", "json"), default="csv")


def reconcile_apply(p: argparse.ArgumentParser) -> None:
    p.add_argument("folder", metavar="DIR", help="map van reconcile run / folder of reconcile run")
    p.add_argument("--store", metavar="DIR", help="opslag waar de graaf in komt / store that gets the graph")
    p.add_argument("-o", "--output", metavar="FILE", help="of een bestand (N-Quads) / or a file (N-Quads)")
    _decisions(p)


def reconcile_explain(p: argparse.ArgumentParser) -> None:
    p.add_argument("folder", metavar="DIR", help="map van reconcile run / folder of reconcile run")
    p.add_argument("what", metavar="IRI|NAME", help="een ding van ons, van daar, of een naam / ours, theirs or a name")
    _decisions(p)
    p.add_argument("--format", choices=("table", "json"), default="table")


def fill_asking(p: argparse.ArgumentParser) -> None:
    """How services are asked."""
    p.add_argument("--rate", type=float, metavar="N", help="verzoeken per seconde / requests a second (2)")
    p.add_argument("--retries", type=int, metavar="N", help="nieuwe pogingen / further tries (5)")
    p.add_argument("--timeout", type=float, metavar="S", help="seconden wachten / seconds to wait (30)")
    p.add_argument("--user-agent", metavar="TEXT", help="naam voor de dienst / name for the service")
    p.add_argument("--contact", metavar="TEXT", help="mailadres of pagina erbij / mail address or page beside it")
