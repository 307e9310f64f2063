"""What kind of paper it is, by the words of its title."""

import re

from sovgraph.model import Genre

# In this order: "NOTA NAAR AANLEIDING VAN HET VERSLAG" is no report, "BRIEF ... OVER DE MOTIE" is a letter.
_BY_TITLE: tuple[tuple[str, Genre], ...] = (
    (r"VERSLAG VAN EEN (?:\w+ )?NADER SCHRIFTELIJK OVERLEG", Genre.FURTHER_CONSULTATION_REPORT),
    (r"(?:INBRENG )?VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", Genre.CONSULTATION_REPORT),
    (r"VERSLAG VAN EEN (?:\w+ )?MONDELING OVERLEG", Genre.ORAL_CONSULTATION_REPORT),
    (r"BRIEF\b", Genre.LETTER),
    (r"(?:(?:EERSTE|TWEEDE|DERDE|VIERDE|VIJFDE|NADER|OPNIEUW|AANGEHOUDEN|GEW\w{4,8}) )*MOTIE\b", Genre.MOTION),
    (r"(?:(?:\w+ )?NADER |GEWIJZIGD |VERVANGEND |SUB)*AMENDEMENT\b", Genre.AMENDMENT),
    (r"(?:(?:\w+ )?NADER |GEWIJZIGD |OORSPRONKELIJK )*VOORSTEL VAN (?:RIJKS)?WET\b", Genre.BILL),
    (r"ONTWERP VAN (?:RIJKS)?WET\b", Genre.BILL),
    (r"(?:HERDRUKTE )?MEMORIE VAN TOELICHTING\b", Genre.EXPLANATORY_MEMORANDUM),
    (r"(?:NADERE )?MEMORIE VAN ANTWOORD\b", Genre.NOTE_AFTER_REPORT),
    (r"NOTA NAAR AANLEIDING VAN HET (?:[\w-]+ ){0,3}VERSLAG\b", Genre.NOTE_AFTER_REPORT),
    (r"LIJST VAN VRAGEN\b", Genre.LIST_OF_QUESTIONS),
    (r"(?:[A-Z-]+ ){0,2}VERSLAG\b", Genre.REPORT),
    (r"GEANNOTEERDE AGENDA\b", Genre.AGENDA),
    (r"BESLUITENLIJST\b", Genre.DECISIONS),
    (r"STAATSBLAD\b", Genre.GAZETTE),
    (r"HANDELINGEN\b", Genre.PROCEEDINGS),
)
_TITLES = tuple((re.compile(pattern), genre) for pattern, genre in _BY_TITLE)

_BY_KIND = {
    "handelingen": Genre.PROCEEDINGS,
    "staatsblad": Genre.GAZETTE,
}
_BY_METADATA = {
    "motie": Genre.MOTION,
    "amendement": Genre.AMENDMENT,
    "brief": Genre.LETTER,
    "verslag": Genre.REPORT,
    "voorstel van wet": Genre.BILL,
    "memorie van toelichting": Genre.EXPLANATORY_MEMORANDUM,
    "nota naar aanleiding van het verslag": Genre.NOTE_AFTER_REPORT,
}

_PROSE = (
    (re.compile(r"^Vragen gesteld door de leden der Kamer", re.MULTILINE), Genre.WRITTEN_QUESTIONS),
    (re.compile(r"^Vragen van (?:het lid|de leden)\b", re.MULTILINE), Genre.WRITTEN_QUESTIONS),
    (re.compile(r"\bBeantwoording (?:van )?(?:de )?(?:\w+ ){0,2}(?:Kamer)?vragen\b"), Genre.ANSWERED_QUESTIONS),
    (re.compile(r"^Verslag van de (?:plenaire )?vergadering\b", re.MULTILINE), Genre.PROCEEDINGS),
    (re.compile(r"^Besluitenlijst\b", re.MULTILINE | re.IGNORECASE), Genre.DECISIONS),
    (re.compile(r"^Geannoteerde agenda\b", re.MULTILINE | re.IGNORECASE), Genre.AGENDA),
    (re.compile(r"^Staatsblad van het Koninkrijk", re.MULTILINE), Genre.GAZETTE),
)
_ANSWERED = re.compile(
    r"met de daarop door de\s+regering\s+gegeven\s+antwoorden"
    r"|^(?:Antwoord|Antwoorden|Mededeling) van (?:de |het )?(?:Minister|Staatssecretaris)",
    re.MULTILINE | re.IGNORECASE,
)
_SPEAKERS = re.compile(r"\bDe voorzitter ?:")
HEAD = 6_000


def genre_of_title(title: str) -> Genre:
    """The genre of a title line as printed, in capitals or not; UNKNOWN when no rule knows it."""
    words = " ".join(title.upper().split())
    for pattern, genre in _TITLES:
        if pattern.match(words):
            return genre
    return Genre.UNKNOWN


def genre_of_words(view: str) -> tuple[Genre, re.Match[str] | None]:
    """The genre of a paper without a title in capitals, by the words of its first page."""
    for pattern, genre in _PROSE:
        found = pattern.search(view, 0, HEAD)
        if found is None:
            continue
        if genre is Genre.WRITTEN_QUESTIONS and _ANSWERED.search(view, 0, HEAD):
            genre = Genre.ANSWERED_QUESTIONS
        return genre, found
    if len(_SPEAKERS.findall(view, 0, 4 * HEAD)) >= 3:
        return Genre.PROCEEDINGS, None
    return Genre.UNKNOWN, None


def genre_of_kind(kind: str, fields: tuple[tuple[str, str], ...]) -> Genre:
    """The genre that an XML file states, by its root or its metadata."""
    for name, content in fields:
        if name == "DC.type" and content.lower() in _BY_METADATA:
            return _BY_METADATA[content.lower()]
    return _BY_KIND.get(kind, Genre.UNKNOWN)
