"""Votes: what is put to the vote, who is for and against, and the outcome that the chair states."""

import re
from bisect import bisect_right
from dataclasses import replace

from sovgraph.model import AgendaItem, Capacity, Meta, Method, MotionMoved, Outcome, Span, Turn, Vote
from sovgraph.structure.layout import Layout
from sovgraph.structure.meeting.lists import split_list
from sovgraph.structure.meeting.papers import NUMBERED, paper_of

_POINTS = (
    r"(?<=nr)\.|(?<=nrs)\.|(?<=\bc)\.(?=s)|(?<=c\.s)\.|(?<=d)\.(?=d)|(?<=d\.d)\.|(?<=\d)\.(?=\d)"
    r"|(?<=t)\.(?=a)|(?<=t\.a)\.(?=v)"
)
"""Points that end no sentence."""
_SENTENCE = rf"(?:[^.?!]|{_POINTS})"
_PUT = re.compile(
    rf"(?<![\w-])In\s+stemming\s+kom(?:t|en)\s+(?P<subject>{_SENTENCE}{{3,600}}?)"
    r"\s*(?<!\bnr)(?<!nrs)(?<!\bc)(?<!c\.s)\.(?=\s|[A-Z]|\Z)"
)
_STATED = re.compile(
    rf"(?<![\w-])Ik\s+(?:constateer|stel\s+vast|concludeer)\s*,?\s+dat\s+(?P<words>{_SENTENCE}{{3,1500}}?"
    r"(?P<result>aangenomen|verworpen|staken|gestaakt)(?:\s+is|\s+zijn)?)(?!\w)"
)
_PARTIES = re.compile(
    r"(?:de\s+)?(?:aanwezige\s+)?(?:leden\s+van\s+)?(?:de\s+fracties?\s+van\s+)"
    r"(?P<one>[^;]{2,700}?)(?<!Partij)\s+(?P<side>voor|vóór|tegen)\s+"
    r"(?:dit|deze|het|de|dat|die|zijn|haar)\s[^,;]{1,160}?\s*(?:hebben|heeft)?\s*gestemd"
    r"(?:\s*,?\s+en\s+(?P<two>[^;]{2,500}?)\s+(?P<other>ertegen|ervoor|daartegen|daarvoor))?"
)
_LEAD = re.compile(
    r"(?:(?:alle|de)\s+)?(?:(?:aanwezige|overige)\s+)?(?:leden\s+van\s+)?(?:de\s+)?"
    r"(?:fracties?\s+van\s+|(?:die|degenen)\s+van\s+(?:de\s+fracties?\s+van\s+)?)"
)
_REST = re.compile(r"\boverige\s+(?:aanwezige\s+)?(?:fracties|leden)\b")
_ALL = re.compile(r"\bmet\s+algemene\s+stemmen\b")
_COUNTS = re.compile(
    r"\bmet\s+(?P<most>\d{1,3})\s+(?:stemmen\s+)?(?:tegen|voor\s+en)\s+(?P<least>\d{1,3})\s+(?:stemmen\b|tegen\b)?"
)
_NAMES = re.compile(
    r"(?<![\w-])(?P<side>Vóór|Voor|Tegen)\s+stemmen\s+(?:de\s+leden|het\s+lid)\s*:\s*(?P<names>[^.:;]{2,6000})[.\n]"
)
_WITHOUT = re.compile(
    r"(?<!\w)(?P<how>zonder\s+(?:hoofdelijke\s+)?stemming|met\s+algemene\s+stemmen)\s+"
    r"(?P<result>aangenomen|verworpen)(?!\w)"
)
_PROPOSAL = re.compile(
    r"(?<![\w-])(?P<subject>(?:Het|De)\s+(?:gewijzigd\w*\s+)?"
    r"(?:wetsvoorstel|voorstel|motie|artikelen|artikel|brief|amendement)(?!\w)"
    rf"{_SENTENCE}{{0,200}}?)\s+word(?:t|en)\s"
)
_ON_PAPER = r"\bop\s+stuk\s+(?:nr\.\s*)?\d\d[ .]?\d{3}(?:-[\w-]{1,8})?\s*,\s*nr\.\s*\d{1,5}"
_NAMED = rf"(?:[^().:;]|{_POINTS}){{0,200}}?(?:\([^()]{{4,80}}\)|{_ON_PAPER})"
_MOTION = (
    r"(?P<subject>(?:de|zijn|haar|hun|deze|Zijn|Haar|De)\s+(?:(?:nader\s+)?gewijzigde\s+)?"
    rf"(?:moties?|amendement(?:en)?)(?!\w){_NAMED})"
)
_HELD = re.compile(
    rf"\bstel\s+ik\s+(?:de\s+Kamer\s+)?voor\s*,?\s+(?:om\s+)?{_MOTION}\s+(?:[^.:;()]{{0,60}}?\s)?(?P<result>aan\s+te\s+houden)"
)
_GONE = re.compile(
    rf"(?<!\w){_MOTION}\s+(?:is|zijn|wordt|worden)\s+(?:(?:daarmee|hiermee|hierbij|inmiddels|bij\s+dezen)\s+)?"
    r"(?P<result>ingetrokken|vervallen|aangehouden|overgenomen)(?!\w)"
)
_ON_NUMBER = r"(?:de|De)\s+(?:(?:nader\s+)?gewijzigde\s+)?motie\s+op\s+stuk\s+(?:nr\.|letter)\s*"
_BY_NUMBER = r"(?:\d{1,5}[a-z]?|[A-Z]{1,2})"
_SHORT = re.compile(
    rf"(?<!\w)(?:(?P<subject>{_ON_NUMBER}(?P<number>{_BY_NUMBER}))\s+(?:is|wordt)\s+"
    r"(?:(?:daarmee|hiermee|hierbij|inmiddels|bij\s+dezen)\s+)?"
    r"(?P<result>ingetrokken|vervallen|aangehouden|overgenomen)(?!\w)"
    rf"|(?:is|wordt)\s+(?P<subject2>{_ON_NUMBER}(?P<number2>{_BY_NUMBER}))\s+"
    r"(?P<result2>ingetrokken|vervallen|aangehouden|overgenomen)(?!\w)(?!\s*\?))"
)
_LONGEST_PROPOSAL = 400
_REACH = 12_000
_OUTCOMES = {o.value: o for o in Outcome} | {"staken": Outcome.TIED, "gestaakt": Outcome.TIED}


