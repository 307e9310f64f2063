"""A paper as people cite it, from its identifier alone: for papers of which nothing else is known."""

from collections.abc import Callable

from sovgraph.identifiers.base import IdKind, OfficialId
from sovgraph.identifiers.kst import CHAPTERS, is_roman, printed_dossier, readings
from sovgraph.identifiers.papers import pages_of

_CHAMBERS = {"tk": " II", "ek": " I"}


def cited_as(item: OfficialId) -> str:
    """ "Kamerstukken I, 32 317, PS", "Handelingen II 2017-2018, nr. 70, item 4"; "" for other series."""
    words = _SERIES[item.kind](item) if item.kind in _SERIES and item.field("raw") is None else ""
    return f"{words} ({', '.join(item.marks)})" if words and item.marks else words


def _years(item: OfficialId) -> str:
    years = item.field("years")
    return f" {years[:4]}-{years[4:]}" if years else ""


def _kst(item: OfficialId) -> str:
    dossier, number = item.field("dossier") or "", item.field("number")
    if number is None:
        return ""
    kingdom = item.field("kingdom")
    parts = [printed_dossier(dossier, item.field("suffix")).strip() + (f" ({kingdom})" if kingdom else "")]
    parts.append(f"nr. {number}" if number[0].isdigit() else number)
    return f"Kamerstukken{_chamber(item, dossier, number)}{_years(item)}, {', '.join(parts)}"


def _chamber(item: OfficialId, dossier: str, number: str) -> str:
    """Where the shape tells the Chamber: letters and session years are of the Eerste Kamer, figures of the Tweede."""
    if item.field("years") or is_roman(dossier):
        return " I"
    if len({kind for kind, _ in readings(item)}) > 1:
        return ""
    if number.isdigit():
        return " II"
    return " I" if number.isalpha() and (item.field("suffix") or number not in CHAPTERS) else ""


def _handelingen(item: OfficialId) -> str:
    pages = pages_of(item)
    numbers = [item.field(name) for name in ("first", "second")]
    places = []
    if pages is None or item.field("third"):
        places.append(f"nr. {numbers[0]}")
    if pages is not None:
        places.append(f"p. {pages[0]}-{pages[1]}")
    elif numbers[1]:
        places.append(f"item {numbers[1]}")
    return f"Handelingen{_house(item)}{_years(item)}, {', '.join(places)}"


def _house(item: OfficialId) -> str:
    chamber = item.field("chamber") or ""
    return " VV" if item.field("joint") else _CHAMBERS.get(chamber, f" {chamber.upper()}" if chamber else "")


def _aanhangsel(item: OfficialId) -> str:
    return f"Aanhangsel Handelingen{_house(item)}{_years(item)}, nr. {item.field('number')}"


def _questions(item: OfficialId) -> str:
    return f"Kamervragen {item.field('case') or item.field('number')}"


_SERIES: dict[IdKind, Callable[[OfficialId], str]] = {
    IdKind.KST: _kst,
    IdKind.HANDELINGEN: _handelingen,
    IdKind.AANHANGSEL: _aanhangsel,
    IdKind.QUESTIONS: _questions,
}
