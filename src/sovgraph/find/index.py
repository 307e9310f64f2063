"""Finding thousands of fixed names in a text: by the first word, then the longest that goes on from there."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Generic, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SEGMENT = re.compile(r"(?<=[\da-zà-ÿ])(?=[A-ZÀ-Þ])")
"""Where words that text from PDF glued together come apart: "2024Tweede", "deKinderombudsman"."""

_GLUED_LENGTH = 4
"""A shorter name glued to a word is more likely part of it: the "EP" of "PrEP" is no Parliament."""


class NameIndex(Generic[Payload]):
    """Names to payloads. Blanks and line breaks inside a name may be printed as any run of blanks, or be
    missing before a capital; the case must agree. The first of two equal names wins."""

    def __init__(self, names: Iterable[tuple[str, Payload]]) -> None:
        self._by_first: dict[str, list[tuple[int, str, Payload]]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}
        seen: set[str] = set()
        for name, payload in names:
            word = _WORD.match(name)
            if name in seen or word is None:
                continue
            seen.add(name)
            self._by_first.setdefault(word[0], []).append((len(name), name, payload))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -entry[0])

    def find(self, text: str) -> Iterator[tuple[int, int, Payload]]:
        """(start, end, payload) of every name in the text, longest first, without overlaps."""
        done = 0
        for word in _WORD.finditer(text):
            for start, first in _starts(word):
                if start < done or _inside_compound(text, start):
                    continue
                found = self._at(text, start, first)
                if found is not None:
                    done = found[1]
                    yield found

    def _at(self, text: str, start: int, first: str) -> tuple[int, int, Payload] | None:
        for _, name, payload in self._by_first.get(first, ()):
            pattern = self._patterns.get(name) or self._patterns.setdefault(name, _pattern(name))
            match = pattern.match(text, start)
            if match is not None:
                return match.start(), match.end(), payload
        return None


def _inside_compound(text: str, start: int) -> bool:
    """ "Noord-Amerika" names no America: a name doesn't begin behind a hyphen inside a word."""
    return start > 1 and text[start - 1] == "-" and text[start - 2].isalpha()


def _starts(word: re.Match[str]) -> Iterator[tuple[int, str]]:
    """Where a name may begin in a word, with the word that it would begin with."""
    whole = word[0]
    yield word.start(), whole
    cuts = [m.end() for m in _SEGMENT.finditer(whole) if len(whole) - m.end() >= _GLUED_LENGTH]
    if not cuts:
        return
    bounds = [*cuts, len(whole)]
    if whole[0].isalpha():
        yield word.start(), whole[: bounds[0]]
    for begin, end in pairwise(bounds):
        yield word.start() + begin, whole[begin:]
        if end < len(whole):
            yield word.start() + begin, whole[begin:end]


def _pattern(name: str) -> re.Pattern[str]:
    words = name.split()
    body = re.escape(words[0])
    for word in words[1:]:
        body += (r"\s*" if word[0].isupper() else r"\s+") + re.escape(word)
    body = body.replace("/", r"\s?/\s?").replace(r"\-", r"-\s?")
    ends_in_letter = not words[-1][-1].isdigit()
    return re.compile(body + (r"(?![^\W\d_])" if ends_in_letter else r"(?!\w)"))
