"""The Tweede Kamer's OData service: the rows of a dossier, and registers as a whole, page by page."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from sovgraph.harvest.base import Got, Row, Selection
from sovgraph.harvest.checks import odata_page
from sovgraph.harvest.errors import NotHad
from sovgraph.harvest.fetching import Fetcher
from sovgraph.resources import read_tsv

CHUNK = 15
"""So many ids in one filter: the service refuses filters of more than a hundred nodes."""
MAX_PAGES = 5_000

_GUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DOSSIER = re.compile(r"(\d+)(?:-(.+))?")
EXISTS = "Verwijderd eq false"
"""Rows that were taken back come along otherwise, with all their fields empty."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of odata.tsv."""

    what: str
    entity: str
    scope: str
    key: str
    expand: str


@cache
def asked() -> tuple[Asked, ...]:
    return tuple(Asked(**row) for row in read_tsv(Path(__file__).with_name("odata.tsv")))


def canonical(page: dict[str, Any]) -> bytes:
    """The same rows give the same bytes: keys sorted, rows by Id wherever a list holds rows."""
    text = json.dumps(_ordered(page), ensure_ascii=False, sort_keys=True, indent=1)
    return text.encode("utf-8", "backslashreplace") + b"\n"


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _ordered(inner) for name, inner in value.items()}
    if not isinstance(value, list):
        return value
    found = [_ordered(inner) for inner in value]
    if all(isinstance(row, dict) and isinstance(row.get("Id"), str) for row in found):
        found.sort(key=lambda row: (row["Id"], json.dumps(row, sort_keys=True)))
    return found


def address(base: str, entity: str, filters: str, expand: str = "") -> str:
    words = {"$filter": filters, "$orderby": "Id"} | ({"$expand": expand} if expand else {})
    return f"{base}{entity}?{urlencode(words, quote_via=quote, safe='$(),=/:')}"


def pages(fetcher: Fetcher, entity: str, name: str, url: str) -> Iterator[dict[str, Any]]:
    """Each page of an answer, kept as odata/ENTITY/NAME-0001.json and on if it has rows; what fails is a row of the
    manifest, and ends it."""
    seen: set[str] = set()
    number = 0
    while True:
        path = f"odata/{entity}/{name}-{number + 1:04}.json"
        try:
            row, body = fetcher.listed(url, "json")
        except NotHad as error:
            fetcher.told(Row(path=path, url=url, status=Got.FAILED, reason=error.reason))
            return
        seen.add(row.url)
        page = odata_page(body)
        yield page
        if page["value"]:
            number += 1
            fetcher.given(path, row.url, canonical(page), row)
        link = page.get("@odata.nextLink")
        if link is None:
            break
        try:
            url = fetcher.services.resolved(str(link), row.url)
        except NotHad as error:
            fetcher.problem(f"odata/{entity}", str(link)[:300], error.reason)
            return
        if url in seen or len(seen) >= MAX_PAGES:
            fetcher.problem(f"odata/{entity}", url, "the pages of the answer lead back to an earlier one")
            return
    _forget_later(fetcher, f"odata/{entity}/{name}", number)


def _forget_later(fetcher: Fetcher, stem: str, number: int) -> None:
    """Pages that a longer answer of an earlier run left."""
    _forget(fetcher, re.compile(re.escape(stem) + r"-(\d{4})\.json"), number)


def _forget_parts(fetcher: Fetcher, stem: str, number: int) -> None:
    """The same for parts of a filter, when there are fewer cases than there were."""
    _forget(fetcher, re.compile(re.escape(stem) + r"(\d{4})-\d{4}\.json"), number)


def _forget(fetcher: Fetcher, pattern: re.Pattern[str], number: int) -> None:
    folder = fetcher.folder
    for path in sorted({*folder.rows, *folder.done}) if folder else ():
        found = pattern.fullmatch(path)
        if found and int(found[1]) > number:
            fetcher.forget(path)


