"""Footnotes of a web page: links with a mark that lead to a body further on."""

import re
from dataclasses import dataclass

from lxml import etree

from sovgraph.read.builder import flat
from sovgraph.read.html_main import is_shown
from sovgraph.read.paths import tag_of

_MARK = re.compile(r"[\[(]?\s*(\d{1,3}|[a-z]|\*{1,3})\s*[\])]?")
_NAMED = re.compile(r"noot|note|fn|ftn|voet|ref|^ID-|^n\d+$", re.IGNORECASE)
_BODY_TAGS = frozenset("div li p dd aside section td tr".split())
_LEAD = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[a-z]|\*{1,3})\s*[\])]?[.:]?\s*")
_BACK = re.compile(r"\s*(?:↩|↑|\^|Terug(?: naar (?:de )?tekst| naar boven)?|X)\ufe0e?\s*")


@dataclass(frozen=True, slots=True)
class HtmlNotes:
    """`anchors`: the link of a mark → the mark and its body; `bodies`: what is kept back for the end of the text."""

    anchors: dict[etree._Element, tuple[str, etree._Element]]
    bodies: dict[etree._Element, str]


def find_notes(root: etree._Element) -> HtmlNotes:
    order = {element: index for index, element in enumerate(root.iter())}
    targets: dict[str, etree._Element] = {}
    for element in order:
        for name in (element.get("id"), element.get("name") if tag_of(element) == "a" else None):
            if name:
                targets.setdefault(name, element)
    anchors: dict[etree._Element, tuple[str, etree._Element]] = {}
    bodies: dict[etree._Element, str] = {}
    for link in root.iter("a"):
        target = targets.get((link.get("href") or "")[1:]) if (link.get("href") or "").startswith("#") else None
        mark = _MARK.fullmatch("".join(link.itertext()).strip())
        if target is None or mark is None or order[target] < order[link] or not _is_mark(link):
            continue
        body = _body_of(target)
        if body is not None and link not in body.iter():
            anchors[link] = (mark[1], body)
            bodies.setdefault(body, mark[1])
    for body in root.iter("div"):
        if body not in bodies and "noot" in (body.get("class") or "").split() and not _inside(body, bodies):
            number = next((each for each in body.iter() if "nootnum" in (each.get("class") or "").split()), None)
            bodies[body] = "".join(number.itertext()).strip() if number is not None else ""
    return HtmlNotes(anchors, bodies)


def note_words(body: etree._Element, mark: str) -> str:
    """The words of a note without its mark, its way back and what isn't shown."""
    text = "".join(_chunks(body, body))
    lead = _LEAD.match(text)
    if lead is not None and mark and mark in lead.group():
        text = text[lead.end() :]
    return flat(text)


def _chunks(element: etree._Element, body: etree._Element) -> list[str]:
    chunks = [element.text or ""]
    for child in element:
        shown = is_shown(child) and not _is_way_back(child)
        if shown:
            inside = _chunks(child, body)
            chunks += [" ", *inside, " "] if tag_of(child) in _BODY_TAGS else inside
        chunks.append(child.tail or "")
    return chunks


def _is_way_back(element: etree._Element) -> bool:
    """A link that leads from the note to its mark and says nothing but that."""
    if tag_of(element) != "a" or not (element.get("href") or "").startswith("#"):
        return False
    words = "".join(element.itertext())
    return _BACK.fullmatch(words) is not None


def _is_mark(link: etree._Element) -> bool:
    """Raised, or named as a note: a page number in a table of contents is neither."""
    if any(tag_of(above) == "sup" for above in link.iterancestors()) or link.find(".//sup") is not None:
        return True
    named = f"{link.get('class') or ''} {link.get('id') or ''} {link.get('name') or ''} {(link.get('href') or '')[1:]}"
    return any(_NAMED.search(word) for word in named.split())


def _body_of(target: etree._Element) -> etree._Element | None:
    """The block that holds the target; in official publications the `noot` around it."""
    chain = [target, *target.iterancestors()]
    noted = next((e for e in chain if {"noot", "footnote", "voetnoot"} & set((e.get("class") or "").split())), None)
    if noted is not None and tag_of(noted) in _BODY_TAGS:
        return noted
    return next((e for e in chain[:6] if tag_of(e) in _BODY_TAGS), None)


def _inside(element: etree._Element, bodies: dict[etree._Element, str]) -> bool:
    return any(above in bodies for above in element.iterancestors())
