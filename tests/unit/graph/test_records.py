"""What registers say: joined to papers and people by identifier, each fact with the field it rests on."""

import json
from typing import Any

import pyoxigraph as ox
import pytest

from sovgraph.authority import Authority
from sovgraph.graph.records import MadeRecords, graph_records
from sovgraph.graph.records.joins import Joins, annex_of, dossier_key, read_name
from sovgraph.ids import Ids
from sovgraph.read.source import make_source
from sovgraph.record import read_record_file

BASE = "https://w3id.org/sovgraph/id/"
GUID = "73541c7b-42a1-40a8-beae-2f9ac2d73bad"
OTHER = "082d3ded-1a0e-4a73-bf73-cfbd27b243eb"
WILDERS = "ab6d1e9f-1b5b-4b5d-8d2b-0c1d4b0d6d4e"


def made(value: Any, names: Authority, name: str = "x.json") -> MadeRecords:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    source = make_source(name, data)
    file = read_record_file(source)
    assert file is not None
    return graph_records(file, source, names, Ids())


def facts(result: MadeRecords) -> set[tuple[str, str, str]]:
    """Subject, local name of the property, value; without the evidence."""
    found = set()
    for quad in ox.parse(result.nquads, ox.RdfFormat.N_QUADS):
        subject = quad.subject.value.removeprefix(BASE)
        if not subject.startswith(("register/", "regel/")):
            predicate = quad.predicate.value.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
            found.add((subject, predicate, quad.object.value.removeprefix(BASE)))
    return found


def page(kind: str, *entities: dict[str, Any]) -> dict[str, Any]:
    return {"@odata.context": f"$metadata#{kind}", "value": list(entities)}


def case(**more: Any) -> dict[str, Any]:
    return page("Zaak", {"Id": GUID, "Nummer": "2025Z13436", "Soort": "Motie", **more})


def document(**more: Any) -> dict[str, Any]:
    return {"Id": OTHER, "DocumentNummer": "2025D30384", "Soort": "Motie", "Onderwerp": "Motie over iets", **more}


def test_a_case_is_joined_to_its_paper_by_the_publishers_identifier(names: Authority) -> None:
    version = {"Id": OTHER, "ExterneIdentifier": "kst-36704-63"}
    found = facts(made(case(Document=[document(HuidigeDocumentVersie=version)]), names))
    assert ("zaak/2025Z13436", "involved_work", "kst/36704-63") in found
    assert ("kst/36704-63", "title", "Motie over iets") in found
    assert ("kst/36704-63", "isPartOf", "dossier/36704") in found


@pytest.mark.parametrize(
    ("more", "paper"),
    [
        ({"Volgnummer": 63, "Kamer": 2, "Kamerstukdossier": [{"Id": GUID, "Nummer": 36600, "Toevoeging": "XVI"}]},
         "kst/36600-XVI-63"),
        ({"Volgnummer": 63, "Kamerstukdossier": [{"Id": GUID, "Nummer": 1}, {"Id": OTHER, "Nummer": 36704}]},
         "stuk/2025D30384"),
        ({"Volgnummer": -1, "Aanhangselnummer": "242502391"}, "stuk/ah-tk-20242025-2391"),
        ({"Volgnummer": 63}, "stuk/2025D30384"),
    ],
)  # fmt: skip
def test_a_document_is_the_paper_that_its_numbers_make_certain(more: Any, paper: str, names: Authority) -> None:
    assert (paper, "title", "Motie over iets") in facts(made(page("Document", document(**more)), names))


