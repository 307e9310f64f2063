"""Text made to be hard to read is read in a time that grows with its length, by every finder and from end to end.

A finder fails when four times the text takes over twelve times as long and more than two seconds: noise can't do that.
"""

import time
from collections.abc import Callable

import pytest

from sovgraph.api import find_references
from sovgraph.authority import Authority
from sovgraph.find import FINDERS
from sovgraph.find.base import FindContext, Finder, settle
from sovgraph.find.view import make_view
from sovgraph.model import Document, Mention

LENGTH, LONG = 50_000, 300_000
SECONDS, RATIO = 2.0, 12.0

WORDS = {
    "abbreviations in brackets": "Aa Bb (AB) ",
    "amounts": "12 % ",
    "articles": "artikel 1, artikel ",
    "articles with parts": "artikel 1, eerste lid, onder a, ",
    "blanks": "a      ",
    "boxed references": "(Kamerstuk 32 317, nr. (",
    "brackets": "(",
    "capitals": "TULPEN EN BOLLEN ",
    "case numbers": "2024, 1234567-",
    "combining marks": "e\u0301",
    "commas": ", ",
    "committees": "vaste commissie voor Aa & ",
    "dashes": "- - - ",
    "dates": "13 en ",
    "decisions": "besluit 2011/168, ",
    "digits and blanks": "7 ",
    "dossiers": "32 317 ",
    "dossiers without blanks": "32317",
    "empty lines": "a\n\n\n",
    "en": "en ",
    "figures in a list": "36 704, nrs. 1, 2 en ",
    "footnote marks": "¹²³*_",
    "hyphens": "aa-",
    "initials": "A.B.C.D.",
    "leads": "Kamerstukken Kamerstukken ",
    "leads with years": "Kamerstukken II 2025/26, ",
    "letters of Chambers": "EK, A, ",
    "members": "de leden Aa, Bb en ",
    "ministers": "de ministers van Financiën en van ",
    "motions": "de motie van het lid Aa over ",
    "movers": "motie-Aa/",
    "names": "Aa Bb, ",
    "numbers": "nr. nr. nr. ",
    "numbers before brackets": "nr. 1 (",
    "ones": "1-1-1-1-",
    "open quotes": 'Zij zei: "',
    "parties in brackets": "Aa (VVD), ",
    "particles": "van der van der ",
    "posts": "Minister van van van ",
    "promises": "De minister zegt toe dat ",
    "questions": "1\nVraag 1\nWat?\nAntwoord 1\nNee. ",
    "quotes": '"',
    "regulations": "richtlijn (EU) (EU) ",
    "roman numbers": "CXXIV, ",
    "short lines": "a\n",
    "slashes": "/",
    "stuk": "op stuk nr. 1, ",
    "turns": "De heer Aa (VVD):\n",
    "wet op": "Wet op de op de op de ",
}
"""What is said again and again."""

LISTS = {
    "a committee's name": ("vaste commissie voor ", "Aa & "),
    "a list of members": ("de leden ", "Aa, "),
    "a list of movers": ("de motie van de leden ", "Aa, Bb en "),
    "a list of posts": ("de ministers van ", "Justitie en Veiligheid, "),
    "a list of numbers": ("Kamerstukken II 2025/26, 36 704, nrs. ", "1, "),
    "a list of articles": ("de artikelen ", "1, eerste lid, "),
}
"""Words and what follows them again and again."""

LONG_WORDS = {"one number": "7", "one word": "a", "one word of capitals": "A", "one word with dots": "Aa."}
"""Long texts without a blank."""

TEXTS = {
    **{name: unit * (LENGTH // len(unit)) for name, unit in WORDS.items()},
    **{name: head + unit * (LENGTH // len(unit)) for name, (head, unit) in LISTS.items()},
    **{name: unit * (LONG // len(unit)) for name, unit in LONG_WORDS.items()},
}
WHOLE = (
    "a list of members, a list of movers, articles, blanks, brackets, capitals, dashes, empty lines, "
    "figures in a list, leads with years, letters of Chambers, members, movers, names, posts, "
    "questions, short lines, stuk, turns"
).split(", ")
"""Texts that are also hard for what comes before and after the finders."""

Run = Callable[[str], object]


def seconds(run: Run, text: str) -> float:
    began = time.process_time()
    run(text)
    return time.process_time() - began


def grows_too_fast(run: Run, text: str) -> bool:
    whole = seconds(run, text)
    return whole > SECONDS and whole > RATIO * seconds(run, text[: len(text) // 4])


def context(text: str, names: Authority, mentions: tuple[Mention, ...] = ()) -> FindContext:
    return FindContext(Document("test", "text/plain", "", text), make_view(text), names, mentions)


def mentions_before(finder: Finder, text: str, names: Authority) -> tuple[Mention, ...]:
    """What the finders of earlier stages give."""
    found: tuple[Mention, ...] = ()
    for stage in range(1, finder.stage):
        ctx = context(text, names, found)
        found = settle([*found, *(m for f in FINDERS.values() if f.stage == stage for m in f.find(ctx))])
    return found


def slow_finders(text: str, names: Authority) -> list[str]:
    """The finders whose time grows faster than the text; all mentions must be pieces of it."""
    slow: list[str] = []
    found: list[Mention] = []
    for stage in sorted({f.stage for f in FINDERS.values()}):
        ctx = context(text, names, settle(found))
        for finder in (f for f in FINDERS.values() if f.stage == stage):
            began = time.process_time()
            found += finder.find(ctx)
            took = time.process_time() - began
            if took > SECONDS and took > RATIO * quarter(finder, text, names):
                slow.append(finder.name)
    assert all(text[m.start : m.end] == m.text for m in found)
    return slow


def quarter(finder: Finder, text: str, names: Authority) -> float:
    """How long the finder takes over the first quarter of the text."""
    text = text[: len(text) // 4]
    ctx = context(text, names, mentions_before(finder, text, names))
    return seconds(lambda _: list(finder.find(ctx)), text)


@pytest.mark.parametrize("hostile", TEXTS)
def test_every_finder_is_linear(hostile: str, names: Authority) -> None:
    assert slow_finders(TEXTS[hostile], names) == []


@pytest.mark.parametrize("hostile", WHOLE)
def test_finding_references_is_linear(hostile: str) -> None:
    assert not grows_too_fast(find_references, TEXTS[hostile])
