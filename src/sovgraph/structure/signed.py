"""Who signs the paper itself, not a letter in it: at its head or end by its genre, or in the lines of a meeting."""

import re

from sovgraph.model import DossierHead, Genre, Letter, Meta, Signer, Span
from sovgraph.structure.layout import Layout
from sovgraph.structure.motion import names_at_end
from sovgraph.structure.signers import NAME, read_signers

_REPORTS = (
    Genre.CONSULTATION_REPORT,
    Genre.FURTHER_CONSULTATION_REPORT,
    Genre.ORAL_CONSULTATION_REPORT,
    Genre.COMMITTEE_DEBATE,
    Genre.REPORT,
    Genre.LIST_OF_QUESTIONS,
)
_SIGNED_AT_END = (
    Genre.EXPLANATORY_MEMORANDUM,
    Genre.NOTE_AFTER_REPORT,
    Genre.REPLY_MEMORANDUM,
    Genre.AMENDING_NOTE,
    Genre.CORRECTING_NOTE,
    Genre.ADVICE,
    Genre.REPORT,
    Genre.BILL,
    Genre.EXPLANATORY_NOTE,
    Genre.GUIDANCE,
)
_OF_MEMBERS = (
    Genre.EXPLANATORY_MEMORANDUM,
    Genre.NOTE_AFTER_REPORT,
    Genre.REPLY_MEMORANDUM,
    Genre.AMENDING_NOTE,
)
_MEETINGS = (Genre.PROCEEDINGS, Genre.DECISIONS, Genre.COMMITTEE_DEBATE, Genre.ORAL_CONSULTATION_REPORT)
_OFFICER = re.compile(
    r"^[^\w\n]*(?P<role>(?:Fungerend voorzitter|Voorzitter|Adjunct-griffier|Griffier))[ ]?:[ ]+"
    r"(?P<name>[^\n]{2,80}?)[ ]*$",
    re.MULTILINE,
)
_HEAD = 20_000
_TAIL = 4_000


def signers_of(layout: Layout, meta: Meta, letters: tuple[Letter, ...]) -> tuple[Signer, ...]:
    """Chair and clerk of a report or a meeting, movers of an amendment, ministers under a memorandum."""
    end = letters[0].span.start if letters else len(layout.view)
    found: list[Signer] = []
    if meta.genre in _REPORTS:
        found += read_signers(layout, 0, min(end, _HEAD))[0]
    if meta.genre in _SIGNED_AT_END:
        found += read_signers(layout, max(end - _TAIL, 0), end)[0]
    if meta.genre in _MEETINGS:
        found += _officers(layout)
    if meta.genre is Genre.AMENDMENT and meta.title_span is not None:
        found += [Signer(name, None) for name in _movers(layout, meta.title_span)]
    if meta.genre in _OF_MEMBERS and not found and meta.dossiers:
        found += [Signer(name, None) for name in _members(layout, meta.dossiers)]
    return tuple({" ".join(s.name.of(layout.view).split()): s for s in reversed(found)}.values())[::-1]


def _officers(layout: Layout) -> list[Signer]:
    """ "Voorzitter: De Vries" in the head of a meeting, or "Griffier: ..." at the end of its decisions."""
    edges = {0: min(_HEAD, len(layout.view)), max(len(layout.view) - _TAIL, 0): len(layout.view)}
    matches = [match for start, end in edges.items() for match in _OFFICER.finditer(layout.view, start, end)]
    named = (match for match in matches if NAME.fullmatch(match["name"]))
    return [Signer(Span(*match.span("name")), Span(*match.span("role"))) for match in named]


def _members(layout: Layout, dossiers: tuple[DossierHead, ...]) -> tuple[Span, ...]:
    """The members under a paper on their own bill: "Voorstel van wet van de leden De Vries en Van Dijk tot …"."""
    names = names_at_end(layout, max(len(layout.view) - _TAIL, dossiers[-1].span.end))
    titles = " ".join(d.title.of(layout.view).upper() for d in dossiers if d.title)
    heading = " ".join(titles.split())
    owned = " VAN HET LID " in heading or " VAN DE LEDEN " in heading
    return names if owned and names and " ".join(names[0].of(layout.view).upper().split()) in heading else ()


def _movers(layout: Layout, title: Span) -> tuple[Span, ...]:
    """The names under an amendment, of which the title in its head must hold the first."""
    names = names_at_end(layout, title.end)
    heading = " ".join(title.of(layout.view).upper().split())
    if not names or " ".join(names[0].of(layout.view).upper().split()) not in heading:
        return ()
    return names
