"""A reference that is damaged in print never becomes an exact reference to something else.

What can't be told from the words is left out: a digit in the place of another, a digit too few or too many in a
number of one to four digits, a small letter as its last place ("nr. 6a" is a number), a capital for a number of one
digit ("nr. B" is a letter) or before a single digit ("A2": a letter with a note mark), a cut inside a number, inside
or right beside a chapter or letters ("22 000 A" is a letter), and a lost year where the identifier needs it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from string import ascii_uppercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sovgraph.authority import Authority
from sovgraph.find.base import find_all
from sovgraph.model import Document, Mention, MentionType, Status
from sovgraph.read import read_path
from sovgraph.structure import structure_document

MOTIONS = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "motions"
EMPTY = Authority(version="test")
TYPES = frozenset("kamerstuk dossier handelingen aanhangsel zaak eu_act oj com stb stcrt trb ecli kenmerk".split())
SENTENCES = ("Zie {} voor de tulpen.", "De bollen bloeien ({}).", "{}", "Dat staat in {}.")


@dataclass(frozen=True, slots=True)
class Reference:
    """Pieces in printing order, each a name ("dossier", "number", "" for what is between) and its words."""

    pieces: tuple[tuple[str, str], ...]
    ids: tuple[str, ...]
    """The identifiers that it gives, in order."""
    dossiers: tuple[str, ...] = ()
    """What is left of it when the number can't be read."""

    @property
    def dated(self) -> bool:
        """Whether the identifier of the paper holds the session years."""
        return any(re.match(r"kst-\d{8}-", id) for id in self.ids)

    def __str__(self) -> str:
        return "".join(words for _, words in self.pieces)

    def places(self, name: str) -> Iterator[tuple[int, int]]:
        """Start and end of the pieces of that name."""
        ends = accumulate((len(words) for _, words in self.pieces), initial=0)
        for (piece, _), span in zip(self.pieces, pairwise(ends), strict=True):
            if piece == name:
                yield span


def reference(pattern: str, ids: str, dossiers: str = "") -> Reference:
    """Of "{dossier:36 704}, nr. {number:63}": what stands in braces is a named piece."""
    pieces: list[tuple[str, str]] = []
    for part in pattern.replace("}", "{").split("{"):
        name, colon, words = part.partition(":")
        named = bool(colon) and len(pieces) % 2 == 1
        pieces.append((name, words) if named else ("", part))
    return Reference(tuple(pieces), tuple(ids.split()), tuple(dossiers.split()))


def found(text: str) -> list[Mention]:
    return [m for m in find_all(Document("t", "text/plain", "", text), EMPTY) if m.type.value in TYPES]


def exact(text: str) -> set[str]:
    return {m.id for m in found(text) if m.status is Status.EXACT and m.id is not None}


# The damages. Each gives all damaged forms of a reference.

Damage = Callable[[Reference], Iterator[str]]


def _replaced(ref: Reference, name: str, new: Callable[[str, int], str], *, skip_last: bool = False) -> Iterator[str]:
    """The reference with one digit of the pieces of that name replaced, digit after digit."""
    text = str(ref)
    for start, end in ref.places(name):
        for at in range(start, end - skip_last):
            if text[at].isdigit():
                yield text[:at] + new(text[at], at) + text[at + 1 :]


def small_letter_in_dossier(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "dossier", lambda _, at: "abexqz"[at % 6])


def capital_in_dossier(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "dossier", lambda _, at: "BSGXZT"[at % 6])


def digit_lost_in_dossier(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "dossier", lambda _digit, _at: "")


def digit_doubled_in_dossier(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "dossier", lambda digit, _: digit * 2)


def small_letter_in_number(ref: Reference) -> Iterator[str]:
    for name in ("number", "journal"):
        yield from _replaced(ref, name, lambda _, at: "bexqz"[at % 5], skip_last=True)


def capital_in_number(ref: Reference) -> Iterator[str]:
    """In a later place than the first: "6B", "5S9"."""
    text = str(ref)
    for start, end in ref.places("number"):
        for at in range(start + 1, end):
            yield text[:at] + "BSGXZ"[at % 5] + text[at + 1 :]


