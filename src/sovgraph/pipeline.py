"""One paper down the path: bytes → document → mentions → linked mentions → statements → N-Quads."""

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sovgraph.authority import Authority, load_authority
from sovgraph.errors import ConfigError, ReadError, ResourceError
from sovgraph.find import find_all
from sovgraph.graph import graph_paper
from sovgraph.graph.records import graph_records
from sovgraph.ids import Ids
from sovgraph.link import link_mentions
from sovgraph.link.corrections import COLUMNS, Correction, read_corrections
from sovgraph.model import Document, Issue, Mention, Paper, Source
from sovgraph.record import read_inline, read_record_file
from sovgraph.resources import folder
from sovgraph.settings import Settings
from sovgraph.structure import structure_document

_RULES = ("authority", "model", "read", "record", "structure", "find", "link", "graph", "identifiers")
"""The packages that decide what is read out of a paper; with them the modules below, which they all use."""

_SHARED = ("ids.py", "vocab.py", "pipeline.py")
_DATA = (".ttl", ".tsv", ".csv", ".json", ".txt")


@cache
def rules_version() -> str:
    """A hash of the rules and of the data they use: any change of either makes stored papers be read again."""
    package = Path(__file__).resolve().parent
    ontology = folder("ontology")
    files = [(f"rules/{name}", package / name) for name in _SHARED]
    for name in _RULES:
        files += [(f"rules/{p.relative_to(package).as_posix()}", p) for p in (package / name).rglob("*.py")]
    files += [(p.relative_to(ontology).as_posix(), p) for p in ontology.rglob("*") if p.suffix in _DATA]
    digest = hashlib.sha256()
    for name, path in sorted(files):
        digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class Environment:
    """What every paper of a run is read with."""

    settings: Settings
    names: Authority
    ids: Ids
    corrections: tuple[Correction, ...] = ()
    corrections_version: str = ""

    @property
    def version(self) -> str:
        """Changes when rules, registers, corrections or the base change: then a paper is read again."""
        return "/".join((rules_version(), self.names.version, self.corrections_version, self.settings.base))


@lru_cache(maxsize=4)
def load_environment(settings: Settings) -> Environment:
    """The environment of these settings; loaded once per process. Raises ConfigError for bad corrections."""
    names = load_authority(Path(settings.registers) if settings.registers else None)
    corrections: tuple[Correction, ...] = ()
    version = ""
    if settings.corrections:
        path = Path(settings.corrections)
        corrections = _corrections(path)
        version = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return Environment(settings, names, Ids(settings.base), corrections, version)


def _corrections(path: Path) -> tuple[Correction, ...]:
    """The rows of a file that has the right columns; a file of something else is never read as "no corrections"."""
    try:
        rows = read_corrections(path)
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not a corrections file (not UTF-8 text); give a tab-separated file") from error
    except ResourceError as error:
        raise ConfigError(f"{error}; not a corrections file, or a row with too few or too many cells") from error
    header = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if not set(COLUMNS) <= set(header.split("\t")):
        raise ConfigError(f"{path}: not a corrections file; its first line must name the columns {', '.join(COLUMNS)}")
    return rows


def unmatched(corrections: tuple[Correction, ...], paper: Paper) -> tuple[Correction, ...]:
    """Corrections of this paper for whose place and type no mention was found, so that they changed nothing."""
    names = {paper.document.meta.paper_id, paper.document.sha256}
    places = {(m.start, m.end, m.type.value) for m in paper.mentions}
    return tuple(c for c in corrections if c.paper in names and (c.start, c.end, c.type) not in places)


def read_mentions(source: Source, env: Environment) -> tuple[Document, tuple[Mention, ...], tuple[Issue, ...]]:
    """The document, its linked mentions and all issues so far. Raises ReadError for a file over the size limit."""
    _refuse_big(source, env)
    if source.uri.lower().endswith(".xml") and b"<" not in source.data[:200]:
        raise ReadError(
            "named .xml, but holds no XML; give the XML file, or rename plain text to .txt", source=source.uri
        )
    document = structure_document(source)
    found = find_all(document, env.names)
    linked, issues = link_mentions(document, found, env.names, env.ids, env.corrections)
    return document, linked, (*document.issues, *issues)


def read_paper(source: Source, env: Environment) -> tuple[Paper, bytes]:
    """All that one paper gives, and its graph as sorted N-Quads."""
    document, mentions, issues = read_mentions(source, env)
    return graph_paper(document, mentions, issues, env.names, env.ids)


def _refuse_big(source: Source, env: Environment) -> None:
    limit = env.settings.max_bytes
    if len(source.data) > limit:
        raise ReadError(
            f"{len(source.data):,} bytes, the limit is {limit:,}; split the file, or raise max_bytes in sovgraph.toml",
            source=source.uri,
        )


@dataclass(frozen=True, slots=True)
class BuiltRecords:
    """What a register file gave: its graph as sorted N-Quads, its records and facts counted, and the doubts.

    `kind` is the format ("odata"), `unknown` counts the names of fields that no table knows.
    """

    kind: str
    graph: str
    nquads: bytes
    records: int
    facts: int
    issues: tuple[Issue, ...]
    unknown: tuple[tuple[str, int], ...] = ()


def read_records(source: Source, env: Environment) -> BuiltRecords | None:
    """The statements of a register file; None when the source is no such file. Raises ReadError for a damaged one."""
    _refuse_big(source, env)
    file = read_record_file(source)
    if file is None:
        return None
    if not file.records:
        raise ReadError("a register file without a record that can be named; get it again", source=source.uri)
    made = graph_records(file, source, env.names, env.ids)
    return BuiltRecords(file.format, made.graph, made.nquads, len(file.top), made.facts, made.issues, file.unknown)


def read_own_metadata(source: Source, env: Environment, paper: str) -> BuiltRecords | None:
    """What the metadata inside the file of a paper says, as a graph below the paper's; None for a file without."""
    file = read_inline(source)
    if file is None:
        return None
    made = graph_records(file, source, env.names, env.ids, metadata_graph(paper))
    return BuiltRecords(file.format, made.graph, made.nquads, len(file.top), made.facts, made.issues, file.unknown)


def metadata_graph(paper: str) -> str:
    """The graph of the metadata inside a paper's file: it comes and goes with the paper's."""
    return Ids.below(paper, "metadata")
