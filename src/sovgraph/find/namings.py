"""All places of a text where something is named that words behind may mean again, and those words themselves."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from dataclasses import dataclass

from sovgraph.find.anaphor_forms import BEFORE, BEFORE_ENDS, EU_KINDS, NOUNS, Again, read_again
from sovgraph.find.base import FindContext, Taken
from sovgraph.find.literals import lowered
from sovgraph.find.scan import REFERENCES, Anchors
from sovgraph.model import Mention, MentionType

_NOUNS = Anchors(NOUNS, REFERENCES)
_THEREOF = Anchors(("daarvan", "hiervan"), REFERENCES)
_NOUN = re.compile("|".join(sorted(NOUNS, key=len, reverse=True)), re.IGNORECASE)
_OF_CELEX = {"L": "directive", "R": "regulation", "F": "framework decision", "D": "decision"}
_ACTS = (MentionType.LAW, MentionType.EU_ACT)
_COVERING = frozenset((*_ACTS, MentionType.MOTION, MentionType.ORGANISATION, MentionType.KAMERSTUK))
_NAMING = frozenset((*_ACTS, MentionType.MOTION, MentionType.KAMERSTUK, MentionType.COM, MentionType.ARTICLE))
_IS_DECISION = re.compile(r"besluit|regeling", re.IGNORECASE)
_LETTER_OF = re.compile(
    r"(?:\s+aan\s+de\s+(?:Tweede|Eerste)\s+Kamer)?\s+(?:van|d\.\s?d\.|dd\.?|gedateerd|gedagtekend(?:\s+op)?)\s*"
)
_OPENS = re.compile(r"\s{0,3}\((?:zie\s+)?")
_AT_ONCE = re.compile(r"\s+(?:op\s+(?:stuk|[Kk]amerstuk)\s+)?|\s*,\s*")
_IN_BRACKETS = re.compile(
    r"(?:(?![.;:?!]\s|\n\s*\n|(?i:motie|amendement|brief|verslag|nota|overleg|toezegging)(?!\w))[^()])*\((?:zie\s+)?"
)
_OF_REPORT = re.compile(r"(?i:verslag)\s+(?:van\s+(?:een|het)\s+)?(?:nader\s+)?$")
_NUMBERED = frozenset(("letter", "report", "note", "amendment", "motion"))
_PAPER_REACH, _DATE_REACH, _DAY = 120, 40, 10
_PART_OF = re.compile(
    r"(?<!\w)(?:(?:[Hh]et|[Dd]e)\s+)?(?:[a-z]+(?:de|ste)\s+(?:lid|volzin|zin|alinea)|onderdeel\s+[a-z]{1,2}|lid\s+\d{1,2})\s+$"
)
_PART_WINDOW = 40
_REPORT_WINDOW = 24
_WORD_BEFORE = 40
_CALLED = re.compile(r"\(\s*(?:hierna|verder)")
_LAST_LETTERS = ("e", "t", "d", "E", "T", "D")
"""In which the words before a reference end."""
_LEAST_BEFORE = len("de ")
_EU_ACT = MentionType.EU_ACT

ACT_OR_EU_ACT = "legal act"


@dataclass(frozen=True, slots=True)
class Naming:
    """Something of a kind is named at view offsets, by `mention`; without one it has no number there."""

    start: int
    end: int
    kind: str
    mention: Mention | None = None


Event = Naming | Again


class Lookup:
    """The mentions of some types by where they begin, in view offsets."""

    def __init__(self, ctx: FindContext, *kinds: MentionType) -> None:
        self.mentions = list(ctx.of_type(*kinds))
        self.starts = [ctx.view.to_view(m.start) for m in self.mentions]
        self.ends = [ctx.view.to_view(m.end) for m in self.mentions]

    def first(self, start: int, reach: int) -> int | None:
        """The number of the first that begins at `start` or at most `reach` characters behind."""
        index = bisect_left(self.starts, start)
        return index if index < len(self.starts) and self.starts[index] <= start + reach else None

    def within(self, start: int, end: int) -> list[Mention]:
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def events(ctx: FindContext) -> list[Event]:
    """In text order. Of kinds without any reference back there are none, because nothing would ask for them."""
    places = _NOUNS.places(ctx.text)
    found: list[Event] = list(_thereof(ctx))
    kinds = {event.kind for event in found} | _may_refer(ctx, places)
    if not kinds:
        return []
    reader = _Reader(ctx, kinds)
    found += [event for start in places for event in reader.at(start)]
    if not any(isinstance(event, Again) for event in found):
        return []
    found += [naming for naming in _named(ctx) if naming.kind in kinds]
    return sorted(found, key=lambda e: (e.start, -e.end, isinstance(e, Again), e.kind))


def _may_refer(ctx: FindContext, places: list[int]) -> set[str]:
    """The kinds of nouns with a word before them that may make them references; most papers have none."""
    text = ctx.text
    found = {"letter"} if "e datum" in text else set()
    called = acts = None
    for start in places:
        if start < _LEAST_BEFORE or not text[start - 1].isspace():
            continue
        last = text[start - 2]
        if text[start - 1] == " " and last not in _LAST_LETTERS and not last.isspace():
            continue
        word = text[max(0, start - _WORD_BEFORE) : start].rstrip()
        if not word.endswith(_LAST_LETTERS):
            continue
        before = word.split()[-1].lower()
        if before in ("de", "het"):
            if called is None:
                called = _CALLED.search(text) is not None
                acts = any(m.type is _EU_ACT for m in ctx.mentions)
            kind = _kind_at(text, start) if called or acts else ""
            if called or kind in EU_KINDS:
                found.add(kind)
        elif before in BEFORE or before.endswith(BEFORE_ENDS):
            found.add(_kind_at(text, start))
    return found


def _noun_at(text: str, start: int) -> str:
    """The noun that begins at its place, in small letters."""
    match = _NOUN.match(text, start)
    return "" if match is None else lowered(match[0])


def _kind_at(text: str, start: int) -> str:
    return NOUNS.get(_noun_at(text, start), "")


def _named(ctx: FindContext) -> Iterator[Naming]:
    """What the mentions themselves name."""
    papers = Lookup(ctx, MentionType.KAMERSTUK)
    for mention in (m for m in ctx.mentions if m.type in _NAMING):
        start, end = ctx.view.to_view(mention.start), ctx.view.to_view(mention.end)
        if mention.type in _ACTS:
            yield Naming(start, end, ACT_OR_EU_ACT, mention)
        if mention.type is MentionType.EU_ACT:
            kind = _OF_CELEX.get((mention.id or (mention.candidates[0].id if mention.candidates else "xxxxxx"))[5])
            if kind is not None:
                yield Naming(start, end, kind, mention)
        elif mention.type is MentionType.LAW:
            yield Naming(start, end, "decision" if _IS_DECISION.search(mention.text) else "act", mention)
        elif mention.type is MentionType.MOTION:
            yield Naming(start, end, "motion", mention if mention.id else _numbered(ctx.text, end, papers) or mention)
        elif mention.type is MentionType.KAMERSTUK:
            yield Naming(start, end, "paper", mention)
        elif mention.type is MentionType.ARTICLE:
            yield Naming(start, end, "article", mention)
        else:
            yield from (Naming(start, end, kind) for kind in ("directive", "regulation"))


def _thereof(ctx: FindContext) -> Iterator[Again]:
    """ "artikel 4 daarvan": the act; "het eerste lid daarvan": the article."""
    places = _THEREOF.places(ctx.text)
    if not places:
        return
    text = ctx.text
    articles = {ctx.view.to_view(m.end) for m in ctx.of_type(MentionType.ARTICLE)}
    for start in places:
        end = start + len("daarvan")
        if not text[start - 1 : start].isspace() or text[end : end + 1].isalnum():
            continue
        before = len(text[max(0, start - _PART_WINDOW) : start].rstrip()) + max(0, start - _PART_WINDOW)
        part = _PART_OF.search(text[max(0, start - _PART_WINDOW) : start])
        if before in articles:
            yield Again(start, end, ACT_OR_EU_ACT, "thereof", start)
        elif part is not None:
            yield Again(max(0, start - _PART_WINDOW) + part.start(), end, "article", "thereof", start)


def _numbered(text: str, end: int, papers: Lookup) -> Mention | None:
    """The paper whose number stands behind a name, at once or in the next brackets."""
    index = papers.first(end, _PAPER_REACH)
    if index is None:
        return None
    between = text[end : papers.starts[index]]
    return papers.mentions[index] if _AT_ONCE.fullmatch(between) or _IN_BRACKETS.fullmatch(between) else None


def _of_report(text: str, noun: int) -> bool:
    """Whether the noun stands in "verslag van een schriftelijk overleg", which names the report."""
    near = max(0, noun - _REPORT_WINDOW)
    return "verslag" in text[near:noun].lower() and _OF_REPORT.search(text, near, noun) is not None


class _Reader:
    """Reads what a noun does at its place: names again, names by what follows, or is a thing without a number."""

    def __init__(self, ctx: FindContext, kinds: Container[str]) -> None:
        self._ctx = ctx
        self._kinds = kinds
        to_view = ctx.view.to_view
        self._covered = Taken((to_view(m.start), to_view(m.end)) for m in ctx.mentions if m.type in _COVERING)
        self._papers = Lookup(ctx, MentionType.KAMERSTUK)
        self._dates = Lookup(ctx, MentionType.DATE)
        self._in_notes = _papers_in_notes(ctx, self._papers)

    def at(self, start: int) -> Iterator[Event]:
        text = self._ctx.text
        word = _noun_at(text, start)
        end, kind = start + len(word), NOUNS.get(word)
        if kind is None or kind not in self._kinds:
            return
        goes_on = text[end : end + 1].isalnum() or text[end : end + 1] == "_"
        if goes_on or self._covered.holds(start, end) or _of_report(text, start):
            return
        if start and (text[start - 1].isalnum() or text[start - 1] in "-_"):
            if kind in EU_KINDS:
                yield Naming(start, end, kind)
            return
        named = self._named_behind(start, end, kind)
        again = read_again(text, start, word) if named is None else None
        if again is not None:
            yield again
        elif kind != "paper":
            yield named or Naming(start, end, kind)

    def _named_behind(self, start: int, end: int, kind: str) -> Naming | None:
        """By the date of a letter, or by a number behind the noun: at once, or in the next brackets."""
        if kind == "letter" and (letter := self._letter(start, end)) is not None:
            return letter
        paper = _numbered(self._ctx.text, end, self._papers) if kind in _NUMBERED else None
        return Naming(start, self._ctx.view.to_view(paper.end), kind, paper) if paper is not None else None

    def _letter(self, start: int, end: int) -> Naming | None:
        index = self._dates.first(end, _DATE_REACH)
        if index is None or not _LETTER_OF.fullmatch(self._ctx.text, end, self._dates.starts[index]):
            return None
        behind, mention = self._dates.ends[index], self._dates.mentions[index]
        opens = _OPENS.match(self._ctx.text, behind)
        paper = self._papers.first(opens.end(), 0) if opens is not None else None
        if paper is not None:
            return Naming(start, self._papers.ends[paper], "letter", self._papers.mentions[paper])
        noted = next((self._in_notes[at] for at in range(behind, behind + 3) if at in self._in_notes), None)
        if noted is not None:
            return Naming(start, behind, "letter", noted)
        return Naming(start, behind, "letter", mention) if mention.id and len(mention.id) == _DAY else None


def _papers_in_notes(ctx: FindContext, papers: Lookup) -> dict[int, Mention]:
    """View offset of a note's mark in the text → the first paper that the note names."""
    found: dict[int, Mention] = {}
    for note in ctx.document.notes if papers.mentions else ():
        named = papers.within(*ctx.view_span(note.body))
        if named:
            found |= {ctx.view.to_view(anchor.start): named[0] for anchor in note.anchors}
    return found
