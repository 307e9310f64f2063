"""Finding thousands of fixed names in a text: by the first word, then the longest that goes on from there."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")


class NameIndex(Generic[Payload]):
    """Names to payloads. Blanks and line breaks inside a name may be printed as any run of blanks, or be
    missing around punctuation; the case must agree. The first of two equal names wins."""

    def __init__(self, names: Iterable[tuple[str, Payload]]) -> None:
        self._by_first: dict[str, list[tuple[int, re.Pattern[str], Payload]]] = {}
        seen: set[str] = set()
        for name, payload in names:
            pieces = _PIECE.findall(name)
            if not pieces or name in seen or _WORD.match(name) is None:
                continue
            seen.add(name)
            first = _WORD.match(name)[0]  # type: ignore[index]
            self._by_first.setdefault(first, []).append((len(name), _pattern(name), payload))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -entry[0])

    def find(self, text: str) -> Iterator[tuple[int, int, Payload]]:
        """(start, end, payload) of every name in the text, longest first, without overlaps."""
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            for _, pattern, payload in self._by_first.get(word[0], ()):
                match = pattern.match(text, word.start())
                if match is not None:
                    done = match.end()
                    yield match.start(), match.end(), payload
                    break


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    body = r"\s+".join(re.escape(word) for word in words)
    body = body.replace(r"/", r"\s?/\s?").replace(r"\-", r"-\s?")
    return re.compile(body + r"(?![^\W_])")
