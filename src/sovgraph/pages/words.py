"""The words of pages in nl and en: those of the frame, names of properties and classes, days and numbers."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from sovgraph import vocab as v
from sovgraph.query import short_iri
from sovgraph.query.running import vocabulary_names
from sovgraph.read.dates import dutch_date, english_date
from sovgraph.resources import read_tsv

LANGS = ("nl", "en")
_HERE = Path(__file__).parent
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


@cache
def _words(lang: str) -> dict[str, str]:
    return {row["word"]: row["en" if lang == "en" else "nl"] for row in read_tsv(_HERE / "words.tsv")}


def word(name: str, lang: str, /, **holes: object) -> str:
    """A text of the frame; a name that isn't in the table is a mistake and raises KeyError."""
    text = _words(lang)[name]
    return text.format(**holes) if holes else text


@cache
def _terms(column: str) -> dict[str, str]:
    known = dict(v.NAMESPACES)
    found = {}
    for row in read_tsv(_HERE / "terms.tsv"):
        prefix, _, local = row["term"].partition(":")
        if row[column]:
            found[known[prefix] + local] = row[column]
    return found


def term_name(iri: str, lang: str) -> str:
    """The name of a property, class or value of a list."""
    return _terms("en" if lang == "en" else "nl").get(iri) or vocabulary_names(lang).get(iri) or short_iri(iri)


def inverse_name(prop: str, lang: str) -> str:
    """How what points to a thing by this property is headed."""
    known = _terms("inverse_en" if lang == "en" else "inverse_nl").get(prop)
    return known or word("as", lang, name=term_name(prop, lang))


def day(iso: str, lang: str) -> str:
    """ "6 mei 2026", "6 May 2026"; another text stays as it is."""
    if not _DAY.fullmatch(iso):
        return iso
    try:
        found = date.fromisoformat(iso)
    except ValueError:
        return iso
    return english_date(found) if lang == "en" else dutch_date(found)


def count(number: int, lang: str) -> str:
    """ "12.069" in Dutch, "12,069" in English."""
    return f"{number:,}" if lang == "en" else f"{number:,}".replace(",", ".")


def is_day(text: str) -> bool:
    return bool(_DAY.fullmatch(text))
