"""Archives: each member a paper, what could do harm refused before it is unpacked."""

import gzip
import io
import json
import random
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from sovgraph.build import build_store
from sovgraph.errors import ReadError
from sovgraph.model import Source
from sovgraph.read.archive import is_archive, members
from sovgraph.settings import Settings
from sovgraph.store import memory_store

PAPERS = Path(__file__).resolve().parents[2] / "papers"
FILES = ("kst-36704-63.xml", "kst-39500-B.md")
QUICK = Settings(validate=False)


def zipped(path: Path, files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, bytes], mode: str = "w:gz") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return path


def papers() -> dict[str, bytes]:
    return {f"map/{name}": (PAPERS / name).read_bytes() for name in FILES}


def names(path: Path) -> list[str]:
    return [m.uri.rpartition("!/")[2] if isinstance(m, Source) else str(m) for m in members(str(path))]


@pytest.mark.parametrize("make", [zipped, tarred], ids=["zip", "tar.gz"])
def test_an_archive_builds_the_same_graph_as_its_files(make: object, tmp_path: Path) -> None:
    path = make(tmp_path / "papers.zip", papers())  # type: ignore[operator]
    store, alone = memory_store(), memory_store()
    report = build_store(store, [str(path)], QUICK)
    build_store(alone, [str(PAPERS / name) for name in FILES], QUICK)
    assert [p.source for p in report.built] == [f"{path}!/map/{name}" for name in FILES]
    assert store.dump() == alone.dump()
    again = build_store(store, [str(path)], QUICK)
    assert (again.built, len(again.unchanged)) == ([], 2)


def test_an_archive_in_a_folder_is_found(tmp_path: Path) -> None:
    zipped(tmp_path / "papers.zip", papers())
    assert len(build_store(memory_store(), [str(tmp_path)], QUICK).built) == 2


def test_office_files_are_no_archives(tmp_path: Path) -> None:
    assert not is_archive(
        str(zipped(tmp_path / "a.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"}))
    )
    assert is_archive(str(zipped(tmp_path / "b.zip", papers())))


def test_members_that_are_no_papers_are_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {**papers(), "plaat.png": b"\x89PNG", "map/README.md": b"# lees mij"})
    report = build_store(memory_store(), [str(path)], QUICK)
    assert (len(report.built), report.refused) == (2, [])


def test_a_bomb_is_refused_and_the_others_go_through(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {**papers(), "bom.txt": b"a" * 50_000_000})
    report = build_store(memory_store(), [str(path)], QUICK)
    assert len(report.built) == 2
    assert [r.source for r in report.refused] == [f"{path}!/bom.txt"]
    assert "200 times" in report.refused[0].message


def test_a_tar_that_grows_too_much_is_refused(tmp_path: Path) -> None:
    path = tarred(tmp_path / "a.tar.gz", {f"{i}.txt": b"a" * 2_000_000 for i in range(40)})
    with pytest.raises(ReadError, match="200 times"):
        list(members(str(path)))


def test_an_archive_in_an_archive_is_told(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "in.zip", papers()).read_bytes()
    path = zipped(tmp_path / "out.zip", {"in.zip": inner})
    assert [str(m).endswith("unpack it first") for m in members(str(path))] == [True]


def test_a_compressed_file_that_is_no_tar_is_told(tmp_path: Path) -> None:
    import gzip

    path = tmp_path / "kst-1.xml.gz"
    path.write_bytes(gzip.compress(b"<kamerstuk/>"))
    with pytest.raises(ReadError, match="unpack it"):
        list(members(str(path)))


@pytest.mark.parametrize("cut", [30, 200, 600, -30])
def test_a_damaged_archive_is_told_never_a_trace(cut: int, tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", papers()).read_bytes()
    path = tmp_path / "cut.zip"
    path.write_bytes(whole[:cut])
    report = build_store(memory_store(), [str(path)], QUICK)
    assert report.exit_code == 3
    assert "archive" in report.refused[0].message


def test_a_locked_member_is_told(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", papers(), zipfile.ZIP_STORED).read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        data[place + at] |= 1
    path = tmp_path / "locked.zip"
    path.write_bytes(bytes(data))
    assert "password" in names(path)[0]


def test_two_members_of_one_name_are_told(tmp_path: Path) -> None:
    path = tmp_path / "twice.zip"
    with pytest.warns(UserWarning), zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"een")
        archive.writestr("a.txt", b"twee")
    assert [isinstance(m, ReadError) for m in members(str(path))] == [False, True]


def test_extract_reads_the_members_of_an_archive(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    from sovgraph.cli import main

    path = zipped(tmp_path / "papers.zip", {**papers(), "leeg.txt": b" "})
    assert main(["extract", str(path)]) == 1
    captured = capsysbinary.readouterr()
    sources = {json.loads(line)["source"] for line in captured.out.splitlines()}
    assert sources == {f"{path}!/map/{name}" for name in FILES}
    assert b"leeg.txt" in captured.err


def test_an_archive_comes_through_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped(tmp_path / "papers.zip", papers()).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert len(build_store(memory_store(), ["-"], QUICK).built) == 2


def test_damage_in_a_compressed_tar_is_told(tmp_path: Path) -> None:
    """Only the checksum at its end tells that a byte was changed on the way."""
    path = tarred(tmp_path / "papers.tar.gz", {"a.txt": random.Random(1).randbytes(50_000)})
    data = bytearray(path.read_bytes())
    data[20_000] ^= 255
    path.write_bytes(data)
    with pytest.raises(ReadError, match="damaged archive"):
        names(path)


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_member_never_stops_the_others(method: int, tmp_path: Path) -> None:
    noise = random.Random(1).randbytes(5_000)
    path = zipped(tmp_path / "papers.zip", {"a.txt": noise, "b.txt": b"hallo"}, method)
    data = bytearray(path.read_bytes())
    data[60:200] = b"\xff" * 140
    path.write_bytes(data)
    first, second = names(path)
    assert "damaged in the archive" in first
    assert second == "b.txt"


def test_a_zip_of_a_later_version_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "papers.zip", {"a.txt": b"x"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 6] = 99
    path.write_bytes(data)
    with pytest.raises(ReadError, match="damaged archive"):
        names(path)


def test_a_name_as_long_as_a_bomb_is_never_unpacked(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("././@LongLink")
    entry.type, entry.size = tarfile.GNUTYPE_LONGNAME, 200_000_000
    path = tmp_path / "papers.tar.gz"
    path.write_bytes(gzip.compress(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2_000_000)))
    with pytest.raises(ReadError, match="unpacks to more"):
        names(path)


def test_folders_count_as_members(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sovgraph.read.archive.MAX_MEMBERS", 3)
    entry = tarfile.TarInfo("map")
    entry.type = tarfile.DIRTYPE
    path = tmp_path / "papers.tar"
    path.write_bytes(entry.tobuf() * 4 + bytes(1024))
    with pytest.raises(ReadError, match="split the archive"):
        names(path)
