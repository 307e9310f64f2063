"""The generated files are current, and their constants are what the ontology says."""

import subprocess
import sys
from pathlib import Path

import pytest

from sovgraph import vocab
from sovgraph.model import Genre, MentionType, Status

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("tool", ["build_vocab.py", "build_reference.py"])
def test_generated_file_is_current(tool: str) -> None:
    command = [sys.executable, str(ROOT / "tools" / tool), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_constants_are_full_iris() -> None:
    constants = {name: value for name, value in vars(vocab).items() if isinstance(value, str) and name[0] != "_"}
    assert len(constants) > 300
    namespaces = tuple(iri for _, iri in vocab.NAMESPACES)
    assert [name for name, value in constants.items() if not value.startswith(namespaces)] == []
    assert len(set(constants.values())) == len(constants)


def test_names_follow_the_terms() -> None:
    assert vocab.Motion == "https://w3id.org/sovgraph/def#Motion"
    assert vocab.from_ == "https://w3id.org/sovgraph/def#from"
    assert vocab.role_lid == "https://w3id.org/sovgraph/def#role-lid"
    assert vocab.ELIDL_answers_to == "http://data.europa.eu/eli/eli-draft-legislation-ontology#answers_to"


def test_namespaces_are_sorted_and_http() -> None:
    assert list(vocab.NAMESPACES) == sorted(vocab.NAMESPACES)
    assert [prefix for prefix, iri in vocab.NAMESPACES if iri.startswith("https:")] == ["sov"]


@pytest.mark.parametrize("genre", list(Genre))
def test_each_genre_has_a_concept(genre: Genre) -> None:
    assert f"{vocab.SOV}genre-{genre.value}" in vars(vocab).values()


@pytest.mark.parametrize("status", list(Status))
def test_each_status_has_a_resolution(status: Status) -> None:
    assert f"{vocab.SOV}Resolution{status.value.capitalize()}" in vars(vocab).values()


@pytest.mark.parametrize(
    "kind",
    [
        MentionType.KAMERSTUK,
        MentionType.DOSSIER,
        MentionType.HANDELINGEN,
        MentionType.AANHANGSEL,
        MentionType.ZAAK,
        MentionType.KENMERK,
        MentionType.EU_ACT,
        MentionType.OJ,
        MentionType.COM,
        MentionType.STB,
        MentionType.STCRT,
        MentionType.TRB,
        MentionType.ECLI,
    ],
)
def test_each_kind_of_reference_has_a_form(kind: MentionType) -> None:
    assert f"{vocab.SOV}form-{kind.value.replace('_', '-')}" in vars(vocab).values()
