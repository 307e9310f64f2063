"""Of which Chamber a paper is: by the words of its head, its running foot, its number, its addressee, its own words."""

import re
from collections.abc import Iterator

from sovgraph.model import QUESTIONS, Chamber, DossierHead, Genre
from sovgraph.structure.identity import CASE_NUMBER, chamber_of_id, session
from sovgraph.structure.layout import Layout

_FOOT = re.compile(r"(Tweede|Eerste) Kamer, vergaderjaar (\d{4})\s*[-/]\s*(\d{4}|\d\d)(?!\d)")
_ADDRESSED = re.compile(r"Voorzitter\s+van\s+de\s+(Eerste|Tweede)\s+Kamer")
_RUNNING_HEAD = re.compile(r"^(Eerste|Tweede) Kamer[ ]*$", re.MULTILINE)
_ONLY_TK = re.compile(
    r"\b(?:Voortouwcommissie|Volgcommissie(?:\(s\)|s)?|[Pp]rocedurevergadering|PROCEDUREVERGADERING)\b"
)
"""Words of the Tweede Kamer's meetings that the Eerste doesn't use."""
_LABELS_OF_TK = re.compile(r"^(?:Voortouwcommissie|Activiteitnummer)\s*:", re.MULTILINE)
"""Labels of the Tweede Kamer's lists of decisions."""
_DEBATES_OF_TK = re.compile(r"\b(?:[Vv]ragenuur|[Tt]weeminutendebat|[Rr]egeling van werkzaamheden)\b")
_OF_COMMITTEES = (Genre.CONVOCATION, Genre.MEETING_AGENDA, Genre.DECISIONS)


def chamber_of(
    layout: Layout,
    genre: Genre,
    dossiers: tuple[DossierHead, ...],
    number: str | None,
    printed: str | None,
) -> Chamber | None:
    """The Chamber of a paper whose head doesn't say it."""
    foot = next(_feet(layout), None)
    if foot is not None:
        return _named(foot[1])
    by_id = chamber_of_id(printed) if printed else None
    if by_id is not None:
        return by_id
    if number and CASE_NUMBER.fullmatch(number):
        return Chamber.TK
    return chamber_of_number(number, dossiers) or _by_words(layout.view, genre)


def chamber_of_number(number: str | None, dossiers: tuple[DossierHead, ...]) -> Chamber | None:
    """In a dossier the Eerste Kamer letters its papers, the Tweede numbers them."""
    if not number or not dossiers:
        return None
    return Chamber.TK if number.isdigit() else Chamber.EK


def foot_session(layout: Layout) -> str | None:
    """The session year in the running foot of a page."""
    return session(next(_feet(layout), None), 2)


def _feet(layout: Layout) -> Iterator[re.Match[str]]:
    found = (_FOOT.search(layout.view, zone.start, zone.end) for zone in layout.zones)
    return (foot for foot in found if foot is not None)


def _by_words(view: str, genre: Genre) -> Chamber | None:
    addressed = _ADDRESSED.search(view, 0, 6_000)
    if addressed:
        return _named(addressed[1])
    if "Parlementair jaar" in view[:600]:
        return Chamber.EK  # only the Eerste Kamer calls its session year so
    if genre is Genre.PROCEEDINGS:
        heads = {_named(found[1]) for found in _RUNNING_HEAD.finditer(view, 0, 3_000)}
        own = Chamber.TK if not heads and _DEBATES_OF_TK.search(view, 0, 1_500) else None
        return heads.pop() if len(heads) == 1 else own
    if genre is Genre.DECISIONS and _LABELS_OF_TK.search(view):
        return Chamber.TK
    if genre in _OF_COMMITTEES and "Eerste Kamer" not in view[:2_000] and _ONLY_TK.search(view, 0, 2_000):
        return Chamber.TK
    return Chamber.TK if genre in QUESTIONS and "Eerste Kamer" not in view[:2_000] else None


def _named(word: str) -> Chamber:
    return Chamber.EK if word == "Eerste" else Chamber.TK