def fifth_digit_in_number(ref: Reference) -> Iterator[str]:
    text = str(ref)
    for start, end in ref.places("number"):
        if end - start == 4:
            yield text[:end] + text[end - 1 :]


def digit_lost_in_council(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "council", lambda _digit, _at: "")


def letter_in_council(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "council", lambda _, at: "abexqz"[at % 6])


def letter_in_year(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "year", lambda _, at: "BSGXZT"[at % 6])


def digit_lost_in_year(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "year", lambda _digit, _at: "")


def digit_doubled_in_year(ref: Reference) -> Iterator[str]:
    return _replaced(ref, "year", lambda digit, _: digit * 2)


def _whole(ref: Reference) -> list[tuple[int, int]]:
    """The stretches in which a cut can't be seen; the signs beside a chapter or a council are part of it."""
    inside = [span for name in ("chamber", "number", "journal", "letters") for span in ref.places(name)]
    return inside + [(start - 2, end + 2) for name in ("chapter", "council") for start, end in ref.places(name)]


def end_cut(ref: Reference) -> Iterator[str]:
    text = str(ref)
    for at in range(1, len(text)):
        if not any(start < at < end for start, end in _whole(ref)):
            yield text[:at]


def start_cut(ref: Reference) -> Iterator[str]:
    text = str(ref)
    for at in range(1, 1 if ref.dated else len(text)):
        if not any(start < at < end for start, end in _whole(ref)):
            yield text[at:]


def _without(sign: str) -> Damage:
    def damage(ref: Reference) -> Iterator[str]:
        text = str(ref)
        for at, letter in enumerate(text):
            if letter == sign:
                yield text[:at] + text[at + 1 :]

    return damage


def line_broken_in_dossier(ref: Reference) -> Iterator[str]:
    text = str(ref)
    for start, end in ref.places("dossier"):
        for at in range(start + 1, end):
            yield text[:at] + "\n" + text[at:]
            yield text[:at] + "-\n" + text[at:]


def number_missing(ref: Reference) -> Iterator[str]:
    text = str(ref)
    for name in ("number", "letters"):
        for start, end in ref.places(name):
            yield text[:start] + text[end:]
            yield text[:start].rstrip() + text[end:]


DAMAGES: dict[str, Damage] = {
    "a small letter in the dossier": small_letter_in_dossier,
    "a capital in the dossier": capital_in_dossier,
    "a digit lost in the dossier": digit_lost_in_dossier,
    "a digit doubled in the dossier": digit_doubled_in_dossier,
    "a small letter in the number": small_letter_in_number,
    "a capital in the number": capital_in_number,
    "a fifth digit in the number": fifth_digit_in_number,
    "a digit lost in the council": digit_lost_in_council,
    "a letter in the council": letter_in_council,
    "a letter in the year": letter_in_year,
    "a digit lost in the year": digit_lost_in_year,
    "a digit doubled in the year": digit_doubled_in_year,
    "the end cut off": end_cut,
    "the start cut off": start_cut,
    "a comma lost": _without(","),
    "a dot lost": _without("."),
    "a bracket opened and not closed": _without(")"),
    "a bracket closed and not opened": _without("("),
    "a line broken in the dossier": line_broken_in_dossier,
    "the number missing": number_missing,
}

