"""What a reader can choose from for a parameter."""

import pytest
from tests.example_store import shared_store
from tests.unit.query.test_binding import BODY, HEADER

from sovgraph.errors import ResourceError
from sovgraph.query import Choice, catalog, choices, load_catalog
from sovgraph.query.model import StoredQuery
from sovgraph.store import QuadStore

FED = [(q, p) for q in catalog().queries for p in q.params if p.values_from]


@pytest.fixture(scope="module")
def store() -> QuadStore:
    return shared_store()


def param_of(query: str, name: str) -> tuple[Choice, ...]:
    (found,) = (p for p in catalog().get(query).params if p.name == name)
    return choices(shared_store(), found)


def test_countries_have_their_code_and_name() -> None:
    found = param_of("country-passages", "country")
    assert Choice("ETH", "Ethiopië") in found
    assert len({c.value for c in found}) == len(found)
    assert [c.label.casefold() for c in found] == sorted(c.label.casefold() for c in found)


def test_dossiers_have_their_title_once() -> None:
    found = param_of("citations", "dossier")
    assert Choice("32317", "JBZ-Raad") in found
    assert len({c.value for c in found}) == len(found)


def test_a_value_without_a_name_shows_itself() -> None:
    assert Choice("Ellian", "Ellian") in param_of("questions-by-member", "member")


def test_other_parameters_have_no_choices() -> None:
    assert param_of("members-on", "date") == ()


def test_most_parameters_have_choices() -> None:
    assert len(FED) >= 100


def test_the_example_is_one_of_the_choices(store: QuadStore) -> None:
    """A reader who picks from the list finds what the query is for."""
    asked: dict[str, set[str]] = {}
    for query, param in FED:
        if param.values_from not in asked:
            asked[param.values_from] = {c.value for c in choices(store, param)}
        loose = param.description_en.startswith("(part of)")
        fits = any(param.example in value for value in asked[param.values_from])
        assert param.example in asked[param.values_from] or (loose and fits), f"{query.name}: {param.name}"


def load(tmp: object, header: str) -> tuple[StoredQuery, ...]:
    from pathlib import Path

    path = Path(str(tmp))
    (path / "internal").mkdir()
    (path / "one.rq").write_text(header + BODY, encoding="utf-8")
    return load_catalog(path).queries


@pytest.mark.parametrize("name", ["absent", "one"])
def test_choices_come_from_a_query_without_parameters(tmp_path: object, name: str) -> None:
    with pytest.raises(ResourceError, match="is no query that can be asked without parameters"):
        load(tmp_path, HEADER.replace("#+     example:", f"#+     values_from: {name}\n#+     example:"))
