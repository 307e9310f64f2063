"""What kind of paper it is, by the words of its title."""

import re

from sovgraph.model import Genre

# In this order: "NOTA NAAR AANLEIDING VAN HET VERSLAG" is no report, "BRIEF ... OVER DE MOTIE" is a letter.
_BY_TITLE: tuple[tuple[str, Genre], ...] = (
    (r"VERSLAG VAN EEN (?:\w+ )?NADER SCHRIFTELIJK OVERLEG", Genre.FURTHER_CONSULTATION_REPORT),
    (r"(?:INBRENG )?VERSLAG VAN EEN SCHRIFTELIJK OVERLEG", Genre.CONSULTATION_REPORT),
    (r"VERSLAG VAN EEN (?:\w+ )?MONDELING OVERLEG", Genre.ORAL_CONSULTATION_REPORT),
    (
        r"VERSLAG VAN EEN (?:\w+ ){0,2}(?:COMMISSIEDEBAT|ALGEMEEN OVERLEG|NOTAOVERLEG|WETGEVINGSOVERLEG|HOORZITTING"
        r"|RONDETAFELGESPREK|GESPREK|DESKUNDIGENBIJEENKOMST|EXPERTMEETING|TECHNISCHE BRIEFING)",
        Genre.COMMITTEE_DEBATE,
    ),
    (r"BRIEF\b", Genre.LETTER),
    (r"(?:(?:EERSTE|TWEEDE|DERDE|VIERDE|VIJFDE|NADER|OPNIEUW|AANGEHOUDEN|GEW\w{4,8}) )*MOTIE\b", Genre.MOTION),
    (r"(?:(?:\w+ )?NADER |GEWIJZIGD |VERVANGEND |SUB)*AMENDEMENT\b", Genre.AMENDMENT),
    (r"(?:(?:\w+ )?NADER |GEWIJZIGD |OORSPRONKELIJK )*VOORSTEL VAN (?:RIJKS)?WET\b", Genre.BILL),
    (r"ONTWERP VAN (?:RIJKS)?WET\b", Genre.BILL),
    (r"(?:HERDRUKTE )?MEMORIE VAN TOELICHTING\b", Genre.EXPLANATORY_MEMORANDUM),
    (r"(?:NADERE )?MEMORIE VAN ANTWOORD\b", Genre.NOTE_AFTER_REPORT),
    (r"(?:AANVULLING OP DE )?NOTA NAAR AANLEIDING VAN HET (?:[\w-]+ ){0,3}VERSLAG\b", Genre.NOTE_AFTER_REPORT),
    (r"(?:[A-Z]+DE )?(?:HERDRUKTE )?NOTA VAN WIJZIGING(?:EN)?\b", Genre.AMENDING_NOTE),
    (r"(?:[A-Z]+DE )?NOTA VAN VERBETERING\b", Genre.CORRECTING_NOTE),
    (r"KONINKLIJKE BOODSCHAP\b", Genre.ROYAL_MESSAGE),
    (r"(?:NADER |AANVULLEND )?ADVIES (?:VAN DE )?(?:AFDELING ADVISERING (?:VAN DE )?)?RAAD VAN STATE\b", Genre.ADVICE),
    (r"NADER RAPPORT\b", Genre.ADVICE),
    (r"(?:[A-Z-]+ )?(?:VERSLAG HOUDENDE (?:EEN )?)?LIJST (?:VAN|MET) VRAGEN\b", Genre.LIST_OF_QUESTIONS),
    (r"(?:[A-Z-]+ ){0,2}(?:EIND)?VERSLAG\b", Genre.REPORT),
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
    "nota van wijziging": Genre.AMENDING_NOTE,
    "nota van verbetering": Genre.CORRECTING_NOTE,
    "koninklijke boodschap": Genre.ROYAL_MESSAGE,
}

