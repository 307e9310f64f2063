"""The head of a paper on a web page: metadata of the page, and the parts that known templates mark by a class."""

import re

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.builder import TextBuilder, clean
from sovgraph.read.dates import iso_of

_PREFIX = re.compile(r"(dc|dcterms|overheid|overheidop)[.:](\w+)", re.IGNORECASE)
_CASED = {"dc": "DC", "dcterms": "DCTERMS", "overheid": "OVERHEID", "overheidop": "OVERHEIDop"}
_DOSSIER = re.compile(
    r"(?P<number>\d{2}[\s.\u00a0]?\d{3})(?:\s*[-–\u00a0 ]\s*(?P<suffix>[IVXL]{1,6}[A-Z]?|[A-Z]{1,2}|\d{2,4})(?![\w]))?"
    r"(?:\s*\(R\s?\d+\))?"
)
_NUMBER = re.compile(r"(?:[Nn][Rr]s?\.?\s*)?(?P<number>\d{1,4}[a-z]?|[A-Z]{1,3})\b")
_YEAR = re.compile(r"(?:Verg(?:ader)?jaar|Zitting(?:sjaar)?)\s+\d{4}.{1,8}")
_CHAMBER = re.compile(r"(?:Eerste|Tweede) Kamer der Staten-Generaal(?:\s+[12])?")


def fields_of_page(root: etree._Element) -> tuple[tuple[str, str], ...]:
    """The metadata of the page's head, names as official publications write them ("DC.identifier")."""
    rows = []
    for each in root.iter("meta"):
        found = _PREFIX.fullmatch(each.get("name") or each.get("property") or "")
        content = clean(each.get("content") or "")
        if found is None or not content:
            continue
        name = f"{_CASED[found[1].lower()]}.{found[2]}"
        rows.append((name, content))
        if name == "DCTERMS.identifier":
            rows.append(("DC.identifier", content.rsplit("/", 1)[-1].removesuffix(".html")))
    return tuple(dict.fromkeys(rows))


def head_role(element: etree._Element, text: str) -> str:
    """The role of a block by its class or, in the page's top line, by its fixed words; "" when it is no head."""
    names = set((element.get("class") or "").split())
    for above in element.iterancestors():
        if above.get("id") == "kopregel":
            names.add("kopregel")
    for role, known in _BY_CLASS.items():
        if names & known:
            return role
    if _YEAR.fullmatch(text):
        return "session_year"
    return "chamber" if _CHAMBER.fullmatch(text) else ""


_BY_CLASS = {
    "session_year": {"vergaderjaar"},
    "chamber": {"kameraanduiding"},
    "dossier_line": {"dossiertitel", "dossier_kop", "dossiernummer", "dossierkop"},
    "paper_title": {"stuktitel", "stuk_kop"},
    "date_line": {"kamerstukdatum", "datumtekst"},
}


def print_head(builder: TextBuilder, element: etree._Element, role: str, text: str, inner: dict[str, str]) -> bool:
    """Prints a block of the head with its parts; False when its words aren't those of a head. `inner` gives the words
    of the elements inside by their class."""
    if role == "dossier_line":
        return _dossier_line(builder, element, text, inner)
    if role == "paper_title":
        return _title(builder, element, text, inner)
    span = builder.block(text, role, source=element)
    if span is not None and role == "date_line":
        printed, iso = iso_of(text)
        builder.within(span, printed, "date", iso)
    return True


def _dossier_line(builder: TextBuilder, element: etree._Element, text: str, inner: dict[str, str]) -> bool:
    number = inner.get("dossiernummer") or inner.get("dossiernr") or ""
    found = _DOSSIER.match(number or text)
    if found is None:
        return False
    group = builder.new_group()
    printed = number or found.group()
    span = builder.block(printed.strip(), "dossier", re.sub(r"\D", "", found["number"]), group, element)
    if span is not None and found["suffix"]:
        builder.part("suffix", span, found["suffix"], group)
    title = text[text.find(printed) + len(printed) :].strip(" –-") if printed in text else ""
    builder.block(title, "dossier_title", group=group, source=element)
    return True


def _title(builder: TextBuilder, element: etree._Element, text: str, inner: dict[str, str]) -> bool:
    """ "Nr. 5 BRIEF VAN DE MINISTER": the number's line, then the title's."""
    line = inner.get("stuknummer") or inner.get("stuknr") or ""
    if not line:
        led = re.match(r"(?:Nr\.\s*\d{1,4}[a-z]?|[A-Z]{1,3})(?=\s+[A-ZÀ-Þ]{3})", text)
        line = led.group() if led else ""
    found = _NUMBER.search(inner.get("ondernummer") or line) if line else None
    span = builder.block(line, "number_line", source=element)
    if span is not None and found is not None:
        at = span.start + line.rfind(found["number"])
        builder.part("number", Span(at, at + len(found["number"])), found["number"])
    title = text[len(line) :].strip() if text.startswith(line) else text
    builder.block(title, "title", source=element)
    return True
