"""Register files become records: each format known by its content, damage told, fields with their paths."""

import json
from pathlib import Path
from typing import Any

import pytest

from sovgraph.errors import ReadError
from sovgraph.read.source import make_source
from sovgraph.record import READERS, RECORD_READERS, Record, RecordFile, read_inline, read_record_file

METADATA = """<metadata_gegevens>
  <metadata name="DC.identifier" scheme="OVERHEIDop.ParlID" content="kst-36704-63"/>
  <metadata name="OVERHEIDop.indiener" scheme="" content="B.J. Eerdmans"/>
  <metadata name="OVERHEIDop.indiener" scheme="" content="M. Vondeling"/>
  <metadata name="OVERHEIDop.gebiedsmarkering" scheme="" content="Adres">
    <metadata name="DC.identifier" scheme="" content="anders"/>
  </metadata>
  <metadata name="DCTERMS.alternative" scheme="" content=""/>
</metadata_gegevens>"""
OWMS = """<owms-metadata xmlns:dcterms="http://purl.org/dc/terms/"><owmskern>
  <dcterms:identifier>kst-36704-63</dcterms:identifier><dcterms:title>Nagebootst</dcterms:title></owmskern></owms-metadata>"""
SRU = "http://docs.oasis-open.org/ns/search-ws/sruResponse"
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="application/xml">
  <ns1:zaak xmlns:ns1="http://www.tweedekamer.nl/xsd/tkData/v1-0" id="73541C7B-42a1-40a8-beae-2f9ac2d73bad"
    ns1:verwijderd="false"><ns1:nummer>2025Z13436</ns1:nummer><ns1:soort>Motie</ns1:soort><ns1:afgedaan>true</ns1:afgedaan>
    <ns1:nieuw>x</ns1:nieuw></ns1:zaak></content></entry></feed>"""
GUID = "73541c7b-42a1-40a8-beae-2f9ac2d73bad"
CASE: dict[str, Any] = {
    "Id": GUID,
    "Nummer": "2025Z13436",
    "Soort": "Motie",
    "Kabinetsappreciatie": "Ontraden",
    "GrootProject": False,
}


def read(text: str | bytes, name: str = "x.xml") -> RecordFile:
    found = read_record_file(make_source(name, text.encode() if isinstance(text, str) else text))
    assert found is not None
    return found


def read_json(value: object) -> RecordFile:
    return read(json.dumps(value), "x.json")


def only(file: RecordFile) -> Record:
    assert len(file.top) == 1
    return file.records[file.top[0]]


def sru(records: str, prefix: str = "sru", namespace: str = SRU) -> str:
    rows = f"<{prefix}:records>{records}</{prefix}:records>"
    return f'<{prefix}:searchRetrieveResponse xmlns:{prefix}="{namespace}">{rows}</{prefix}:searchRetrieveResponse>'


def sru_record(prefix: str, identifier: str) -> str:
    return (
        f"<{prefix}:record><{prefix}:recordData><m:meta xmlns:m='http://standaarden.overheid.nl/wetgeving/'>"
        f"<m:identifier>{identifier}</m:identifier></m:meta></{prefix}:recordData></{prefix}:record>"
    )


def test_every_reader_is_registered() -> None:
    assert len(RECORD_READERS) == len(READERS) == 6


def test_metadata_rows_have_their_path_and_rows_inside_rows_are_not_the_papers() -> None:
    record = only(read(METADATA))
    assert record.key == "kst-36704-63"
    assert [f.value for f in record.all("identifier")] == ["kst-36704-63"]
    assert [f.path for f in record.all("mover")] == [f"/metadata_gegevens/metadata[{n}]/@content" for n in (2, 3)]


def test_unknown_names_are_counted() -> None:
    file = read(METADATA)
    assert file.unknown == (("OVERHEIDop.gebiedsmarkering", 1),)
    assert [i.code for i in file.issues] == ["REGISTER-FIELD-UNKNOWN"]


def test_owms_is_the_same_record() -> None:
    record = only(read(OWMS))
    assert (record.key, record.value("full_title")) == ("kst-36704-63", "Nagebootst")


@pytest.mark.parametrize("prefix", ["sru", "op", "x"])
def test_sru_is_known_by_namespace(prefix: str) -> None:
    file = read(sru(sru_record(prefix, "kst-32317-PS") + sru_record(prefix, "kst-32317-qc"), prefix))
    assert [record.key for record in file.records] == ["kst-32317-PS", "kst-32317-QC"]
    assert (
        file.records[1].fields[0].path.startswith("/*[local-name()='searchRetrieveResponse']/*[local-name()='records']")
    )
    assert "record'][2]" in file.records[1].fields[0].path


def test_another_namespace_is_another_version() -> None:
    with pytest.raises(ReadError, match="another version"):
        read(sru("", namespace="http://www.loc.gov/zing/srw/"))


def test_an_empty_answer_says_what_the_service_said() -> None:
    diagnostic = (
        "<d:diagnostic xmlns:d='http://docs.oasis-open.org/ns/search-ws/diagnostic'><d:message>Unsupported index"
        "</d:message></d:diagnostic>"
    )
    with pytest.raises(ReadError, match="Unsupported index"):
        read(sru(diagnostic))


def test_syncfeed_entry() -> None:
    record = only(read(ATOM))
    assert (record.kind, record.key, record.value("identifier")) == ("Zaak", GUID, "2025Z13436")
    assert record.value("finished") == "true"


def test_inline_metadata_is_read_but_not_taken_for_a_register_file() -> None:
    paper = (
        '<officiele-publicatie><metadata><meta name="DC.identifier" content="kst-1-2"/>'
        '<meta name="DC.identifier" content=""/></metadata><kamerstuk/></officiele-publicatie>'
    )
    source = make_source("kst.xml", paper.encode())
    assert read_record_file(source) is None
    inline = read_inline(source)
    assert inline is not None
    assert only(inline).fields[0].path == "/officiele-publicatie/metadata/meta[1]/@content"


@pytest.mark.parametrize("wrap", [lambda x: x, lambda x: [x], lambda x: {"value": [x]}])
def test_odata_as_one_as_list_and_as_page(wrap: Any) -> None:
    record = only(read_json(wrap(CASE)))
    assert (record.kind, record.key, record.value("assessment")) == ("Zaak", GUID, "Ontraden")


def test_the_context_names_the_kind() -> None:
    page = {"@odata.context": "https://x/$metadata#Besluit", "value": [{"Id": GUID}]}
    assert only(read_json(page)).kind == "Besluit"


def test_expanded_relations_are_records_with_their_pointer() -> None:
    file = read_json(
        {**CASE, "Besluit": [{"Id": GUID, "Stemming": [{"Id": GUID, "Soort": "Voor", "FractieGrootte": 5}]}]}
    )
    assert [r.kind for r in file.records] == ["Zaak", "Besluit", "Stemming"]
    assert file.records[2].field("seats").path == "/Besluit/0/Stemming/0/FractieGrootte"  # type: ignore[union-attr]
    assert [link.place for link in file.records[0].links] == [1]


def test_what_is_deleted_keeps_only_its_key() -> None:
    record = only(read_json({**CASE, "Verwijderd": True}))
    assert record.deleted is not None
    assert {f.role for f in record.fields} == {"id", "identifier"}


def test_null_fields_and_annotations_say_nothing() -> None:
    record = only(read_json({**CASE, "Termijn": None, "Besluit": None, "Zaak@odata.count": 3}))
    assert record.field("due") is None
    assert record.links == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [("Onderwerp", 5), ("Volgnummer", "5"), ("Volgnummer", True), ("Volgnummer", 10**30), ("Afgedaan", "ja"),
     ("Termijn", "morgen"), ("Termijn", "2025-06-25T23:30:00Z"), ("Besluit", "x"), ("Besluit", [[]])],
)  # fmt: skip
def test_a_value_of_a_wrong_type_is_left_out_and_told(name: str, value: object) -> None:
    file = read_json({**CASE, name: value})
    assert [i.code for i in file.issues] == ["REGISTER-FIELD-TYPE"]
    assert all(f.name != name for f in only(file).fields)


def test_the_placeholder_of_a_missing_day_is_none() -> None:
    assert only(read_json({**CASE, "Termijn": "0001-01-01T00:00:00Z"})).field("due") is None


def test_a_name_that_stands_twice_is_left_out_when_the_values_differ() -> None:
    text = json.dumps(CASE)[:-1] + ', "Soort": "Brief", "Nummer": "2025Z13436"}'
    file = read(text, "x.json")
    assert only(file).field("kind") is None
    assert only(file).value("identifier") == "2025Z13436"
    assert [i.code for i in file.issues] == ["REGISTER-FIELD-DOUBLE"]


def test_a_byte_order_mark_is_no_harm() -> None:
    assert only(read(b"\xef\xbb\xbf" + json.dumps(CASE).encode(), "x.json")).key == GUID


@pytest.mark.parametrize(
    ("text", "says"),
    [('{"Id": "x', "not valid JSON"), ("[NaN]", "is no number"), ("", "empty"), ("[]", "no entities"),
     ("5", "no entities"), ("[" * 100_000, "nested too deeply"),
     ('{"a": 1, "b": 2}', "no kind that is read"), ("[[1], 2]", "no kind that is read"),
     ('{"value": [{"Id": "x", "Functie": "Lid", "Van": "2023-12-06"}]}', "no kind that is read"),
     ('{"@odata.context": "$metadata#Reservering", "value": [{"Id": "x"}]}', "Reservering, which aren't read"),
     ('{"error": {"code": ""}}', "an error that the OData service gave")],
)  # fmt: skip
def test_what_is_no_odata_is_refused_with_a_clear_word(text: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(text, "x.json")


def test_the_schema_of_the_service_is_refused() -> None:
    with pytest.raises(ReadError, match="schema of an OData service"):
        read('<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"/>')


@pytest.mark.parametrize("text", [METADATA[:200], OWMS[:90], sru(sru_record("sru", "kst-1-2"))[:150], ATOM[:300]])
def test_cut_off_xml_is_refused(text: str) -> None:
    with pytest.raises(ReadError, match="well-formed"):
        read(text)


@pytest.mark.parametrize(("name", "data"), [("x.md", "# Verslag"), ("x.txt", "[1] noot"), ("x.xml", "<kamerstuk/>")])
def test_papers_are_no_register_files(name: str, data: str) -> None:
    assert read_record_file(make_source(name, data.encode())) is None


@pytest.mark.real
def test_real_register_files_have_no_unknown_fields(shared: Path) -> None:
    paths = [*(shared / "corpus/odata").glob("*_page_*.json"), *(shared / "corpus/odata/zaak").glob("*.json")]
    assert len(paths) >= 80
    for path in paths:
        file = read(path.read_bytes(), path.name)
        assert file.records, path.name
        assert file.unknown == (), path.name
