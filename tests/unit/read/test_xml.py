"""Official XML and other XML: the text that is built, the parts that are known, what is refused."""

import pytest

from sovgraph.errors import ReadError
from sovgraph.read import Text, make_source, read_source

PAPER = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <metadata>
    <meta name="DC.identifier" scheme="OVERHEIDop.ParlID" content="kst-39600-XVI-12"/>
    <meta name="OVERHEIDop.indiener" scheme="" content="A.B. Appel"/>
    <meta name="OVERHEIDop.indiener" scheme="" content="P. Peer"/>
  </metadata>
  <kamerstuk>
    <kamerstukkop>
      <tekstregel inhoud="vergaderjaar">Vergaderjaar 2031-2032</tekstregel>
      <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
      <tekstregel inhoud="kamernummer">2</tekstregel>
    </kamerstukkop>
    <dossier>
      <dossiernummer>
        <dossiernr>39 600</dossiernr>
        <begrotingshoofdstuk>XVI</begrotingshoofdstuk>
      </dossiernummer>
      <titel>Begroting van <inf>het</inf> fruit</titel>
    </dossier>
    <dossier>
      <dossiernummer><dossiernr>21 501</dossiernr>-<raadnr>02</raadnr></dossiernummer><titel>Raad</titel>
    </dossier>
    <stuk>
      <stuknr>Nr. <ondernummer kamer="2">12</ondernummer></stuknr>
      <titel>MOTIE VAN HET LID APPEL</titel>
      <datumtekst>Voorgesteld <datum isodatum="2031-10-09">9 oktober 2031</datum></datumtekst>
      <algemeen><vrije-tekst><tekst status="goed">
        <al>De Kamer,</al>
        <al>overwegende dat er peren<noot id="n1" type="voet"><noot.nr>1</noot.nr>
          <noot.al>Zie de lijst.</noot.al></noot> zijn;</al>
        <al-groep><al>verzoekt de regering om</al>
          <lijst><li><li.nr>1.</li.nr><al>te plukken (<extref doc="kst-1-2">39 600, nr. 3</extref>);</al></li></lijst>
        </al-groep>
        <table><tgroup><tbody><row><entry>a</entry><entry>b</entry></row></tbody></tgroup></table>
        <al>en gaat over tot de orde van de dag.</al>
        <al-groep><al>Appel</al><al>Peer</al></al-groep>
      </tekst></vrije-tekst></algemeen>
    </stuk>
  </kamerstuk>
</officiele-publicatie>"""

TEXT = """Vergaderjaar 2031-2032

Tweede Kamer der Staten-Generaal 2

39 600 XVI

Begroting van het fruit

21 501-02

Raad

Nr. 12

MOTIE VAN HET LID APPEL

Voorgesteld 9 oktober 2031

De Kamer,

overwegende dat er peren¹ zijn;

verzoekt de regering om

1. te plukken (39 600, nr. 3);

a

b

en gaat over tot de orde van de dag.

Appel

Peer

¹ Zie de lijst."""


def read(data: str | bytes) -> Text:
    raw = data.encode("utf-8") if isinstance(data, str) else data
    return read_source(make_source("paper.xml", raw))


def test_the_text_of_an_official_paper() -> None:
    assert read(PAPER).text == TEXT


def test_every_part_states_its_role() -> None:
    text = read(PAPER)
    parts = [(p.role, p.span.of(text.text), p.value) for p in text.parts]
    for expected in [
        ("dossier", "39 600 XVI", "39600"),
        ("suffix", "39 600 XVI", "XVI"),
        ("suffix", "21 501-02", "02"),
        ("number", "12", "12"),
        ("date", "9 oktober 2031", "2031-10-09"),
        ("note_anchor", "¹", "1"),
        ("note_body", " Zie de lijst.".strip(), "1"),
        ("list_item", "1. te plukken (39 600, nr. 3);", "1."),
        ("cell", "a", ""),
    ]:
        assert expected in parts


def test_signatures_in_a_group_stay_together() -> None:
    text = read(PAPER)
    groups = {p.span.of(text.text): p.group for p in text.parts}
    assert groups["Appel"] == groups["Peer"] != groups["De Kamer,"]


def test_metadata_keeps_repeated_names() -> None:
    assert [v for n, v in read(PAPER).fields if n == "OVERHEIDop.indiener"] == ["A.B. Appel", "P. Peer"]


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b"\xef\xbb\xbf\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf\n"])
def test_marks_before_the_declaration(mark: bytes) -> None:
    assert read(mark + PAPER.encode("utf-8")).text == TEXT


def test_twice_encoded_letters_are_made_right() -> None:
    once = "\ufeff<?xml version='1.0'?><handelingen><al>Één motie’s</al></handelingen>".encode()
    twice = b"".join(
        chr(b).encode() if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes((b,)).decode("cp1252").encode() for b in once
    )
    text = read(twice)
    assert text.text == "Één motie’s"
    assert [i.code for i in text.issues] == ["READ-TWICE-ENCODED"]


def test_other_xml_gives_all_its_words() -> None:
    text = read(
        "<vlos xmlns='http://example.org/v'><spreker><naam>De voorzitter</naam>:</spreker>"
        "<alinea>Ik\n open (\n <b>nu</b>\n ).</alinea><kop><label>Artikel</label><nr>2</nr></kop><leeg/></vlos>"
    )
    assert text.text == "De voorzitter:\n\nIk open (nu).\n\nArtikel 2"
    assert text.kind == "vlos"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (PAPER[:900], "line .*not well-formed"),
        ("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "line 2: <!DOCTYPE found"),
        ("<a>" * 3_000 + "</a>" * 3_000, "not well-formed"),
        ("<a><b/></a>", "no text in it"),
        ("<?xml version='1.0' encoding='klingon'?><a>x</a>", "encoding is klingon"),
    ],
)
def test_refused(data: str, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(data)


def test_files_outside_are_not_opened() -> None:
    with pytest.raises(ReadError, match="DOCTYPE"):
        read("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><a>&x;</a>")


@pytest.mark.parametrize("name", ["undefined", "punycode", "unicode_escape", "hex", "nonsense"])
def test_an_encoding_that_no_paper_has_is_refused(name: str) -> None:
    data = f'<?xml version="1.0" encoding="{name}"?><a>\\ud800 99z-zz</a>'.encode()
    with pytest.raises(ReadError, match="says its encoding is"):
        read_source(make_source("a.xml", data))
