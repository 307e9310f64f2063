"""Claims about commitments: where a paper says that one is kept, kept in part, or still open.

In sentences of the government ("Met deze brief doe ik mijn toezegging gestand") and in lists of numbered commitments
with their status. The words are data; silence, a wish and what will be done are no claim.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Anchors, Scan
from sovgraph.find.sentences import places_in, sentence_at, sentences_with
from sovgraph.find.zones import government_zones, is_quoted, quoted_spans
from sovgraph.model import Mention, MentionType
from sovgraph.resources import folder, read_tsv

_CUE = Anchors(["toezegging", "toegezegd"])
_NOW = (
    r"(?<!\w)(?:[Hh]ierbij|[Hh]iermee|[Dd]aarmee|[Bb]ijgaande?|[Bb]ij dezen|[Mm]et (?:deze|dit|bijgaande|voorliggende) [\w-]+"
    r"|[Mm]et het (?:bovenstaande|voorgaande)|[Ii]n (?:deze|de) (?:brief|bijlage)|[Aa]ls bijlage)\b"
)
_DID = r"\b(?:gestand|afgedaan|voldaan|voldoe|nagekomen|ingelost|na|gevolg|invulling|uitvoering)\b"
_NUMBER = Scan(r"(?<![\w-])(?:T\d{5}|TZ\d{6}-\d{3})(?![\w-])", ["T0", "T1", "T2", "T3", "T4", "T5", "TZ"])
_NO = re.compile(r"(?i)\b(?:niet|geen|zal|zullen|zou(?:den)?|wanneer|zodra|nadat)\b")
"""In a sentence with one of these nothing is kept yet, or it isn't said."""

_HERE = re.compile(_NOW)
_NAMES_IT = re.compile(r"(?i)\b(?:deze|die|beide)\s+toezegging")
_TOLD = re.compile(r"(?i)\btoegezegd\b|\btoezegging|\bzegde\b[^.]{0,200}\btoe\b")
_LIST_LABEL = r"(?:status|stand\s+van\s+zaken|stand)\s*[:|]\s*"
_REACH = 1500
"""How long an entry of a list may be."""


@dataclass(frozen=True, slots=True)
class _Said:
    state: str
    words: re.Pattern[str]


@cache
def _said() -> tuple[_Said, ...]:
    rows = read_tsv(folder("ontology") / "lexicon" / "commitment_states.tsv")
    return tuple(_Said(r["state"], _sentence(r["words"])) for r in rows if r["where"] == "sentence")


def _sentence(words: str) -> re.Pattern[str]:
    words = words.replace("{now}", _NOW).replace("{did}", _DID).replace("…", "[^?]{0,240}?")
    return re.compile(words.replace(" ", r"\s+"))


@cache
def _status() -> tuple[dict[str, str], re.Pattern[str]]:
    """The words of lists with their state, and where one of them is the status of an entry."""
    rows = [r for r in read_tsv(folder("ontology") / "lexicon" / "commitment_states.tsv") if r["where"] == "list"]
    states = {word: row["state"] for row in rows for word in row["words"].split("|")}
    any_of = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(states, key=lambda w: (-len(w), w)))
    return states, re.compile(rf"(?i)\b{_LIST_LABEL}(?P<s>{any_of})\b|\|\s*(?P<cell>{any_of})\s*(?=\|)")


@finder(
    "commitment_claim",
    stage=3,
    rejects=[
        "Met deze brief doe ik mijn toezegging gestand.",
        "Toezegging T01234 over bomen.",
        "De status is openstaand.",
    ],
)
def find_commitment_claims(ctx: FindContext) -> Iterator[Mention]:
    yield from _in_sentences(ctx)
    yield from _in_lists(ctx)


def _in_sentences(ctx: FindContext) -> Iterator[Mention]:
    places = _CUE.places(ctx.text)
    zones = government_zones(ctx) if places else ()
    for zone in zones:
        for start, end in sentences_with(ctx.text, places_in(places, zone.start, zone.end), zone.start, zone.end):
            if ctx.text[end - 1] == "?" or end - start > _REACH:
                continue
            state = _state(ctx.text, start, end)
            if state is not None:
                first = _with_what_it_is_about(ctx.text, max(start, zone.start), end, zone.start)
                yield _claim(ctx, first, end, state)


