"""References to parliamentary papers and dossiers, with and without the word Kamerstuk, in either order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sovgraph.find.base import FindContext, finder
from sovgraph.find.kamerstuk_grammar import (
    LEAD,
    NUMBER,
    YEAR,
    DossierRead,
    SubRead,
    read_dossier,
    read_filler,
    read_subs,
)
from sovgraph.find.scan import REFERENCES, Scan
from sovgraph.identifiers import FUNDS, SESSION_OF_CHANGE, dossier_id, is_roman, kst_id, session_year
from sovgraph.model import Candidate, Mention, MentionType, Status

_BARE = re.compile(r"[123](?<![\d.,/\w].)(?<!\d[ -].)\d[\s.]?[\s.]?\d\d\d(?!\d)")
"""A number from 10,000 to 39,999, with or without a blank or a full stop in it."""
_BEHIND = Scan(
    rf"(?<![\w])(?i:nrs?)\s?\.?\s*(?P<subs>{NUMBER}(?:\s*(?:,\s*was\s+nr\.?|,|en|t/m|-)\s*{NUMBER})*)\s*\(\s*(?=\d\d[\s.]?[\s.]?\d\d\d)",
    ["nr"],
    passes=REFERENCES,
)
_WAS = re.compile(r"was\s+(?P<w>nr\.?\s*)$")
_JOIN = re.compile(r"\s*(?:/|\ben\b|,)\s*(?=\d\d[\s.]?[\s.]?\d\d\d(?!\d))")
_AGAIN = re.compile(
    rf"\s*\)?\s*(?:;|,|en|alsmede|/|&)\s*(?:en\s+)?(?:(?P<ch>I{{1,2}})\s+)?(?:(?P<year>{YEAR}),?\s*)?(?=\d\d[\s.]?[\s.]?\d\d\d(?!\d))"
)
_NOT_PAPER = re.compile(
    r"\s*(?:euro|EUR|%|procent|personen|mensen|miljoen|woningen|km|hectare|ha\b|fte|banen|kinderen)"
)
_DOSSIER_WORD = re.compile(
    r"(?i:dossier|wetsvoorstel|kamerstuknummer|initiatiefwetsvoorstel|voorstel)\s+(?:nr\.?\s*)?\(?$"
)
_GAZETTE_BEFORE = re.compile(
    r"(?i:Stb|Stcrt|Trb|Staatsblad|Staatscourant|Tractatenblad|PbE[UG]|Pb)\.?\s*$|(?:COM|SWD|JOIN|SEC)\s?\(\s?$"
)
""" "Stcrt. 22024, nr. 213", "COM(22014) 210": a misprinted year, no dossier."""
_OTHER_BEFORE = re.compile(r"(?:€|(?i:postbus|eur|euro|tussen)|\d{2}[ .]\d{3}\s+(?:en|tot))\s*$")
""" "€ 32 500, nr. 12", "postbus 20018", "tussen 10 500 en 12 000": amounts and addresses."""
_NUMBER_BEFORE = re.compile(r"\b(?i:nrs?)\.?\s*$")
_OPEN = re.compile(r"(?:[(\[;:,]|t\.v\.v\.|^|\n|[-•])\s*$")
_CLOSE = re.compile(r"\s*(?:\(R\s?\d+\)\s*)?[)\];,]")
_BRACKETED_ROMAN = Scan(
    r"[(;]\s{0,3}(?P<r>C[CLXVI]{0,8}|L[XVI]{0,6}),\s+(?:letter|nr\.)\s*(?P<n>[A-Z]{1,2}|\d{1,3})(?![\w])",
    [f"{last}," for last in "CLXVI"],
    back=12,
    ahead=20,
    passes=REFERENCES,
)
_MOST_JOINED = 8
"""No paper belongs to more dossiers; without a bound a long row of numbers is read anew from each."""
_RANGE = (10_000, 38_999)


@dataclass(slots=True)
class _Frame:
    """What the words before a dossier number gave."""

    start: int
    chamber: str | None
    year: str | None
    led: bool
    number_word: bool = False


_EITHER = "papers of this session occur with and without their session years"
_UNDATED = "an old dossier without its session: before 2010 the session years are part of the number"
_OLD = 30_000
"""Dossiers from before 2005: most of their papers in the Eerste Kamer are from before the change."""


def _is_old(dossier: str) -> bool:
    return dossier.isdigit() and int(dossier) < _OLD


def _sub_number(sub: SubRead) -> str:
    """ "AI1" is letter AI with a note mark glued on."""
    return sub.value[:-1] if sub.value[0].isupper() and sub.value[-1].isdigit() else sub.value


def _kst_mentions(ctx: FindContext, frame: _Frame, dossier: DossierRead, subs: list[SubRead]) -> Iterator[Mention]:
    for position, sub in enumerate(subs):
        value = _sub_number(sub)
        chamber = frame.chamber or ("I" if value.isalpha() and value.isupper() else None)
        parts = [("dossier", dossier.number), ("number", value)]
        if dossier.suffix:
            parts.append(("suffix", dossier.suffix))
        if chamber or value.isdigit():
            parts.append(("chamber", chamber or "II"))
        if frame.year:
            parts.append(("year", frame.year))
        if sub.page_end:
            parts.append(("page_end", str(sub.page_end)))
        candidates = tuple(
            Candidate(kst_id(other, None, value, chamber=chamber, year=frame.year), None, "second dossier named")
            for other in dossier.also
        )
        either = chamber == "I" and frame.year == SESSION_OF_CHANGE
        undated = chamber == "I" and frame.year is None and value.isalpha() and _is_old(dossier.number)
        if either:
            short = kst_id(dossier.number, dossier.suffix, value, chamber=chamber, year=None)
            candidates = (*candidates, Candidate(short, None, "the session years left out"))
        yield ctx.mention(
            MentionType.KAMERSTUK,
            frame.start if position == 0 else sub.start,
            sub.end,
            "kamerstuk.led/1" if frame.led else "kamerstuk.bare/1",
            id=kst_id(dossier.number, dossier.suffix, value, chamber=chamber, year=frame.year),
            page=sub.page,
            parts=tuple(sorted(parts)),
            candidates=candidates,
            status=Status.AMBIGUOUS if either or undated else Status.EXACT,
            reason=_EITHER if either else _UNDATED if undated else "",
            confidence=0.99 if frame.led else 0.97,
        )


def _dossier_mention(ctx: FindContext, start: int, dossier: DossierRead, rule: str, reason: str = "") -> Mention:
    parts = [("dossier", dossier.number), *([("suffix", dossier.suffix)] if dossier.suffix else [])]
    return ctx.mention(
        MentionType.DOSSIER,
        start,
        dossier.end,
        rule,
        id=dossier_id(dossier.number, dossier.suffix),
        parts=tuple(parts),
        reason=reason,
    )


def _joined(text: str, dossier: DossierRead) -> DossierRead:
    """ "31 293 en 31 289, nr. 653": one paper of two dossiers; the first names it."""
    also: list[str] = []
    last = dossier
    while len(also) < _MOST_JOINED and (join := _JOIN.match(text, last.end)) is not None:
        following = read_dossier(text, join.end(), led=False)
        if following is None or following.start != join.end() or (following.suffix and not dossier.suffix):
            break
        also.append(following.number)
        last = following
    if not also or not read_subs(text, last.end, led=False, bracketed=False):
        return dossier
    return DossierRead(dossier.number, dossier.suffix, dossier.start, last.end, dossier.spaced, tuple(also))


def _subs(text: str, dossier: DossierRead, *, led: bool, bracketed: bool) -> list[SubRead]:
    """The numbers behind a dossier. Of 21501 there are only papers of a council, whose number must be readable."""
    if dossier.number == "21501" and dossier.suffix is None:
        return []
    return read_subs(text, dossier.end, led=led, bracketed=bracketed)


def _letter_of_senate(text: str, dossier: DossierRead) -> tuple[DossierRead, list[SubRead]]:
    """ "Kamerstukken I 2023/24, 32 317 X": in the Eerste Kamer the last word is a letter, no chapter without papers."""
    before = text.rindex(dossier.suffix or "", dossier.start, dossier.end)
    plain = replace(dossier, suffix=None, end=before)
    while plain.end > plain.start and not text[plain.end - 1].isdigit():
        plain = replace(plain, end=plain.end - 1)
    subs = read_subs(text, plain.end, led=True, bracketed=False)
    return (plain, subs) if subs else (dossier, [])


def _led(ctx: FindContext) -> Iterator[tuple[int, int, list[Mention]]]:
    """References behind a lead; gives (start, end, mentions) so that the bare scan can skip them."""
    text = ctx.text
    heads = [ctx.view_span(d.span) for d in ctx.document.meta.dossiers]
    for lead in LEAD.finditer(text):
        frame, at = _frame(text, lead)
        while True:
            dossier = read_dossier(text, at, led=True)
            if dossier is None:
                break
            if any(start <= dossier.start < end for start, end in heads):
                break  # "Kamerstukken" above the dossier's number in the head of the paper
            dossier = _joined(text, dossier)
            subs = _subs(text, dossier, led=True, bracketed=False)
            if frame.chamber == "I" and not subs and dossier.suffix and dossier.suffix.isalpha():
                dossier, subs = _letter_of_senate(text, dossier)
            elif frame.chamber == "II" and len(subs) == 1 and not subs[0].worded and subs[0].value in FUNDS:
                dossier, subs = replace(dossier, suffix=subs[0].value, end=subs[0].end), []
            if subs:
                yield frame.start, subs[-1].end, list(_kst_mentions(ctx, frame, dossier, subs))
                end = subs[-1].end
            else:
                reason = "a dossier number stands where the paper's number belongs" if frame.number_word else ""
                mention = _dossier_mention(ctx, frame.start, dossier, "dossier.led/1", reason)
                yield frame.start, dossier.end, [mention]
                end = dossier.end
            again = _AGAIN.match(text, end)
            if again is None:
                break
            frame = _Frame(
                again.start("ch") if again["ch"] else again.start("year") if again["year"] else again.end(),
                again["ch"] or frame.chamber,
                (session_year(again["year"]) if again["year"] else None) or frame.year,
                True,
            )
            at = again.end()


def _frame(text: str, lead: re.Match[str]) -> tuple[_Frame, int]:
    own = {"TK": "II", "EK": "I", "I": "I", "II": "II"}.get(lead[0])
    own = own or ("II" if lead[0].startswith("Tweede") else "I" if lead[0].startswith("Eerste") else None)
    at, chamber, year, number_word = read_filler(text, lead.end())
    return _Frame(lead.start(), chamber or own, year, True, number_word), at


def _behind(ctx: FindContext) -> Iterator[tuple[int, int, list[Mention]]]:
    """ "nr. 942 (21501-08)": the number stands before its dossier."""
    for match in _BEHIND.finditer(ctx.text):
        dossier = read_dossier(ctx.text, match.end(), led=False)
        close = None if dossier is None else re.match(r"\s*\)", ctx.text[dossier.end : dossier.end + 4])
        if dossier is None or close is None:
            continue
        end = dossier.end + close.end()
        numbers = list(re.finditer(NUMBER, match["subs"]))
        base = match.start("subs")
        mentions: list[Mention] = []
        for position, number in enumerate(numbers):
            last = position == len(numbers) - 1
            at = base + number.start()
            word = _WAS.search(ctx.text, base, at) if position else match
            frame = _Frame(word.start("w") if position and word else match.start() if word else at, "II", None, False)
            sub = SubRead(number[0], frame.start, end if last else base + number.end())
            mentions.extend(_kst_mentions(ctx, frame, dossier, [sub]))
        yield match.start(), end, mentions


def _bare(ctx: FindContext, start: int) -> tuple[int, int, list[Mention]] | None:
    """A dossier number without lead: a paper if a number follows, a dossier if it stands in brackets."""
    text = ctx.text
    dossier = read_dossier(text, start, led=False)
    if dossier is None or not _RANGE[0] <= int(dossier.number) <= _RANGE[1]:
        return None
    before = text[max(0, start - 40) : start]
    if _GAZETTE_BEFORE.search(before) or _OTHER_BEFORE.search(before):
        return None
    if not _NUMBER_BEFORE.search(before):
        dossier = _joined(text, dossier)
    bracketed = _OPEN.search(before) is not None
    subs = _subs(text, dossier, led=False, bracketed=bracketed)
    if subs:
        frame = _Frame(dossier.start, None, None, False)
        return dossier.start, subs[-1].end, list(_kst_mentions(ctx, frame, dossier, subs))
    if _NOT_PAPER.match(text, dossier.end):
        return None
    round_sum = int(dossier.number) % 5_000 == 0
    inside = not round_sum and bool(re.search(r"\(\s*$", before)) and _CLOSE.match(text, dossier.end) is not None
    if inside or dossier.suffix is not None or _DOSSIER_WORD.search(before):
        rule = "dossier.bracketed/1" if inside else "dossier.named/1"
        return dossier.start, dossier.end, [_dossier_mention(ctx, dossier.start, dossier, rule)]
    return None


def _roman(ctx: FindContext) -> Iterator[Mention]:
    """ "(CXXIV, letter F)": a dossier of the Eerste Kamer's own, in brackets and with the word."""
    for match in _BRACKETED_ROMAN.finditer(ctx.text):
        if not is_roman(match["r"]):
            continue
        dossier = DossierRead(match["r"], None, match.start("r"), match.end("r"), True)
        sub = SubRead(match["n"], match.start("n"), match.end("n"))
        yield from _kst_mentions(ctx, _Frame(match.start("r"), "I", None, False), dossier, [sub])