PAPERS = (
    reference("Kamerstukken {chamber:II} {year:2025/26}, {dossier:36 704}, nr. {number:63}", "kst-36704-63", "36704"),
    reference("Kamerstuk {dossier:36 704}, nr. {number:163}, p. 12", "kst-36704-163", "36704"),
    reference("Kamerstukken {chamber:II}, {year:2008/09}, {dossier:31700}, {number:132}", "kst-31700-132", "31700"),
    reference("Kamerstuk {dossier:32847}-{number:335}", "kst-32847-335", "32847"),
    reference("{dossier:19 637}, nr. {number:3089}", "kst-19637-3089", "19637"),
    reference("{dossier:29 385} nr {number:119}", "kst-29385-119", "29385"),
    reference("{dossier:36 600}-{chapter:XX}, nr. {number:41}", "kst-36600-XX-41", "36600 36600-XX"),
    reference("{dossier:36 410} {chapter:VI}, nr. {number:33}", "kst-36410-VI-33", "36410 36410-VI"),
    reference("{dossier:36 410}-{chapter:A}, nr. {number:33}", "kst-36410-A-33", "36410 36410-A"),
    reference("Kamerstuk {dossier:21501}-{council:32}, nr. {number:1668}", "kst-21501-32-1668", "21501 21501-32"),
    reference("{dossier:21 501}-{council:02}, nr. {number:27}", "kst-21501-02-27", "21501 21501-02"),
    reference("nr. {number:942} ({dossier:21501}-{council:08})", "kst-21501-08-942", "21501 21501-08"),
    reference("nr. {number:206} ({dossier:28 844})", "kst-28844-206", "28844"),
    reference("Kamerstukken {chamber:I} {year:2025/26}, {dossier:32 317}, {letters:PS}, p. 3", "kst-32317-PS", "32317"),
    reference("{dossier:36 067}, letter {letters:Y}", "kst-36067-Y", "36067"),
    reference(
        "{dossier:35 334}, nrs. {number:383}, {number:348} en {number:309}",
        "kst-35334-383 kst-35334-348 kst-35334-309",
        "35334",
    ),
    reference(
        "Kamerstukken {chamber:I} {year:2003/04}, {dossier:28 442}, {letters:AB}", "kst-20032004-28442-AB", "28442"
    ),
)
OTHERS = (
    reference("Stb. {year:2024}, {number:213}", "stb-2024-213"),
    reference("Stcrt. {year:2024}, nr. {number:213}", "stcrt-2024-213"),
    reference("Trb. {year:2010}, {number:272}", "trb-2010-272"),
    reference("Aanhangsel Handelingen {chamber:II} {year:2022/23}, nr. {number:1823}", "ah-tk-20222023-1823"),
    reference("Handelingen {chamber:II} {year:2022/23}, nr. {number:84}, item {number:12}", "h-tk-20222023-84-12"),
    reference("COM({year:2014}) {number:210}", "COM(2014)210"),
    reference("Verordening (EU) nr. {number:604}/{year:2013}", "32013R0604"),
    reference("richtlijn (EU) {year:2021}/{number:1883}", "32021L1883"),
    reference("PbEU {year:2021}, L {journal:382}/{number:1}", "oj-2021-L-382-1"),
    reference("nummer {number:2025Z18828}", "2025Z18828"),
)
LONG_YEARS = (
    reference("Kamerstuk TK {year:2016-2017}, {dossier:36704}, nr. {number:63}", "kst-36704-63", "36704"),
    reference("Kamerstukken {chamber:I}, {year:2025/2026}, {dossier:32317}, {letters:PS}", "kst-32317-PS", "32317"),
)
GROUPS = {"papers": PAPERS, "full years": LONG_YEARS, "others": OTHERS}


def allowed(ref: Reference) -> set[str]:
    """The identifiers that a damaged reference may still give: its own, its dossier, a meeting without its item, and
    for a fund the letter that "22 000 A" is when the number is lost."""
    shorter = {id.rpartition("-")[0] for id in ref.ids if id.startswith(("h-", "oj-"))}
    funds = {f"kst-{dossier}" for dossier in ref.dossiers if re.fullmatch(r"\d{5}-[A-M]", dossier)}
    return {*ref.ids, *(f"dossier-{dossier}" for dossier in ref.dossiers), *shorter, *funds}


def wrong(ref: Reference, damaged: str) -> Iterator[str]:
    """What the damaged words give exactly that the reference doesn't say."""
    for sentence in SENTENCES:
        text = sentence.format(damaged)
        yield from (f"{text!r} gives {id}" for id in sorted(exact(text) - allowed(ref)))


