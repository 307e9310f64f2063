"""Changes as an Atom feed (RFC 4287) or a JSON Feed 1.1. Days come from the data, ids from IRIs: the same each time."""

import json
import re
from collections.abc import Iterator
from html import escape
from urllib.parse import quote

from sovgraph.diff.changes import Change, Changes
from sovgraph.report.model import Source

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEVER = "1970-01-01"
"""Stands as the day of a feed over a store without a single date, where the format asks for one."""


def write_atom(changes: Changes, address: str = "") -> str:
    """The newest change first. `address`: where the feed will be found, for its link to itself."""
    report = changes.report
    link = f'<link rel="self" type="application/atom+xml" href="{_xml(address)}"/>\n' if address else ""
    entries = "".join(_entry(change, changes) for change in _newest(changes))
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="{_ATOM}" xml:lang="{report.lang}">\n'
        f"<id>{_xml(feed_id(changes))}</id>\n<title>{_xml(feed_title(changes))}</title>\n"
        f"<updated>{_time(_updated(changes))}</updated>\n<author><name>sovgraph</name></author>\n"
        f'{link}<generator uri="https://w3id.org/sovgraph">sovgraph</generator>\n{entries}</feed>\n'
    )


def _entry(change: Change, changes: Changes) -> str:
    alternate = _address(change)
    link = f'<link rel="alternate" href="{_xml(alternate)}"/>\n' if alternate else ""
    return (
        f"<entry>\n<id>{_xml(change_id(change))}</id>\n<title>{_xml(change.title)}</title>\n"
        f"<updated>{_time(_day(change, changes))}</updated>\n{link}"
        f'<category term="{_xml(change.section)}" label="{_xml(change.topic)}"/>\n'
        f'<content type="html">{_xml(_content(change))}</content>\n</entry>\n'
    )


def write_json_feed(changes: Changes, address: str = "") -> str:
    """The same as JSON Feed; texts in the language of the report."""
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": feed_title(changes)}
    if address:
        feed["feed_url"] = address
    feed["language"] = changes.report.lang
    feed["authors"] = [{"name": "sovgraph"}]
    feed["items"] = [_item(change, changes) for change in _newest(changes)]
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _item(change: Change, changes: Changes) -> dict[str, object]:
    item: dict[str, object] = {"id": change_id(change), "title": change.title}
    if _address(change):
        item["url"] = _address(change)
    item["content_html"] = _content(change)
    item["date_published"] = item["date_modified"] = _time(_day(change, changes))
    item["tags"] = [change.section]
    return item


def feed_id(changes: Changes) -> str:
    """A tag URI (RFC 4151) that names what the feed is about, not where it stands."""
    about = "".join(f":{quote(kind)}={quote(name)}" for kind, name in changes.filters)
    return f"tag:w3id.org,2026:sovgraph:{changes.report.name}:{changes.report.lang}{about}"


def feed_title(changes: Changes) -> str:
    return ": ".join((changes.report.title, *(name for _, name in changes.filters)))


def change_id(change: Change) -> str:
    """The IRI of the thing with what happened to it and when, and what sets it apart from others on that day."""
    what = f"{change.section}-lost" if change.is_lost else change.section
    parts = [what, *(quote(part.rpartition("/id/")[2], safe="") for part in change.key[1:] if part)]
    thing = change.key[0]
    return f"{thing}{';' if '#' in thing else '#'}change={':'.join(parts)}"


def _newest(changes: Changes) -> Iterator[Change]:
    return iter(sorted(changes.entries, key=lambda e: (_day(e, changes), e.section, e.title), reverse=True))


def _day(change: Change, changes: Changes) -> str:
    return change.day or changes.report.on or _NEVER


def _updated(changes: Changes) -> str:
    return max((_day(change, changes) for change in changes.entries), default=changes.report.on or _NEVER)


def _time(day: str) -> str:
    return f"{day}T00:00:00Z"


def _address(change: Change) -> str:
    """The official page of the paper, else the IRI of the thing."""
    pages = [source.address for source in change.shown.row.sources if source.address]
    return (*pages, change.shown.row.thing)[0]


def _content(change: Change) -> str:
    return "".join(_quoted(source) for source in change.shown.row.sources) or f"<p>{escape(change.title)}</p>"


def _quoted(source: Source) -> str:
    label = escape(f"{source.label}, {source.place}")
    if source.address.startswith("https://"):
        label = f'<a href="{escape(source.address)}">{label}</a>'
    return f'<blockquote lang="nl">{escape(source.sentence)}</blockquote><p>{label}</p>'


def _xml(text: str) -> str:
    """Text without what XML can't hold."""
    return escape(_NOT_XML.sub("\ufffd", text))
