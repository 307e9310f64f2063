"""Citations: what is one, and which letter or paper it means."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]


def cited(facts: Facts) -> list[str]:
    return sorted(v for (_, name), values in facts.items() if name == "hasCitedEntity" for v in values)


def test_a_paper_does_not_cite_itself_by_its_own_number(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2024-2025\n\n39 112\tFruit\n\nNr. 14\tBRIEF VAN DE MINISTER\n\n"
        "Den Haag, 3 mei 2025\n\nDit is Kamerstuk 39 112, nr. 14. Eerder verscheen Kamerstuk 39 112, nr. 12.\n"
    )
    assert cited(facts) == ["kst/39112-12"]


def test_one_letter_for_all_that_name_its_day(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "In de brief van 10 september 2024 staat het plan.\n\nDe brief van 10 september 2024 noemt peren. De brief van"
        " 11 september 2024 noemt appels.\n"
    )
    letters = {s for (s, name), values in facts.items() if name == "type" and "Letter" in values}
    assert len(letters) == 2


def test_the_number_in_brackets_behind_the_date_is_the_paper(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in(
        "In de brief van 10 september 2024 (Kamerstuk 39 112, nr. 537) staat het plan.\n\nDe brief van 10 september"
        " 2024 noemt peren.\n"
    )
    assert len(set(cited(facts))) == 1
    assert not [s for (s, name), values in facts.items() if name == "type" and "Letter" in values]
