"""Papers named by their number alone, whose dossier the paper or the text around implies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph.find.base import FindContext, Taken, finder
from sovgraph.find.kamerstuk_grammar import NUMBER
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import kst_id
from sovgraph.model import Mention, MentionType, Span, Status

_IMPLIED = Scan(
    rf"(?i:onder|stuk|stukken)\s+"
    rf"(?P<all>(?i:nrs?)\s?\.?\s*{NUMBER}(?:\s*(?:,|en|t/m|tot\s+en\s+met)\s*{NUMBER})*)(?!\s*\(\s*\d\d)",
    ["onder", "stuk"],
    passes=REFERENCES,
)
_NUMBER = re.compile(NUMBER)

Dossier = tuple[str, str | None]


def _known_dossiers(ctx: FindContext) -> dict[str, set[Dossier]]:
    """Paper number → the dossiers with which the text gives it in full."""
    found: dict[str, set[Dossier]] = {}
    for other in ctx.of_type(MentionType.KAMERSTUK):
        number, dossier = other.part("number"), other.part("dossier")
        if number and dossier:
            found.setdefault(number, set()).add((dossier, other.part("suffix")))
    return found


_OF_CHAMBER = Scan(
    r"(?<![\w/,-])(?:TK|EK),\s(?P<n>\d{1,4}|[A-Z]{1,2})(?=\s*(?:$|[\n.;)]|,\s+(?:met|en)\s))",
    ["TK,", "EK,"],
    flags=re.MULTILINE,
    passes=REFERENCES,
)
"""How the Chambers' own sites and overviews name the papers of one bill: "TK, 2", "EK, A"."""


@finder("kamerstuk-of-chamber", stage=2, rejects=["de EK, TK en anderen", "TK, 2023 en later"])
def find_of_chamber(ctx: FindContext) -> Iterator[Mention]:
    """ "EK, A": a paper of the dossier that the text is about, where it is about one."""
    matches = list(_OF_CHAMBER.finditer(ctx.text))
    if not matches:
        return
    heads = {(d.number, d.suffix): d.span for d in ctx.document.meta.dossiers}
    named = {(m.part("dossier") or "", m.part("suffix")) for m in ctx.of_type(MentionType.DOSSIER)}
    dossiers = sorted(heads or named, key=str)
    taken = Taken((m.start, m.end) for m in ctx.of_type(MentionType.KAMERSTUK))
    for match in matches:
        place = ctx.view.to_document(match.start())
        if taken.holds(place, place + 1) or (match["n"].isdigit() and 1900 <= int(match["n"]) <= 2100):
            continue
        only = dossiers[0] if len(dossiers) == 1 else None
        chamber = "II" if match[0].startswith("TK") else "I"
        parts = [("chamber", chamber), ("number", match["n"])]
        if only is not None:
            parts += [("dossier", only[0]), *([("suffix", only[1])] if only[1] else [])]
        yield ctx.mention(
            MentionType.KAMERSTUK,
            match.start(),
            match.end("n"),
            "kamerstuk.of-chamber/1",
            id=kst_id(only[0], only[1], match["n"], chamber=chamber, year=None) if only else None,
            status=Status.INFERRED if only else Status.UNRESOLVED,
            confidence=0.9 if only else 0.5,
            parts=tuple(sorted(parts)),
            antecedent=heads.get(only) if only else None,
            reason="the only dossier of the text" if only else "no dossier named in the text",
        )


@finder(
    "kamerstuk-implied",
    stage=2,
    examples=[
        (
            "motie (31 111, nr. 57). De moties op de stukken nrs. 57, 58 en 60",
            (("nrs. 57", "kst-31111-57"), ("58", None), ("60", None)),
        ),
        ("het amendement op stuk nr. 15 bij de Wet tulpen (36 111) is", (("nr. 15", "kst-36111-15"),)),
        ("TER VERVANGING VAN DIE GEDRUKT ONDER NR. 12\n", (("NR. 12", None),)),
        ("ter vervanging van die gedrukt onder nr. 12.", (("nr. 12", None),)),
    ],
    rejects=["op stuk van zaken", "onder nr. 206 (28 844)"],
)
def find_implied(ctx: FindContext) -> Iterator[Mention]:
    """ "op stuk nr. 305", "gedrukt onder nr. 57": the dossier is the one that the same number is given with
    elsewhere in the text, else that of the paper."""
    matches = list(_IMPLIED.finditer(ctx.text))
    if not matches:
        return
    known = _known_dossiers(ctx)
    taken = Taken((m.start, m.end) for m in ctx.of_type(MentionType.KAMERSTUK))
    for match in matches:
        place = ctx.view.to_document(match.start("all"))
        if taken.holds(place, place + 1):
            continue
        start = match.start("all")
        behind = _named_behind(ctx, match.end("all"))
        for number in _NUMBER.finditer(ctx.text, match.start("all"), match.end("all")):
            yield _mention(ctx, start, number, behind or sorted(known.get(number[0], ()), key=str))
            following = _NUMBER.search(ctx.text, number.end(), match.end("all"))
            start = following.start() if following else start


@dataclass(frozen=True, slots=True)
class Implied:
    """The dossier that a number alone belongs to, where the text or its head says so."""

    chosen: Dossier | None
    antecedent: Span | None
    reason: str

    def kst(self, number: str) -> str | None:
        return kst_id(*self.chosen, number, chamber="II", year=None) if self.chosen else None


def implied_dossier(ctx: FindContext, number: str) -> Implied:
    """The only dossier with which the text gives the same number in full, else that of the paper."""
    return _implied(ctx, sorted(_known_dossiers(ctx).get(number, ()), key=str))


_BEHIND = re.compile(r"[^.;?!\n()]{0,120}\(\s*$")
_REACH = 130


def _named_behind(ctx: FindContext, end: int) -> list[Dossier]:
    """ "op stuk nr. 15 bij de Wet tulpen (36 111)": the dossier in the first brackets behind the number."""
    for other in ctx.of_type(MentionType.DOSSIER):
        start = ctx.view.to_view(other.start)
        if end < start <= end + _REACH and _BEHIND.fullmatch(ctx.text, end, start):
            return [(other.part("dossier") or "", other.part("suffix"))]
    return []


def _implied(ctx: FindContext, elsewhere: list[Dossier]) -> Implied:
    heads = ctx.document.meta.dossiers
    own: Dossier | None = (heads[0].number, heads[0].suffix) if heads else None
    chosen = elsewhere[0] if len(elsewhere) == 1 else own
    antecedent = heads[0].span if chosen is not None and chosen == own else None
    if chosen is None:
        return Implied(None, None, "no dossier named in the text")
    return Implied(
        chosen, antecedent, "dossier of the paper itself" if chosen == own else "the same number elsewhere in the text"
    )


def _mention(ctx: FindContext, start: int, number: re.Match[str], elsewhere: list[Dossier]) -> Mention:
    implied = _implied(ctx, elsewhere)
    chosen = implied.chosen
    parts = [("chamber", "II"), ("number", number[0])]
    if chosen is not None:
        parts += [("dossier", chosen[0]), *([("suffix", chosen[1])] if chosen[1] else [])]
    return ctx.mention(
        MentionType.KAMERSTUK,
        start,
        number.end(),
        "kamerstuk.implied/2",
        id=implied.kst(number[0]),
        status=Status.INFERRED if chosen else Status.UNRESOLVED,
        confidence=0.9 if chosen else 0.5,
        parts=tuple(sorted(parts)),
        antecedent=implied.antecedent,
        reason=implied.reason,
    )
