"""What the store knows of a paper's text: its mentions, its parts with their places, and where its quotes begin."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sovgraph.query import labels_of, run_internal
from sovgraph.search.passages import passages
from sovgraph.store import Cell, QuadStore

Names = Callable[[Iterable[str], str], dict[str, str]]
OPEN = ("unresolved", "ambiguous")
"""Resolutions of a mention that names nothing for sure."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention as the page marks it. `thing` is the IRI that it names, `id` its number or date; either may be "".

    `resolution`: exact, inferred, ambiguous, unresolved. `reasons` has the reason in each language it is kept in.
    """

    start: int
    end: int
    type: str
    resolution: str
    thing: str = ""
    id: str = ""
    reasons: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.resolution in OPEN


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the text with its role. `thing` is what it is a part of; `value` the section around a section, the
    capacity of a speaker. Kinds: note (a note's body), mark (where a note is called), letter (its heading), agenda (an
    item of a meeting), section (a heading), question, restated, answer, speaker, words, consideration, request,
    instruction, signature."""

    kind: str
    thing: str
    start: int
    end: int
    value: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a letter: for each field (from, to, copy, date, kenmerk, due, …) its values as cells."""

    iri: str
    fields: Mapping[str, tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A paper's text with all that is marked in it; offsets are code points. `labels` names the things in `lang`."""

    paper: str
    text: str
    media_type: str = "text/plain"
    mentions: tuple[Marked, ...] = ()
    parts: tuple[Part, ...] = ()
    quotes: tuple[int, ...] = ()
    letters: Mapping[str, Letter] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)


def marked_text(store: QuadStore, paper: str, lang: str = "nl", names: Names | None = None) -> MarkedText | None:
    """The text of a paper with its marks; None where the store has no text of it. `names` gives labels, if kept."""
    asked = {"paper": paper}
    found = run_internal(store, "paper-text", asked, lang=lang).values()
    if not found:
        return None
    text = found[0]["text"] or ""
    parts = _parts(store, asked, len(text))
    mentions = _without_headings(_mentions(store, asked, len(text)), parts)
    letters = _letters(store, asked)
    cells = (c for letter in letters.values() for values in letter.fields.values() for c in values if c.kind == "iri")
    named = {m.thing for m in mentions if m.thing} | {c for m in mentions for c in m.candidates}
    named |= {c.value for c in cells} | set(letters)
    return MarkedText(
        paper,
        text,
        found[0]["mediaType"] or "",
        mentions,
        _parts(store, asked, len(text)),
        _anchors(store, asked, text),
        letters,
        names(named, lang) if names else labels_of(store, named, lang),
    )


def _anchors(store: QuadStore, asked: Mapping[str, str], text: str) -> tuple[int, ...]:
    """Where quotes begin, and passages: search leads to those, also where nothing is quoted."""
    quotes = {int(row["start"] or 0) for row in run_internal(store, "paper-quotes", asked).values()}
    return tuple(sorted(quotes | {start for start, _ in passages(text)}))


def _without_headings(mentions: Iterable[Marked], parts: Iterable[Part]) -> tuple[Marked, ...]:
    """ "ARTIKEL II" above an article of the paper itself is that article, no doubt about one of another act."""
    headings = {part.start for part in parts if part.kind == "section"}
    return tuple(m for m in mentions if not (m.is_open and m.type == "article" and m.start in headings))


def _mentions(store: QuadStore, asked: Mapping[str, str], length: int) -> tuple[Marked, ...]:
    facts: dict[str, dict[str, list[str]]] = {}
    for row in run_internal(store, "paper-mention-facts", asked).values():
        fields = facts.setdefault(row["mention"] or "", {})
        fields.setdefault(row["field"] or "", []).append(row["value"] or "")
    found = []
    for row in run_internal(store, "paper-mentions", asked).values():
        start, end = int(row["start"] or 0), int(row["end"] or 0)
        known = facts.get(row["mention"] or "", {})
        if 0 <= start < end <= length:
            found.append(
                Marked(
                    start,
                    end,
                    row["type"] or "",
                    row["resolution"] or "",
                    next(iter(known.get("thing", ())), ""),
                    next(iter(known.get("id", ())), ""),
                    tuple(known.get("reason", ())),
                    tuple(known.get("candidate", ())),
                )
            )
    return tuple(found)


def _parts(store: QuadStore, asked: Mapping[str, str], length: int) -> tuple[Part, ...]:
    rows = run_internal(store, "paper-parts", asked).values()
    parts = (
        Part(r["part"] or "", r["thing"] or "", int(r["start"] or 0), int(r["end"] or 0), r["value"] or "")
        for r in rows
    )
    return tuple(p for p in parts if 0 <= p.start < p.end <= length)


def _letters(store: QuadStore, asked: Mapping[str, str]) -> dict[str, Letter]:
    result = run_internal(store, "paper-letters", asked)
    found: dict[str, dict[str, list[Cell]]] = {}
    for letter, name, value, *_ in result:
        if letter is not None and name is not None and value is not None:
            found.setdefault(letter.value, {}).setdefault(name.value, []).append(value)
    return {iri: Letter(iri, {name: tuple(cells) for name, cells in fields.items()}) for iri, fields in found.items()}
