"""What a paper is called."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]


def test_a_heading_printed_twice_is_said_once(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Perenteelt\nPerenteelt\n\nDe peren zijn rijp.\n")
    labels = [values for (thing, name), values in facts.items() if name == "label" and thing.startswith("stuk/")]
    assert labels == [{"onbekend: Perenteelt De peren zijn rijp."}]
