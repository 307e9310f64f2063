"""Written questions and their answers: `kamervragen` since 2011, `vraagdoc` before."""

import re

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.blocks import Handler, Walker
from sovgraph.read.builder import TextBuilder, clean, words_of
from sovgraph.read.dates import iso_of
from sovgraph.read.paths import tag_of

_NUMBERS = re.compile(r"\d{1,3}[a-z]?")
_RANGE = re.compile(r"(\d{1,3})\s*(?:t/m|tot en met|[-–])\s*(\d{1,3})")
_ADDRESSEE = re.compile(
    r"\baan (?:de |het )?((?:[Mm]inister|[Ss]taatssecretaris|[Pp]resident)[^()]*?)"
    r"\s+(?:over|inzake|naar aanleiding|\()"
)
_DATES = (("date_sent", re.compile(r"[Ii]ngezonden")), ("date_received", re.compile(r"[Oo]ntvangen")))


def _question(walker: Walker, element: etree._Element, group: int) -> None:
    """A question or an answer: its label, then its words. `value` holds the number, of an answer all its numbers."""
    builder = walker.builder
    role = "question" if tag_of(element) == "vraag" else "answer"
    own = builder.new_group()
    label = next((child for child in element if tag_of(child) in ("nr", "nummer")), None)
    key = builder.open_part(role, _value(element, label), own)
    if label is not None:
        builder.block(builder.inline(label), "heading", "", own, label)
    builder.block(clean(element.text or ""), "paragraph", group=group, source=element)
    for child in element:
        if child is not label:
            walker.walk(child, group)
        builder.block(clean(child.tail or ""), "paragraph", group=group, source=element)
    builder.close_part(key)


def _value(element: etree._Element, label: etree._Element | None) -> str:
    """ "Antwoord 2, 3 en 4" → "2,3,4"; in some files the first paragraph is the label."""
    if label is None:
        label = next((child for child in element if tag_of(child) == "al"), None)
        words = words_of(label) if label is not None else ""
        if not re.match(r"(?:Vraag|Vragen|Antwoord)\b.{0,60}$", words):
            return ""
    else:
        words = words_of(label)
    return numbers_in(words)


def numbers_in(words: str) -> str:
    """ "Antwoord 2, 3 en 4" → "2,3,4"; "1 t/m 3" → "1,2,3"."""
    filled = _RANGE.sub(lambda m: " ".join(str(n) for n in range(int(m[1]), min(int(m[2]), int(m[1]) + 60) + 1)), words)
    return ",".join(dict.fromkeys(_NUMBERS.findall(filled)))


def _description(walker: Walker, element: etree._Element, group: int) -> None:
    """Who asks whom, when; and who answers, when: the sentence at the head."""
    builder = walker.builder
    kind = element.get("type") or ""
    span = builder.block(builder.inline(element), "head_line", "", group, element)
    if span is None:
        return
    words = builder.text_of(span)
    asks = kind == "vraag" or (not kind and not words.startswith(("Antwoord", "Mededeling")))
    own = builder.new_group()
    if asks:
        _askers(walker, element, span, own)
        state_addressee(builder, span, own)
    _dates(walker, element, span, asks)


def state_addressee(builder: TextBuilder, span: Span, group: int = 0) -> None:
    """To whom the questions go, by the fixed words of the sentence."""
    found = _ADDRESSEE.search(builder.text_of(span))
    if found is not None:
        at = span.start + found.start(1)
        builder.part("question_addressee", Span(at, at + len(found[1])), "", group)


def _askers(walker: Walker, element: etree._Element, span: Span, group: int) -> None:
    after = 0
    for name in element.iterfind("{*}naam"):
        words = clean(" ".join(walker.builder.inline(child) for child in name)) or words_of(name)
        after = walker.builder.within(span, words, "question_asker", "", group, after)


def _dates(walker: Walker, element: etree._Element, span: Span, asks: bool) -> None:
    """By the words before a date, else by whose sentence it is."""
    words = walker.builder.text_of(span)
    for stated in element.iter("{*}datum"):
        printed = words_of(stated)
        at = words.find(printed)
        if not printed or at < 0:
            continue
        day = iso_of(printed)[0] or printed
        value = stated.get("isodatum") or iso_of(printed)[1]
        before = f"{words[max(0, at - 30) : at]} {printed}"
        role = next(
            (role for role, pattern in _DATES if pattern.search(before)), "date_sent" if asks else "date_received"
        )
        start = span.start + at + printed.find(day)
        walker.builder.part(role, Span(start, start + len(day)), value)


def _number(walker: Walker, element: etree._Element, group: int) -> None:
    words = walker.builder.inline(element)
    span = walker.builder.block(words, "number_line", "", group, element)
    found = re.search(r"\d[\w]*", words)
    if span is not None and found is not None:
        at = Span(span.start + found.start(), span.start + found.end())
        walker.builder.part("question_number", at, found[0])
        walker.builder.part("number", at, found[0])


HANDLERS: dict[str, Handler] = {
    "vraag": _question,
    "antwoord": _question,
    "reactie": _question,
    "kamervraagomschrijving": _description,
    "omschr": _description,
    "kamervraagnummer": _number,
    "vraagnummer": _number,
}
