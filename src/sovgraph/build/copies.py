"""One paper in several files: which one stands for it, and what the graph keeps of the others.

The graph of a paper comes from one file. Each other file of it has a graph of its own, named by its manifestation:
the file with its text, and for every fact the words that say it there. Facts of which only the other file speaks
aren't asserted: they stand there reified, and the stored query `manifestation-differences` lists them.
"""

import hashlib
import re
import zlib
from pathlib import Path

import pyoxigraph as ox

from sovgraph import vocab as v
from sovgraph.build.results import FORMATS, BuiltPaper
from sovgraph.read.decode import fold_words

_RANKS = {media_type: rank for rank, media_type in enumerate(FORMATS)}

RUN, KEPT_OF = 3, 2
"""Words in a run, and which share of the runs a sketch keeps: of a page of 400 words two hundred."""

SAME_TEXT = 0.6
"""Share of the smaller sketch that two prints of one paper have in common at least. The formats of one paper share
0.8 and more (notes elsewhere, heads left out), two papers of one genre under 0.1."""

FEW = 8
"""Runs under which a sketch says nothing: then the identifier is believed."""


def hash_of(text: str) -> str:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sketch_of(text: str) -> frozenset[int]:
    """Hashes of a fixed share of all runs of three words, letters and digits only."""
    words = fold_words(text)
    runs = (zlib.crc32(" ".join(words[i : i + RUN]).encode()) for i in range(max(0, len(words) - RUN + 1)))
    return frozenset(h for h in runs if h % KEPT_OF == 0)


def is_same_text(a: BuiltPaper, b: BuiltPaper) -> bool:
    """Whether two files print one paper: other formats of much the same words, or the same format and text."""
    if a.text_hash == b.text_hash:
        return True
    if a.media_type == b.media_type:
        return False
    smaller = min(len(a.sketch), len(b.sketch))
    return smaller < FEW or len(a.sketch & b.sketch) >= SAME_TEXT * smaller


def copy_rank(paper: BuiltPaper) -> tuple[int, str, str]:
    """The lowest stands for the paper, in whatever order files are read; of a stored one only the name is known."""
    return _RANKS.get(paper.media_type, len(_RANKS)), Path(paper.source).name, paper.sha256


def copy_graph(paper: BuiltPaper) -> str:
    """The graph of a further file: its manifestation's IRI."""
    return f"{paper.iri}/bestand/{paper.sha256[:16]}"


def as_copy(nquads: bytes, paper: str, copy: str) -> bytes:
    """What is kept of a paper's graph when another file stands for the paper."""
    quads = [(q.subject, q.predicate.value, q.object) for q in ox.parse(nquads, ox.RdfFormat.N_QUADS)]
    facts = f"{paper}/a/"
    own = {_name(s) for s, p, o in quads if p == v.issueCode and _text(o).startswith("READ-")}
    quotes = {_name(o) for s, p, o in quads if p == v.PROV_wasDerivedFrom and _name(s).startswith(facts)}
    quotes |= {_name(o) for s, p, o in quads if p == v.PROV_wasDerivedFrom and _name(s) in own}
    selectors = {_name(o) for s, p, o in quads if p == v.OA_hasSelector and _name(s) in quotes}
    kept = quotes | selectors | own | {copy}
    lines = set()
    for subject, predicate, value in quads:
        name = _name(subject)
        is_fact = name.startswith(facts) and predicate in _REIFIED
        if is_fact or name in kept or (name == paper and predicate == v.manifestation):
            told = ox.NamedNode(copy) if predicate == v.OA_hasSource else _moved(value, paper, copy)
            lines.add(f"{_moved(subject, paper, copy)} <{predicate}> {told} <{copy}> .\n")
            if predicate == v.sourceName:
                lines.add(f"<{copy}> <{v.RDFS_label}> {value} <{copy}> .\n")
    return "".join(sorted(lines)).encode("utf-8")


_REIFIED = frozenset((v.RDF_subject, v.RDF_predicate, v.RDF_object, v.PROV_wasDerivedFrom))
_OF_THE_TEXT = re.compile(r"/(?:q|plaats|probleem)/")


def _name(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _text(term: object) -> str:
    return term.value if isinstance(term, ox.Literal) else ""


def _moved(term: object, paper: str, copy: str) -> object:
    """Quotes, places and issues are named by their file: their offsets count in its text."""
    rest = _name(term).removeprefix(paper)
    return ox.NamedNode(f"{copy}{rest}") if rest != _name(term) and _OF_THE_TEXT.match(rest) else term
