"""What kind of paper it is, by its opening words, where no title line says so."""

import re

from sovgraph.model import QUESTIONS, Genre

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
    (re.compile(r"\bstelt?(?:len)? het volgende (?:sub)?amendement voor\b"), Genre.AMENDMENT),
    (
        re.compile(r"\bbieden (?:Wij|wij) [UuWw][^\n]{0,60}ter overweging aan een voorstel van (?:rijks)?wet\b"),
        Genre.ROYAL_MESSAGE,
    ),
    (
        re.compile(
            r"belast met het voorbereidend\s+onderzoek van (?:dit|het)\b[^.]{0,60}voorstel[^.]{0,80},\s+heeft de eer"
            r"|[Hh]et voorbereidend\s+onderzoek (?:van dit wetsvoorstel )?(?:heeft|geeft) de (?:\w+ )?commissies?\b"
        ),
        Genre.REPORT,
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
_TURNS = re.compile(
    r"^(?:De voorzitter|(?:De heer|Mevrouw|Het lid|Minister|Staatssecretaris) [^\n:]{2,60}) ?:(?=\s|$)", re.MULTILINE
)
_PRESENT = re.compile(r"^(?:Aanwezig|Tegenwoordig) zijn \d{1,3} leden(?: der Kamer)?,? te weten:", re.MULTILINE)
_LEADING = re.compile(r"^Voortouwcommissie ?:", re.MULTILINE)
_ACTIVITY = re.compile(r"^Activiteit ?: *(?P<what>[^\n]+)", re.MULTILINE)
_NAMED = tuple(
    (re.compile(rf"^(?P<title>{words})", re.MULTILINE | re.IGNORECASE), genre)
    for words, genre in (
        (r"Inbreng (?:\w+ ){0,4}schriftelijk overleg\b", Genre.CONTRIBUTION),
        (r"Position paper\b", Genre.POSITION_PAPER),
        (r"Convocatie\b", Genre.CONVOCATION),
        (r"Sprekerslijst\b", Genre.SPEAKERS_LIST),
        (r"Stemmings(?:lijst|overzicht|uitslagen)\b", Genre.VOTES),
        (r"Lijst van ingekomen stukken\b", Genre.INCOMING),
        (r"Agenda (?:procedurevergadering|van de commissie)\b", Genre.MEETING_AGENDA),
        (r"(?:BNC-?)?fiche \d{1,2}\s*:", Genre.EU_FICHE),
        (r"Tractatenblad van het\b", Genre.TREATY_SERIES),
        (r"Staatscourant(?: van het)?\b[^.\n]{0,60}$", Genre.GOVERNMENT_GAZETTE),
    )
)
"""What a paper calls itself on one of its first lines: "Position paper", "Convocatie commissieactiviteit"."""
_LATE = (
    (re.compile(r"^De Kamer,\s+gehoord de (?:beraadslaging|discussie)\b", re.MULTILINE), Genre.MOTION),
    (
        re.compile(r"^Het voorstel van (?:rijks)?wet wordt (?:als volgt )?gewijzigd\b", re.MULTILINE),
        Genre.AMENDING_NOTE,
    ),
)
"""Openings that other papers quote: they count near the beginning, in a paper that is nothing else."""
_DEAR = re.compile(r"^(?:Geachte (?:heer|mevrouw|[Vv]oorzitter|leden)\b|Mijnheer de [Vv]oorzitter,)", re.MULTILINE)
HEAD = 6_000
_DEAR_UNTIL = 3_000
_LATE_UNTIL = 1_200


def _is_debate(view: str) -> bool:
    """Whether the chair speaks again and again."""
    return len(_SPEAKERS.findall(view, 0, 4 * HEAD)) >= 3


def _is_question_hour(view: str) -> bool:
    """Whether several speak: questions put by word of mouth are announced like written ones."""
    return _SPEAKERS.search(view, 0, HEAD) is not None and len(_TURNS.findall(view, 0, 4 * HEAD)) >= 4


def genre_of_words(view: str) -> tuple[Genre, re.Match[str] | None]:
    """The genre of a paper without a title in capitals, by the words of its first page."""
    for pattern, genre, until in (*((p, g, HEAD) for p, g in _PROSE), *((p, g, _LATE_UNTIL) for p, g in _NAMED)):
        found = pattern.search(view, 0, until)
        if found is None:
            continue
        if genre in QUESTIONS and _is_question_hour(view):
            return Genre.PROCEEDINGS, None
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
    activity = _ACTIVITY.search(view, 0, HEAD) if _LEADING.search(view, 0, HEAD) else None
    if activity is not None:
        planned = activity["what"].lower().startswith("procedurevergadering")
        return (Genre.MEETING_AGENDA if planned else Genre.CONVOCATION), None
    if _is_debate(view) or _PRESENT.search(view, 0, HEAD):
        return Genre.PROCEEDINGS, None
    late = next((genre for pattern, genre in _LATE if pattern.search(view, 0, _LATE_UNTIL)), None)
    if late is not None:
        return late, None
    if _DEAR.search(view, 0, _DEAR_UNTIL):
        return Genre.LETTER, None
    return Genre.UNKNOWN, None


def _of_the_king(view: str) -> tuple[Genre, re.Match[str] | None]:
    """The King speaks in bills and in acts; an act has its date in its title."""
    act = _ACT_TITLE.search(view, 0, HEAD)
    if act is not None:
        return Genre.GAZETTE, act
    return (Genre.DRAFT_DECREE if _DECREE.search(view, 0, HEAD) else Genre.BILL), None
