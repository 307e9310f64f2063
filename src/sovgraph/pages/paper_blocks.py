"""Cuts a paper's text into the blocks of its page: headings, paragraphs, items, notes, speakers.

Blocks follow each other in the text, don't overlap, and leave out nothing but white space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sovgraph.pages.paper_marks import MarkedText, Part
from sovgraph.structure.layout import is_furniture

HEADINGS = ("letter", "agenda", "section", "speaker")
_ROLES = ("question", "restated", "answer", "consideration", "request", "instruction", "signature")
_LINE = re.compile(r"[^\S\n]*(\S(?:[^\n]*\S)?)[^\S\n]*(?:\n|\Z)")
_ITEM = re.compile(r"(?P<sign>[-*•–—▪○](?=\s))\s+(?=\S)|(?P<number>(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s+(?=\S)")
_DECORATION = re.compile(r"[#>*_\s]*")
_MARK_BEFORE = re.compile(r"[>*_\s\[\]^(]*[\d¹²³⁴⁵⁶⁷⁸⁹⁰*]{0,4}[*_\]):.\s]*")
_LABEL = re.compile(
    r"(?i)[*_\s]*(?:(?:deel)?vra(?:ag|gen)|antwoord(?:en)?|a|v)?[*_\s]*[\d,/ en]{0,12}[a-z]?[.):*_\s-]*"
)
_LABEL_LINE = re.compile(
    r"(?i)[*_]{0,2}(?:(?:deel)?vra(?:ag|gen)\s+\d[\d, en]{0,20}[a-z]?"
    r"|antwoord(?:en)?(?:\s+op\s+vra(?:ag|gen))?[\d, en]{0,20}[a-z]?"
    r"|mededeling|toelichting)[.):*_]{0,3}"
)
_BEHIND = re.compile(r"[*_:.\s]*")
_OVER = re.compile(r"[.?!:;…\"”»)\]]\s*\Z")
_FEWEST_LINES = 4
_BLANK_SHARE = 0.05
"""Of the lines: a text with fewer blank ones doesn't show its paragraphs by them."""
_FULL = 0.75
_HALF = 0.5
"""Of the usual width: a line shorter than the first was broken on purpose, one shorter than the second surely."""
_LONGEST_SIGNATURE = 300


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that stands on its own. `kind`: text, item, note, foot (of a page), or one of HEADINGS.

    `lead` is where its words begin behind a sign or mark of a note. `level` counts headings inside each other from 1;
    `thing` is what a heading opens or, for a note, empty; `note` is where the note's body begins.
    """

    start: int
    end: int
    kind: str = "text"
    lead: int = 0
    level: int = 0
    thing: str = ""
    value: str = ""
    note: int = -1
    roles: tuple[str, ...] = ()
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """The printed lines of a text, without the white space at their edges, and how wide they usually are."""

    spans: tuple[tuple[int, int], ...]
    starts: tuple[int, ...]
    width: int
    dense: bool

    def at(self, place: int) -> tuple[int, int]:
        """The line that a place is in, or the one before it."""
        return self.spans[max(0, bisect_right(self.starts, place) - 1)] if self.spans else (place, place)

    def is_short(self, span: tuple[int, int], share: float = _FULL) -> bool:
        return span[1] - span[0] < share * self.width


def lines_of(text: str) -> Lines:
    spans = tuple(m.span(1) for m in _LINE.finditer(text))
    lengths = sorted(end - start for start, end in spans)
    width = lengths[int(0.75 * (len(lengths) - 1))] if lengths else 0
    blank = text.count("\n") + 1 - len(spans)
    dense = len(spans) >= _FEWEST_LINES and blank <= _BLANK_SHARE * (text.count("\n") + 1)
    return Lines(spans, tuple(start for start, _ in spans), width, dense)


def blocks_of(marked: MarkedText, lines: Lines | None = None) -> tuple[Block, ...]:
    text = marked.text
    lines = lines or lines_of(text)
    heads = _heads(text, lines, marked.parts)
    notes = _notes(text, lines, marked.parts)
    feet = {start: end for start, end in lines.spans if is_furniture(text[start:end])}
    cuts = {0, *heads, *notes, *feet, *feet.values(), *_paragraphs(text, lines), *_starts(text, lines, marked.parts)}
    cuts.update(end for end, _ in heads.values())
    cuts.update(end for end, _ in notes.values())
    begun = sorted(notes)
    bare = []
    for start, end in pairwise((*sorted(cuts), len(text))):
        place = bisect_right(begun, start) - 1
        last = notes[begun[place]] if place >= 0 else None
        inside = last[1] if last is not None and start < last[0] else None
        block = _block(text, start, end, heads.get(start), inside)
        if block is not None:
            bare.append(replace(block, kind="foot") if start in feet and block.kind == "text" else block)
    return tuple(_with_roles(text, _without_lone_items(bare), marked.parts, _levels(marked.parts)))


_Ends = dict[int, tuple[int, Part]]


def _heads(text: str, lines: Lines, parts: Iterable[Part]) -> _Ends:
    """Where headings begin, with where they end and what they head; of two at one place the one named first."""
    found: _Ends = {}
    for part in sorted(parts, key=lambda p: (p.start, HEADINGS.index(p.kind) if p.kind in HEADINGS else 9, p.end)):
        if part.kind not in HEADINGS:
            continue
        start = _line_start(text, lines, part.start, _DECORATION)
        behind = _BEHIND.match(text, part.end, max(part.end, lines.at(part.end)[1]))
        found.setdefault(start, (behind.end() if behind else part.end, part))
    inside = -1
    for start in sorted(found):
        if start < inside:
            del found[start]
        else:
            inside = found[start][0]
    return found


def _notes(text: str, lines: Lines, parts: Iterable[Part]) -> _Ends:
    bodies = sorted((p for p in parts if p.kind == "note"), key=lambda p: p.start)
    found: _Ends = {}
    before = 0
    for part in bodies:
        start = max(_line_start(text, lines, part.start, _MARK_BEFORE), before)
        if part.start >= before and start not in found:
            found[start] = (part.end, part)
            before = part.end
    return found


def _line_start(text: str, lines: Lines, place: int, allowed: re.Pattern[str]) -> int:
    """The begin of the line where only what is allowed stands before a place, else the place itself."""
    start, end = lines.at(place)
    return start if start <= place <= end and allowed.fullmatch(text, start, place) else place


def _starts(text: str, lines: Lines, parts: Iterable[Part]) -> Iterator[int]:
    """Questions, answers and words of speakers begin a block, with their label, unless they go on within a sentence."""
    for part in parts:
        if part.kind in ("question", "restated", "answer", "words"):
            start = _line_start(text, lines, part.start, _LABEL)
            if start < part.start or start in lines.starts or _OVER.search(text, max(0, start - 4), start):
                yield start


def _paragraphs(text: str, lines: Lines) -> Iterator[int]:
    before: tuple[int, int] | None = None
    was_label = False
    for span in lines.spans:
        is_label = _LABEL_LINE.fullmatch(text, *span) is not None
        apart = before is None or text.count("\n", before[1], span[0]) > 1 or is_label or was_label
        if apart or _ITEM.match(text, *span) or _begins(text, lines, before or span, span):
            yield span[0]
        before, was_label = span, is_label


def _begins(text: str, lines: Lines, before: tuple[int, int], span: tuple[int, int]) -> bool:
    """Behind a short line of a dense text: a new paragraph, unless the sentence goes on with a small letter."""
    if not lines.dense or not lines.is_short(before):
        return False
    if _OVER.search(text, *before) is not None:
        return True
    return lines.is_short(before, _HALF) and not text[span[0]].islower()


def _block(text: str, start: int, end: int, head: tuple[int, Part] | None, note: Part | None) -> Block | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    if note is not None:
        return Block(start, end, "note", max(start, min(note.start, end)), note=note.start)
    if head is not None:
        part = head[1]
        return Block(start, end, part.kind, start, 0, part.thing, part.value)
    item = _ITEM.match(text, start, end)
    if item:
        return Block(start, end, "item", item.end(), numbered=item["number"] is not None)
    return Block(start, end, lead=start)


def _without_lone_items(blocks: Sequence[Block]) -> list[Block]:
    """A single numbered paragraph, as a question above its answer, is no list."""
    kinds = ["", *(b.kind for b in blocks), ""]
    return [
        replace(block, kind="text")
        if block.kind == "item" and block.numbered and kinds[index] != "item" != kinds[index + 2]
        else block
        for index, block in enumerate(blocks)
    ]


def _levels(parts: Iterable[Part]) -> dict[str, int]:
    """How deep each section lies, by what it is a part of."""
    above = {p.thing: p.value for p in parts if p.kind == "section"}
    found: dict[str, int] = {}
    for thing in above:
        level, at = 1, above[thing]
        while at in above and level < 9:
            level, at = level + 1, above[at]
        found[thing] = level
    return found


def _with_roles(text: str, blocks: Sequence[Block], parts: Iterable[Part], levels: dict[str, int]) -> Iterator[Block]:
    starts = [b.start for b in blocks]
    roles: dict[int, set[str]] = {}
    for part in parts:
        if part.kind not in _ROLES:
            continue
        for index in range(max(0, bisect_right(starts, part.start) - 1), bisect_right(starts, part.end - 1)):
            block = blocks[index]
            shared = min(part.end, block.end) - max(part.start, block.lead)
            signed = part.kind == "signature" and block.end - block.start <= _LONGEST_SIGNATURE
            if shared > 0 and (signed or 2 * shared >= block.end - block.lead):
                roles.setdefault(index, set()).add(part.kind)
    for index, block in enumerate(blocks):
        kept = tuple(role for role in _ROLES if role in roles.get(index, ()))
        if block.kind == "text" and not kept and _LABEL_LINE.fullmatch(text, block.start, block.end):
            kept = ("label",)
        elif block.kind == "foot":
            kept = ("foot",)
        level = levels.get(block.thing, 1) if block.kind == "section" else 0
        yield replace(block, level=level, roles=kept)
