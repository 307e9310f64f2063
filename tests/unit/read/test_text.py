"""Bytes to text: encodings, and what is refused."""

import io
import sys
import time
from pathlib import Path

import pytest

from sovgraph.errors import ReadError
from sovgraph.read import READERS, make_source, read_path, read_source

WORDS = "Vergaderjaar 2031-2032\r\nDe Kamer ‘leest’ één zin.\r\n"


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (WORDS.encode("utf-8"), WORDS, []),
        (b"\xef\xbb\xbf" + WORDS.encode("utf-8"), WORDS, ["READ-BOM"]),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), WORDS, ["READ-BOM"]),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), WORDS, ["READ-BOM"]),
        (WORDS.encode("cp1252"), WORDS, ["READ-ENCODING"]),
        (b"\xe9n \x81", "én \x81", ["READ-ENCODING"]),
        ("één".encode(), "één", []),
        (WORDS.replace("\r\n", "\r").encode(), WORDS.replace("\r\n", "\r"), []),
        (b"a\x02b", "a\x02b", ["READ-CONTROL"]),
    ],
)
def test_encodings(data: bytes, text: str, codes: list[str]) -> None:
    found = read_source(make_source("paper.txt", data))
    assert found.text == text
    assert [issue.code for issue in found.issues] == codes


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "damaged zip"),
        (b"\x89PNG\r\n", "PNG"),
        (b"tekst\x00tekst", "byte 5: NUL"),
        (b"\xff\xfea\x00b", "cut off"),
    ],
)
def test_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says) as caught:
        read_source(make_source("map/paper.bin", data))
    assert caught.value.source == "map/paper.bin"
    assert str(caught.value).startswith("map/paper.bin: ")


def test_a_path_is_read_with_its_checksum(tmp_path: Path) -> None:
    path = tmp_path / "paper.md"
    path.write_bytes(b"abc")
    source = read_path(str(path))
    assert source.data == b"abc"
    assert source.media_type == "text/markdown"
    assert source.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(b"<?xml version='1.0'?><a>b</a>")

    monkeypatch.setattr(sys, "stdin", Stdin())
    assert read_path("-").media_type == "application/xml"


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="folder"):
        read_path(str(tmp_path))
    with pytest.raises(ReadError, match="no such file"):
        read_path(str(tmp_path / "none.txt"))


def test_a_line_of_five_megabytes_takes_linear_time() -> None:
    source = make_source("long.txt", b"een zin. " * 600_000)
    before = time.process_time()
    assert len(read_source(source).text) == 5_400_000
    assert time.process_time() - before < 5


def test_readers_are_registered_once() -> None:
    assert READERS.names() == ("docx", "html", "odt", "old-office", "pdf", "text", "xml", "zip")
