"""Acts: which one an abbreviation means on a day, and names that are passed on."""

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.model import MentionType, Source
from sovgraph.structure import structure_document


def laws(text: str, names: Authority) -> list[tuple[str, str | None]]:
    document = structure_document(Source("paper.md", text.encode(), "", "text/markdown"))
    return [(m.text, m.id) for m in find_all(document, names) if m.type is MentionType.LAW]


def test_an_abbreviation_means_the_act_of_its_day(names: Authority) -> None:
    old = "Den Haag, 3 maart 2010\n\nDe gemeente voert de Wmo uit.\n"
    new = "Den Haag, 3 maart 2020\n\nDe gemeente voert de Wmo uit.\n"
    head = "BRIEF VAN DE MINISTER VAN FINANCIËN\n\nAan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\n"
    assert laws(head + old, names) == [("Wmo", "BWBR0020031")]
    assert laws(head + new, names) == [("Wmo", "BWBR0035362")]


def test_a_new_act_of_a_known_name_has_no_id(names: Authority) -> None:
    assert laws("Het voorstel voor een nieuwe Archiefwet ligt voor.", names) == [("Archiefwet", None)]
