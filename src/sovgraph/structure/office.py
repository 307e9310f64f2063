"""Letters as a ministry sends them, before they are printed as a paper: no heading, but "Datum", "Onderwerp"."""

import re

from sovgraph.model import Dated, Letter, Span
from sovgraph.structure.dates import DATE, read_date
from sovgraph.structure.edges import trimmed
from sovgraph.structure.kinds import letter_kind
from sovgraph.structure.layout import Layout
from sovgraph.structure.signers import read_signers

HEAD = 5_000
_TO = re.compile(
    r"^ *Aan\s+(?:de\s+)?(?P<to>[Vv]oorzitter\s+van\s+de\s+(?:Eerste|Tweede)\s+Kamer(?:\s+der\s+Staten-Generaal)?)",
    re.M,
)
_SIGNS_OF_OFFICE = re.compile(
    r"^[^\w\n]*(?:DOC(?:PROPERTY|VARIABLE)\s+\S+\s+)?(?:Onderwerp|Betreft|Ons kenmerk|Retouradres)\b", re.M
)
_DATE_LABEL = re.compile(r"\bDatum\b")
_DATE_BESIDE = re.compile(r"\bDatum\s*\Z")
_SUBJECT = re.compile(
    r"\b(?:Onderwerp|Betreft)\b(?: +Datum\b)?[ :]*\n?\s*(?:DOCPROPERTY\s+onderwerp\s+(?:Onderwerp\s+)?)?"
    r"(?P<subject>\S[^\n]*)"
)
_KENMERK = re.compile(
    r"\b(?:Ons kenmerk|Onze referentie|Kenmerk)\b[ :]*\n?\s*(?:- +)?(?:DOCPROPERTY\s+\w+\s+)?"
    r"(?P<kenmerk>(?=\S*\d)[A-Z0-9]\S{3,40})"
)
_OPENING = re.compile(
    r"^ *(?:\./\.\s*)?(?:Geachte|In antwoord op|Hierbij|Bijgaand|Naar aanleiding|Hiermee|Met deze brief)\b", re.M
)


def read_office_letter(layout: Layout) -> Letter | None:
    """The letter that the whole text is; None when it doesn't look like one from an office."""
    view = layout.view
    if _SIGNS_OF_OFFICE.search(view, 0, HEAD) is None:
        return None
    opening = _OPENING.search(view, 0, 2 * HEAD)
    if opening is None:
        return None
    head = opening.start()
    to = _TO.search(view, 0, head)
    subject = _SUBJECT.search(view, 0, head)
    heading = Span(*to.span("to")) if to else Span(*subject.span("subject")) if subject else None
    body = trimmed(layout, opening.start(), len(view))
    if heading is None or body is None:
        return None
    signers, _ = read_signers(layout, opening.start(), len(view))
    dated = _date(layout, head)
    kenmerk = _KENMERK.search(view, 0, head)
    return Letter(
        key="l1",
        kind=letter_kind(layout, True, body, dated, ()),
        span=layout.strip(0, len(view)) or body,
        heading=heading,
        body=body,
        senders=tuple(signer.role for signer in signers if signer.role is not None),
        addressees=(Span(*to.span("to")),) if to else (),
        date=dated,
        signers=signers,
        subject=_subject(layout, *subject.span("subject")) if subject else None,
        own_kenmerk=Span(*kenmerk.span("kenmerk")) if kenmerk else None,
    )


def _subject(layout: Layout, start: int, end: int) -> Span | None:
    """Without the date of the column beside it."""
    dated = DATE.search(layout.view, start, end)
    beside = dated is not None and dated.end() == end and dated.start() > start
    return layout.strip(
        start, dated.start() if dated and beside and _DATE_BESIDE.search(layout.view, start - 30, start) else end
    )


def _date(layout: Layout, end: int) -> Dated | None:
    """The first date after the word "Datum"."""
    label = _DATE_LABEL.search(layout.view, 0, end)
    found = DATE.search(layout.view, label.end(), min(label.end() + 200, end)) if label else None
    value = read_date(found.group()) if found else None
    return Dated("dagtekening", value, Span(*found.span())) if found and value else None
