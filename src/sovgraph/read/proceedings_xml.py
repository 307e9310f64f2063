"""Proceedings: the schema of official publications since 2011, and the older one.

A speech is stated by `spreekbeurt/spreker`; in a motion's `motie-info` the chair speaks. Words of an item outside a
`spreekbeurt` belong to no speaker: the schema doesn't say whose they are.
"""

import re

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.blocks import Handler, Walker, is_leaf
from sovgraph.read.builder import TextBuilder, clean
from sovgraph.read.dates import iso_of
from sovgraph.read.paths import tag_of
from sovgraph.read.speakers import speaker_of, start_turn

_MOTION = re.compile(r"M-(\d{4,5}(?:-[A-Za-z0-9]+){1,3})")
_CHAIR = re.compile(r"[Vv]oorzitters?\s*:\s*(\S[^.:;]{1,80}?)\.?$")
_PRESENT = re.compile(r"(?:Aanwezig|Tegenwoordig) (?:is|zijn) .*\b(?:lid|leden)\b.*:$")
_MEETING = re.compile(r"(?<!\d)(\d{1,3})\s*(?:e|ste|de)?\s+(?:[Vv]ergadering|VERGADERING)\b")
_ITEM_NUMBERS = ("nr", "volgnr", "vetnr")
_NUMBER = re.compile(r"\d{1,3}")


def _item(walker: Walker, element: etree._Element, group: int) -> None:
    """An item of the agenda: its number and title, then what is said."""
    walker.builder.end_turn()
    walker.slot = ""
    own = walker.builder.new_group()
    number = next((child for child in element if tag_of(child) in _ITEM_NUMBERS), None)
    title = next((child for child in element if tag_of(child) in ("item-titel", "itemnaam", "itemkop")), None)
    first = (
        walker.builder.block(walker.builder.inline(number), "item_number", "", own, number)
        if number is not None
        else None
    )
    second = walker.line(title, "heading", own) if title is not None else None
    inner = next((child for child in title if tag_of(child) in _ITEM_NUMBERS), None) if title is not None else None
    state_item(walker, first, second, own, _number_in(number if number is not None else inner))
    for child in element:
        if child is not number and child is not title:
            walker.walk(child, group)
        walker.builder.block(clean(child.tail or ""), "paragraph", group=group, source=element)
    walker.builder.end_turn()


def _number_in(element: etree._Element | None) -> str:
    found = _NUMBER.search("".join(element.itertext())) if element is not None else None
    return found[0] if found else ""


def state_item(walker: Walker, number: Span | None, title: Span | None, group: int, value: str = "") -> None:
    """`item` spans number and title, its value is the number; `item_title` spans the title."""
    spans = [span for span in (number, title) if span is not None]
    if spans:
        walker.builder.part("item", Span(spans[0].start, spans[-1].end), value, group)
    if title is not None:
        walker.builder.part("item_title", title, "", group)


def _speech(walker: Walker, element: etree._Element, group: int) -> None:
    bounded, walker.bounded = walker.bounded, True
    for child in element:
        if tag_of(child) == "spreker":
            _speaker(walker, child, element.get("nieuw") or "")
        else:
            walker.walk(child, group)
    walker.bounded = bounded
    walker.builder.end_turn()


def _speaker(walker: Walker, element: etree._Element, new: str) -> None:
    speaker = speaker_of(element.iter(), walker.builder.inline(element))
    name = speaker.name or speaker.role
    if new == "ja" and not speaker.is_chair:
        walker.slot = name
    interrupts = new == "nee" and bool(walker.slot) and not speaker.is_chair and name != walker.slot
    start_turn(walker.builder, speaker, element, interrupts)


def _spreker(walker: Walker, element: etree._Element, group: int) -> None:
    """In the old schema `spreker` holds the whole speech; else it is a line."""
    if is_leaf(element) or not any(tag_of(child) in ("al", "al-groep", "lijst") for child in element):
        start_turn(walker.builder, speaker_of(element.iter(), walker.builder.inline(element)), element)
        return
    bounded, walker.bounded = walker.bounded, True
    who = element.find("{*}wie")
    lead = [child for child in element if tag_of(child) in ("aanspr", "naam", "partij")] if who is None else [who]
    text = " ".join(filter(None, (walker.builder.inline(child) for child in lead)))
    if text:
        parts = who.iter() if who is not None else lead
        start_turn(walker.builder, speaker_of(parts, text), who if who is not None else element)
    for child in element:
        if child not in lead:
            walker.walk(child, group)
    walker.bounded = bounded
    walker.builder.end_turn()


def motion_paper(key: str) -> str:
    """ "M-21501-08-726" → "kst-21501-08-726"; "" for another key."""
    found = _MOTION.fullmatch(key)
    return f"kst-{found[1]}" if found else ""


def _motion(walker: Walker, element: etree._Element, group: int) -> None:
    """A motion that a speaker puts forward: its words, then what the chair says of it."""
    value = motion_paper(element.get("id") or "")
    own = walker.builder.new_group()
    key: int | None = None
    for child in element:
        tag = tag_of(child)
        if tag in ("kop", "motienm"):
            walker.builder.block(walker.builder.inline(child), "heading", "", group, child)
            continue
        if tag in ("motie-info", "spreker") and key is not None:
            walker.builder.close_part(key)
            key = None
        elif tag and key is None and tag not in ("motie-info", "spreker"):
            key = walker.builder.open_part("motion", value, own)
        walker.walk(child, own if tag == "al" else group)
    if key is not None:
        walker.builder.close_part(key)


def _motion_info(walker: Walker, element: etree._Element, group: int) -> None:
    for child in element:
        if tag_of(child) == "spreker":
            _speaker(walker, child, "")
        else:
            walker.walk(child, group)


def _meeting_line(walker: Walker, element: etree._Element, group: int) -> None:
    """Number or day of the meeting, on a line of its own."""
    span = walker.builder.block(walker.builder.inline(element), "paragraph", "", group, element)
    if span is not None:
        state_meeting(walker, span)


def state_meeting(walker: Walker, span: Span) -> None:
    """`meeting_number` and `meeting_date` for what the line says ("14e vergadering, woensdag 15 oktober 2014")."""
    words = walker.builder.text_of(span)
    number = _MEETING.search(words)
    if number is not None:
        at = span.start + number.start(1)
        walker.builder.part("meeting_number", Span(at, at + len(number[1])), number[1])
    printed, iso = iso_of(words)
    walker.builder.within(span, printed, "meeting_date", iso)


def state_opening(builder: TextBuilder) -> None:
    """Chairs and the list of those present, by the fixed words of these lines."""
    text = "".join(builder.pieces)
    listing = False
    for part in list(builder.parts):
        if part.role not in ("paragraph", "list_item", "heading"):
            listing = listing and part.role in ("note_anchor", "chair")
            continue
        words = part.span.of(text)
        chair = _CHAIR.match(words)
        if chair is not None:
            builder.part("chair", Span(part.span.start + chair.start(1), part.span.start + chair.end(1)))
        elif listing:
            builder.part("present", part.span)
        listing = _PRESENT.match(words) is not None


HANDLERS: dict[str, Handler] = {
    "agendapunt": _item,
    "item": _item,
    "spreekbeurt": _speech,
    "spreker": _spreker,
    "motie": _motion,
    "motie-info": _motion_info,
    "vergadering-nummer": _meeting_line,
    "vergaderdatum": _meeting_line,
}
