"""Statements on programmes."""

from collections.abc import Callable

Facts = dict[tuple[str, str], set[str]]


def test_partnership_of_two(facts: Facts) -> None:
    assert facts["programma/prisma", "partner"] == {
        "country/NLD",
        "organisatie/internationale-organisatie-voor-migratie",
    }
    assert facts["programma/prisma", "implementedIn"] == {"regio/west-afrika", "regio/noord-afrika"}
    assert facts["programma/prisma", "endYear"] == {"2028"}
    assert facts["programma/prisma", "periodStated"] == {"loopt tot eind 2028"}
    assert ("programma/prisma", "funder") not in facts


def test_activities_through_a_body(facts: Facts) -> None:
    key = "programma/seefar-tunesie"
    assert facts[key, "label"] == {"voorlichtingscampagnes via Seefar in Tunesië"}
    assert facts[key, "partner"] == {"organisatie/seefar"}
    assert facts[key, "funder"] == {"country/NLD"}
    assert facts[key, "implementedIn"] == {"country/TUN"}
    assert (facts[key, "startYear"], facts[key, "endYear"]) == ({"2024"}, {"2026"})


def test_a_country_that_is_only_spoken_of_is_no_place(facts_in: Callable[[str], Facts]) -> None:
    facts = facts_in("Het GRUTTO-programma helpt Franse boeren en wijst op Italië (2021-2024).")
    assert ("programma/grutto", "implementedIn") not in facts
    assert facts["programma/grutto", "periodStated"] == {"2021-2024"}
