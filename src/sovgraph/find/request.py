"""Requests: what a motion asks, and what a committee asks in a letter."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.scan import Anchors, Scan
from sovgraph.find.sentences import sentences_with
from sovgraph.find.terms import Limit, limits_in, nearest
from sovgraph.find.zones import government_zones, is_of_committee, question_spans
from sovgraph.model import Mention, MentionType

_AGAIN = r"(?:(?:voorts|verder|tevens|ook|daarom|derhalve|nogmaals)\s+)?"
_ASKS = re.compile(rf"(?i){_AGAIN}(?:verzoekt|roept|vraagt|dringt|nodigt|draagt|daagt|spoort|moedigt)\b")
_ASKS_INSIDE = re.compile(
    r"\ben\s+(?P<all>(?:verzoekt|roept|vraagt)\s+(?:de|het)\s)|\bbesluit\s+(?P<x>[^,;]{3,80}\s+te\s+verzoeken)"
)
"""A clause that begins by saying something may go on to ask: "spreekt uit … en verzoekt de regering"."""

_MOTION = Scan(r"gehoord\s+de\s+(?:beraadslaging|discussie)", ["gehoord"])
_MOTION_END = re.compile(r"en(?<!\wen)\s+gaat\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag")
_MOTION_ASKS = re.compile(
    rf"(?:(?<=[;,:.]\s)|(?<=\n))(?P<all>{_AGAIN}verzoekt\s+(?:tevens\s+|ook\s+)?(?:de\s+(?:regering|Minister|minister|Staatssecretaris|staatssecretaris|Kamer|Voorzitter)"
    r"|het\s+(?:kabinet|[Pp]residium)))"
)
_ADDRESSEE = r"(?:u|de\s+regering|het\s+kabinet|de\s+[Mm]inister|de\s+[Ss]taatssecretaris|de\s+bewindspersoon)"
_VERB = re.compile(
    rf"(?i)\b(?:verzoek(?:t|en)?)\s+(?:ik\s+|wij\s+|zij\s+)?{_ADDRESSEE}\b|\broep(?:t|en)?\s+{_ADDRESSEE}\b[^.]{{0,300}}\bop\b"
    rf"|\bdring(?:t|en)\s+er\s+bij\s+{_ADDRESSEE}\b[^.]{{0,80}}\baan\b"
)
_NOUN = re.compile(
    r"(?i)\b(?:met\s+(?:het|een)|bij\s+deze\s+het|herhaalt\s+het|herhalen\s+het)\s+(?P<all>(?:dringende?\s+)?verzoek\s+(?:om|tot|te)\b)"
)
_NOUN_END = re.compile(r"\s+(?:met\s+betrekking\s+tot|betreffende|inzake|over|in\s+verband\s+met)\b|[,;]")
_RECEIVE = re.compile(
    r"(?i)\b(?:ontvang(?:t|en)\s+(?:deze|dit|die|dat|uw\s+\w+|de\s+\w+|het\s+\w+|een\s+\w+)\s+(?:\w+\s+)?graag"
    r"|zou(?:den)?\s+(?:deze|dit|die|dat|de|het|een|uw)\s+[^.]{0,80}?\bgraag\b[^.]{0,80}?\bontvangen"
    r"|ontvang(?:t|en)\s+graag|zie(?:t|n)\s+(?:uw|de)\s+(?:antwoord\w*|beantwoording|reactie)\s+[^.]{0,60}?tegemoet)"
)
_THIS = re.compile(r"(?i)\bzou(?:den)?\s+(?:graag\s+)?(?:deze|dit|die|dat)\s+(?P<what>\w{5,})")
_IN_LETTER = Anchors(["verzoek", "roep", "dring", "ontvang", "tegemoet"])
"""Every match of `_VERB`, `_NOUN` and `_RECEIVE` holds one of these."""

_KINDS = (
    ("uitvoeringstoets", re.compile(r"(?i)uitvoeringstoets")),
    ("beantwoording", re.compile(r"(?i)beantwoord|\bantwoord|\breactie\b|tegemoet")),
    ("uitstel", re.compile(r"(?i)\buitstel\b|aan te houden")),
    (
        "informatie",
        re.compile(r"(?i)informeren|informatie|overzicht|afschrift|toe te zenden|toesturen|te doen toekomen"),
    ),
)


@finder(
    "request",
    stage=3,
    examples=[
        (
            "De Kamer,\ngehoord de beraadslaging,\noverwegende dat het regent;\nverzoekt de regering een paraplu te kopen,\n"
            "en gaat over tot de orde van de dag.",
            (("verzoekt de regering een paraplu te kopen", None),),
        ),
    ],
    rejects=[
        "De regering verzoekt de Commissie om een voorstel.",
        "een motie die verzoekt het aantal te beperken",
        "Kunt u de Kamer hierover informeren?",
        "De Kamer, gehoord de beraadslaging, spreekt uit dat het regent, en gaat over tot de orde van de dag.",
    ],
)
def find_requests(ctx: FindContext) -> Iterator[Mention]:
    yield from _in_motion(ctx)
    yield from _in_letters(ctx)
    if ctx.document.motion is None:
        yield from _in_proceedings(ctx)


def _limit(ctx: FindContext, start: int, end: int) -> Limit | None:
    return nearest(limits_in(ctx, start, end), end)


def _request(ctx: FindContext, start: int, end: int, kind: str, rule: str, confidence: float) -> Mention:
    while end > start and ctx.text[end - 1] in " ,;.:\n":
        end -= 1
    parts = [("kind", kind)]
    limit = _limit(ctx, start, end)
    if limit is not None:
        parts.append(("due", " ".join(ctx.text[limit.start : limit.end].split())))
        parts += [("due_by", limit.due.isoformat())] if limit.due else []
    return ctx.mention(MentionType.REQUEST, start, end, rule, confidence=confidence, parts=tuple(parts))


def _in_motion(ctx: FindContext) -> Iterator[Mention]:
    """The clauses of the paper's own motion that ask something; "spreekt uit" asks nothing."""
    if ctx.document.motion is None:
        return
    for span in ctx.document.motion.requests:
        start, end = ctx.view_span(span)
        if _ASKS.match(ctx.text, start):
            yield _request(ctx, start, end, "motie", "request.motion/1", 0.99)
            continue
        inside = _ASKS_INSIDE.search(ctx.text, start, end)
        if inside is not None:
            yield _request(ctx, inside.start("all" if inside["all"] else "x"), end, "motie", "request.motion/1", 0.93)


