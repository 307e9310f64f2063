"""References to notes: "Ibid., p. 4", "Idem", "t.a.p.", "Zie noot 3", "vgl. voetnoot 12, blz. 3".

"Ibid." is what the words before it in the same note cite, else what the note before cites; "noot 3" what note 3
cites. A note that cites several things leaves the reference ambiguous, one that cites nothing leaves it unresolved.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.model import Candidate, Mention, MentionType, Note, Span, Status

_PAGE = r"(?:,?\s+(?:op\s+)?(?:p|pp|pag|pagina|blz|bladzijde)\.?\s*(?P<page>\d{1,5})(?!\d)(?:\s?-\s?(?P<to>\d{1,5})(?!\d))?)?"
_AGAIN = Scan(
    rf"(?<![\w-])(?P<how>(?i:ibid(?:em)?|idem|t\.\s?a\.\s?p)(?!\w)\.?|Id\.(?!\w)){_PAGE}",
    ("ibid", "idem", "t.a.p", "t. a. p", "id."),
    passes=REFERENCES,
)
_SEE_NOTE = Scan(
    rf"(?<![\w-])(?P<how>(?i:voetnoot|noot))\s+(?P<mark>\d{{1,3}})(?![\w/])(?:\s+hiervoor|\s+hierboven)?{_PAGE}",
    ("voetnoot", "noot"),
    passes=REFERENCES,
)
_SEE = re.compile(
    r"(?:\b(?:[Zz]ie|[Vv]gl\.?|[Vv]ergelijk|[Cc]f\.?|[Gg]enoemd|[Ii]n|[Uu]it|bij|van|en)\s+(?:ook\s+|voorts\s+|verder\s+)?(?:de\s+)?|\()$"
)
_OF_ANOTHER = re.compile(
    r"\s+(?:op\s+(?:p|blz|bladzijde)|(?:van|bij|in|uit)\s+(?:het|de|uw|haar|zijn|die|dat|artikel)\s)"
)
""" "voetnoot 2 op pagina 4 van de rapportage": a note of another paper."""
_SEE_WINDOW = 24
_CITED = frozenset(
    MentionType(name)
    for name in "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb stcrt trb ecli law".split()
)
_BESIDE = {MentionType.OJ: MentionType.EU_ACT, MentionType.MOTION: MentionType.KAMERSTUK}
"""What is printed beside another as its place or name, and is no second thing."""
_CANDIDATES, _WORDS = 5, 80
_SURE, _OPEN = 0.92, 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """The things that a place cites, or why there are none. `words` names the place in reasons."""

    things: tuple[Mention, ...]
    words: str
    missing: str = ""


@finder(
    "note_reference",
    stage=3,
    rejects=[
        "Noot: dit is klaar.",
        "met noten en bessen",
        "idem dito",
        "in nood 3",
        "de hazelnoot 3",
        "Id est",
        "Zie voetnoot 2 op pagina 4 van de rapportage.",
    ],
)
def find_note_references(ctx: FindContext) -> Iterator[Mention]:
    notes = _Notes(ctx)
    for match in _AGAIN.finditer(ctx.text):
        place = notes.at(match.start())
        if place is not None:
            found = notes.same_as_before(place, match.start())
            yield notes.keep(place, _mention(ctx, match, "ibid", found))
    for match in _SEE_NOTE.finditer(ctx.text):
        place = notes.at(match.start())
        if place is None and not _SEE.search(ctx.text, max(0, match.start() - _SEE_WINDOW), match.start()):
            continue
        if not notes.is_own_mark(match) and not _OF_ANOTHER.match(ctx.text, match.end()):
            yield _mention(ctx, match, "note", notes.with_mark(match["mark"], match.start(), place))


class _Notes:
    """The notes of a paper, in order, with what each of them cites."""

    def __init__(self, ctx: FindContext) -> None:
        self._ctx = ctx
        self._notes = sorted(ctx.document.notes, key=lambda n: n.body.start)
        self._spans = [ctx.view_span(note.body) for note in self._notes]
        self._starts = [start for start, _ in self._spans]
        self._by_mark: dict[str, list[int]] = {}
        for index, note in enumerate(self._notes):
            self._by_mark.setdefault(note.mark, []).append(index)
        self._cited: dict[int, list[Mention]] = {}
        for mention in ctx.mentions if self._notes else ():
            if mention.type in _CITED and (place := self.at(ctx.view.to_view(mention.start))) is not None:
                self._cited.setdefault(place, []).append(mention)

    def at(self, offset: int) -> int | None:
        """The number of the note that holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._spans[index][1] else None

    def keep(self, place: int, mention: Mention) -> Mention:
        """A resolved "ibid." cites for the next one."""
        if mention.status is Status.INFERRED:
            self._cited.setdefault(place, []).append(mention)
        return mention

    def is_own_mark(self, match: re.Match[str]) -> bool:
        """ "Noot 1 Kamerstuk ..." at the beginning of a line: the note itself, printed with its word."""
        line = self._ctx.text.rfind("\n", 0, match.start()) + 1
        alone = not self._ctx.text[line : match.start()].strip()
        return alone and match["how"][0].isupper() and match["page"] is None

    def same_as_before(self, place: int, offset: int) -> Told:
        """What "ibid." in a note repeats."""
        start = self._ctx.view.to_document(offset)
        own = _things([m for m in self._cited.get(place, ()) if m.end <= start])
        if own:
            return Told(own[-1:], "the same note")
        mark = self._notes[place].mark
        before = str(int(mark) - 1) if mark.isdigit() else None
        if before is None or place == 0:
            return Told((), "", "no note stands before it")
        if self._notes[place - 1].mark != before:
            return Told((), "", f"note {before} isn't found before it")
        return self._of(place - 1)

    def with_mark(self, mark: str, offset: int, place: int | None) -> Told:
        """What the note of a mark cites; of several, that of the same letter."""
        found = [i for i in self._by_mark.get(mark, ()) if i != place]
        if len(found) > 1:
            home = self._letter(self._ctx.view.to_document(offset))
            found = [i for i in found if self._letter(_anchor(self._notes[i])) == home]
        if len(found) == 1:
            return self._of(found[0])
        return Told((), "", f"more than one note {mark} is in the text" if found else f"no note {mark} is in the text")

    def _of(self, place: int) -> Told:
        mark = self._notes[place].mark
        return Told(_things(self._cited.get(place, [])), f"note {mark}", f"note {mark} cites nothing with a number")

    def _letter(self, offset: int) -> str | None:
        letters = self._ctx.document.letters
        return next((x.key for x in letters if x.span.start <= offset < x.span.end), None)


