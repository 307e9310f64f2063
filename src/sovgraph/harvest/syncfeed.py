"""The SyncFeed: which rows changed since a day. The feed only names them; the rows themselves are asked of OData."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit

from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.harvest.base import Selection
from sovgraph.harvest.checks import odata_page
from sovgraph.harvest.errors import NotHad
from sovgraph.harvest.fetching import Fetcher
from sovgraph.harvest.odata import CHUNK, address, canonical
from sovgraph.model import Source
from sovgraph.read.safe_xml import parse_xml
from sovgraph.resources import read_tsv

TOKENS = 1 << 34
"""No skiptoken is near this."""
STRIDE = 16
"""How far the search for a token reaches beyond the last one known, until it has reached too far."""
MAX_PAGES = 20_000
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_FRACTION = re.compile(r"\.(\d{1,6})\d*")


@dataclass(frozen=True, slots=True)
class FeedPage:
    """Entries as (time of change, id), and the address of the next page; at the end of the feed there is none."""

    entries: tuple[tuple[datetime, str], ...]
    next: str


def parse_feed(data: bytes, url: str) -> FeedPage:
    """Raises NotHad for what isn't such a feed."""
    try:
        root, _ = parse_xml(Source(url, data, "", "application/xml"))
    except ReadError as error:
        raise NotHad(str(error).removeprefix(f"{url}: ")) from error
    if etree.QName(root).localname != "feed":
        raise NotHad(f"<{etree.QName(root).localname}> instead of an Atom feed; has the service's schema changed?")
    links = {e.get("rel", ""): e.get("href", "") for e in root.iterfind("{*}link")}
    return FeedPage(tuple(_entry(e) for e in root.iterfind("{*}entry")), links.get("next", ""))


def _entry(element: etree._Element) -> tuple[datetime, str]:
    name = (element.findtext("{*}title") or "").strip().lower()
    text = (element.findtext("{*}updated") or "").strip()
    try:
        moment = datetime.fromisoformat(_FRACTION.sub(r".\1", text))
    except ValueError:
        moment = None
    if not _GUID.fullmatch(name) or moment is None:
        raise NotHad("an entry of the feed without id or time of change; has the service's schema changed?")
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC), name


def _token_of(link: str) -> int:
    """The skiptoken of a next link, 0 when it has none."""
    value = dict(parse_qsl(urlsplit(link).query)).get("skiptoken", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 12 else 0


@dataclass(frozen=True, slots=True)
class Feed:
    """One category. A page is asked for by its token: the entries that come after it, oldest first."""

    fetcher: Fetcher
    category: str

    def changed(self, since: date) -> tuple[str, ...]:
        """Ids of the rows changed on this day or later, sorted. Raises NotHad."""
        start = datetime(since.year, since.month, since.day, tzinfo=UTC)
        found = {name for page in self._pages(self._token(start)) for moment, name in page.entries if moment >= start}
        return tuple(sorted(found))

    def _token(self, start: datetime) -> int:
        """A token after which no entry of `start` or later is missed, and few older ones come. It is found by halving,
        as the feed has no filter by time and its beginning lies years back."""
        low, high, reach = 0, TOKENS, 1
        while high - low > 1:
            middle = reach if reach < high else (low + high) // 2
            page = self._page(self._url(middle))
            if not page.entries or page.entries[0][0] >= start:
                high = middle
            elif page.entries[-1][0] >= start:
                return middle
            else:
                low = min(max(middle, _token_of(page.next)), high - 1)
            reach = max(reach, low) * STRIDE
        return low

    def _pages(self, token: int) -> Iterator[FeedPage]:
        url, seen = self._url(token), set[str]()
        while url and url not in seen and len(seen) < MAX_PAGES:
            seen.add(url)
            page = self._page(url)
            yield page
            url = self.fetcher.services.resolved(page.next, url) if page.next else ""
        if url:
            raise NotHad("the pages of the feed lead back to an earlier one")

    def _url(self, token: int) -> str:
        base = self.fetcher.services.syncfeed
        words = {"category": self.category} | ({"skiptoken": token} if token else {})
        return base + ("&" if "?" in base else "?") + urlencode(words)

    def _page(self, url: str) -> FeedPage:
        return parse_feed(self.fetcher.listing(url, "xml"), url)


def fetch_changes(fetcher: Fetcher, selection: Selection) -> None:
    """Rows changed since the day asked for, each as odata/ENTITY/ID.json."""
    if selection.since is None:
        return
    for row in read_tsv(Path(__file__).with_name("changes.tsv")):
        if row["what"] not in selection.what:
            continue
        try:
            changed = Feed(fetcher, row["entity"]).changed(selection.since)
        except NotHad as error:
            fetcher.problem(f"odata/{row['entity']}", fetcher.services.syncfeed, error.reason)
            continue
        for start in range(0, len(changed), CHUNK):
            _fetch_rows(fetcher, row["entity"], row["expand"], changed[start : start + CHUNK])


def _fetch_rows(fetcher: Fetcher, entity: str, expand: str, ids: tuple[str, ...]) -> None:
    """Also rows that were taken back: they come with Verwijderd true, which whoever has them must know."""
    url = address(fetcher.services.odata, entity, " or ".join(f"Id eq {name}" for name in ids), expand)
    try:
        listed, body = fetcher.listed(url, "json")
        page = odata_page(body)
    except NotHad as error:
        fetcher.problem(f"odata/{entity}", url, error.reason)
        return
    rows = {row["Id"].lower(): row for row in page["value"]}
    for name in ids:
        if name in rows:
            context = {"@odata.context": f"{fetcher.services.odata}$metadata#{entity}/$entity"}
            fetcher.given(f"odata/{entity}/{name}.json", url, canonical(context | rows[name]), listed)
    lost = [name for name in ids if name not in rows]
    if lost:
        fetcher.problem(f"odata/{entity}", url, f"the feed names rows that OData doesn't give: {', '.join(lost)}")