def find_votes(
    layout: Layout,
    meta: Meta,
    items: tuple[AgendaItem, ...],
    turns: tuple[Turn, ...] = (),
    moved: tuple[MotionMoved, ...] = (),
) -> tuple[Vote, ...]:
    """All outcomes in text order."""
    found = [*_put(layout, meta), *_other(layout, meta, turns), *_by_number(layout, turns, moved)]
    starts = [item.span.start for item in items]
    return tuple(_in_item(vote, items, starts) for vote in sorted(found, key=lambda v: (v.span.start, v.span.end)))


def _in_item(vote: Vote, items: tuple[AgendaItem, ...], starts: list[int]) -> Vote:
    index = bisect_right(starts, vote.span.start) - 1
    return vote if index < 0 else replace(vote, item=items[index].key)


def _put(layout: Layout, meta: Meta) -> list[Vote]:
    """ "In stemming komt ..." with the outcome that the chair states before the next is put."""
    puts = list(_PUT.finditer(layout.view))
    found: list[Vote] = []
    for place, put in enumerate(puts):
        limit = puts[place + 1].start() if place + 1 < len(puts) else len(layout.view)
        limit = min(limit, put.end() + _REACH)
        stated = _STATED.search(layout.view, put.end(), limit)
        if stated is not None:
            found.append(_vote(layout, meta, put, stated))
    return found


def _vote(layout: Layout, meta: Meta, put: re.Match[str], stated: re.Match[str]) -> Vote:
    words = stated["words"]
    names = list(_NAMES.finditer(layout.view, put.end(), stated.start()))
    counts = _COUNTS.search(words)
    in_favour: tuple[Span, ...] = ()
    against: tuple[Span, ...] = ()
    others, method = "", None
    if names:
        method = Method.BY_NAME
        for match in names:
            voters = split_list(layout, *match.span("names"), slashes=False)
            in_favour, against = (in_favour, voters) if match["side"] == "Tegen" else (voters, against)
    elif _ALL.search(words):
        method = Method.UNANIMOUS
    elif counts is None:
        in_favour, against, others = _sides(layout, stated)
        method = Method.BY_PARTY if in_favour or against else None
    result = _OUTCOMES[stated["result"]]
    return Vote(
        span=Span(put.start(), stated.end()),
        subject=Span(*put.span("subject")),
        outcome=result,
        result=Span(*stated.span("result")),
        method=method or (Method.BY_NAME if counts else None),
        paper=_paper(put["subject"], meta),
        in_favour=in_favour,
        against=against,
        others=others,
        counts=_numbers(counts, result) if counts else None,
    )


