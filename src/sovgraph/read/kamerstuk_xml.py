"""The official XML of parliamentary papers (op-xsd schemas, no namespace, and `kamerwrk` before 2011).

Every part of the head and the body states its role, so that the structure of these papers is read, not guessed.
"""

import re

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.blocks import Walker
from sovgraph.read.builder import TextBuilder, clean, words_of
from sovgraph.read.paths import tag_of

_OLD_DOSSIER = re.compile(
    r"(?P<number>\d{2}\s?\d{3})\s*(?P<country>\(?R\s?\d{3,4}\)?)?"
    r"\s*(?:[-–]?\s*(?P<suffix>[IVXL]{1,6}[A-Z]?|[A-Z]|\d{2}))?"
)


def walk_kamerstuk(walker: Walker, element: etree._Element, first: bool) -> None:
    """One paper. The head of a second one in the same file is printed, but isn't the head of the file."""
    head = {"kamerstukkop": head_lines, "dossier": _dossier, "stuk": _paper} if first else {}
    for child in element:
        reader = head.get(tag_of(child))
        if reader is not None:
            reader(walker, child)
        else:
            walker.walk(child)
    walker.builder.end_turn()


def head_lines(walker: Walker, element: etree._Element) -> None:
    """Session year, Chamber with its number, kind of publication: one block each."""
    builder = walker.builder
    lines = [child for child in element if tag_of(child) == "tekstregel"]
    by_kind = {child.get("inhoud") or str(index): child for index, child in enumerate(lines)}
    words = {kind: builder.inline(child) for kind, child in by_kind.items()}
    builder.block(words.pop("vergaderjaar", ""), "session_year", source=by_kind.get("vergaderjaar"))
    number = words.pop("kamernummer", "")
    chamber = " ".join((words.pop("kameraanduiding", ""), number)).strip()
    builder.block(chamber, "chamber", source=element if number else by_kind.get("kameraanduiding"))
    for kind, text in words.items():
        builder.block(text, "head_line", source=by_kind[kind])
    for child in element:
        if tag_of(child) != "tekstregel":
            walker.walk(child)


def _dossier(walker: Walker, element: etree._Element) -> None:
    builder = walker.builder
    group = builder.new_group()
    for child in element:
        if tag_of(child) == "dossiernummer":
            number, suffix, printed = dossier_number(child)
            span = builder.block(printed, "dossier", re.sub(r"\W", "", number), group, child)
            if span is not None and suffix:
                builder.part("suffix", span, suffix, group)
        elif tag_of(child):
            builder.block(builder.inline(child), "dossier_title", group=group, source=child)


def dossier_number(element: etree._Element) -> tuple[str, str, str]:
    """Number, suffix and printed form; white space between the two is only layout and becomes one blank."""
    number = suffix = printed = ""
    for child in element:
        text = words_of(child)
        match tag_of(child):
            case "dossiernr":
                number, printed = text, printed + text
            case "begrotingshoofdstuk":
                suffix, printed = text, f"{printed}{_joint(child)}{text}"
            case "raadnr":
                suffix, printed = text, f"{printed}-{text}"
            case "rijkswetnr":
                printed = f"{printed} ({text.strip('()')})"
            case "":
                continue
            case _:
                printed = f"{printed} {text}".strip()
    return number, suffix, printed or words_of(element)


def _joint(element: etree._Element) -> str:
    """A hyphen where one is printed between number and chapter, else one blank."""
    before = element.getprevious()
    return "-" if before is not None and (before.tail or "").strip() in ("-", "–") else " "


def _paper(walker: Walker, element: etree._Element) -> None:
    for child in element:
        match tag_of(child):
            case "stuknr":
                _with_inner(child, walker.builder, "number_line", "ondernummer", "number")
            case "titel":
                walker.builder.block(walker.builder.inline(child), "title", source=child)
            case "datumtekst":
                _with_inner(child, walker.builder, "date_line", "datum", "date")
            case _:
                walker.walk(child)
        walker.builder.block(clean(child.tail or ""), "paragraph", source=element)


def _with_inner(element: etree._Element, builder: TextBuilder, role: str, inner: str, inner_role: str) -> None:
    """A block with one element in it whose own span matters: the paper's number, its date."""
    span = builder.block(builder.inline(element), role, source=element)
    found = element.find(f".//{{*}}{inner}")
    if span is None or found is None:
        return
    text = clean(found.text or "")
    value = found.get("isodatum") or text
    builder.within(span, text, inner_role, value)


def walk_kamerwrk(walker: Walker, root: etree._Element) -> None:
    """The schema before 2011: `kop`, `frontm` with year and dossier, `body/stuk` with number and title."""
    for child in root:
        match tag_of(child):
            case "kop":
                _old_kop(walker, child)
            case "frontm":
                _old_front(walker, child)
            case "body":
                for inner in child:
                    _old_paper(walker, inner) if tag_of(inner) == "stuk" else walker.walk(inner)
            case _:
                walker.walk(child)
    walker.builder.end_turn()


def _old_kop(walker: Walker, element: etree._Element) -> None:
    """The Chamber and its number, the session year: one block each."""
    builder = walker.builder
    lines = [(child, builder.inline(child)) for child in element if tag_of(child)]
    number = next((text for _, text in lines if re.fullmatch(r"[12]", text)), "")
    for child, text in lines:
        if re.match(r"(?:Eerste|Tweede) Kamer\b", text):
            builder.block(f"{text} {number}".strip(), "chamber", source=element if number else child)
        elif re.match(r"(?:Verg|Zitting)\w*\s", text):
            builder.block(text, "session_year", source=child)
        elif text != number:
            builder.block(text, "head_line", source=child)


def _old_front(walker: Walker, element: etree._Element) -> None:
    builder = walker.builder
    year = element.find("{*}vergjaar")
    if year is not None and not any(part.role == "session_year" for part in builder.parts):
        builder.block(builder.inline(year), "session_year", source=year)
    for child in element:
        if tag_of(child) == "onderw":
            _old_dossier(walker, child)
        elif tag_of(child) != "vergjaar":
            walker.walk(child)


def _old_dossier(walker: Walker, element: etree._Element) -> None:
    builder = walker.builder
    group = builder.new_group()
    for child in element:
        text = builder.inline(child) if tag_of(child) else ""
        found = _OLD_DOSSIER.fullmatch(text) if tag_of(child) == "nummer" else None
        if found is None:
            builder.block(text, "dossier_title", group=group, source=child if text else None)
            continue
        span = builder.block(text, "dossier", re.sub(r"\W", "", found["number"]), group, child)
        if span is not None and found["suffix"]:
            builder.part("suffix", span, found["suffix"], group)


def _old_paper(walker: Walker, element: etree._Element) -> None:
    builder = walker.builder
    label = element.find("{*}ltrlabel")
    for child in element:
        match tag_of(child):
            case "ltrlabel":
                continue
            case "nummer":
                printed, number = builder.inline(label) if label is not None else "", builder.inline(child)
                span = builder.block(f"{printed} {number}".strip(), "number_line", source=element)
                if span is not None and number:
                    builder.part("number", Span(span.end - len(number), span.end), number)
            case "titel":
                builder.block(builder.inline(child), "title", source=child)
            case "datum" | "datumtekst":
                builder.block(builder.inline(child), "date_line", source=child)
            case _:
                walker.walk(child)
        builder.block(clean(child.tail or ""), "paragraph", source=element)
