"""Articles of an act that only words before name, and motions of which only the dossier is given."""

import pytest

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.ids import Ids
from sovgraph.link import link_mentions
from sovgraph.model import Mention
from sovgraph.read import make_source
from sovgraph.structure import structure_document


def linked(names: Authority, text: str, kind: str) -> list[Mention]:
    document = structure_document(make_source("test.txt", text.encode("utf-8")))
    mentions, _ = link_mentions(document, find_all(document, names), names, Ids())
    return [m for m in mentions if m.type.value == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Richtlijn 2013/33/EU geldt, in het bijzonder artikel 4 daarvan.",
        "Richtlijn 2013/33/EU geldt. Het gaat om artikel 4 van die richtlijn.",
        "Richtlijn 2013/33/EU geldt. Het gaat om artikel 4 van de bovengenoemde richtlijn.",
    ],
)
def test_an_article_takes_the_act_of_the_reference(names: Authority, text: str) -> None:
    (article,) = linked(names, text, "article")
    assert (article.part("act"), article.status.value) == ("32013L0033", "inferred")
    assert article.iri == Ids().article("32013L0033", "4")
    assert article.antecedent is not None
    assert article.antecedent.of(text) == "Richtlijn 2013/33/EU"
    assert "Richtlijn 2013/33/EU" in article.reason


def test_an_article_of_one_of_two_acts_stays_open(names: Authority) -> None:
    text = "Richtlijn 2013/33/EU en Richtlijn 2013/32/EU gelden. Artikel 4 van die richtlijn telt."
    (article,) = linked(names, text, "article")
    assert article.status.value == "ambiguous"
    assert {c.iri for c in article.candidates} == {
        Ids().article("32013L0033", "4"),
        Ids().article("32013L0032", "4"),
    }


def test_a_paragraph_of_an_article(names: Authority) -> None:
    text = "Artikel 4 van Richtlijn 2013/33/EU geldt. Het eerste lid daarvan is lang."
    (found,) = linked(names, text, "reference")
    assert (found.text, found.iri) == ("Het eerste lid daarvan", Ids().article("32013L0033", "4"))


def test_a_reference_has_the_address_of_what_it_means(names: Authority) -> None:
    text = "De motie-Peer (32 012, nr. 5) geldt. De bovengenoemde motie is goed."
    (found,) = linked(names, text, "reference")
    assert found.iri == Ids().paper("kst-32012-5")


def test_a_motion_with_only_its_dossier(names: Authority) -> None:
    (motion,) = linked(names, "De motie-Peer (21 501-02) is goed.", "motion")
    assert (motion.id, motion.part("dossier"), motion.status.value) == (None, "21501-02", "unresolved")
