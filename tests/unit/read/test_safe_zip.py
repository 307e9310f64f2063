"""Zip files: what is refused before anything is unpacked, and that reading stays within its bounds."""

import io
import struct
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.errors import ReadError
from sovgraph.read import make_source, read_source, safe_zip
from sovgraph.read.safe_zip import is_zip, member_start, names_in, open_zip


def pack(members: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a second member of one name is what is tested
        with zipfile.ZipFile(target, "w", method) as archive:
            for name, data in members:
                archive.writestr(name, data)
    return target.getvalue()


def opened(data: bytes) -> safe_zip.SafeZip:
    return open_zip(make_source("stuk.docx", data))


def test_members_are_sources_of_their_own() -> None:
    archive = opened(pack([("a.xml", b"<a/>"), ("map/b.xml", b"<b/>")]))
    member = archive.read("map/b.xml")
    assert archive.names == ("a.xml", "map/b.xml")
    assert member is not None
    assert (member.uri, member.data) == ("stuk.docx!/map/b.xml", b"<b/>")
    assert archive.read("c.xml") is None


@pytest.mark.parametrize("name", ["../buiten", "a/../../b", "/etc/lijst", "C:\\lijst", "..\\buiten", "a\x01b"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(ReadError, match="leads out of the archive"):
        opened(pack([(name, b"x")]))


@pytest.mark.parametrize("second", ["word/document.xml", "Word/Document.XML"])
def test_a_second_member_of_a_name_is_refused(second: str) -> None:
    with pytest.raises(ReadError, match="a second member of this name"):
        opened(pack([("word/document.xml", b"a"), (second, b"b")]))


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(ReadError, match="bytes unpack to 5000000; such a zip may do harm"):
        opened(pack([("word/document.xml", b" " * 5_000_000)]))


@pytest.mark.parametrize(
    ("limit", "value", "says"),
    [
        ("MAX_MEMBERS", 2, "3 members, more than 2"),
        ("MAX_TOTAL_BYTES", 20, "unpacks to 30 bytes, more than 20"),
    ],
)
def test_limits_of_the_whole(monkeypatch: pytest.MonkeyPatch, limit: str, value: int, says: str) -> None:
    monkeypatch.setattr(safe_zip, limit, value)
    with pytest.raises(ReadError, match=says):
        opened(pack([(name, b"0123456789") for name in "abc"]))


def test_the_limit_of_a_member(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_zip, "MAX_MEMBER_BYTES", 5)
    with pytest.raises(ReadError, match=r"a: unpacks to 10 bytes, more than 5"):
        opened(pack([("a", b"0123456789")])).read("a")


def test_a_size_that_lies_is_an_error_and_no_bomb() -> None:
    data = bytearray(pack([("a", b"x" * 100)]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    with pytest.raises(ReadError, match="a: can't be unpacked"):
        opened(bytes(data)).read("a")


def test_members_that_share_bytes_are_refused() -> None:
    data = bytearray(pack([("a", b"x"), ("b", b"y")]))
    first = data.find(b"PK\x01\x02")
    second = data.find(b"PK\x01\x02", first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    with pytest.raises(ReadError, match="shares its bytes"):
        opened(bytes(data))


def test_packing_that_documents_do_not_use_is_refused() -> None:
    with pytest.raises(ReadError, match="packed by method 14"):
        opened(pack([("a", b"x")], zipfile.ZIP_LZMA))


def test_a_password_is_said() -> None:
    data = bytearray(pack([("a", b"x")]))
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(ReadError, match="protected with a password"):
        opened(bytes(data))


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", b"PK\x03\x04" + b"\0" * 100, pack([("a", b"x")])[:-10]], ids=["head", "zeros", "cut"]
)
def test_a_damaged_zip_is_said(data: bytes) -> None:
    assert is_zip(data)
    assert names_in(data) == ()
    assert member_start(data, "a", 10) == b""
    with pytest.raises(ReadError, match="damaged zip"):
        opened(data)


def test_an_empty_zip_holds_nothing() -> None:
    with pytest.raises(ReadError, match="it holds nothing"):
        read_source(make_source("leeg.zip", pack([])))


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=10), st.integers(0, 400))
def test_no_bytes_break_it(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(pack([("a.xml", b"<a>tekst</a>" * 10), ("b/c.xml", b"<c/>")]))
    for place, value in changes:
        data[place % len(data)] = value
    for damaged in (bytes(data), bytes(data[:cut])):
        try:
            archive = opened(damaged)
            for name in archive.names:
                archive.read(name)
        except ReadError as error:
            assert "stuk.docx" in str(error)
