"""The command tree. Imports nothing heavy: `--help` must come at once."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from sovgraph.cli.parser_pictures import fill_graph
from sovgraph.cli.parser_reconcile import (
    fill_asking,
    fill_settings,
    reconcile_apply,
    reconcile_explain,
    reconcile_review,
    reconcile_run,
)
from sovgraph.cli.parser_release import fill_release, fill_withhold
from sovgraph.cli.parser_reports import fill_diff, fill_report
from sovgraph.cli.parser_search import fill_mcp, fill_search
from sovgraph.cli.parser_serve import fill_serve
from sovgraph.cli.parser_site import fill_site


@dataclass(frozen=True, slots=True)
class Command:
    """One command: where its function lives ("module:function" below sovgraph.cli) and how it is filled."""

    name: str
    target: str
    nl: str
    en: str
    fill: Callable[[argparse.ArgumentParser], None]
    epilog: str = ""


RDF_FORMATS = ("nq", "trig", "ttl", "jsonld", "rdfxml")
TABLE_FORMATS = ("table", "json", "csv", "tsv", "md")


def _store(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--store", required=True, metavar="DIR", help="map van de opslag / folder of the store")


def _build(p: argparse.ArgumentParser) -> None:
    p.add_argument("paths", nargs="+", metavar="PATH", help="stukken, mappen of - / papers, folders or -")
    _store(p)
    fill_settings(p)
    p.add_argument("--workers", type=int, metavar="N", help="processen / processes (1)")
    p.add_argument(
        "--no-validate",
        dest="validate",
        action="store_false",
        default=None,
        help="zonder SHACL / without SHACL",
    )
    p.add_argument(
        "--strict",
        action="store_true",
        help="stuk met overtredingen weigeren / refuse a paper with violations",
    )
    p.add_argument("--report", metavar="FILE", help="ook als HTML-pagina / also as an HTML page")
    p.add_argument(
        "--format",
        choices=("table", "json", "csv"),
        default="table",
        help="csv: een regel per bestand / csv: a line a file",
    )


def _extract(p: argparse.ArgumentParser) -> None:
    p.add_argument("paths", nargs="+", metavar="PATH", help="stukken, mappen of - / papers, folders or -")
    fill_settings(p)
    p.add_argument("--what", choices=("mentions", "questions", "structure", "issues"), default="mentions")
    p.add_argument("--format", choices=("jsonl", "table", "csv", "html"), default="jsonl")
    p.add_argument(
        "--text",
        action="store_true",
        help="de tekst waarin de posities tellen / the text that offsets count in",
    )


def _query(p: argparse.ArgumentParser) -> None:
    p.add_argument("name", metavar="NAME", help="naam van de vraag, of list, of show / query name, list or show")
    p.add_argument("shown", nargs="?", metavar="QUERY", help="welke vraag / which query (show)")
    p.add_argument("--store", metavar="DIR", help="map van de opslag / folder of the store")
    p.add_argument(
        "--param",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="waarde / value; also --NAME VALUE; vaker mag / repeatable",
    )
    p.add_argument("--format", choices=TABLE_FORMATS, default="table")


def _sparql(p: argparse.ArgumentParser) -> None:
    p.add_argument("query", metavar="QUERY|FILE|-", help="SPARQL, een bestand of - / SPARQL, a file or -")
    _store(p)
    p.add_argument("--format", choices=(*TABLE_FORMATS, *RDF_FORMATS), default="table")


def _validate(p: argparse.ArgumentParser) -> None:
    _store(p)
    p.add_argument("papers", nargs="*", metavar="PAPER", help="IRI of kst-nummer; anders alles / all without it")
    p.add_argument("--format", choices=("table", "json", "ttl"), default="table")


def _explain(p: argparse.ArgumentParser) -> None:
    p.add_argument(
        "what", metavar="IRI|TEXT|@OFFSET", help="een ding of woorden uit een feit / a thing or words of a fact"
    )
    source = p.add_mutually_exclusive_group(required=True)
    source.add_argument("--store", metavar="DIR", help="map van de opslag / folder of the store")
    source.add_argument("--file", metavar="PAPER", help="verwijzingen in één stuk / references in one paper")
    fill_settings(p)
    p.add_argument("--format", choices=("table", "json"), default="table")
    p.add_argument("--limit", type=int, default=12, metavar="N")


def _export_rdf(p: argparse.ArgumentParser) -> None:
    _store(p)
    p.add_argument("--format", choices=RDF_FORMATS, default="nq")
    p.add_argument("-o", "--output", metavar="FILE")


def _harvest(p: argparse.ArgumentParser) -> None:
    p.add_argument("-o", "--output", required=True, metavar="DIR", help="map voor het resultaat / result folder")
    many = "vaker mag / repeatable"
    p.add_argument("--dossier", action="append", default=[], metavar="NR", help=f"32317, 36600-XVI; {many}")
    p.add_argument("--paper", action="append", default=[], metavar="ID", help=f"kst-32317-QC; {many}")
    p.add_argument("--genre", action="append", default=[], metavar="GENRE", help=f"motie, brief, …; {many}")
    p.add_argument("--since", metavar="DATE", help="gewijzigd sinds deze dag / changed since this day")
    p.add_argument("--chamber", choices=("I", "II"), help="Eerste (I) of Tweede Kamer (II) / Chamber")
    p.add_argument(
        "--what",
        default="papers",
        metavar="WORDS",
        help="papers, cases, votes, persons, parties, committees, commitments",
    )
    p.add_argument(
        "--formats", default="xml,html,pdf", metavar="WORDS", help="de eerste die er is / the first there is"
    )
    p.add_argument("--limit", type=int, metavar="N", help="hoogstens zoveel stukken / at most so many papers")
    p.add_argument("--dry-run", action="store_true", help="toon wat er gehaald zou worden / show what would be had")
    p.add_argument("--verify", action="store_true", help="controleer wat er al is / check what is already there")
    p.add_argument("--config", metavar="FILE", help="sovgraph.toml")
    for name in ("sru", "repository", "odata", "syncfeed"):
        p.add_argument(f"--{name}-url", metavar="URL", help="andere dienst / another service")
    p.add_argument("--connections", type=int, metavar="N", help="tegelijk, 1–4 / at a time, 1–4 (2)")
    fill_asking(p)
    p.add_argument("--format", choices=("table", "json"), default="table")


def _config(p: argparse.ArgumentParser) -> None:
    fill_settings(p)
    p.add_argument("--format", choices=("table", "json"), default="table")


def _status(p: argparse.ArgumentParser) -> None:
    _store(p)
    p.add_argument("--format", choices=("table", "json"), default="table")


def _remove(p: argparse.ArgumentParser) -> None:
    p.add_argument("papers", nargs="+", metavar="PAPER", help="IRI of kst-nummer / IRI or official id")
    _store(p)


def _complete(p: argparse.ArgumentParser) -> None:
    p.add_argument("dossier", metavar="DOSSIER", help="nummer van het dossier / number of the dossier")
    p.add_argument("--from", dest="start", metavar="DAY", help="eerste dag / first day (JJJJ-MM-DD)")
    p.add_argument("--until", dest="end", metavar="DAY", help="laatste dag / last day (JJJJ-MM-DD)")
    p.add_argument("--by", default="", metavar="NAME", help="wie het verklaart / who declares it")
    p.add_argument("--withdraw", action="store_true", help="trekt de verklaring in / takes the declaration back")
    _store(p)


COMMANDS = (
    Command(
        "harvest",
        "harvesting:harvest",
        "Haalt stukken en gegevens bij de officiële diensten",
        "Have papers and data from the official services",
        _harvest,
    ),
    Command("build", "building:build", "Leest stukken in de opslag", "Read papers into a store", _build),
    Command(
        "extract",
        "extracting:extract",
        "Toont wat in een stuk gevonden wordt",
        "Show what is found in a paper",
        _extract,
    ),
    Command(
        "query",
        "asking:query",
        "Stelt een vaste vraag (list, show)",
        "Ask a stored query (list, show)",
        _query,
    ),
    Command(
        "search",
        "searching:search",
        "Zoekt woorden in stukken, vragen, antwoorden en namen",
        "Search words in papers, questions, answers and names",
        fill_search,
    ),
    Command(
        "mcp",
        "talking:mcp",
        "Gereedschap voor taalmodellen (MCP, stdio)",
        "Tools for language models (MCP, stdio)",
        fill_mcp,
    ),
    Command("sparql", "asking:sparql", "Stelt een eigen SPARQL-vraag", "Ask SPARQL of your own", _sparql),
    Command(
        "validate",
        "checking:validate",
        "Controleert de opslag met SHACL",
        "Check the store with SHACL",
        _validate,
    ),
    Command(
        "explain",
        "explaining:explain",
        "Van feit naar regel en zin",
        "From a fact to its rule and sentence",
        _explain,
    ),
    Command(
        "export rdf",
        "exporting:export_rdf",
        "Schrijft de gegevens als RDF",
        "Write the data as RDF",
        _export_rdf,
    ),
    Command(
        "export graph",
        "exporting:export_graph",
        "Schrijft het netwerk of een plaat",
        "Write the network or a picture",
        fill_graph,
    ),
    Command(
        "reconcile run",
        "reconciling:run",
        "Zoekt personen en organen in een ander register",
        "Find persons and bodies in another register",
        reconcile_run,
    ),
    Command(
        "reconcile review",
        "reconciling:review",
        "Toont wat onzeker is, om in te vullen",
        "Show what is unsure, to be filled in",
        reconcile_review,
    ),
    Command(
        "reconcile apply",
        "reconciling:apply",
        "Zet de koppelingen in de opslag",
        "Put the links into the store",
        reconcile_apply,
    ),
    Command(
        "reconcile explain",
        "reconciling:explain",
        "Waarom iets wel of niet gekoppeld is",
        "Why something is linked or not",
        reconcile_explain,
    ),
    Command(
        "report",
        "reporting:report",
        "Maakt een overzicht (list: welke)",
        "Make a report (list: which)",
        fill_report,
    ),
    Command(
        "diff",
        "reporting:diff",
        "Toont wat er veranderde, ook als feed",
        "Show what changed, also as a feed",
        fill_diff,
    ),
    Command(
        "release", "releasing:release", "Maakt een uitgave van de gegevens", "Make a release of the data", fill_release
    ),
    Command(
        "withhold",
        "withholding:withhold",
        "Kopieert de opslag zonder wie weggelaten wil worden",
        "Copy the store without those who asked to be left out",
        fill_withhold,
    ),
    Command("serve", "serving:serve", "Zet de site op het web", "Serve the site", fill_serve),
    Command("site", "site:site", "Schrijft de site als bestanden", "Write the site as files", fill_site),
    Command(
        "config",
        "managing:config",
        "Toont de instellingen en hun herkomst",
        "Show settings and where they come from",
        _config,
    ),
    Command("status", "managing:status", "Toont wat de opslag bevat", "Show what the store holds", _status),
    Command(
        "complete",
        "declaring:complete",
        "Verklaart dat de opslag alle stukken van een dossier heeft",
        "Declare that the store has all papers of a dossier",
        _complete,
    ),
    Command("remove", "managing:remove", "Haalt een stuk uit de opslag", "Take a paper out of the store", _remove),
)


GROUPS = {
    "export": "Schrijft gegevens / Write data",
    "reconcile": "Koppelt aan een ander register / Link to another register",
}


def make_parser() -> argparse.ArgumentParser:
    """The whole command tree."""
    parser = argparse.ArgumentParser(
        prog="sovgraph",
        description="Kamerstukken als gecontroleerde kennisgraaf, elk feit met zijn zin. / "
        "Dutch parliamentary papers as a checked knowledge graph, every fact with its sentence.",
        epilog="Exit: 0 goed/fine, 1 bevindingen of geweigerde stukken/findings or refused inputs, "
        "2 verkeerd gebruik/wrong use, 3 niets leesbaar/nothing could be read.",
    )
    parser.add_argument("--version", action="store_true", help="versie / version")
    _common(parser)
    tree = parser.add_subparsers(dest="command", metavar="COMMAND")
    groups: dict[str, argparse._SubParsersAction[argparse.ArgumentParser]] = {"": tree}
    for command in COMMANDS:
        group, _, name = command.name.rpartition(" ")
        if group and group not in groups:
            holder = tree.add_parser(group, help=GROUPS[group])
            groups[group] = holder.add_subparsers(dest="what", metavar="WHAT", required=True)
        sub = groups[group].add_parser(
            name, help=f"{command.nl} / {command.en}", description=f"{command.nl}. / {command.en}."
        )
        command.fill(sub)
        _common(sub)
        sub.set_defaults(target=command.target)
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=("nl", "en"), default=argparse.SUPPRESS, help="taal van meldingen / language")
    parser.add_argument(
        "--debug",
        action="store_true",
        default=argparse.SUPPRESS,
        help="toon het spoor bij een fout / show the trace of an error",
    )
    parser.add_argument(
        "--quiet", action="store_true", default=argparse.SUPPRESS, help="zonder voortgang / no progress"
    )
