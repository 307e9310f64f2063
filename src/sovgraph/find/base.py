"""What a finder is, and how one is registered.

A finder reads the view of one document and gives mentions. It is registered with examples and rejects, which one
test runs for all finders. Finders of a stage see in `FindContext.mentions` those of the stages before.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from sovgraph.authority import Authority
from sovgraph.find.index import make_lists
from sovgraph.find.view import View, make_view
from sovgraph.model import Candidate, Document, Mention, MentionType, Span, Status
from sovgraph.registry import Registry

Example = tuple[str, tuple[tuple[str, str | None], ...]]
"""A text and the (surface, id) pairs that the finder must give for it, in order."""


@dataclass(frozen=True, slots=True)
class FindContext:
    """All that a finder may look at.

    `text` is the text to match on. Its offsets go through `mention`, never straight into a span.
    """

    document: Document
    view: View
    names: Authority
    mentions: tuple[Mention, ...] = ()
    text: str = field(init=False)
    _by_type: dict[MentionType, list[Mention]] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", self.view.text)

    def mention(
        self,
        kind: MentionType,
        start: int,
        end: int,
        rule: str,
        *,
        id: str | None = None,
        iri: str | None = None,
        page: int | None = None,
        status: Status = Status.EXACT,
        confidence: float = 1.0,
        parts: tuple[tuple[str, str], ...] = (),
        candidates: tuple[Candidate, ...] = (),
        antecedent: Span | None = None,
        reason: str = "",
    ) -> Mention:
        """A mention from view offsets; blanks at either end are trimmed off."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if self.view.starts is not None:
            start, end = self.view.to_document(start), self.view.to_document(end)
        printed = self.document.text[start:end]
        return Mention(
            kind, start, end, printed, id, iri, page, status, rule, confidence, parts, candidates, antecedent, reason
        )

    def view_span(self, span: Span) -> tuple[int, int]:
        """A document span as view offsets."""
        return self.view.to_view(span.start), self.view.to_view(span.end)

    def of_type(self, *kinds: MentionType) -> Iterator[Mention]:
        """The mentions of earlier stages that are of these types, in text order."""
        if not self._by_type:
            for mention in self.mentions:
                self._by_type.setdefault(mention.type, []).append(mention)
        if len(kinds) == 1:
            return iter(self._by_type.get(kinds[0], ()))
        if not any(kind in self._by_type for kind in kinds):
            return iter(())
        return (m for m in self.mentions if m.type in kinds)


class Taken:
    """Stretches of a text, asked whether one of them holds another: each answer in the time of a binary search."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch that begins no later than `start` reaches to `end`."""
        last = bisect_right(self._starts, start) - 1
        return last >= 0 and self._reach[last] >= end


FindFunction = Callable[[FindContext], Iterable[Mention]]


@dataclass(frozen=True, slots=True)
class Finder:
    name: str
    stage: int
    find: FindFunction
    examples: tuple[Example, ...] = ()
    rejects: tuple[str, ...] = ()


FINDERS: Registry[Finder] = Registry("finder")


def finder(
    name: str, *, stage: int = 1, examples: Iterable[Example] = (), rejects: Iterable[str] = ()
) -> Callable[[FindFunction], FindFunction]:
    """Register a find function under `name`."""

    def register(function: FindFunction) -> FindFunction:
        FINDERS.add(name)(Finder(name, stage, function, tuple(examples), tuple(rejects)))
        return function

    return register


def _rank(mention: Mention) -> tuple[int, float, int]:
    return (mention.end - mention.start, mention.confidence, -mention.start)


_IN_TEXT = attrgetter("start", "end", "type")


def settle(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in text order, without empty ones and without two of one type that overlap (longest wins)."""
    by_type: dict[MentionType, list[Mention]] = {}
    for mention in mentions:
        if mention.end > mention.start:
            by_type.setdefault(mention.type, []).append(mention)
    kept = [m for same in by_type.values() for m in _settled(same)]
    kept.sort(key=_IN_TEXT)
    return tuple(kept)


def _settled(same: list[Mention]) -> list[Mention]:
    """Of mentions of one type those that stay."""
    if len(same) == 1:
        return same
    kept: list[Mention] = []
    for mention in sorted(same, key=_longest_first):
        _add(kept, mention)
    return kept


def _longest_first(mention: Mention) -> tuple[int, int, str]:
    return mention.start, -mention.end, mention.rule


def _add(kept: list[Mention], mention: Mention) -> None:
    """Only the last kept mention can overlap, because mentions come in order of their start."""
    if kept and kept[-1].end > mention.start:
        if _rank(mention) > _rank(kept[-1]):
            kept[-1] = mention
        return
    kept.append(mention)


def find_all(document: Document, names: Authority) -> tuple[Mention, ...]:
    """All mentions of a document, in text order."""
    return _find(document, names, list(FINDERS.values()))


def find_only(document: Document, names: Authority, finders: Iterable[str]) -> tuple[Mention, ...]:
    """The mentions of some finders, by name. Those of later stages see only what these find."""
    return _find(document, names, _by_name(tuple(finders)))


@lru_cache(maxsize=16)
def _by_name(finders: tuple[str, ...]) -> list[Finder]:
    return [FINDERS.get(name) for name in finders]


def _find(document: Document, names: Authority, finders: Collection[Finder]) -> tuple[Mention, ...]:
    make_lists(names)
    context = FindContext(document, make_view(document.text), names)
    found: tuple[Mention, ...] = ()
    for stage in sorted({item.stage for item in finders}):
        new = [m for item in finders if item.stage == stage for m in item.find(context)]
        if new:
            types = {m.type for m in new}
            settled = settle([*(m for m in found if m.type in types), *new])
            found = tuple(sorted([*(m for m in found if m.type not in types), *settled], key=_IN_TEXT))
            context = replace(context, mentions=found)
    return found
