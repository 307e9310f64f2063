"""Footnotes and endnotes of a Word document: their bodies, and the marks that Word counts for them."""

from collections import Counter

from lxml import etree

from sovgraph.read.docx_package import Package, value
from sovgraph.read.flow import attribute, child
from sovgraph.read.numerals import numeral, whole
from sovgraph.read.paths import tag_of

_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")


class NoteMarks:
    """Bodies by id, and the next mark of each kind."""

    def __init__(self, package: Package) -> None:
        self._bodies: dict[tuple[str, str], tuple[etree._Element, str]] = {}
        self._forms = dict(_FORMS)
        self._starts: Counter[str] = Counter()
        self._anew: set[str] = set()
        self._counts: Counter[str] = Counter()
        for kind in _FORMS:
            self._read(package, kind)
        section = child(package.document, "body", "sectPr")
        for properties in (package.root("settings"), section):
            self._settings(properties)

    def body(self, kind: str, name: str) -> tuple[etree._Element | None, str]:
        """The element of a note with its path; None when the document has no such note."""
        return self._bodies.get((kind, name), (None, ""))

    def next_mark(self, kind: str) -> str:
        self._counts[kind] += 1
        return numeral(self._starts[kind] + self._counts[kind], self._forms[kind])

    def section_ends(self, properties: etree._Element | None) -> None:
        """Where notes are counted by section, they begin anew after the paragraph that ends one."""
        if self._anew and child(properties, "sectPr") is not None:
            for kind in self._anew:
                self._counts[kind] = 0

    def _read(self, package: Package, kind: str) -> None:
        root = package.root(f"{kind}s")
        if root is None:
            return
        part = package.parts[f"{kind}s"][0]
        count = 0
        for element in root:
            if tag_of(element) != kind:
                continue
            count += 1
            if attribute(element, "type") not in _SEPARATORS:
                path = f"{part}#/{tag_of(root)}/{kind}[{count}]"
                self._bodies.setdefault((kind, attribute(element, "id") or ""), (element, path))

    def _settings(self, properties: etree._Element | None) -> None:
        for kind in _FORMS:
            own = child(properties, f"{kind}Pr")
            self._forms[kind] = value(own, "numFmt") or self._forms[kind]
            start = value(own, "numStart")
            if start is not None:
                self._starts[kind] = whole(start, 1) - 1
            if value(own, "numRestart") == "eachSect":
                self._anew.add(kind)