@pytest.mark.parametrize("ref", PAPERS + OTHERS, ids=str)
def test_reference_is_read_undamaged(ref: Reference) -> None:
    for sentence in SENTENCES:
        assert [m.id for m in found(sentence.format(ref))] == list(ref.ids)


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_names_nothing_else(damage: str, group: str) -> None:
    assert [w for ref in GROUPS[group] for text in DAMAGES[damage](ref) for w in wrong(ref, text)] == []


# References made by a grammar.

dossiers = st.integers(22_000, 37_999).map(str)
numbers = st.integers(1, 4_999).map(str)
sessions = st.integers(2011, 2030).flatmap(
    lambda y: st.sampled_from([f"{y}/{(y + 1) % 100:02d}", f"{y}-{y + 1}", f"{y}–{y + 1}", f"{y}/{y + 1}"])
)
leads = st.sampled_from(["Kamerstuk ", "Kamerstukken ", "Kamerstukken {chamber:II}, ", "Kamerstuk TK "]) | st.builds(
    lambda lead, comma, year: f"{lead}{comma} {{year:{year}}}, ",
    st.sampled_from(["Kamerstukken {chamber:II}", "Kamerstuk TK", "TK", "Kamerstukken Tweede Kamer"]),
    st.sampled_from(["", ","]),
    sessions,
)
words = st.sampled_from([", nr. ", ", nr.", " nr. ", ", nr ", ", nummer ", ",nr. ", ", stuk nr. "])
pages = st.sampled_from(["", ", p. 3", ", blz. 12", " pag.4", ", p. 3-4"])


def spaced(dossier: str, gap: str) -> str:
    return f"{{dossier:{dossier[:2]}{gap}{dossier[2:]}}}"


@st.composite
def named_dossiers(draw: st.DrawFn) -> tuple[str, str, str]:
    """A dossier as printed, as in identifiers of papers, and what of it a damage may leave."""
    number, gap = draw(dossiers), draw(st.sampled_from(["", " ", ".", "\u00a0"]))
    kind = draw(st.sampled_from(["plain", "chapter", "council", "fund"]))
    if kind == "plain":
        return spaced(number, gap), number, number
    if kind == "council":
        council = draw(st.integers(1, 34).map("{:02d}".format))
        return f"{spaced('21501', gap)}-{{council:{council}}}", f"21501-{council}", f"21501 21501-{council}"
    chapters = ["A"] if kind == "fund" else ["VI", "XVI", "IIB", "XX"]
    chapter, sign = draw(st.sampled_from(chapters)), draw(st.sampled_from(["-", " "]))
    return f"{spaced(number, gap)}{sign}{{chapter:{chapter}}}", f"{number}-{chapter}", f"{number} {number}-{chapter}"


@pytest.mark.parametrize("letters", ["NR", "NO"])
def test_letters_that_are_also_a_word_before_a_number(letters: str) -> None:
    text = f"Zie Kamerstukken I 2025/26, 32 317, {letters}, p. 3."
    assert [m.id for m in found(text)] == [f"kst-32317-{letters}"]


@st.composite
def references(draw: st.DrawFn) -> Reference:
    """Led, bare, with the number in front, with a dash, of the Eerste Kamer, or a list."""
    printed, dossier, left = draw(named_dossiers())
    number, lead = draw(numbers), draw(leads)
    form = draw(st.sampled_from(["led", "bare", "behind", "dash", "letters", "list"]))
    if form == "behind":
        return reference(f"nr. {{number:{number}}} ({printed})", f"kst-{dossier}-{number}", left)
    if form == "dash":
        return reference(f"Kamerstuk {printed}-{{number:{number}}}", f"kst-{dossier}-{number}", left)
    if form == "letters":
        letters = draw(st.text(ascii_uppercase, min_size=1, max_size=2))
        plain = draw(dossiers)
        lead = f"Kamerstukken {{chamber:I}} {{year:{draw(sessions)}}}, "
        return reference(
            f"{lead}{spaced(plain, ' ')}, {{letters:{letters}}}, p. 3",
            f"kst-{plain}-{letters}",
            f"{plain} {plain}-{letters}",
        )
    if form == "list":
        more = draw(st.lists(numbers, min_size=1, max_size=3))
        middle = "".join(f", {{number:{n}}}" for n in more[:-1])
        ids = " ".join(f"kst-{dossier}-{n}" for n in (number, *more))
        return reference(f"{printed}, nrs. {{number:{number}}}{middle} en {{number:{more[-1]}}}", ids, left)
    words_between, page = draw(words), draw(pages)
    text = f"{printed}{words_between}{{number:{number}}}{page}"
    return reference(lead + text if form == "led" else text, f"kst-{dossier}-{number}", left)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(references(), st.sampled_from(SENTENCES))