def _state(text: str, start: int, end: int) -> str | None:
    for row in _said():
        match = row.words.search(text, start, end)
        if match is None or is_quoted(quoted_spans(text, start, end), match.start()):
            continue
        if row.state == "openstaand" or _NO.search(match[0]) is None:
            return row.state
    return None


def _with_what_it_is_about(text: str, start: int, end: int, least: int) -> int:
    """ "Met deze brief doe ik die toezegging gestand": the sentence before says which."""
    if _NAMES_IT.search(text, start, end) is None or start - 2 < least:
        return start
    first, last = sentence_at(text, start - 2)
    return first if first >= least and last <= start and _TOLD.search(text, first, last) else start


def _claim(ctx: FindContext, start: int, end: int, state: str) -> Mention:
    numbers = sorted({m[0] for m in _NUMBER.finditer(ctx.text[start:end])})
    parts = [("state", state)]
    parts += [("numbers", "|".join(numbers))] if numbers else []
    parts += [("by", "this paper")] if state == "voldaan" and _HERE.search(ctx.text, start, end) else []
    number = numbers[0] if len(numbers) == 1 else None
    rule = "commitment-claim.sentence/1"
    return ctx.mention(MentionType.COMMITMENT_CLAIM, start, end, rule, id=number, confidence=0.93, parts=tuple(parts))


def _in_lists(ctx: FindContext) -> Iterator[Mention]:
    """Entries that begin with, or hold in their first line, the number of a commitment, and end with a status."""
    states, status = _status()
    numbers = list(_NUMBER.finditer(ctx.text))
    for place, number in enumerate(numbers):
        stop = numbers[place + 1].start() if place + 1 < len(numbers) else len(ctx.text)
        stop = ctx.text.rfind("\n", number.end(), stop) if place + 1 < len(numbers) else stop
        found = status.search(ctx.text, number.end(), min(max(stop, number.end()), number.end() + _REACH))
        if found is None:
            continue
        state = states[" ".join((found["s"] or found["cell"]).lower().split())]
        start = ctx.text.rfind("\n", 0, number.start()) + 1
        parts = (("state", state), ("numbers", number[0]))
        yield ctx.mention(
            MentionType.COMMITMENT_CLAIM,
            start,
            found.end(),
            "commitment-claim.list/1",
            id=number[0],
            confidence=0.97,
            parts=parts,
        )
        yield from _entry(ctx, start, number, found.start(), min(stop, found.end() + _NEAR))


_TRIM = " \n\t|.,;:()-–•*"
_DUE_LABEL = re.compile(r"(?i)\b(?:termijn|deadline|nakoming|te\s+voldoen\s+voor)\s*[:|]\s*")


def _entry(ctx: FindContext, start: int, number: re.Match[str], stop: int, until: int) -> Iterator[Mention]:
    """What the entry says was promised: its words before the status, without number and term."""
    label = _DUE_LABEL.search(ctx.text, number.end(), stop)
    last = label.start() if label else stop
    first = number.end() if len(ctx.text[number.end() : last].strip(_TRIM)) > _LEAST else start
    if first == start:
        last = number.start()
    while first < last and ctx.text[first] in _TRIM:
        first += 1
    while last > first and ctx.text[last - 1] in _TRIM:
        last -= 1
    if last - first > _LEAST:
        parts = (("strength", "explicit"), ("number", number[0]), *_due(ctx, number.end(), until))
        yield ctx.mention(
            MentionType.COMMITMENT, first, last, "commitment.numbered/1", id=number[0], confidence=0.95, parts=parts
        )


def _due(ctx: FindContext, start: int, end: int) -> tuple[tuple[str, str], ...]:
    """ "Termijn: 1 juli 2026": the day right behind the label."""
    label = _DUE_LABEL.search(ctx.text, start, end)
    if label is None:
        return ()
    for day in ctx.of_type(MentionType.DATE):
        at = ctx.view.to_view(day.start)
        if label.end() <= at <= label.end() + _CLOSE and day.id and len(day.id) == _FULL_DATE:
            said = ctx.text[label.end() : ctx.view.to_view(day.end)]
            return (("due", " ".join(said.split())), ("due_by", day.id))
    return ()


_CLOSE = 12
_NEAR = 120
_FULL_DATE = len("2026-07-01")
_LEAST = 8
"""Fewer letters say nothing of what was promised."""
