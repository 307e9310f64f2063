"""Where people read what an identifier names: the addresses of the official sites. They are links, not IRIs.

A link that leads nowhere is worse than none: what only names a series, or a part that has no page of its own, has no
address.
"""

from collections.abc import Callable
from urllib.parse import quote

from sovgraph.identifiers.base import IdKind, OfficialId
from sovgraph.identifiers.papers import ITEMS_SINCE, pages_of

_PUBLISHER = "https://zoek.officielebekendmakingen.nl"
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="
_ACTS = "https://wetten.overheid.nl"
_BY_ACT_SINCE = 2023
"""Since October of this year each act in the Official Journal has a number of its own; before, each issue had one."""
_LEAST_OF_ACT = 1000
"""The acts of that autumn have higher numbers than this, its issues lower ones."""


def web_address(item: OfficialId) -> str | None:
    """The page of the official site; None for a series that has none (letter numbers, Council papers)."""
    make = _PAGES.get(item.kind)
    return make(item) if make is not None else None


def _published(item: OfficialId) -> str | None:
    return f"{_PUBLISHER}/{quote(str(item))}.html"


def _kst(item: OfficialId) -> str | None:
    """Without a number it is a dossier, which has another page."""
    return _published(item) if item.field("number") or item.field("raw") else None


def _handelingen(item: OfficialId) -> str | None:
    """A meeting has no page of its own: its items have, in old sessions its ranges of pages."""
    if item.field("raw") or pages_of(item):
        return _published(item)
    by_item = int((item.field("years") or "0")[:4]) >= ITEMS_SINCE
    return _published(item) if by_item and item.field("second") else None


def _commission(item: OfficialId) -> str | None:
    series, number = item.field("series"), (item.field("number") or "").zfill(4)
    return f"{_EUR_LEX}{series}:{item.field('year')}:{number}:FIN" if series in ("COM", "SWD") else None


def _journal(item: OfficialId) -> str | None:
    """The table of contents of an issue, or the act itself where the number is that of an act."""
    year, series, number = item.field("year") or "", item.field("series"), item.field("number") or ""
    if series not in ("L", "C") or not number.isdigit():
        return None
    by_act = int(year) > _BY_ACT_SINCE or (int(year) == _BY_ACT_SINCE and int(number) >= _LEAST_OF_ACT)
    if not by_act:
        sure = int(year) < _BY_ACT_SINCE or series == "L" or item.field("page") is not None
        return f"{_EUR_LEX}OJ:{series}:{year}:{number.zfill(3)}:TOC" if sure else None
    return f"{_EUR_LEX}OJ:{series}_{year}{number.zfill(5)}" if item.field("page") is None else None


def _judgment(item: OfficialId) -> str | None:
    country = item.field("country")
    if country == "EU":
        return f"{_EUR_LEX}ecli:{quote(str(item), safe=':')}"
    return f"https://deeplink.rechtspraak.nl/uitspraak?id={quote(str(item))}" if country == "NL" else None


_PAGES: dict[IdKind, Callable[[OfficialId], str | None]] = {
    IdKind.KST: _kst,
    IdKind.HANDELINGEN: _handelingen,
    IdKind.AANHANGSEL: _published,
    IdKind.QUESTIONS: _published,
    IdKind.ANNEX: _published,
    IdKind.STAATSBLAD: _published,
    IdKind.STAATSCOURANT: _published,
    IdKind.TRACTATENBLAD: _published,
    IdKind.DOSSIER: lambda item: f"{_PUBLISHER}/dossier/{quote(str(item).removeprefix('dossier-'))}",
    IdKind.CELEX: lambda item: f"{_EUR_LEX}CELEX:{quote(str(item))}",
    IdKind.ELI: str,
    IdKind.COMMISSION: _commission,
    IdKind.JOURNAL: _journal,
    IdKind.BWB: lambda item: f"{_ACTS}/{quote(str(item))}",
    IdKind.JCI: lambda item: f"{_ACTS}/{quote(str(item), safe=':&=.%')}",
    IdKind.ECLI: _judgment,
    IdKind.CASE: lambda item: f"https://www.tweedekamer.nl/kamerstukken/detail?id={quote(str(item))}",
}