def test_generated_reference_gives_its_identifier_back(ref: Reference, sentence: str) -> None:
    assert [(m.id, m.status) for m in found(sentence.format(ref))] == [(id, Status.EXACT) for id in ref.ids]


@settings(max_examples=200, deadline=None, derandomize=True)
@given(references(), st.sampled_from(sorted(DAMAGES)), st.integers(0, 1_000))
def test_damage_of_a_generated_reference_names_nothing_else(ref: Reference, damage: str, place: int) -> None:
    damaged = list(DAMAGES[damage](ref))
    if damaged:
        assert list(wrong(ref, damaged[place % len(damaged)])) == []


# References of real papers.


def real_references() -> Iterator[tuple[str, Reference, str]]:
    """Words before, the reference, words behind: those of every third motion that gives a number."""
    for path in sorted(MOTIONS.glob("*.xml"))[::3]:
        if not re.search(rb"\bnrs?\b", path.read_bytes()):
            continue
        document = structure_document(read_path(str(path)))
        for mention in find_all(document, EMPTY):
            dossier, number = mention.part("dossier"), mention.part("number")
            if mention.type is MentionType.KAMERSTUK and mention.status is Status.EXACT and dossier and number:
                ref = as_reference(mention, dossier, number)
                before = document.text[max(0, mention.start - 60) : mention.start]
                if ref is not None:
                    yield before, ref, document.text[mention.end : mention.end + 60]


def as_reference(mention: Mention, dossier: str, number: str) -> Reference | None:
    """The mention with its dossier and its number named; None for the later members of a list."""
    figures = re.search(rf"{dossier[:2]}[\s.-]*{dossier[2:]}", mention.text)
    if figures is None or not number.isdigit():
        return None
    rest = mention.text[: figures.start()] + "#" * len(figures[0]) + mention.text[figures.end() :]
    places = list(re.finditer(rf"(?<!\d){number}(?!\d)", rest))
    if len(places) != 1:
        return None
    pieces, done = [], 0
    for start, end, name in sorted([(*figures.span(), "dossier"), (*places[0].span(), "number")]):
        pieces += [("", mention.text[done:start]), (name, mention.text[start:end])]
        done = end
    pieces.append(("", mention.text[done:]))
    suffix = mention.part("suffix")
    return Reference(tuple(pieces), (mention.id or "",), (dossier, f"{dossier}-{suffix}") if suffix else (dossier,))


REAL_DAMAGES = tuple(
    name for name in DAMAGES if name.endswith(("dossier", "number", "comma lost", "dot lost", "missing"))
)


@pytest.mark.real
@pytest.mark.skipif(not MOTIONS.exists(), reason="the folder with real papers is not beside the checkout")
def test_damage_in_a_real_motion_names_nothing_else() -> None:
    count, faults = 0, []
    for before, ref, behind in real_references():
        count += 1
        others = exact(f"{before}{ref}{behind}")
        others |= {f"dossier-{id[4:].rpartition('-')[0]}" for id in others if id.startswith("kst-")}
        for name in REAL_DAMAGES:
            for damaged in DAMAGES[name](ref):
                new = exact(f"{before}{damaged}{behind}") - others - allowed(ref)
                faults += [f"{name}: {damaged!r} gives {id}" for id in new]
    assert count > 20
    assert faults == []
