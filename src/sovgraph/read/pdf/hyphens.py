"""What becomes of a hyphen at the end of a line: cut out, kept, or kept with a blank after it."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sovgraph.read.pdf.page import LINE_END
from sovgraph.resources import folder

_HYPHENS = ("-", LINE_END, "\u00ad", "\u2011")
_HANGING = re.compile(r"(?:en|of|en/of|dan|tot|noch|als|respectievelijk|resp\.)\b")
""" "West-" and "Noord-" before "en Oost-Afrika"."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*$")
_ADDRESS_GOES_ON = re.compile(r"[/?&=#%_~.-]|[\w-]*[/=&_%.][\w/]|[\w-]*\d[\w-]*(?:\s|$)")


class Hyphens:
    """Decides by the words of the paper itself first: "Kamer-lid" or "Kamerlid", whichever it prints elsewhere."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = Counter(word.strip(".,;:?!()[]«»\"'“”‘’").lower() for word in words)

    def joined(self, before: str, after: str) -> tuple[str, str]:
        """The end of a line as it is printed in our text, and what stands between it and the next word."""
        if _ADDRESS.search(before):
            goes_on = before[-1] in "/-_.=?&%" or before.endswith(LINE_END) or _ADDRESS_GOES_ON.match(after)
            return before.replace(LINE_END, "-"), "" if goes_on else " "
        if not before.endswith(_HYPHENS) or len(before) < 2 or not before[-2].isalnum():
            return before.replace(LINE_END, "-"), " "
        stem = before[:-1]
        if _HANGING.match(after):
            return f"{stem}-", " "
        return (f"{stem}-" if self._is_true(stem, after) else stem), ""

    def _is_true(self, stem: str, after: str) -> bool:
        first = re.sub(r"^\W+", "", stem)
        rest = re.match(r"[\w'’-]+", after)
        if rest is None or not after[0].islower():
            return True  # "Noord-Afrika", "20-jarige" with its figures, "Huizinga-Heringa"
        whole, apart = (first + rest.group()).lower(), f"{first}-{rest.group()}".lower()
        if self._known[whole] != self._known[apart]:
            return self._known[apart] > self._known[whole]
        last = first.rsplit("-", 1)[-1]
        # abbreviations keep it: "JA21-fractie", "EU-lidstaat", "A-status"
        short = last.isupper() or any(map(str.isdigit, last)) or sum(map(str.isupper, last)) > 1
        return short or bool(_kept(last.lower(), rest.group().lower()))


def _kept(first: str, rest: str) -> bool:
    """Whether the list has "first-" before any word, or before one that begins so."""
    return any(first == a and rest.startswith(b) for a, b in _list())


@cache
def _list() -> tuple[tuple[str, str], ...]:
    lines = (folder("ontology") / "hyphenated.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("-", 1)) for line in lines if line and not line.startswith("#"))  # type: ignore[misc]
