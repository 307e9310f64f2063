"""A paper's whole text as HTML: headings, letters, turns, lists, notes at the foot, and each mention marked.

Nothing of the text is lost or written twice: what the page adds stands in elements with `data-added`, and the signs of
the print that it replaces (asterisks, hyphens of a list) stay in the text, hidden.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

from sovgraph.pages.paper_blocks import HEADINGS, Block, Lines, blocks_of, lines_of
from sovgraph.pages.paper_inline import Call, Inliner, Told, breaks_in
from sovgraph.pages.paper_marks import Letter, Marked, MarkedText
from sovgraph.pages.words import day, word
from sovgraph.query.sentences import code_words, in_language

Href = Callable[[str], str | None]
"""The address of a thing's page by its IRI, for the place that the page is made for; None: it has none."""

TOP_LEVEL = 3
"""Headings of a text stand below the heading of the box that shows it."""
_DEEPEST = 6
_LETTER_FIELDS = ("from", "to", "copy", "date", "kenmerk", "due", "inReplyTo", "reminds", "answered")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its depth from 1, the anchor, the words."""

    level: int
    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mention that names nothing for sure: its entry has the anchor `open-<start>-<kind>`."""

    anchor: str
    place: int
    words: str
    kind: str
    reason: str
    candidates: tuple[tuple[str, str], ...]
    """Label and address ("" for none) of each thing that it may be."""


