"""Marked-up papers with damage of every kind: read or refused, never a crash, parts and places always in order."""

import itertools
import random
import re
from pathlib import Path

import pytest

from sovgraph.errors import ReadError
from sovgraph.read import Text, make_source, read_source

FIXTURES = Path(__file__).resolve().parents[1] / "unit" / "read" / "fixtures"
_PUT_IN = (
    b"<", b"</div>", b"<p>", b'<a href="#n1">1</a>', b"&#xE000;", b"\xee\x80\x800\xee\x80\x81", b"<li>", b"<table>",
    b"<![CDATA[", b"<!--", b"<br><br>", b'<div class="motie">', b'<div class="spreekbeurt">', b"\xff",
)  # fmt: skip


def in_order(text: Text) -> bool:
    places = [place.span for place in text.places]
    turns = [part.span for part in text.parts if part.role == "turn"]
    apart = all(a.end <= b.start for row in (places, turns) for a, b in itertools.pairwise(row))
    return apart and all(0 <= p.span.start < p.span.end <= len(text.text) for p in text.parts)


def damaged(data: bytes, rng: random.Random) -> bytes:
    page = bytearray(data)
    for _ in range(rng.randint(1, 30)):
        at = rng.randrange(len(page))
        match rng.randrange(3):
            case 0:
                page[at] = rng.randrange(1, 256)
            case 1:
                del page[at : at + rng.randint(1, 40)]
            case _:
                page[at:at] = rng.choice(_PUT_IN)
    return bytes(page)


def renamed(text: str, rng: random.Random) -> str:
    """Well-formed XML whose elements stand where no schema lets them."""
    tags = sorted(set(re.findall(r"<([a-z][\w.-]*)", text)))
    for _ in range(rng.randint(1, 6)):
        old, new = rng.choice(tags), rng.choice(tags)
        text = re.sub(rf"(</?){re.escape(old)}(?=[\s>/])", rf"\g<1>{new}", text)
    return text.replace("peer", "pe\ue0000\ue001er")


@pytest.mark.parametrize("page", sorted(FIXTURES.glob("*.html")), ids=lambda path: path.stem)
def test_damaged_pages(page: Path) -> None:
    rng = random.Random(page.stem)
    for _ in range(40):
        try:
            text = read_source(make_source("page.html", damaged(page.read_bytes(), rng)))
        except ReadError:
            continue
        assert in_order(text)


@pytest.mark.parametrize("paper", sorted(FIXTURES.glob("*.xml")), ids=lambda path: path.stem)
def test_elements_where_they_never_stand(paper: Path) -> None:
    rng = random.Random(paper.stem)
    for _ in range(30):
        try:
            text = read_source(make_source("paper.xml", renamed(paper.read_text(encoding="utf-8"), rng).encode()))
        except ReadError:
            continue
        assert in_order(text)