def _head(ctx: FindContext) -> Iterator[Mention]:
    """Dossiers in the head of the paper, as structure found them."""
    for head in ctx.document.meta.dossiers:
        start, end = ctx.view_span(head.span)
        dossier = DossierRead(head.number, head.suffix, start, end, True)
        yield _dossier_mention(ctx, start, dossier, "dossier.head/1")


@finder(
    "kamerstuk",
    examples=[
        (
            "Kamerstukken II, 2025/26, 36 704, nr. 63.",
            (("Kamerstukken II, 2025/26, 36 704, nr. 63", "kst-36704-63"),),
        ),
        (
            "*Kamerstukken I* 2025/26, 32 317, PS, p. 3.",
            (("Kamerstukken I* 2025/26, 32 317, PS, p. 3", "kst-32317-PS"),),
        ),
        (
            "Kamerstukken II, 2025-2026, nr. 32 317.",
            (("Kamerstukken II, 2025-2026, nr. 32 317", "dossier-32317"),),
        ),
        ("op stuk nr. 206 (28 844)", (("nr. 206 (28 844)", "kst-28844-206"),)),
        (
            "(35 334, nrs. 383, 348 en 309)",
            (("35 334, nrs. 383", "kst-35334-383"), ("348", "kst-35334-348"), ("309", "kst-35334-309")),
        ),
        ("36 410A, nr. 33", (("36 410A, nr. 33", "kst-36410-A-33"),)),
        ("(36 600 XVII, letter M)", (("36 600 XVII, letter M", "kst-36600-XVII-M"),)),
        ("Kamerstuk 21501-32, nr. 1668", (("Kamerstuk 21501-32, nr. 1668", "kst-21501-32-1668"),)),
        ("31 293 en 31 289, nr. 653", (("31 293 en 31 289, nr. 653", "kst-31293-653"),)),
        (
            "Kamerstukken 31 111, 31 112 en 31 113, nr. 7.",
            (("Kamerstukken 31 111, 31 112 en 31 113, nr. 7", "kst-31111-7"),),
        ),
        ("Kamerstuk 35925-VI-56", (("Kamerstuk 35925-VI-56", "kst-35925-VI-56"),)),
        ("Kamerstuk 23 432,nr.537", (("Kamerstuk 23 432,nr.537", "kst-23432-537"),)),
        (
            "Kamerstukken II 2021/22,36 111, nr.6; I 2022/23, 36 111, B)",
            (
                ("Kamerstukken II 2021/22,36 111, nr.6", "kst-36111-6"),
                ("I 2022/23, 36 111, B", "kst-36111-B"),
            ),
        ),
        (
            "Kamerstukken II 2008-2009, 31 700-VIII, nr. 32, blz. 3",
            (("Kamerstukken II 2008-2009, 31 700-VIII, nr. 32, blz. 3", "kst-31700-VIII-32"),),
        ),
        ("Kamerstukken I 2017–2018, CXXIV, E", (("Kamerstukken I 2017–2018, CXXIV, E", "kst-CXXIV-E"),)),
        (
            "Kamerstukken I 1979/80, 15 516, nr. 42e, blz. 7",
            (("Kamerstukken I 1979/80, 15 516, nr. 42e, blz. 7", "kst-19791980-15516-42e"),),
        ),
        ("Eerste Kamer, 36 373, H", (("Eerste Kamer, 36 373, H", "kst-36373-H"),)),
        ("het debat (CXLI, letter C) over", (("CXLI, letter C", "kst-CXLI-C"),)),
        (
            "Kamerstukken I/II, 31 111, C en nr. 3",
            (("Kamerstukken I/II, 31 111, C", "kst-31111-C"), ("nr. 3", "kst-31111-3")),
        ),
        (
            "Zij krijgt nr. 26, was nr. 19 (21501-08).",
            (("nr. 26", "kst-21501-08-26"), ("nr. 19 (21501-08)", "kst-21501-08-19")),
        ),
        ("(21501-08, nr. 26, was nr. 19)", (("21501-08, nr. 26", "kst-21501-08-26"), ("nr. 19", "kst-21501-08-19"))),
        (
            "af te voeren: 34417-(R2068)-7;21501-32-80;",
            (("34417-(R2068)-7", "kst-34417-7"), ("21501-32-80", "kst-21501-32-80")),
        ),
        ("Zie 33 111, C.", (("33 111, C", "kst-33111-C"),)),
        ("Kamerstukken I 2030/31, 36 111 A, D", (("Kamerstukken I 2030/31, 36 111 A, D", "kst-36111-A-D"),)),
        ("Kamerstukken II 2030/31, 36 111 A.", (("Kamerstukken II 2030/31, 36 111 A", "dossier-36111-A"),)),
        ("Kamerstukken I 2030/31, 33 111 X, p. 3", (("Kamerstukken I 2030/31, 33 111 X, p. 3", "kst-33111-X"),)),
        ("Kamerstuk 36 111, hoofdstuk VI, nr. 12", (("Kamerstuk 36 111, hoofdstuk VI, nr. 12", "kst-36111-VI-12"),)),
        ("Kamerstukken I 2007/08, 30 111, E", (("Kamerstukken I 2007/08, 30 111, E", "kst-20072008-30111-E"),)),
        (
            "Kamerstukken II 1993/94, 23 411, XI, nr. 25",
            (("Kamerstukken II 1993/94, 23 411, XI, nr. 25", "kst-23411-XI-25"),),
        ),
        ("het wetsvoorstel (34 165) ligt", (("34 165", "dossier-34165"),)),
    ],
    rejects=[
        "36 704 euro",
        "tel. 070 426 64 26",
        "een bedrag van 36 600 euro",
        "12345678901",
        "€ 32 500, nr. 12",
        "postbus 20018, nr. 5",
        "tussen 10 500 en 12 000, nr. 3",
        "geld (20 000) is",
    ],
)
def find_kamerstukken(ctx: FindContext) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    heads = [ctx.view_span(d.span) for d in ctx.document.meta.dossiers]
    for start, end, mentions in (*_led(ctx), *_behind(ctx)):
        taken.append((start, end))
        yield from mentions
    taken.extend(heads)
    taken.sort()
    index = 0
    done = 0
    for match in _BARE.finditer(ctx.text):
        while index < len(taken) and taken[index][1] <= match.start():
            index += 1
        inside = index < len(taken) and taken[index][0] <= match.start()
        if inside or match.start() < done:
            continue
        found = _bare(ctx, match.start())
        if found is not None:
            done = found[1]
            yield from found[2]
    yield from _roman(ctx)
    yield from _head(ctx)