def test_votes_name_party_seats_and_mistakes(names: Authority) -> None:
    vote = {
        "Id": OTHER,
        "Soort": "Tegen",
        "FractieGrootte": 5,
        "ActorNaam": "CDA",
        "ActorFractie": "CDA",
        "Vergissing": True,
    }
    decision = {"Id": GUID, "BesluitSoort": "Stemmen - verworpen", "BesluitTekst": "Verworpen.", "Stemming": [vote]}
    found = facts(made(case(Besluit=[decision]), names))
    stem = f"stem/{OTHER}"
    assert (f"besluit/{GUID}", "decisionOn", "zaak/2025Z13436") in found
    assert (f"besluit/{GUID}", "statedStatus", "verworpen") in found
    assert {(stem, "castIn", f"besluit/{GUID}"), (stem, "castBy", "fractie/cda"), (stem, "seats", "5")} <= found
    assert (stem, "castInError", "true") in found


def test_in_a_roll_call_the_member_votes_too(names: Authority) -> None:
    vote = {
        "Id": OTHER,
        "Soort": "Voor",
        "FractieGrootte": 37,
        "ActorNaam": "Roon de, R.",
        "ActorFractie": "PVV",
        "Besluit_Id": GUID,
    }
    found = facts(made(page("Stemming", vote), names))
    member = next(p for p in names.persons if p.surname == "de Roon")
    assert {(f"stem/{OTHER}", "castBy", f"persoon/{member.id}"), (f"stem/{OTHER}", "castBy", "fractie/pvv")} <= found


def test_a_person_is_joined_by_key_else_has_an_address_of_its_own(names: Authority) -> None:
    known = next(p for p in names.persons if p.tk_person_id)
    entity = {"Id": known.tk_person_id.upper(), "Achternaam": "Anders", "Functie": "Tweede Kamerlid"}
    assert (f"persoon/{known.id}", "familyName", "Anders") in facts(made(page("Persoon", entity), names))
    stranger = made(page("Persoon", {"Id": WILDERS, "Achternaam": "Niemand", "Roepnaam": "Iemand"}), names)
    assert (f"persoon/tk-{WILDERS}", "label", "Iemand Niemand") in facts(stranger)
    assert [i.code for i in stranger.issues] == ["REGISTER-PERSON-UNLINKED"]


def test_a_name_that_fits_several_persons_is_no_fact(names: Authority) -> None:
    joins = Joins(names, Ids())
    assert joins.person_by_name("Van Dijk", None).iri is None
    told = joins.person_by_name("I. (Inge) van Dijk", None)
    assert told.known is not None
    assert told.known.full_name == "Inge van Dijk"


def test_unknown_parties_and_committees_are_told(names: Authority) -> None:
    vote = {"Id": OTHER, "Soort": "Voor", "ActorNaam": "Fractie Nergens", "ActorFractie": "Fractie Nergens"}
    result = made(page("Stemming", vote), names)
    assert [i.code for i in result.issues] == ["REGISTER-PARTY-UNLINKED"]
    assert ("fractie/fractie-nergens", "label", "Fractie Nergens") in facts(result)


def test_an_activity_has_its_committee_and_agenda(names: Authority) -> None:
    activity = {
        "Id": GUID,
        "Nummer": "2025A1",
        "Soort": "Debat",
        "Onderwerp": "Iets",
        "Datum": "2025-06-26T10:00:00+02:00",
    }
    lead = "vaste commissie voor Asiel en Migratie"
    result = made(page("Activiteit", {**activity, "Voortouwnaam": lead, "Agendapunt": [{"Id": OTHER}]}), names)
    found = facts(result)
    assert (f"activiteit/{GUID}", "organization", "commissie/tk-asiel-en-migratie") in found
    assert (f"activiteit/{GUID}", "startDate", "2025-06-26") in found
    assert (f"agendapunt/{OTHER}", "isPartOf", f"activiteit/{GUID}") in found


