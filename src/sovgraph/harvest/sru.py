"""The SRU 2.0 service: pages of records, and all records of a query however many there are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.harvest.cql import Query
from sovgraph.harvest.errors import NotHad
from sovgraph.harvest.fetching import Fetcher
from sovgraph.model import Source
from sovgraph.read.safe_xml import parse_xml

PAGE = 100
_ITEM = re.compile(r"[a-z]{1,20}")


@dataclass(frozen=True, slots=True)
class Record:
    """One publication. `items` maps a manifestation (xml, html, pdf, metadata) to its address; `xml` is an answer
    with this record only; `listed` the address of the answer that it stood in."""

    identifier: str
    items: dict[str, str]
    rubric: str
    xml: bytes
    listed: str


@dataclass(frozen=True, slots=True)
class Page:
    total: int
    records: tuple[Record, ...]
    nameless: int = 0

    @property
    def length(self) -> int:
        return len(self.records) + self.nameless


def parse_page(data: bytes, url: str) -> Page:
    """Elements are known by name, whatever prefix or namespace they have. Raises NotHad for a diagnostic, and for an
    answer that isn't of the schema."""
    try:
        root, _ = parse_xml(Source(url, data, "", "application/xml"))
    except ReadError as error:
        raise NotHad(str(error).removeprefix(f"{url}: ")) from error
    for found in _all(root, "diagnostic"):
        raise NotHad(f"the SRU service refuses the query: {_diagnostic(found)}")
    number = _text(root, "numberOfRecords")
    if etree.QName(root).localname != "searchRetrieveResponse" or not number.isdigit():
        raise NotHad("no numberOfRecords in the SRU answer; has the service's schema changed?")
    records = [_record(element, root, url) for element in _all(root, "record")]
    named = tuple(r for r in records if r.identifier)
    return Page(int(number), named, len(records) - len(named))


def _record(element: etree._Element, root: etree._Element, url: str) -> Record:
    items = {
        item.get("manifestation", ""): (item.text or "").strip()
        for item in _all(element, "itemUrl")
        if _ITEM.fullmatch(item.get("manifestation", ""))
    }
    identifier, rubric = _text(element, "identifier"), _text(element, "subrubriek")
    return Record(identifier, items, rubric, _alone(element, root), url)


def _alone(element: etree._Element, root: etree._Element) -> bytes:
    """An answer that holds this record only, without its position, so that it is the same in every listing."""
    for position in _all(element, "recordPosition"):
        position.getparent().remove(position)
    element.tail = None
    space = f"{{{etree.QName(root).namespace}}}" if etree.QName(root).namespace else ""
    answer = etree.Element(root.tag, nsmap={root.prefix: etree.QName(root).namespace} if space else None)
    etree.SubElement(answer, f"{space}version").text = "2.0"
    etree.SubElement(answer, f"{space}numberOfRecords").text = "1"
    etree.SubElement(answer, f"{space}records").append(element)
    data: bytes = etree.tostring(answer, method="c14n", exclusive=True)
    return data + b"\n"


def _diagnostic(element: etree._Element) -> str:
    parts = (_text(element, "message"), _text(element, "details"), _text(element, "uri"))
    return "; ".join(part for part in parts if part)[:300] or "no reason given"


def _all(element: etree._Element, name: str) -> list[etree._Element]:
    return list(element.iter(f"{{*}}{name}"))


def _text(element: etree._Element, name: str) -> str:
    found = next(iter(_all(element, name)), None)
    return (found.text or "").strip() if found is not None else ""


@dataclass(slots=True)
class Listing:
    """All records of queries. The service gives no record from number `wall` on, so a query that finds more is split
    by day, then by identifier; what the parts don't give together is told as a problem."""

    fetcher: Fetcher
    wall: int
    size: int = PAGE
    _seen: set[str] = field(default_factory=set)

    def records(self, query: Query) -> Iterator[Record]:
        """Each record of this query once. Raises NotHad when the query as a whole can't be asked."""
        total, problems = self._page(query, 1).total, len(self.fetcher.problems)
        self._seen.clear()
        yield from self._below(query)
        if total >= self.wall and len(self._seen) < total:
            yield from self._below(Query(query.clauses, undated=True))
        if len(self._seen) < total and len(self.fetcher.problems) == problems:
            reason = f"the listing says {total} records and gives {len(self._seen)}; run it again"
            self.fetcher.problem("sru", self._url(query, 1), reason)

    def _below(self, query: Query) -> Iterator[Record]:
        try:
            page = self._page(query, 1)
        except NotHad as error:
            self.fetcher.problem("sru", self._url(query, 1), error.reason)
            return
        parts = query.parts() if page.total >= self.wall else ()
        if page.total and not parts:
            yield from self._pages(query, page)
        for part in parts:
            yield from self._below(part)

    def _pages(self, query: Query, page: Page) -> Iterator[Record]:
        start = 1
        while True:
            for record in page.records:
                if record.identifier not in self._seen:
                    self._seen.add(record.identifier)
                    yield record
            start += page.length
            if page.nameless:
                reason = f"{page.nameless} record(s) without identifier; has the service's schema changed?"
                self.fetcher.problem("sru", self._url(query, start), reason)
            if start > page.total or not page.length:
                return
            try:
                page = self._page(query, start)
            except NotHad as error:
                yield from self._after_wall(query, start, error)
                return

    def _after_wall(self, query: Query, start: int, error: NotHad) -> Iterator[Record]:
        """A later page failed: with 504 the wall is nearer than was known, so the parts are asked instead."""
        parts = query.parts() if error.status == 504 else ()
        if not parts:
            self.fetcher.problem("sru", self._url(query, start), error.reason)
        for part in parts:
            yield from self._below(part)

    def _url(self, query: Query, start: int) -> str:
        size = min(self.size, max(1, self.wall - start))
        words = {"httpAccept": "application/xml", "startRecord": start, "maximumRecords": size, "query": query.text}
        base = self.fetcher.services.sru
        return base + ("&" if "?" in base else "?") + urlencode(words)

    def _page(self, query: Query, start: int) -> Page:
        url = self._url(query, start)
        return parse_page(self.fetcher.listing(url, "xml"), url)
