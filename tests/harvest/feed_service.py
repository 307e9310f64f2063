"""The SyncFeed: per category the changed rows, oldest first, each at a token; pages link to the next."""

from dataclasses import dataclass
from xml.sax.saxutils import escape

from tests.harvest.odata_service import OData


@dataclass(frozen=True)
class Change:
    token: int
    category: str
    id: str
    updated: str


class Feeds:
    """`changes` is the whole feed; `size` entries a page."""

    def __init__(self, base: str, odata: OData, size: int = 3) -> None:
        self.base, self.odata, self.size = base, odata, size
        self.changes: list[Change] = []

    def change(self, token: int, category: str, name: str, updated: str) -> None:
        self.changes.append(Change(token, category, name, updated))

    def answer(self, words: dict[str, str]) -> tuple[int, bytes]:
        category, after = words["category"], int(words.get("skiptoken", "0"))
        found = [c for c in sorted(self.changes, key=lambda c: c.token) if c.category == category and c.token > after]
        shown = found[: self.size]
        more = len(found) > self.size
        last = shown[-1].token if shown else after
        at = f"{self.base}/SyncFeed/2.0/Feed?category={category}&skiptoken={last}"
        link = f'<link rel="{"next" if more else "resume"}" href="{escape(at)}"/>'
        return 200, (
            '<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>Nagebootste SyncFeed</title>{link}{''.join(map(self.entry, shown))}</feed>"
        ).encode()

    def entry(self, change: Change) -> str:
        term = change.category.lower()
        return (
            f"<entry><title>{change.id}</title><id>{self.base}/SyncFeed/2.0/Entiteiten/{change.id}</id>"
            f'<updated>{change.updated}</updated><category term="{term}"/><content type="application/xml">'
            f'<{term} xmlns="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="{change.id}"/></content></entry>'
        )
