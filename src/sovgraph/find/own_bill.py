"""The bill that a paper is about, named without its number: "dit wetsvoorstel", "het voorliggende voorstel van wet"."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.discourse import Places
from sovgraph.find.namings import Lookup
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import dossier_id
from sovgraph.model import Candidate, DossierHead, Genre, Mention, MentionType, Status

_THIS = (
    r"[Dd]it|(?:[Dd]it|[Hh]et)\s+(?:voorliggende|onderhavige|voorgestelde)"
    r"|(?:[Hh]et\s+)?(?:boven|voor)(?:genoemde?|vermelde?|noemde?)"
)
_BILL = Scan(
    rf"(?<![\w-])(?:{_THIS})\s+(?:initiatief)?(?:wetsvoorstel|voorstel\s+van\s+(?:rijks)?wet)(?![\w-])",
    ("wetsvoorstel", "voorstel"),
    back=50,
    ahead=40,
    passes=REFERENCES,
)
_JUST_THIS = re.compile(r"[Dd]it\s+(?:initiatief|wets|voorstel)")
PAPERS_OF_BILLS = frozenset(
    (
        Genre.BILL,
        Genre.EXPLANATORY_MEMORANDUM,
        Genre.NOTE_AFTER_REPORT,
        Genre.REPLY_MEMORANDUM,
        Genre.AMENDING_NOTE,
        Genre.CORRECTING_NOTE,
        Genre.AMENDMENT,
        Genre.ADVICE,
        Genre.REPORT,
        Genre.ROYAL_MESSAGE,
    )
)
"""The papers of one bill: what "dit wetsvoorstel" means in them is the bill of their dossier."""
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
    own = dossier_id(head.number, head.suffix)
    matches = list(_BILL.finditer(ctx.text))
    others = _OtherBills(ctx, head) if matches else None
    for match in matches:
        other = others.named_before(match.start()) if others is not None and _JUST_THIS.match(match[0]) else None
        yield ctx.mention(
            MentionType.REFERENCE,
            match.start(),
            match.end(),
            "reference.own-bill/1",
            id=None if other else own,
            status=Status.AMBIGUOUS if other else Status.INFERRED,
            confidence=0.5 if other else 0.9,
            parts=(("form", "own"), ("kind", "bill"), ("target", MentionType.DOSSIER.value)),
            candidates=tuple(Candidate(id, None, id) for id in (own, other)) if other else (),
            antecedent=None if other else head.span,
            reason="another bill is named just before it" if other else "the bill of the paper's own dossier",
        )


class _OtherBills:
    """Papers of other dossiers: "(Kamerstukken II 1991/92, 22 350). Dit wetsvoorstel" may mean theirs."""

    def __init__(self, ctx: FindContext, head: DossierHead) -> None:
        self._places = Places(ctx)
        self._named = Lookup(ctx, MentionType.KAMERSTUK, MentionType.DOSSIER)
        self._head = head

    def named_before(self, offset: int) -> str | None:
        """The id of the other dossier that the sentences before name."""
        for mention in reversed(self._named.within(self._places.sentence_before(offset), offset)):
            number, suffix = mention.part("dossier"), mention.part("suffix")
            if number is not None and number != self._head.number:
                return dossier_id(number, suffix)
        return None


def _dossier(ctx: FindContext) -> DossierHead | None:
    meta = ctx.document.meta
    if len(meta.dossiers) != 1 or meta.genre not in PAPERS_OF_BILLS:
        return None
    (head,) = meta.dossiers
    title = head.title.of(ctx.document.text) if head.title else meta.title or ""
    return head if _TITLE_OF_BILL.match(title) else None
