"""The forty questions: each has words and stored queries, and a name finds one person or says why not."""

from pathlib import Path

import pytest

from sovgraph.errors import QueryError, ResourceError
from sovgraph.query import catalog, load_questions
from sovgraph.query.finding import find_person
from sovgraph.resources import folder
from sovgraph.store import QuadStore, memory_store


def test_every_question_has_a_stored_query() -> None:
    numbers = {q.number for q in load_questions(folder("queries") / "competency.tsv")}
    answered = {number for query in catalog().queries for number in query.answers}
    assert answered == numbers


def test_every_question_has_an_answer_in_the_examples() -> None:
    """The number of rows in a header is that of the example dossier, which another test holds it to."""
    found = {number for query in catalog().queries if query.expected_rows for number in query.answers}
    assert found == set(range(1, 41))


@pytest.mark.parametrize(
    ("text", "message"),
    [("number\tnl\ten\n1\tWat?\tWhat?\n", "one row for each number"), ("number\tnl\ten\n", "one row for each number")],
)
def test_questions_are_complete(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "competency.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ResourceError, match=message):
        load_questions(path)


def test_a_question_has_words_in_both_languages(tmp_path: Path) -> None:
    path = tmp_path / "competency.tsv"
    rows = [f"{number}\tWat?\t{'What?' if number != 7 else ''}" for number in range(1, 41)]
    path.write_text("\n".join(["number\tnl\ten", *rows]) + "\n", encoding="utf-8")
    with pytest.raises(ResourceError, match="question 7 has no words"):
        load_questions(path)


RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
FOAF = "http://xmlns.com/foaf/0.1"


def named(person: str, surname: str, label: str) -> str:
    return (
        f"<{person}> <{RDF_TYPE}> <{FOAF}/Person> <https://e.org/g> .\n"
        f'<{person}> <{FOAF}/familyName> "{surname}" <https://e.org/g> .\n'
        f'<{person}> <http://www.w3.org/2000/01/rdf-schema#label> "{label}" <https://e.org/g> .\n'
    )


NAMES = named("https://e.org/p/1", "de Vries", "A. de Vries") + named("https://e.org/p/2", "De Vries", "B. de Vries")


@pytest.fixture
def people() -> QuadStore:
    store = memory_store()
    store.replace_graph("https://e.org/g", NAMES.encode())
    return store


def test_a_name_finds_its_person(people: QuadStore) -> None:
    assert find_person(people, " b. de  Vries ") == "https://e.org/p/2"


def test_a_name_of_two_persons_names_both(people: QuadStore) -> None:
    with pytest.raises(QueryError, match=r"2 persons have this name.*A\. de Vries <https://e\.org/p/1>; B\. de Vries"):
        find_person(people, "De Vries")


def test_an_unknown_name_is_an_error(people: QuadStore) -> None:
    with pytest.raises(QueryError, match="no person with this name"):
        find_person(people, 'Vries" }')
