"""Every block of XML has the path of its element; no word of the source is lost; files cut off never crash."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read import make_source, read_path, read_source
from sovgraph.read.paths import tag_of
from sovgraph.read.safe_xml import parse_xml

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.xml"))
_DATA = frozenset("metadata colspec versie ordernr vergjaar".split())
_VLOS_DATA = frozenset(
    "sprekers zaken parlisid isvoorzitter isdraad markeertijdbegin markeertijdeind aanvangstijd eindtijd sluiting "
    "voortzetting spreker vergaderingnummer datum".split()
)
_VLOS_TITLES = frozenset(("activiteit", "activiteithoofd", "activiteitdeel", "activiteititem"))
"""Titles there are printed once, or name only what the text under them says again."""
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.translate(_FIGURES))


def letters(text: str) -> Counter[str]:
    return Counter("".join(words(text)))


def said_by(element: etree._Element, vlos: bool) -> list[str]:
    """The stretches of words of a source outside metadata and layout, split at every tag."""
    tag = tag_of(element)
    above = tag_of(element.getparent()) if element.getparent() is not None else ""
    if not tag or tag in _DATA:
        return []
    if vlos and (tag in _VLOS_DATA or (tag in ("titel", "onderwerp") and above in _VLOS_TITLES)):
        return []
    stretches = [element.text or ""]
    for child in element:
        stretches += [*said_by(child, vlos), child.tail or ""]
    return stretches


def lost(source: Source) -> list[str]:
    """Stretches of the source that the text lacks, and letters that it has less often."""
    root, _ = parse_xml(source)
    said = said_by(root, tag_of(root) == "vlosCoreDocument")
    text = read_source(source).text
    row = "".join(words(text))
    missing = letters(" ".join(said)) - letters(text)
    return [*missing, *(stretch for stretch in said if "".join(words(stretch)) not in row)]


def misplaced(source: Source) -> list[str]:
    """Places whose path finds no element, more than one, or one that lacks the quote."""
    root, _ = parse_xml(source)
    text = read_source(source)
    wrong = []
    for place in text.places:
        path = re.sub(r"/([\w.-]+)", r"/*[local-name()='\1']", place.path)
        found = root.getroottree().xpath(path)
        quote = letters(place.span.of(text.text))
        there = letters("".join(" ".join(e.itertext()) + "".join(e.attrib.values()) for e in found))
        if len(found) != 1 or quote - there - _PRINTED:
            wrong.append(f"{place.path}: {place.span.of(text.text)[:60]}")
    return wrong


_PRINTED = letters("De voorzitter Vergaderjaar e vergadering oktober")
"""Words that the reader prints where the source has only data."""


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_place_holds_its_quote(path: Path) -> None:
    assert misplaced(read_path(str(path))) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_no_block_is_without_a_place(path: Path) -> None:
    text = read_source(read_path(str(path)))
    covered = sum(place.span.end - place.span.start for place in text.places)
    assert covered == len(text.text) - 2 * (len(text.places) - 1)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_no_word_is_lost(path: Path) -> None:
    assert lost(read_path(str(path))) == []


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_file_cut_off_anywhere_is_read_or_refused(path: Path) -> None:
    data = path.read_bytes()
    for end in range(5, len(data), 61):
        try:
            read_source(make_source(path.name, data[:end]))
        except ReadError:
            continue


def test_xml_as_deep_as_the_parser_allows() -> None:
    text = read_source(make_source("deep.xml", b"<a>" * 250 + b"diep" + b"</a>" * 250))
    assert text.text == "diep"


def sample(shared: Path, share: int) -> list[Source]:
    """A part of the motions that a checksum picks, the same each time."""
    found = sorted((shared / "corpus" / "motions").glob("*.xml"))
    return [read_path(str(p)) for p in found if int(hashlib.sha256(p.stem.encode()).hexdigest(), 16) % share == 0]


@pytest.mark.real
def test_no_word_of_real_papers_is_lost(shared: Path) -> None:
    others = [read_path(str(p)) for p in sorted((shared / "corpus" / "xml").glob("*.xml"))]
    sources = [*sample(shared, 20), *others]
    assert len(sources) > 200
    assert {source.uri: found for source in sources if (found := lost(source))} == {}


@pytest.mark.real
def test_every_quote_of_real_papers_is_in_its_place(shared: Path) -> None:
    others = [read_path(str(p)) for p in sorted((shared / "corpus" / "xml").glob("*.xml"))]
    sources = [*sample(shared, 100), *others]
    assert {source.uri: found[:3] for source in sources if (found := misplaced(source))} == {}
