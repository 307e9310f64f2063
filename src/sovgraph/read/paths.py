"""The place of an element in its source: an XPath without prefixes, with an index only where siblings share a name."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from lxml import etree


def tag_of(element: etree._Element) -> str:
    """The local name; "" for comments and processing instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def steps(element: etree._Element, path: str) -> Iterator[tuple[etree._Element, str, str]]:
    """Each child with its local name and its path below `path`, always with an index: for trees walked once."""
    seen: Counter[str] = Counter()
    for child in element:
        tag = tag_of(child)
        seen[tag] += 1
        yield child, tag, f"{path}/{tag}[{seen[tag]}]"


class Paths:
    """Paths of one tree. The steps below a parent are counted once, so that a long row of siblings costs no more.

    `step` gives what an element is called in a path.
    """

    def __init__(self, step: Callable[[etree._Element], str] = tag_of) -> None:
        self._step = step
        self._steps: dict[etree._Element, dict[etree._Element, str]] = {}
        self._known: dict[etree._Element, str] = {}

    def of(self, element: etree._Element) -> str:
        """ "/officiele-publicatie/kamerstuk/stuk/al[3]"."""
        if element in self._known:
            return self._known[element]
        chain = [element]
        while (above := chain[-1].getparent()) is not None and above not in self._known:
            chain.append(above)
        for each in reversed(chain):
            parent = each.getparent()
            step = self._below(parent)[each] if parent is not None else self._step(each)
            self._known[each] = f"{self._known[parent] if parent is not None else ''}/{step}"
        return self._known[element]

    def _below(self, parent: etree._Element) -> dict[etree._Element, str]:
        if parent not in self._steps:
            names = Counter(self._step(child) for child in parent)
            seen: dict[str, int] = defaultdict(int)
            steps: dict[etree._Element, str] = {}
            for child in parent:
                name = self._step(child)
                seen[name] += 1
                steps[child] = f"{name}[{seen[name]}]" if names[name] > 1 else name
            self._steps[parent] = steps
        return self._steps[parent]
