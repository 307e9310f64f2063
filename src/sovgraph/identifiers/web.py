"""Where people read what an identifier names: the addresses of the official sites. They are links, not IRIs."""

from urllib.parse import quote

from sovgraph.identifiers.base import IdKind, OfficialId

_PUBLISHER = "https://zoek.officielebekendmakingen.nl"
_ON_PUBLISHER = frozenset(
    (
        IdKind.KST,
        IdKind.AANHANGSEL,
        IdKind.HANDELINGEN,
        IdKind.QUESTIONS,
        IdKind.ANNEX,
        IdKind.STAATSBLAD,
        IdKind.STAATSCOURANT,
        IdKind.TRACTATENBLAD,
    )
)
_EUR_LEX = "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri="


def web_address(item: OfficialId) -> str | None:
    """The page of the official site; None for a series that has none (letter numbers, Council papers)."""
    text = str(item)
    if item.kind in _ON_PUBLISHER:
        return f"{_PUBLISHER}/{quote(text)}.html"
    number = item.field("number") or ""
    pages = {
        IdKind.DOSSIER: f"{_PUBLISHER}/dossier/{quote(text.removeprefix('dossier-'))}",
        IdKind.CELEX: f"{_EUR_LEX}CELEX:{quote(text)}",
        IdKind.ELI: text,
        IdKind.COMMISSION: f"{_EUR_LEX}COM:{item.field('year')}:{number.zfill(4)}:FIN",
        IdKind.BWB: f"https://wetten.overheid.nl/{quote(text)}",
        IdKind.ECLI: f"https://deeplink.rechtspraak.nl/uitspraak?id={quote(text)}",
        IdKind.CASE: f"https://www.tweedekamer.nl/kamerstukken/detail?id={quote(text)}",
    }
    if item.kind is IdKind.COMMISSION and item.field("series") != "COM":
        return None
    return pages.get(item.kind)