def _anchor(note: Note) -> int:
    return note.anchors[0].start if note.anchors else note.body.start


def _things(mentions: list[Mention]) -> tuple[Mention, ...]:
    """Each cited thing once, in order; what is printed beside another thing as its place or name is left out."""
    kinds = {m.type for m in mentions}
    by_key = {m.id or m.text: m for m in reversed(mentions) if _BESIDE.get(m.type) not in kinds}
    return tuple(sorted(by_key.values(), key=lambda m: m.start))


def _mention(ctx: FindContext, match: re.Match[str], form: str, told: Told) -> Mention:
    only = told.things[0] if len(told.things) == 1 else None
    known = only is not None and only.id is not None
    status = Status.INFERRED if known else Status.AMBIGUOUS if len(told.things) > 1 else Status.UNRESOLVED
    page = int(match["page"]) if match["page"] else only.page if only is not None else None
    origin = only.antecedent if only is not None and only.type is MentionType.REFERENCE else None
    parts = [("form", form)]
    if only is not None:
        parts.append(("target", only.part("target") or only.type.value))
    if form == "note":
        parts.append(("note", match["mark"]))
    if match["to"]:
        parts.append(("page_end", match["to"]))
    return ctx.mention(
        MentionType.REFERENCE,
        match.start(),
        match.end(),
        f"reference.{form}/1",
        id=only.id if only is not None else None,
        iri=only.iri if only is not None else None,
        page=page,
        status=status,
        confidence=_SURE if known else _OPEN,
        parts=tuple(parts),
        candidates=_candidates(told) if only is None else (),
        antecedent=origin or (Span(only.start, only.end) if only is not None else None),
        reason=_reason(told, only, (origin or Span(only.start, only.end)).of(ctx.document.text) if only else ""),
    )


def _candidates(told: Told) -> tuple[Candidate, ...]:
    return tuple(Candidate(m.id or m.text, m.iri, _quoted(m.text)) for m in told.things[:_CANDIDATES])


def _reason(told: Told, only: Mention | None, words: str) -> str:
    if only is None:
        return f"{told.words} cites several things" if told.things else told.missing
    if only.id is None:
        return f"it means {_quoted(words)}, which has no number itself"
    return f"{told.words} cites {_quoted(words)}"


def _quoted(text: str) -> str:
    words = " ".join(text.replace("*", "").split())
    return f"'{words if len(words) <= _WORDS else words[: _WORDS - 1] + '…'}'"