def _numbers(counts: re.Match[str], result: Outcome) -> tuple[int, int]:
    """ "met 70 tegen 68 stemmen verworpen": the larger number is on the side that won; for, then against."""
    most, least = int(counts["most"]), int(counts["least"])
    high, low = max(most, least), min(most, least)
    return (high, low) if result is Outcome.ADOPTED else (low, high)


def _sides(layout: Layout, stated: re.Match[str]) -> tuple[tuple[Span, ...], tuple[Span, ...], str]:
    match = _PARTIES.search(layout.view, stated.start("words"), stated.end("words"))
    if match is None:
        return (), (), ""
    first = _of_list(layout, match, "one")
    for_first = match["side"] in ("voor", "vóór")
    second: tuple[Span, ...] = ()
    others = ""
    if match["two"]:
        if _REST.search(match["two"]):
            others = "against" if for_first else "for"
        else:
            second = _of_list(layout, match, "two")
    return (first, second, others) if for_first else (second, first, others)


def _of_list(layout: Layout, match: re.Match[str], group: str) -> tuple[Span, ...]:
    start, end = match.span(group)
    lead = _LEAD.match(layout.view, start, end)
    return split_list(layout, lead.end() if lead else start, end, slashes=False)


def _paper(subject: str, meta: Meta) -> str | None:
    """The first paper that the subject names; none when it names several in one vote."""
    numbered = NUMBERED.search(subject)
    if numbered is None:
        return None
    return paper_of(numbered["dossier"], numbered["number"], meta.chamber, meta.session_year)


def _other(layout: Layout, meta: Meta, turns: tuple[Turn, ...]) -> list[Vote]:
    """Without a vote, held over, withdrawn, taken over."""
    found: list[Vote] = []
    for match in _WITHOUT.finditer(layout.view):
        how = Method.NO_VOTE if match["how"].startswith("zonder") else Method.UNANIMOUS
        subject = _proposal(layout.view, match.start())
        if subject is not None:
            found.append(_plain(subject, match, _OUTCOMES[match["result"]], how, meta))
    found += (_plain(m, m, Outcome.HELD, None, meta) for m in _HELD.finditer(layout.view))
    for match in _GONE.finditer(layout.view):
        outcome = _OUTCOMES[match["result"]]
        if outcome is not Outcome.TAKEN_OVER or _in_chair(turns, match.start()):
            found.append(_plain(match, match, outcome, None, meta))
    return found


def _in_chair(turns: tuple[Turn, ...], at: int) -> bool:
    """Whether the chair speaks there: a minister who would take a motion over has not done so yet."""
    index = bisect_right(turns, at, key=lambda turn: turn.speaker.start)
    return bool(index) and turns[index - 1].capacity is Capacity.CHAIR


def _by_number(layout: Layout, turns: tuple[Turn, ...], moved: tuple[MotionMoved, ...]) -> list[Vote]:
    """ "De motie op stuk nr. 12 is ingetrokken": said by the chair of a motion that was moved in this meeting."""
    papers: dict[str, set[str]] = {}
    for motion in moved:
        if motion.paper is not None and motion.number is not None:
            papers.setdefault(motion.number.of(layout.view), set()).add(motion.paper)
    found: list[Vote] = []
    for match in _SHORT.finditer(layout.view):
        named = papers.get(match["number"] or match["number2"], set())
        if len(named) == 1 and _in_chair(turns, match.start()):
            subject = "subject" if match["subject"] else "subject2"
            result = "result" if match["result"] else "result2"
            found.append(
                Vote(
                    span=Span(match.start(), match.end()),
                    subject=Span(*match.span(subject)),
                    outcome=_OUTCOMES[match[result]],
                    result=Span(*match.span(result)),
                    paper=next(iter(named)),
                )
            )
    return found


def _proposal(view: str, end: int) -> re.Match[str] | None:
    """The last proposal that begins before a place, in the same sentence."""
    named = list(_PROPOSAL.finditer(view, max(0, end - _LONGEST_PROPOSAL), end))
    return named[-1] if named and not re.search(r"[.?!]\s", view[named[-1].end() : end]) else None


def _plain(named: re.Match[str], stated: re.Match[str], outcome: Outcome, method: Method | None, meta: Meta) -> Vote:
    return Vote(
        span=Span(named.start("subject"), stated.end()),
        subject=Span(*named.span("subject")),
        outcome=outcome,
        result=Span(*stated.span("result")),
        method=method,
        paper=_paper(named["subject"], meta),
    )
