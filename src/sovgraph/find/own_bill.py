"""The bill that a paper is about, named without its number: "dit wetsvoorstel", "het voorliggende voorstel van wet"."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Scan
from sovgraph.model import DossierHead, Genre, Mention, MentionType, Status

_THIS = (
    r"[Dd]it|(?:[Dd]it|[Hh]et)\s+(?:voorliggende|onderhavige|voorgestelde)"
    r"|(?:[Hh]et\s+)?(?:boven|voor)(?:genoemde?|vermelde?|noemde?)"
)
_BILL = Scan(
    rf"(?<![\w-])(?:{_THIS})\s+(?:initiatief)?(?:wetsvoorstel|voorstel\s+van\s+(?:rijks)?wet)(?![\w-])",
    ("wetsvoorstel", "voorstel"),
    back=50,
    ahead=40,
)
_PAPERS_OF_BILLS = frozenset(
    (
        Genre.BILL,
        Genre.EXPLANATORY_MEMORANDUM,
        Genre.NOTE_AFTER_REPORT,
        Genre.AMENDING_NOTE,
        Genre.CORRECTING_NOTE,
        Genre.AMENDMENT,
        Genre.ADVICE,
        Genre.REPORT,
        Genre.ROYAL_MESSAGE,
    )
)
_TITLE_OF_BILL = re.compile(
    r"\s*(?:Wijziging|Regels|Vaststelling|Voorstel|Goedkeuring|Intrekking|Bepalingen|Nieuwe|Nadere|Aanpassing|Invoering"
    r"|Implementatie|Tijdelijke|Instelling|Herziening|Verklaring|Bekrachtiging|Uitvoering|Wet|Rijkswet|Initiatiefvoorstel)\b"
)


@finder(
    "own_bill",
    stage=3,
    rejects=["Er komt een wetsvoorstel.", "Dit wetsvoorstel helpt.", "dit voorstel van de commissie"],
)
def find_own_bill(ctx: FindContext) -> Iterator[Mention]:
    """The dossier of the head, in a paper on a bill; never in a debate, which may be on several."""
    head = _dossier(ctx)
    if head is None:
        return
    id = f"dossier-{head.number}" + (f"-{head.suffix}" if head.suffix else "")
    for match in _BILL.finditer(ctx.text):
        yield ctx.mention(
            MentionType.REFERENCE,
            match.start(),
            match.end(),
            "reference.own-bill/1",
            id=id,
            status=Status.INFERRED,
            confidence=0.9,
            parts=(("form", "own"), ("kind", "bill"), ("target", MentionType.DOSSIER.value)),
            antecedent=head.span,
            reason="the bill of the paper's own dossier",
        )


def _dossier(ctx: FindContext) -> DossierHead | None:
    meta = ctx.document.meta
    if len(meta.dossiers) != 1 or meta.genre not in _PAPERS_OF_BILLS:
        return None
    (head,) = meta.dossiers
    title = head.title.of(ctx.document.text) if head.title else meta.title or ""
    return head if _TITLE_OF_BILL.match(title) else None