def test_a_commitment_says_who_to_whom_and_when(names: Authority) -> None:
    entity = {"Id": GUID, "Nummer": "TZ202510-001", "Tekst": "Nagebootst.", "Functie": "minister van Asiel en Migratie",
              "DatumNakoming": "2026-01-01", "Status": "Openstaand",
              "ToegezegdAanFractie": {"Id": OTHER, "Afkorting": "JA21"}}  # fmt: skip
    found = facts(made(page("Toezegging", entity), names))
    iri = "toezegging/TZ202510-001"
    assert {(iri, "promisedBy", "post/minister-van-asiel-en-migratie"), (iri, "promisedTo", "fractie/ja21")} <= found
    assert {(iri, "dueBy", "2026-01-01"), (iri, "registerStatus", "Openstaand")} <= found


def test_what_is_deleted_has_that_one_fact(names: Authority) -> None:
    found = facts(made(page("Zaak", {"Id": GUID, "Nummer": None, "Verwijderd": True}), names))
    assert {p for _, p, _ in found} == {"deletedInRegister", "registerId", "label"}


def test_every_fact_rests_on_its_field(names: Authority) -> None:
    text = made(case(Kabinetsappreciatie="Ontraden"), names).nquads.decode()
    assert '"/value/0/Kabinetsappreciatie"' in text
    assert text.count("22-rdf-syntax-ns#subject>") == text.count("prov#wasDerivedFrom>")
    assert "def#BasisRegister" in text
    assert "def#BasisAsserted" not in text


def test_metadata_of_a_motion_names_its_movers(names: Authority) -> None:
    rows = {
        "DC.identifier": "kst-36704-63",
        "OVERHEIDop.indiener": "B.J. Eerdmans",
        "OVERHEIDop.vergaderjaar": "2024-2025",
    }
    kind = '<metadata name="DC.type" scheme="OVERHEIDop.KamerstukTypen" content="Motie"/>'
    text = "".join(f'<metadata name="{n}" scheme="" content="{c}"/>' for n, c in rows.items())
    xml = f"<metadata_gegevens>{text}{kind}</metadata_gegevens>".encode()
    result = made(xml, names, "metadata.xml")
    eerdmans = next(p for p in names.persons if p.full_name == "Joost Eerdmans")
    assert ("kst/36704-63", "proposer", f"persoon/{eerdmans.id}") in facts(result)
    assert ("kst/36704-63", "sessionYear", "2024-2025") in facts(result)
    assert b"oa#XPathSelector" in result.nquads


def test_a_new_version_of_a_file_has_the_same_graph_and_another_subject_another(names: Authority) -> None:
    one, two = made(case(), names), made(case(Status="Nieuw"), names)
    other = made(page("Zaak", {"Id": OTHER, "Nummer": "2025Z13437"}), names)
    assert one.graph == two.graph != other.graph
    assert one.nquads != two.nquads


@pytest.mark.parametrize(
    ("number", "suffix", "key"),
    [("36600", "XVI", "36600-XVI"), ("36 600-XVI", "", "36600-XVI"), ("21501-02", "", "21501-02"),
     ("36704", "", "36704"),
     ("36351", "R2184", "36351"), ("CXXIV", "", "CXXIV"), ("nvt", "", None), ("367041", "", None)],
)  # fmt: skip
def test_dossiers(number: str, suffix: str, key: str | None) -> None:
    assert dossier_key(number, suffix) == key


def test_annex_numbers() -> None:
    assert annex_of("242502391") == "ah-tk-20242025-2391"
    assert annex_of("242602391") is None


@pytest.mark.parametrize(
    ("text", "surname", "initials"),
    [("M.G.F. Rikkers-Oosterkamp", "Rikkers-Oosterkamp", "M.G.F."), ("Roon de, R.", "de Roon", "R."),
     ("D.J.H. (Diederik) van Dijk", "van Dijk", "D.J.H."), ("Eerdmans", "Eerdmans", ""),
     ("Th. van Es", "van Es", "Th.")],
)  # fmt: skip
def test_names(text: str, surname: str, initials: str) -> None:
    named = read_name(text)
    assert (named.surname, named.initials.strip()) == (surname, initials)