def _in_proceedings(ctx: FindContext) -> Iterator[Mention]:
    """Motions as they are read out in a debate."""
    begins = list(_MOTION.finditer(ctx.text))
    written = [z for z in government_zones(ctx) if not z.debate] if begins else []
    for begin in begins:
        close = _MOTION_END.search(ctx.text, begin.end(), begin.end() + 6000)
        if close is None or any(z.start <= begin.start() < z.end for z in written):
            continue
        asks = list(_MOTION_ASKS.finditer(ctx.text, begin.end(), close.start()))
        if not asks:
            continue
        stops = [a.start() for a in asks[1:]] + [close.start()]
        for ask, stop in zip(asks, stops, strict=True):
            yield _request(ctx, ask.start("all"), stop, "motie", "request.motion-read/1", 0.95)


def _in_letters(ctx: FindContext) -> Iterator[Mention]:
    """What committees ask in their letters, outside the questions themselves."""
    letters = [x for x in ctx.document.letters if is_of_committee(x, ctx.document.text)]
    questions = question_spans(ctx) if letters else []
    for letter in letters:
        earlier: list[Mention] = []
        for sentence in sentences_with(ctx.text, _IN_LETTER.places(ctx.text), *ctx.view_span(letter.body)):
            if ctx.text[sentence[1] - 1] == "?" or any(a <= sentence[0] < b for a, b in questions):
                continue
            for request in _in_sentence(ctx, *sentence):
                if not _asked_again(request, earlier):
                    yield request
                earlier.append(request)


def _asked_again(request: Mention, earlier: list[Mention]) -> bool:
    """ "zou deze toets graag ontvangen" behind "met het verzoek om een toets": one request, told twice."""
    again = _THIS.search(request.text)
    return again is not None and any(again["what"].lower() in other.text.lower() for other in earlier[-2:])


def _in_sentence(ctx: FindContext, start: int, end: int) -> Iterator[Mention]:
    verb = _VERB.search(ctx.text, start, end) or _RECEIVE.search(ctx.text, start, end)
    if verb is not None:
        yield _request(ctx, verb.start(), end, kind_of(ctx.text[start:end]), "request.letter/1", 0.95)
        return
    noun = _NOUN.search(ctx.text, start, end)
    if noun is not None:
        last = _noun_end(ctx.text, noun.end(), end)
        words = ctx.text[noun.start("all") : last]
        yield _request(ctx, noun.start("all"), last, kind_of(words), "request.noun/1", 0.95)


def _noun_end(text: str, start: int, end: int) -> int:
    """Where what is asked for ends; a comma inside brackets ends nothing."""
    for stop in _NOUN_END.finditer(text, start, end):
        if text.count("(", start, stop.start()) <= text.count(")", start, stop.start()):
            return stop.start()
    return end


def kind_of(words: str) -> str:
    """What is asked for, in one word."""
    return next((kind for kind, cue in _KINDS if cue.search(words)), "verzoek")