_PROSE = (
    (re.compile(r"^Vragen gesteld door de leden der Kamer", re.MULTILINE), Genre.WRITTEN_QUESTIONS),
    (
        re.compile(r"^(?:Vra(?:ag|gen) van (?:het lid|de leden)|VRAGEN VAN HET LID)\b", re.MULTILINE),
        Genre.WRITTEN_QUESTIONS,
    ),
    (re.compile(r"\bBeantwoording (?:van )?(?:de )?(?:\w+ ){0,2}(?:Kamer)?vragen\b"), Genre.ANSWERED_QUESTIONS),
    (
        re.compile(
            r"^[^\w\n]*(?:(?:Betreft|Onderwerp)\b[ :]*\n?[^\w\n]*)?"
            r"(?P<asked>(?:(?:[Uu]itstel|[Aa]ntwoord(?:en)?|[Bb]eantwoording|[Rr]eactie)\b[^\n]{0,30} )?"
            r"(?:Kamervragen|[Ss]chriftelijke vragen|(?<= )vragen) (?:van )?(?:het|de) (?:Kamer)?(?:lid|leden)\b)",
            re.MULTILINE,
        ),
        Genre.ANSWERED_QUESTIONS,
    ),
    (re.compile(r"^Verslag van de (?:plenaire )?vergadering\b", re.MULTILINE), Genre.PROCEEDINGS),
    (re.compile(r"^Verslag van een deskundigenbijeenkomst\b", re.MULTILINE), Genre.COMMITTEE_DEBATE),
    (re.compile(r"^(?:Document\s*:\s*)?(?P<title>Besluitenlijst\s+van\s+de\b)", re.MULTILINE), Genre.DECISIONS),
    (re.compile(r"^Besluitenlijst\b", re.MULTILINE | re.IGNORECASE), Genre.DECISIONS),
    (re.compile(r"^Geannoteerde agenda\b", re.MULTILINE | re.IGNORECASE), Genre.AGENDA),
    (re.compile(r"^Staatsblad van het Koninkrijk", re.MULTILINE), Genre.GAZETTE),
    (re.compile(r"^Hieronder zijn opgenomen het advies van de\s+(?:Afdeling|Raad)\b", re.MULTILINE), Genre.ADVICE),
    (
        re.compile(r"^Bij Kabinetsmissive van \d|^Blijkens de mededeling van de Directeur van", re.MULTILINE),
        Genre.ADVICE,
    ),
)
_CONSULTED = re.compile(r"bijgaand\s+verslag\s+uit\s+van\s+het\s+gevoerde\s+(?P<again>nader\s+)?schriftelijk\s+overleg")
_KING = re.compile(r"^Wij\s+[^\W\d_a-z][\w-]{2,20}\s*,\s+bij\s+de\s+gratie\s+Gods\b", re.MULTILINE)
_ACT_TITLE = re.compile(r"^(?:Rijkswet|Wet|Besluit)\s+van\s+\d{1,2}\s+[a-z]{3,9}\s+\d{4}\b", re.MULTILINE)
_DECREE = re.compile(r"^Op de voordracht van Onze\b", re.MULTILINE)
_ITEM = re.compile(r"^(?:\d{1,3}\.\s+)?Agendapunt:", re.MULTILINE)
_DECISION = re.compile(r"^Besluit:", re.MULTILINE)
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
    consulted = _CONSULTED.search(view, 0, HEAD)
    if consulted is not None:
        return (Genre.FURTHER_CONSULTATION_REPORT if consulted["again"] else Genre.CONSULTATION_REPORT), None
    if _KING.search(view, 0, HEAD):
        return _of_the_king(view)
    if _ITEM.search(view, 0, HEAD) and _DECISION.search(view, 0, HEAD):
        return Genre.DECISIONS, None
    if len(_SPEAKERS.findall(view, 0, 4 * HEAD)) >= 3:
        return Genre.PROCEEDINGS, None
    return Genre.UNKNOWN, None


def _of_the_king(view: str) -> tuple[Genre, re.Match[str] | None]:
    """The King speaks in bills and in acts; an act has its date in its title, a draft decree is neither."""
    act = _ACT_TITLE.search(view, 0, HEAD)
    if act is not None:
        return Genre.GAZETTE, act
    return (Genre.UNKNOWN if _DECREE.search(view, 0, HEAD) else Genre.BILL), None


def genre_of_kind(kind: str, fields: tuple[tuple[str, str], ...]) -> Genre:
    """The genre that an XML file states, by its root or its metadata."""
    for name, content in fields:
        if name == "DC.type" and content.lower() in _BY_METADATA:
            return _BY_METADATA[content.lower()]
    return _BY_KIND.get(kind, Genre.UNKNOWN)
