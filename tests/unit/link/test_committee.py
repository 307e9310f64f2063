"""Which committee a name means: words before it, the Chamber of the paper or the Chamber behind it."""

import pytest

from sovgraph.authority import Authority
from sovgraph.find import find_all
from sovgraph.ids import Ids
from sovgraph.link import link_mentions
from sovgraph.model import Document, MentionType, Status


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("de vaste Kamercommissie voor Defensie vraagt", "tk-defensie"),
        ("de vaste commissie voor Financiën van de Eerste Kamer", "ek-financien"),
        ("de vaste commissie voor Financiën1 van de Tweede Kamer", "tk-financien"),
        ("de Huishoudelijke Commissie besluit", "ek-huishoudelijke-commissie"),
        ("de Enquêtecommissie Srebrenica besluit", "tk-enquetecommissie-srebrenica"),
        ("de vaste commissie voor Financiën vraagt", None),
    ],
)
def test_a_committee_is_linked_by_name_and_chamber(text: str, key: str | None, names: Authority) -> None:
    document = Document("test", "text/plain", "", text)
    ids = Ids("https://example.org/")
    linked, _ = link_mentions(document, find_all(document, names), names, ids)
    (found,) = [m for m in linked if m.type is MentionType.COMMITTEE]
    if key is None:
        assert found.status is Status.AMBIGUOUS and found.iri is None
    else:
        assert found.status is Status.EXACT and found.iri == ids.committee(key)
