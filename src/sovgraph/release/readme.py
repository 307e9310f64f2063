"""The README of a release, Dutch first: what there is, how much, how it was made, what was left out."""

from collections.abc import Callable
from dataclasses import dataclass

from sovgraph.describe.dataset import Extent
from sovgraph.describe.publication import NOT_SET, Publication
from sovgraph.release.csvw import METADATA
from sovgraph.release.tabular import Written

Words = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a README tells. `files`: name, size, and what it is in Dutch and English. `withheld`: things left out."""

    publication: Publication
    extent: Extent
    version: str
    day: str
    previous: str
    program: str
    rules: tuple[str, ...]
    quads: int
    triples: int
    graphs: int
    tables: tuple[Written, ...]
    files: tuple[tuple[str, int, str, str], ...]
    withheld: int


def readme(told: Told, lang: str) -> str:
    """Markdown in one language."""

    def say(nl: str, en: str) -> str:
        return nl if lang == "nl" else en

    pub = told.publication
    lines = [f"# {say(pub.title_nl, pub.title_en)}", "", say(pub.description_nl, pub.description_en), ""]
    lines += _facts(told, say)
    lines += ["", f"## {say('Bestanden', 'Files')}", ""]
    lines += [f"| {say('bestand', 'file')} | {say('wat', 'what')} | {say('grootte', 'size')} |", "| --- | --- | ---: |"]
    lines += [f"| `{name}` | {say(nl, en)} | {size_told(size)} |" for name, size, nl, en in told.files]
    lines += ["", f"## {say('Tabellen', 'Tables')}", "", *_tables(told, say)]
    lines += ["", f"## {say('Gebruik', 'Use')}", "", *_use(say)]
    lines += ["", f"## {say('Wat erin staat en wat niet', 'What is in it and what is not')}", "", *_limits(told, say)]
    lines += ["", f"## {say('Licentie en contact', 'Licence and contact')}", "", *_licence(told, say)]
    return "\n".join(lines) + "\n"


def _facts(told: Told, say: Words) -> list[str]:
    extent = told.extent
    count = len(told.rules)
    rules = f"`{told.rules[0]}`" if count == 1 else say(f"{count} versies", f"{count} versions")
    rules += say(" (zie `provenance.ttl`)", " (see `provenance.ttl`)")
    rows = [
        (say("versie", "version"), told.version),
        (say("dag", "day"), told.day),
        (
            say("stukken", "papers"),
            f"{extent.papers} ({say('van', 'from')} {extent.first} {say('tot', 'to')} {extent.last})",
        ),
        (say("dossiers", "dossiers"), str(extent.dossiers)),
        (say("quads", "quads"), f"{told.quads} ({say('in', 'in')} {told.graphs} {say('grafen', 'graphs')})"),
        (say("verschillende triples", "distinct triples"), str(told.triples)),
        (say("gemaakt met", "made with"), f"sovgraph {told.program}"),
        (say("versie van de gegevens", "version of the data"), extent.version),
        (say("regels en registers", "rules and registers"), rules),
    ]
    if told.previous:
        rows.append((say("vorige uitgave", "previous release"), f"{told.previous} ({say('zie', 'see')} `CHANGES.md`)"))
    return ["| | |", "| --- | --- |", *(f"| {head} | {text} |" for head, text in rows)]


def _tables(told: Told, say: Words) -> list[str]:
    lines = [
        say(
            f"CSV in UTF-8, met komma's; `tables/{METADATA}` (CSV on the Web) zegt wat elke kolom is. Die tabellen "
            "staan als Parquet in `parquet/`, en de voornaamste in `sovgraph.xlsx`. Een cel met meer waarden heeft er "
            '"; " tussen. Namen staan voor in een rij, IRI\'s achter.',
            f"CSV in UTF-8 with commas; `tables/{METADATA}` (CSV on the Web) says what each column is. The same tables "
            'are in `parquet/`, the main ones in `sovgraph.xlsx`. A cell with several values has "; " between them. '
            "Names stand first in a row, IRIs last.",
        ),
        "",
        f"| {say('tabel', 'table')} | {say('rijen', 'rows')} | {say('inhoud', 'holds')} |",
        "| --- | ---: | --- |",
    ]
    for written in told.tables:
        table = written.table
        about = f"{say(table.nl, table.en)}. {say(table.about('nl'), table.about('en'))}"
        lines.append(f"| `{table.name}` | {written.rows} | {about} |")
    return lines


def _use(say: Words) -> list[str]:
    return [
        say("Controleren, laden en vragen:", "Check, load and ask:"),
        "",
        "    sha256sum --check SHA256SUMS",
        "    oxigraph load --location store --file data/sovgraph.nq.gz",
        "    python -c \"import pandas; pandas.read_parquet('parquet/motions.parquet').info()\"",
        "",
        say(
            "De tabellen `facts` en `mentions` geven bij elk feit en elke vermelding de woorden in het stuk, met hun "
            "begin en einde in tekens (codepunten) van de tekst, de regel die ze vond, en hoe zeker dat is.",
            "The tables `facts` and `mentions` give the words in the paper for each fact and mention, with their start "
            "and end in characters (code points) of the text, the rule that found them, and how sure that is.",
        ),
    ]


def _limits(told: Told, say: Words) -> list[str]:
    lines = [
        say(
            "Wat een stuk zegt, wat een register zegt en wat eruit is afgeleid, staat in verschillende grafen. Twijfel "
            "is geen feit: ze staat in `issues` en `discrepancies`. Een stuk dat niet in de gegevens zit, kan iets "
            "beantwoord hebben dat hier open heet; `openOn` zegt of dat is uitgesloten.",
            "What a paper says, what a register says and what follows from it stand in different graphs. Doubt is no "
            "fact: it stands in `issues` and `discrepancies`. A paper that is not in the data may have answered what "
            "is called open here; `openOn` says whether that is ruled out.",
        ),
        "",
    ]
    if told.withheld:
        lines.append(
            say(
                f"Op verzoek zijn de gegevens van {told.withheld} personen of namen weggelaten; in teksten staat er █ "
                "voor elke letter van hun naam. De controlesom van zulke teksten is daarom een andere.",
                f"At request the data of {told.withheld} persons or names were left out; texts have █ for each letter "
                "of their name. The checksum of such texts therefore differs.",
            )
        )
    else:
        lines.append(say("Er is niemand weggelaten op verzoek.", "Nobody was left out at request."))
    return lines


def _licence(told: Told, say: Words) -> list[str]:
    pub = told.publication
    lines = [f"{say('Licentie', 'Licence')}: <{pub.license}>", ""]
    lines.append(
        f"{say('Uitgever', 'Publisher')}: {pub.publisher}. {say('Contact', 'Contact')}: {pub.contact}, {pub.email}"
    )
    if pub.missing:
        lines += [
            "",
            say(
                f"**{NOT_SET}**: uitgever en contactpunt zijn niet ingevuld; zet ze onder `[release]` in "
                "`sovgraph.toml` voor deze gegevens verspreid worden.",
                f"**{NOT_SET}**: publisher and contact were not filled in; set them under `[release]` in "
                "`sovgraph.toml` before these data are spread.",
            ),
        ]
    return lines


def size_told(size: int) -> str:
    """ "3.2 MB"; the same in both languages."""
    amount = float(size)
    for unit in ("B", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "B" or amount >= 100 else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
