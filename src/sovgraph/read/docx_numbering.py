"""The numbers that Word prints before paragraphs: they stand in no text, only in numbering.xml, and are counted."""

import re
from dataclasses import dataclass, field

from lxml import etree

from sovgraph.read.docx_package import Package, toggle, value
from sovgraph.read.flow import attribute, child
from sovgraph.read.numerals import numeral, whole
from sovgraph.read.paths import tag_of

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
BULLET = "•"
_MOST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    form: str
    text: str
    restart: int | None
    """The level (from 1) after which this one begins anew; 0: never, None: after any above it."""
    legal: bool
    style: str


@dataclass(slots=True)
class _Number:
    """A `num`: its list, levels of its own, and where it begins anew."""

    abstract: str
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)
    used: set[int] = field(default_factory=set)


class Numbering:
    """Counts the paragraphs of each list in the order of the text."""

    def __init__(self, package: Package) -> None:
        root = package.root("numbering")
        elements = list(root) if root is not None else []
        self._package = package
        self._lists: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}
        self._numbers: dict[str, _Number] = {}
        self._counts: dict[str, list[int | None]] = {}
        for element in elements:
            if tag_of(element) == "abstractNum":
                name = attribute(element, "abstractNumId") or ""
                self._lists[name] = dict(_level(e) for e in element if tag_of(e) == "lvl")
                self._linked[name] = value(element, "numStyleLink") or ""
        for element in elements:
            if tag_of(element) == "num":
                self._numbers[attribute(element, "numId") or ""] = _number(element)

    def label(self, number: str, level: int | None, style: str) -> str:
        """The printed number of the next paragraph of this list and level; "" where none is printed."""
        num = self._numbers.get(number)
        if num is None:
            return ""
        abstract, levels = self._levels(num)
        if level is None:
            level = next((i for i, one in sorted(levels.items()) if style and one.style == style), 0)
        level = min(max(level, 0), LEVELS - 1)
        counts = self._count(num, abstract, levels, level)
        return _printed(levels, counts, level)

    def _levels(self, num: _Number) -> tuple[str, dict[int, Level]]:
        """The levels of a list, by its style when it is only a name for one."""
        abstract = num.abstract
        for _ in range(LEVELS):
            link = self._linked.get(abstract)
            linked = self._numbers.get(self._package.style_numbering(link)[0] or "") if link else None
            if linked is None or linked.abstract == abstract:
                break
            abstract = linked.abstract
        return abstract, {**self._lists.get(abstract, {}), **num.levels}

    def _count(self, num: _Number, abstract: str, levels: dict[int, Level], level: int) -> list[int | None]:
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        before = counts[level]
        if level in num.starts and level not in num.used:
            counts[level] = num.starts[level]
        elif before is None:
            counts[level] = levels[level].start if level in levels else 1
        else:
            counts[level] = before + 1
        num.used.add(level)
        for deeper in range(level + 1, LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or level < restart:
                counts[deeper] = None
        for above in range(level):
            if counts[above] is None:
                counts[above] = num.starts.get(above, levels[above].start if above in levels else 1)
        return counts


def _printed(levels: dict[int, Level], counts: list[int | None], level: int) -> str:
    own = levels.get(level)
    if own is None or (own.form == "none" and not _PLACE.search(own.text)):
        return own.text.strip() if own is not None else ""
    if own.form == "bullet":
        return BULLET if _PRIVATE.search(own.text) or own.text in ("o", "§", "Ø", "ü", "v") else own.text.strip()

    def fill(match: re.Match[str]) -> str:
        index = int(match.group(1)) - 1
        form = levels[index].form if index in levels else "decimal"
        return numeral(counts[index] or 0, "decimal" if own.legal else form)

    return _PLACE.sub(fill, own.text)[:_MOST_LABEL].strip()


def _number(element: etree._Element) -> _Number:
    number = _Number(value(element, "abstractNumId") or "")
    for override in element:
        if tag_of(override) != "lvlOverride":
            continue
        index = whole(attribute(override, "ilvl"))
        own = child(override, "lvl")
        if own is not None:
            number.levels[index] = _level(own)[1]
        start = value(override, "startOverride")
        if start is not None:
            number.starts[index] = whole(start, 1)
    return number


def _level(element: etree._Element) -> tuple[int, Level]:
    restart = value(element, "lvlRestart")
    level = Level(
        whole(value(element, "start"), 0 if value(element, "start") is None else 1),
        value(element, "numFmt") or value(element, "Choice", "numFmt") or "decimal",
        value(element, "lvlText") or "",
        whole(restart) if restart is not None else None,
        bool(toggle(element, "isLgl")),
        value(element, "pStyle") or "",
    )
    return whole(attribute(element, "ilvl")), level