def fetch_dossiers(fetcher: Fetcher, selection: Selection) -> None:
    """What is asked for of each dossier, in the order of odata.tsv."""
    wanted = [a for a in asked() if a.what in selection.what and a.scope in ("dossier", "cases")]
    for dossier in selection.dossiers if wanted else ():
        filters = dossier_filter(dossier)
        found = _ids(fetcher, "Kamerstukdossier", dossier, filters, "") if filters else ()
        if found is None:
            continue
        if not found:
            path = f"odata/Kamerstukdossier/dossier-{dossier}-0001.json"
            reason = "the Tweede Kamer has no such dossier"
            fetcher.told(Row(path=path, url=fetcher.services.odata, status=Got.MISSING, reason=reason))
            continue
        _fetch_dossier(fetcher, wanted, dossier, found, selection.since)


def _fetch_dossier(fetcher: Fetcher, wanted: list[Asked], name: str, found: Sequence[str], since: date | None) -> None:
    changed = f" and GewijzigdOp ge {since}T00:00:00Z" if since else ""
    in_dossier, stem = _any("Kamerstukdossier", found), f"{name}-since-{since}" if since else name
    cases: tuple[str, ...] | None = None
    for a in wanted:
        if a.scope == "dossier":
            _ids(fetcher, a.entity, stem, f"{EXISTS} and {in_dossier}{changed}", a.expand)
            continue
        if cases is None:
            plain = next(x for x in asked() if x.entity == "Zaak")
            cases = _ids(fetcher, "Zaak", name, f"{EXISTS} and {in_dossier}", plain.expand) or ()
        for start in range(0, len(cases), CHUNK):
            chunk, part = _any(a.key, cases[start : start + CHUNK]), start // CHUNK + 1
            _ids(fetcher, a.entity, f"{stem}-part{part:04}", f"{EXISTS} and {chunk}{changed}", a.expand)
        _forget_parts(fetcher, f"odata/{a.entity}/dossier-{stem}-part", -(-len(cases) // CHUNK))


def dossier_filter(dossier: str) -> str:
    """Of "36600-XVI"; nothing for dossiers of the Eerste Kamer that have letters only."""
    found = _DOSSIER.fullmatch(dossier)
    if not found:
        return ""
    suffix = found[2].replace("'", "''") if found[2] else ""
    return (
        f"{EXISTS} and Nummer eq {int(found[1])} and Toevoeging eq {chr(39) + suffix + chr(39) if suffix else 'null'}"
    )


def _any(key: str, ids: Sequence[str]) -> str:
    return f"{key}/any(x:{' or '.join(f'x/Id eq {guid}' for guid in ids)})"


def _ids(fetcher: Fetcher, entity: str, name: str, filters: str, expand: str) -> tuple[str, ...] | None:
    """Keeps the rows of a dossier, and gives their ids sorted; None when a page failed."""
    url = address(fetcher.services.odata, entity, filters, expand)
    found: set[str] = set()
    complete = False
    for page in pages(fetcher, entity, f"dossier-{name}", url):
        found.update(row["Id"] for row in page["value"] if _GUID.fullmatch(row["Id"]))
        complete = "@odata.nextLink" not in page
    return tuple(sorted(found)) if complete else None


def fetch_registers(fetcher: Fetcher, selection: Selection) -> None:
    """Persons, parties, committees as a whole."""
    for a in asked():
        if a.what in selection.what and a.scope == "whole":
            url = address(fetcher.services.odata, a.entity, EXISTS, a.expand)
            for _ in pages(fetcher, a.entity, "all", url):
                pass


def planned(fetcher: Fetcher, selection: Selection) -> list[Row]:
    """What would be asked of OData, for a dry run: addresses that are known before the first answer."""
    rows = []
    for a in asked():
        if a.what not in selection.what:
            continue
        if a.scope == "whole":
            url = address(fetcher.services.odata, a.entity, EXISTS, a.expand)
            rows.append(Row(path=f"odata/{a.entity}/all-0001.json", url=url, status=Got.MISSING))
            continue
        for dossier in selection.dossiers:
            url = f"{fetcher.services.odata}{a.entity}"
            rows.append(Row(path=f"odata/{a.entity}/dossier-{dossier}-0001.json", url=url, status=Got.MISSING))
    return rows
