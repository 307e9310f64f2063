"""What has been named up to a place, by kind of thing: the memory from which references back are resolved."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from sovgraph.find.discourse import Voice
from sovgraph.model import Mention

_MOST = 60
"""Among how many namings, counted back, one is sought."""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing named at view offsets. `mention` is the naming with its identifier, at the place or where it is
    repeated from; `key` is equal for two namings of one thing."""

    start: int
    end: int
    mention: Mention
    voice: Voice

    @property
    def key(self) -> str:
        words = self.mention.part("movers") or self.mention.text
        return self.mention.id or " ".join(words.lower().split())


@dataclass(slots=True)
class Memory:
    """The namings of one kind in text order, and the places where something of that kind is named without a number."""

    named: list[Named] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    rivals: list[int] = field(default_factory=list)
    alias: Named | None = None

    def add(self, named: Named) -> None:
        self.named.append(named)
        self.keys.add(named.key)

    def since(self, start: int, voice: Voice | None = None) -> tuple[Named, ...]:
        """Each thing named from there on, by its last naming, the last first; of one voice where that is given."""
        return tuple(_distinct(n for n in self._back(start) if voice is None or n.voice == voice))

    def _back(self, start: int) -> Iterator[Named]:
        for named in self.named[: -_MOST - 1 : -1]:
            if named.start < start:
                return
            yield named

    def rival_since(self, place: int) -> bool:
        return bool(self.rivals) and self.rivals[-1] >= place


def _distinct(found: Iterator[Named]) -> Iterator[Named]:
    seen: set[str] = set()
    for named in found:
        if named.key not in seen:
            seen.add(named.key)
            yield named
