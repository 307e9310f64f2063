"""Persons are the same whether their words are looked for first or their patterns are tried everywhere."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.authority import Authority
from sovgraph.find.base import FINDERS, FindContext
from sovgraph.find.name_reader import NameReader
from sovgraph.find.person_again import names_again
from sovgraph.find.person_initials import with_initials
from sovgraph.find.person_leads import leads
from sovgraph.find.person_print import places_of
from sovgraph.find.scan import engine
from sovgraph.find.view import make_view
from sovgraph.model import Document

LEADS = (
    "de |De |het |Het | |\n|,|, |leden |Kamerleden |D66-Kamerlid |a/B-|Kamerlid |lid |Lid |LID |heer |heren |mijnheer |"
    "minister-president |Minister |ministers |oud-|Oud-|demissionair |vice-|VVD-voorzitter |fractievoorzitter |"
    "Voorzitter: |te weten: |te weten:\n|Mw. |collega's |collega |Jansen |van der Vliet|'t Hart |_|/|.|senator\n| \n |"
).split("|")
INITIALS = (
    "prof. |dr.|mr. |Mr. |Drs.|gen. |agen. |A.|B. |Th.|Joh. |Wxyz. |(Anna) |Jansen|de Wit| van der |.|x|_|\n| |, |-|'t "
).split("|")
NAMES = ("Podt", "Van der Plas", "van der Plas", "Bruins-Slot", "Anna Podt", "Six Dijkstra", "'t Hart", "Faber - Wit")
PRINTS = (
    "Podt|PODT|podt|Van |van |VAN |der |DER |Der |Plas|plas|PLAS|Bruins|-|Slot|Anna |Six |SIX |Six\n|Dijkstra|DIJKSTRA|"
    "'t Hart|Hart|Faber - Wit| |\n|'|'s|1|x|De|_|, "
).split("|")


def made(pieces: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=14).map("".join)


@given(made(LEADS))
def test_leads(text: str) -> None:
    fast = [(m.span(), m.groupdict()) for m in leads(text)]
    with engine("plain"):
        assert fast == [(m.span(), m.groupdict()) for m in leads(text)]


@given(made(INITIALS))
def test_initials(text: str) -> None:
    fast = [(m.span(), m.groupdict()) for m in with_initials(text)]
    with engine("plain"):
        assert fast == [(m.span(), m.groupdict()) for m in with_initials(text)]


@given(made(PRINTS), st.sets(st.sampled_from(NAMES)))
def test_surnames(text: str, names: set[str]) -> None:
    fast = places_of(text, names)
    with engine("plain"):
        assert fast == places_of(text, names)


@given(made(PRINTS), st.sets(st.integers(0, 40)))
def test_surnames_again(names: Authority, text: str, skipped: set[int]) -> None:
    """Some of the places where a name stands are found already; it is found again at the others."""
    everywhere = [(m.start(), m.end()) for name in NAMES for m in re.finditer(re.escape(name), text)]
    found = dict.fromkeys(span for number, span in enumerate(everywhere) if number not in skipped).keys()
    fast = list(names_again(NameReader(text, names), found))
    assert not found & set(fast)
    with engine("plain"):
        assert fast == list(names_again(NameReader(text, names), found))


@pytest.mark.parametrize("text", [text for text, _ in FINDERS.get("person").examples])
def test_examples(text: str, names: Authority) -> None:
    document = Document("test", "text/plain", "", text)
    context = FindContext(document, make_view(text), names)
    fast = list(FINDERS.get("person").find(context))
    with engine("plain"):
        assert fast == list(FINDERS.get("person").find(context))
