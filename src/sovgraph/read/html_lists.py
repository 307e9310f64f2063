"""The numbers of list items of a web page, as a browser prints them."""

from lxml import etree

from sovgraph.read.numerals import FORMS, numeral, whole
from sovgraph.read.paths import tag_of

_STYLES = {
    "lower-alpha": "a",
    "upper-alpha": "A",
    "lower-latin": "a",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_PRINTED = frozenset(("ol", "li-nr", "li_nr", "linr", "lidnr", "nr", "list-nr", "nummer"))


class ListMarks:
    """The marks of the items of one page; the positions in a list are counted once."""

    def __init__(self) -> None:
        self._values: dict[etree._Element, dict[etree._Element, int]] = {}

    def of(self, item: etree._Element) -> str:
        """ "2." or "b." of an ordered list, "-" of an unordered one; "" where the number is printed in the item."""
        holder = item.getparent()
        if holder is None or printed_number(item) is not None:
            return ""
        style = _style(holder)
        if style == "none":
            return ""
        if tag_of(holder) != "ol":
            return "" if "expliciet" in (holder.get("class") or "").split() else "-"
        if holder not in self._values:
            self._values[holder] = _positions(holder)
        kind = holder.get("type") or style
        return f"{numeral(self._values[holder].get(item, 1), FORMS.get(_STYLES.get(kind, kind), 'decimal'))}."


def printed_number(item: etree._Element) -> etree._Element | None:
    """The element that holds the item's printed number (`<span class="ol">a.</span>`), if it begins with one."""
    node = item
    while True:
        if (node.text or "").strip():
            return None
        first = next((child for child in node if tag_of(child)), None)
        if first is None:
            return None
        if _PRINTED & set((first.get("class") or "").split()) and len("".join(first.itertext()).strip()) <= 8:
            return first
        node = first


def _positions(holder: etree._Element) -> dict[etree._Element, int]:
    items = [child for child in holder if tag_of(child) == "li"]
    step = -1 if holder.get("reversed") is not None else 1
    value = whole(holder.get("start"), 1 if step > 0 else len(items)) - step
    values = {}
    for each in items:
        value = whole(each.get("value"), value + step)
        values[each] = value
    return values


def _style(holder: etree._Element) -> str:
    declared = (holder.get("style") or "").replace(" ", "").lower()
    for part in declared.split(";"):
        name, _, value = part.partition(":")
        if name in ("list-style", "list-style-type"):
            return value
    named = (holder.get("class") or "").lower().split()
    return next((style for style in _STYLES if style in named), "none" if "list-style-none" in named else "")
