"""The shards for a site of files, and the search in a browser that loads them from the disk."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.chromium import chromium, watched_page

from sovgraph.describe.addresses import page_path
from sovgraph.search import Index, static
from sovgraph.search.words import LONGEST, words
from sovgraph.settings import DEFAULT_BASE

PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>Zoeken</title>
<form data-search><label>Zoek <input name="q"></label></form>
<p data-search-status></p><ol data-search-results></ol>
<script src="search/search.js" data-shards="search/" data-root="./" data-lang="nl" defer></script></html>
"""


def page(iri: str) -> str | None:
    """Things of our own have a page, those from elsewhere have none."""
    path = page_path(iri, DEFAULT_BASE)
    return f"{path}.html" if path and not path.startswith("doc/iri/") else None


@pytest.fixture(scope="module")
def files(index: Index) -> dict[str, bytes]:
    return dict(static.shards(index, page))


def read(data: bytes) -> Any:
    """What a shard hands over."""
    text = data.decode()
    assert text.startswith("sovgraphSearch(") and text.endswith(");\n")
    return json.loads(f"[{text[15:-3]}]")


def test_every_shard_is_data_and_safe_in_a_page(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        assert re.fullmatch(r"(meta|[wnt]-[a-z0-9]+)\.js", name)
        assert b"</" not in data and "\u2028" not in data.decode()
        read(data)


def test_the_list_of_shards_is_whole(files: dict[str, bytes]) -> None:
    _, _, meta = read(files["meta.js"])
    assert isinstance(meta, dict)
    assert {f"w-{file}.js" for file in meta["words"].values()} == {name for name in files if name.startswith("w-")}
    names = sum(len(read(data)[2]) for name, data in files.items() if name.startswith("n-"))
    texts = sum(len(read(data)[2]) for name, data in files.items() if name.startswith("t-"))
    assert names == texts == meta["things"] > 1000


def test_only_things_with_a_page_are_in_it(files: dict[str, bytes]) -> None:
    rows = [row for name, data in files.items() if name.startswith("n-") for row in read(data)[2]]
    assert all(row[0].startswith("doc/") and row[0].endswith(".html") for row in rows)
    assert "doc/kst/32317-QC.html" in {row[0] for row in rows}


def test_the_same_index_gives_the_same_files(index: Index, files: dict[str, bytes]) -> None:
    assert dict(static.shards(index, page)) == files


@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here")
def test_the_script_sees_the_same_words_as_the_index() -> None:
    source = static.SCRIPT.read_text(encoding="utf-8")
    functions = source[source.index("  function fold(") : source.index("  /* The shards in which")]
    latin = [chr(code) for code in (*range(0x20, 0x250), *range(0x1E00, 0x1F00), *range(0x2000, 0x2200), 0xFB01)]
    texts = [f"a{letter}b {letter}" for letter in latin]
    texts += ["dossier 32 317, nr. 12", "32.317", "te\u00adrug cafe\u0301", "ĳsvrij straße", "x" * 100]
    script = f"const LONGEST = {LONGEST};\n{functions}\nconst all = JSON.parse(require('fs').readFileSync(0));"
    script += "console.log(JSON.stringify(all.map(t => words(t).map(w => [w.form, w.start, w.end]))));"
    done = subprocess.run(["node", "-e", script], input=json.dumps(texts), capture_output=True, text=True, check=True)
    seen = json.loads(done.stdout)
    assert [(t, s) for t, s in zip(texts, seen, strict=True) if s != [list(word) for word in words(t)]] == []
    assert f"LONGEST = {LONGEST};" in source


def test_searching_from_the_disk(files: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / static.FOLDER
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    (folder / "search.js").write_bytes(static.SCRIPT.read_bytes())
    (tmp_path / "index.html").write_text(PAGE, encoding="utf-8")
    found = {}
    with chromium() as browser, watched_page(browser, tmp_path.as_uri()) as watched:
        tab = watched.open("/index.html")
        for typed in ("32 317 QC", "visummaatregel gambia", "terugkeerplannen", "minist", "<b>&\"' zzzzqq"):
            tab.fill("input", typed)
            tab.wait_for_timeout(700)
            found[typed] = (
                tab.locator("[data-search-status]").inner_text(),
                tab.locator("li a").evaluate_all("all => all.map(a => a.getAttribute('href'))"),
                tab.locator("mark").all_inner_texts(),
            )
    assert found["32 317 QC"][1][0].startswith("./doc/kst/32317-QC.html")
    assert found["visummaatregel gambia"][1][0] == "./doc/maatregel/visummaatregel-gmb.html"
    assert "Gambia" in found["visummaatregel gambia"][2]
    assert "terugkeerplan" in found["terugkeerplannen"][2]
    assert len(found["minist"][1]) == 20
    assert found["<b>&\"' zzzzqq"][1] == []
