"""Records of registers → statements in a graph of their own, each with the field it was read from.

What a register says never shares a graph with what a paper says: a register file has its own graph, and the metadata
inside the file of a paper has one below the paper's.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.authority import Authority
from sovgraph.graph.records import bodies, cases, papers
from sovgraph.graph.records.base import RECORD_MAKERS, RecordContext, genre_of_word
from sovgraph.graph.records.joins import Joins
from sovgraph.graph.records.writer import RegisterGraph
from sovgraph.graph.writer import term
from sovgraph.ids import Ids
from sovgraph.model import Issue, Literal, Source
from sovgraph.record import RecordFile

__all__ = ["MAKERS", "RECORD_MAKERS", "MadeRecords", "genre_of_word", "graph_records"]

MAKERS = (bodies, cases, papers)
"""The modules whose import registers the makers."""


@dataclass(frozen=True, slots=True)
class MadeRecords:
    """The graph of a register file as sorted N-Quads, how many facts it states, and the doubts."""

    graph: str
    nquads: bytes
    facts: int
    issues: tuple[Issue, ...]


@lru_cache(maxsize=4)
def _joins(names: Authority, ids: Ids) -> Joins:
    return Joins(names, ids)


def graph_records(file: RecordFile, source: Source, names: Authority, ids: Ids, graph: str = "") -> MadeRecords:
    """The statements of a register file. `graph`: the name to give it, else one made of the file's name and key."""
    name = Path(source.uri).name or "-"
    iri = graph or ids.register_file(file.format, name, file.key)
    made = RegisterGraph(iri, ids, is_json=file.media_type == "application/json")
    made.add(iri, v.RDF_type, f"<{v.RegisterFile}>")
    made.add(iri, v.RDFS_label, term(Literal(name)))
    made.add(iri, v.sourceName, term(Literal(name)))
    made.add(iri, v.byteHash, term(Literal(source.sha256)))
    made.add(iri, v.ELI_media_type, term(Literal(file.media_type)))
    made.add(iri, v.registerKind, term(Literal(file.format)))
    ctx = RecordContext(file, made, _joins(names, ids), source.uri)
    makers = dict(RECORD_MAKERS.items())
    for record in file.records:
        maker = makers.get(record.kind)
        if maker is not None and record.key:
            maker(ctx, record)
    for number, issue in enumerate(ctx.issues, start=1):
        made.issue(number, issue)
    return MadeRecords(iri, made.nquads(), made.facts, tuple(ctx.issues))