@dataclass(frozen=True, slots=True)
class PaperText:
    """The pieces of a paper's page that show its text; all HTML is safe to put in as it is."""

    text: str
    legend: str
    contents: tuple[Entry, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def paper_text(marked: MarkedText, href: Href, lang: str = "nl") -> PaperText:
    writer = _Writer(marked, href, lang)
    text = writer.written()
    return PaperText(text, legend(marked.mentions, lang), tuple(writer.entries), doubts_of(marked, href, lang))


def legend(mentions: Iterable[Marked], lang: str = "nl") -> str:
    """Boxes to tick, one for each kind of mention in the paper; the style sheet does the rest."""
    counts = Counter(m.type for m in mentions)
    if not counts:
        return ""
    names = code_words(lang)
    ranked = sorted(counts, key=lambda kind: (-counts[kind], kind))
    boxes = "".join(
        f'<label class="key"><input type="checkbox" id="k-{escape(kind)}" checked autocomplete="off">'
        f' <span class="m t-{escape(kind)}">{escape(names.get(kind, kind))}</span>'
        f' <span class="n">{counts[kind]}</span></label> '
        for kind in ranked
    )
    title = escape(word("legend", lang))
    return f'<fieldset class="legend" data-added><legend>{title}</legend>{boxes}</fieldset>'


def doubts_of(marked: MarkedText, href: Href, lang: str = "nl") -> tuple[Doubt, ...]:
    names = code_words(lang)
    return tuple(
        Doubt(
            _doubt_anchor(m),
            m.start,
            " ".join(marked.text[m.start : m.end].split()),
            names.get(m.type, m.type),
            _reason(m, lang) or word("no-reason", lang),
            tuple((marked.labels.get(c, c), href(c) or "") for c in m.candidates),
        )
        for m in marked.mentions
        if m.is_open
    )


def _doubt_anchor(mention: Marked) -> str:
    return f"open-{mention.start}-{mention.type}"


def _reason(mention: Marked, lang: str) -> str:
    return in_language(mention.reasons[0], lang) if mention.reasons else ""


@dataclass(slots=True)
class _Writer:
    """Writes the blocks in order; notes are set aside for the foot."""

    marked: MarkedText
    href: Href
    lang: str
    entries: list[Entry] = field(default_factory=list)
    out: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _level: int = TOP_LEVEL - 1
    _base: int = TOP_LEVEL
    _note_at: int = -1
    _turn_end: int = -1
    _said_until: dict[str, int] = field(default_factory=dict)
    _told: dict[tuple[str, str, str, str], Told] = field(default_factory=dict)

    def written(self) -> str:
        text, lines = self.marked.text, lines_of(self.marked.text)
        blocks = blocks_of(self.marked, lines)
        calls = _calls(self.marked)
        inliner = Inliner(
            text,
            self.marked.mentions,
            self.marked.quotes,
            calls,
            self._tell,
            markdown=self.marked.media_type == "text/markdown",
            note_word=word("note", self.lang),
        )
        self._said_until = {p.thing: p.end for p in self.marked.parts if p.kind == "words"}
        backs: dict[int, list[int]] = {}
        for call in calls:
            backs.setdefault(call.note, []).append(call.start)
        for block in blocks:
            if block.kind == "note":
                self._note(block, inliner, lines, backs)
            else:
                self._place(block, inliner, lines)
        self._close_all()
        self.out.append(inliner.rest())
        return "".join(self.out) + self._foot()

    # --- blocks -------------------------------------------------------------------------------------------------

    def _place(self, block: Block, inliner: Inliner, lines: Lines) -> None:
        if 0 <= self._turn_end <= block.start:
            self._leave("div")
            self._turn_end = -1
        if block.kind in HEADINGS:
            self._heading(block, inliner, lines)
        elif block.kind == "item":
            if "ul" not in self._open:
                self._enter("ul", '<ul class="items">')
            sign = block.lead - len(self._sign(block))
            hidden = [] if block.numbered else [(sign, block.lead)]
            numbered = " numbered" if block.numbered else ""
            self.out.append(
                f'<li class="b{numbered}{_roles(block)}">{self._inline(block, inliner, lines, hidden)}</li>\n'
            )
        else:
            self._leave("ul")
            self.out.append(f'<p class="b{_roles(block)}">{self._inline(block, inliner, lines)}</p>\n')

    def _sign(self, block: Block) -> str:
        return self.marked.text[block.start : block.lead]

    def _inline(self, block: Block, inliner: Inliner, lines: Lines, hidden: list[tuple[int, int]] | None = None) -> str:
        breaks = breaks_in(self.marked.text, lines, block.start, block.end)
        return inliner.write(block.start, block.end, breaks, hidden or ())

    def _heading(self, block: Block, inliner: Inliner, lines: Lines) -> None:
        self._leave("ul")
        self._leave("div")
        if block.kind in ("letter", "agenda"):
            self._leave("article")
        anchor = f"h{block.start}"
        if block.kind == "letter":
            self._enter("article", f'<article class="letter" aria-labelledby="{anchor}">\n')
        elif block.kind == "speaker":
            self._turn_end = self._said_until.get(block.thing, -1)
            capacity = block.value.rpartition("-")[2] or "other"
            self._enter("div", f'<div class="turn {escape(capacity)}">\n')
        level = self._level_of(block)
        words = self._inline(block, inliner, lines)
        kind = f' class="{block.kind}"'
        self.out.append(f'<h{level} id="{anchor}"{kind}>{words}</h{level}>\n')
        if block.kind != "speaker":
            printed = " ".join(self.marked.text[block.start : block.end].split()).strip("*# ")
            self.entries.append(Entry(level - TOP_LEVEL + 1, anchor, printed))
        if block.kind == "letter":
            self._letter_head(block)

    def _level_of(self, block: Block) -> int:
        """The level of a heading: never more than one below the heading before it."""
        if block.kind in ("letter", "agenda"):
            self._base, level = TOP_LEVEL + 1, TOP_LEVEL
        elif block.kind == "section":
            level = self._base + block.level - 1
        else:
            level = _DEEPEST
        level = min(level, self._level + 1, _DEEPEST)
        if block.kind != "speaker":
            self._level = level
        return level

    def _letter_head(self, block: Block) -> None:
        letter = self.marked.letters.get(block.thing)
        if letter is None:
            return
        rows = "".join(
            f"<div><dt>{escape(word('letter-' + name, self.lang))}</dt><dd>{values}</dd></div>"
            for name in _LETTER_FIELDS
            if (values := self._values(letter, name))
        )
        name = word("letter", self.lang)
        link = self._link(block.thing, self.marked.labels.get(block.thing, name))
        self.out.append(f'<dl class="head" data-added><div><dt>{escape(name)}</dt><dd>{link}</dd></div>')
        self.out.append(f"{rows}</dl>\n")

    def _values(self, letter: Letter, name: str) -> str:
        return ", ".join(
            self._link(cell.value, self.marked.labels.get(cell.value, cell.value))
            if cell.kind == "iri"
            else escape(day(cell.value, self.lang))
            for cell in letter.fields.get(name, ())
        )

    def _link(self, iri: str, words: str) -> str:
        address = self.href(iri)
        return f'<a href="{escape(address)}">{escape(words)}</a>' if address else escape(words)

    # --- notes --------------------------------------------------------------------------------------------------

    def _note(self, block: Block, inliner: Inliner, lines: Lines, backs: Mapping[int, list[int]]) -> None:
        first, self._note_at = block.note != self._note_at, block.note
        marks = backs.get(block.note, [])
        body = inliner.write(block.lead, block.end, breaks_in(self.marked.text, lines, block.lead, block.end))
        if not first:
            self.notes[-1] += f'<p class="b">{body}</p>\n'
            return
        mark = escape(self.marked.text[block.start : block.lead])
        label = escape(word("back", self.lang))
        if marks:
            own, added = (mark, "") if mark.strip() else ("↩", " data-added")
            link = f'class="back" href="#r{marks[0]}" role="doc-backlink" aria-label="{label}"'
            mark = f"<a {link}{added}>{own}</a>"
        more = "".join(
            f' <a class="back" href="#r{place}" aria-label="{label} ({number})" data-added>↩</a>'
            for number, place in enumerate(marks[1:], start=2)
        )
        self.notes.append(f'<li id="n{block.note}"><p class="b">{mark}{body}{more}</p>\n')

    def _foot(self) -> str:
        if not self.notes:
            return ""
        items = "".join(f"{note}</li>\n" for note in self.notes)
        title = escape(word("notes", self.lang))
        return (
            f'<section class="notes" role="doc-endnotes" aria-labelledby="noten"><h{TOP_LEVEL} id="noten" data-added>'
            f'{title}</h{TOP_LEVEL}>\n<ol class="notes">\n{items}</ol></section>\n'
        )

    # --- containers ---------------------------------------------------------------------------------------------

    def _enter(self, tag: str, html: str) -> None:
        self._open.append(tag)
        self.out.append(html)

    def _leave(self, tag: str) -> None:
        """Closes a container, and those inside it."""
        if tag in self._open:
            while self._open:
                last = self._open.pop()
                self.out.append(f"</{last}>\n")
                if last == tag:
                    return

    def _close_all(self) -> None:
        while self._open:
            self.out.append(f"</{self._open.pop()}>\n")

    # --- mentions -----------------------------------------------------------------------------------------------

    def _tell(self, mention: Marked) -> Told:
        """Where a mention leads; one that names nothing for sure leads to its doubt."""
        if mention.is_open:
            return Told(f"#{_doubt_anchor(mention)}", self._title(mention))
        key = (mention.type, mention.resolution, mention.thing, "|".join((mention.id, *mention.reasons)))
        if key not in self._told:
            address = self.href(mention.thing) if mention.thing else None
            self._told[key] = Told(address or "", self._title(mention))
        return self._told[key]

    def _title(self, mention: Marked) -> str:
        """Kind, what it names, how sure that is, why, and what else it may be."""
        names = code_words(self.lang)
        labels = self.marked.labels
        kind = names.get(mention.type, mention.type)
        named = labels.get(mention.thing, "") or mention.id
        unsure = names.get(mention.resolution, mention.resolution) if mention.resolution != "exact" else ""
        told = ", ".join(filter(None, (unsure, _reason(mention, self.lang))))
        may_be = ", ".join(labels.get(c, c) for c in mention.candidates)
        if may_be:
            may_be = f"{word('candidates', self.lang)}: {may_be}"
        head = f"{kind}: {named}" if named else kind
        return " · ".join(filter(None, (head, told, may_be)))


def _roles(block: Block) -> str:
    return "".join(f" r-{role}" for role in block.roles)


def _calls(marked: MarkedText) -> list[Call]:
    """Each mark in the text with the body that it calls: the first of its note after it, else the last before it."""
    bodies: dict[str, list[int]] = {}
    for part in marked.parts:
        if part.kind == "note":
            bodies.setdefault(part.thing, []).append(part.start)
    stretches = [(p.start, p.end) for p in marked.parts if p.kind == "note"]
    found: dict[int, Call] = {}
    for part in marked.parts:
        own = bodies.get(part.thing)
        if part.kind == "mark" and own and (part.start, part.end) not in stretches:
            body = next((b for b in sorted(own) if b > part.start), max(own))
            found.setdefault(part.start, Call(part.start, part.end, body))
    return list(found.values())
