"""The scripts of others are those that the table names, and each package's licence is there."""

import hashlib
import re

import pytest

from sovgraph.assets import asset, asset_names, licences
from sovgraph.errors import ResourceError
from sovgraph.resources import folder, read_tsv

ROWS = read_tsv(folder("src") / "sovgraph" / "assets" / "assets.tsv")
PACKAGE = re.compile(r"(\S+) [\d.]+ \((.+?)\)(?:, |$)")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_the_content_is_the_one_of_the_table(row: dict[str, str]) -> None:
    assert hashlib.sha256(asset(row["file"].removesuffix(".gz"))).hexdigest() == row["sha256"]


def test_there_are_scripts_for_pictures_editor_and_store() -> None:
    assert set(asset_names()) >= {"graph.min.js", "editor.min.js", "editor.min.css", "store.min.js", "store.wasm"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_each_package_has_a_permissive_licence_and_its_text(row: dict[str, str]) -> None:
    packages = PACKAGE.findall(row["packages"])
    assert packages
    for package, licence in packages:
        assert "MIT" in licence or "Apache-2.0" in licence, package
        assert "ermission" in licences()[package.removeprefix("@").replace("/", "__")], package


def test_an_unknown_asset_is_an_error() -> None:
    with pytest.raises(ResourceError, match=r"no such asset"):
        asset("../errors.py")
