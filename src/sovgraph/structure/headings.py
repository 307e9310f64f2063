"""Lines that are headings of a paper in plain text, with their number and rank; a doubtful line is none."""

import re
from dataclasses import dataclass

from sovgraph.structure.dates import DATE
from sovgraph.structure.layout import Layout, Line
from sovgraph.structure.paragraphs import PARTY_HEADING
from sovgraph.structure.signers import NAME_WITH_INITIALS

_NUMBER = r"(?:[IVXL]{1,7}[A-Za-z]{0,2}|\d{1,3}[a-z]{0,2}(?:[:.]\d{1,3}[a-z]{0,2})*)"
_LETTERS = r"[A-Za-z0-9]{1,3}\b(?:(?:,|\s+en|\s+tot en met|\s+t/m)\s+[A-Za-z0-9]{1,3}\b){0,8}"
_WITHIN = rf"(?:,?\s+(?:onderde(?:el|len)|(?:[a-z]{{2,12}}(?:de|ste)\s+)?(?:lid|leden))(?:\s+{_LETTERS})?)"
_ARTICLE = re.compile(
    rf"(?P<label>(?>(?:ARTIKEL|Artikel)(?:EN|en)?\s+{_NUMBER}(?:(?:,|\s+en|\s+tot en met)\s+{_NUMBER}){{0,8}}"
    rf"{_WITHIN}{{0,4}}))(?:[.:]?\s*|\s+\(.{{2,110}}\)[.:]?|[.:]?\s+(?P<title>[A-Z][^?!;]{{2,110}}[^?!;:,.\s])\.?)"
)
_ITEM = re.compile(
    r"(?P<label>(?:ONDERDE(?:EL|LEN)|Onderde(?:el|len))\s+[A-Z]{1,3}(?:(?:,|\s+en)\s+[A-Z]{1,3})*)"
    r"(?P<title>\s*[(:].{0,100})?[.:]?"
)
_MARK = re.compile(r"[A-Z]{1,2}")
_PART = re.compile(
    r"(?:(?:DEEL\s+)?(?P<number>[IVX]{1,4}|[A-D])[.):]?\s+)?"
    r"(?:ALGEMEEN(?: DEEL)?|Algemeen(?: deel)?|Algemene toelichting|ALGEMENE TOELICHTING"
    r"|(?:ARTIKELSGEWIJ(?:S|ZE)|Artikelsgewij(?:s|ze))(?:\s+(?:toelichting|deel|TOELICHTING|DEEL))?(?:\s+(?:bij|BIJ)\b.{0,60})?)\W*"
)
_ANNEX = re.compile(
    r"(?P<label>(?:BIJLAGE|Bijlage)(?:\s+(?:[IVX]{1,4}|\d{1,2}|[A-Z]))?)(?:\s*[.:–-]?\s+(?P<title>[A-Z].{2,120}))?"
)
_CHAPTER = re.compile(
    r"(?P<label>(?:HOOFDSTUK|Hoofdstuk|AFDELING|Afdeling|PARAGRAAF|Paragraaf|DEEL|Deel|TITEL|Titel)"
    r"\s+[\dIVXA-H][\w.]{0,6}|§\s?\d{1,2}(?:\.\d{1,2})*)"
    r"[.:]?(?:\s+(?P<title>[A-Z].{2,120}[^.;?!,]))?"
)
_DEEP = {"hoofdstuk": 20, "deel": 15, "titel": 22, "afdeling": 25, "paragraaf": 30, "§": 30}
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?P<title>[A-Z«\"'“].{2,110}[^.;:?!,\s])")
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})[.)]?\s+(?P<title>[A-Z].{2,110}[^.;:?!,\s])")
_KNOWN = re.compile(
    r"(?:Inleiding|Samenvatting|Conclusies?|Tot slot|Slot|Slotopmerkingen?|Aanleiding|Achtergrond|Inhoudsopgave|Inhoud"
    r"|Overig|Overige onderwerpen|Algemene opmerkingen|Gevolgen|Consultatie|Inwerkingtreding|Financiële gevolgen"
    r"|Nederlandse (?:positie|inzet)|(?:Doel|Inhoud|Inzet)\b[^.?!;:]{0,60}|Inbreng van de .{3,60}fracties?"
    r"|Vragen en opmerkingen .{3,90})"
)
_CONTENTS_LINE = re.compile(r".*(?:\.{3,}|…|\s{3,})\s*\d{1,3}")
_NOT_HEADING = re.compile(
    r"(?:Aan\b|Geachte\b|Hoogachtend|Den Haag|['’‘]s-Gravenhage|Vastgesteld|Ontvangen|Voorgesteld"
    r"|De (?:[Mm]inister|[Ss]taats|[Vv]oorzitter|[Gg]riffier|[Vv]ice-|heer |mevrouw |leden |fractie)"
    r"|Ministe|Staatssecretaris|Kamerstuk|Pagina\b"
    r"|Noot\b|Vraag \d|Antwoord\b|Wij Willem|Allen\b|Gegeven\b|Kopie|Datum\b|Betreft\b|Onderwerp\b|Tabel\b|Figuur\b"
    r"|Bron\b|(?:Eerste|Tweede) Kamer\b|\d|[•–—*-])"
)
LONGEST = 160
_ALONE = 90
_BODY = 100


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that is a heading. A smaller rank stands above a greater one; `sure` ones need no neighbours to agree."""

    start: int
    end: int
    number: str
    kind: str
    rank: int
    sure: bool = False


def heading_of(text: str) -> tuple[str, str, int, bool] | None:
    """Number, kind, rank and sureness of a line that is a heading by its own words."""
    if not text or len(text) > LONGEST or text[0].islower() or text[-1] in ",;?!" or _CONTENTS_LINE.fullmatch(text):
        return None
    if found := _PART.fullmatch(text):
        return found["number"] or "", "part", 10, True
    if text in ("Toelichting", "TOELICHTING"):
        return "", "explanation", 10, True
    if found := _ARTICLE.fullmatch(text):
        return _label(found["label"]), "article", 60, True
    if _MARK.fullmatch(text):
        return f"onderdeel {text}", "item", 70, False
    if found := _ITEM.fullmatch(text):
        return _label(found["label"]), "item", 70, True
    if found := _ANNEX.fullmatch(text):
        return _label(found["label"]), "annex", 10, True
    if found := _CHAPTER.fullmatch(text):
        label = _label(found["label"])
        return label, "chapter", next(rank for word, rank in _DEEP.items() if label.startswith(word)), True
    if found := _NUMBERED.fullmatch(text):
        return found["number"], "numbered", 40 + found["number"].count("."), False
    if found := _ROMAN.fullmatch(text):
        return found["number"], "numbered", 12, False
    if PARTY_HEADING.fullmatch(text) or _KNOWN.fullmatch(text):
        return "", "heading", 85, True
    return None


def heading_alone(layout: Layout, before: Line | None, line: Line, after: Line | None) -> bool:
    """A short line by itself between two paragraphs, of which the first ends and the second is running text."""
    text = layout.text(line)
    if before is None or after is None or not 4 <= len(text) <= _ALONE or not text[0].isupper() or text[-1] in ".:;,?!":
        return False
    if (
        _NOT_HEADING.match(text)
        or _CONTENTS_LINE.fullmatch(text)
        or DATE.search(text)
        or NAME_WITH_INITIALS.fullmatch(text)
    ):
        return False
    apart = layout.blank_between(before.end, line.start) and layout.blank_between(line.end, after.start)
    ended = layout.view[before.start : before.end].rstrip().endswith((".", "?", "!", ":", ";", "”", "»"))
    return apart and ended and _runs(layout, after)


def _runs(layout: Layout, line: Line) -> bool:
    """Running text begins here: a long paragraph that holds a sentence."""
    paragraph = layout.raw[line.start : line.start + 2_000].split("\n\n", 1)[0]
    return len(paragraph) >= _BODY and paragraph[0].isupper() and "." in paragraph


def _label(label: str) -> str:
    words = " ".join(label.split()).rstrip(",")
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}".strip() if not first.startswith("§") else words
