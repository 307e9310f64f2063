"""Word documents: every construct that changes the words, with each paragraph's place. All papers are nagebootst."""

import io
import re
import zipfile
from collections.abc import Iterable

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sovgraph.errors import ReadError
from sovgraph.model import Document
from sovgraph.read import Text, make_source, read_source
from sovgraph.structure import structure_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pack(parts: dict[str, str], types: str = "<Types/>") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", types)
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def root(tag: str, inner: str, namespace: str = W) -> str:
    return f'<w:{tag} xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:wps="{WPS}">{inner}</w:{tag}>'


def document(body: str, namespace: str = W, **parts: str) -> bytes:
    """A package with this body; other parts by name ("numbering", "footnotes", ...)."""
    named = {f"word/{name}.xml": root(name, inner, namespace) for name, inner in parts.items()}
    return pack({"word/document.xml": root("document", f"<w:body>{body}</w:body>", namespace), **named})


def read(data: bytes) -> Text:
    return read_source(make_source("stuk.bin", data))


def read_document(data: bytes) -> Document:
    return structure_document(make_source("stuk.bin", data))


def text_of(body: str, **parts: str) -> str:
    return read(document(body, **parts)).text


def p(inner: str, properties: str = "") -> str:
    inner = inner if "<" in inner else f'<w:r><w:t xml:space="preserve">{inner}</w:t></w:r>'
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inner}</w:p>"


def r(inner: str, properties: str = "") -> str:
    inner = inner if "<" in inner else f'<w:t xml:space="preserve">{inner}</w:t>'
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def level(index: int, form: str, text: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def style(name: str, properties: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return f'<w:style w:type="{kind}" w:styleId="{name}">{based}<w:pPr>{properties}</w:pPr></w:style>'


def counted(number: int = 1, depth: int | None = None) -> str:
    level = f'<w:ilvl w:val="{depth}"/>' if depth is not None else ""
    return f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>'


def item(text: str, number: int = 1, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def abstract(name: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def num(name: int, of: int, override: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{override}</w:num>'


def lines(data: str) -> list[str]:
    return data.split("\n\n")


def issues(text: Text) -> dict[str, str]:
    return {issue.code: issue.message for issue in text.issues}


# --- words of a paragraph


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        (r("Een ") + r("vet", "<w:b/>") + r(" woord"), "Een vet woord"),
        (r("<w:t>zonder</w:t>") + r("<w:t> rand </w:t>") + r("<w:t>blanco</w:t>"), "zonderrandblanco"),
        (r("1.<w:tab/>Kunt u".replace("1.", "<w:t>1.</w:t>").replace("Kunt u", "<w:t>Kunt u</w:t>")), "1.\tKunt u"),
        (r("<w:t>regel</w:t><w:br/><w:t>regel</w:t><w:cr/><w:t>slot</w:t>"), "regel\nregel\nslot"),
        (r("<w:t>32</w:t><w:noBreakHyphen/><w:t>317</w:t>"), "32\u2011317"),
        (r("<w:t>samen</w:t><w:softHyphen/><w:t>stelling</w:t>"), "samenstelling"),
        (r('<w:sym w:font="Wingdings" w:char="F0FE"/>') + r(" akkoord"), "☒ akkoord"),
        (r('<w:sym w:font="Symbol" w:char="F0B7"/>') + r(" punt"), "• punt"),
        (r('<w:sym w:font="Times" w:char="00A7"/>') + r(" 2"), "§ 2"),
        ("<w:hyperlink>" + r("de koppeling") + "</w:hyperlink>" + r(" verder"), "de koppeling verder"),
        ("<w:smartTag>" + r("Den Haag") + "</w:smartTag>", "Den Haag"),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + r("ingevuld") + "</w:sdtContent></w:sdt>", "ingevuld"),
        ('<w:fldSimple w:instr="DATE">' + r("3 maart 2031") + "</w:fldSimple>", "3 maart 2031"),
        (r("brief van de minister", "<w:caps/>"), "BRIEF VAN DE MINISTER"),
        (r("gewoon", '<w:caps w:val="0"/>'), "gewoon"),
        (r("20 m") + r("2", '<w:vertAlign w:val="superscript"/>'), "20 m²"),
        (r("de 5") + r("e", '<w:vertAlign w:val="superscript"/>'), "de 5e"),
        (r("CO") + r("2", '<w:vertAlign w:val="subscript"/>'), "CO2"),
        ("<w:ins>" + r("bij") + "</w:ins><w:del>" + r("<w:delText>af</w:delText>") + "</w:del>" + r("een"), "bijeen"),
        (r("<w:ruby><w:rt>" + r("boven") + "</w:rt><w:rubyBase>" + r("grond") + "</w:rubyBase></w:ruby>"), "grond"),
        (r("teken \ue0007\ue001 van een ander"), "teken \ufffd7\ufffd van een ander"),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(inner: str, printed: str) -> None:
    assert text_of(p(inner)) == printed


def mark(kind: str) -> str:
    return r(f'<w:fldChar w:fldCharType="{kind}"/>')


def field(code: str, result: str) -> str:
    return mark("begin") + r(f"<w:instrText>{code}</w:instrText>") + mark("separate") + result + mark("end")


def test_of_a_field_only_the_result_is_printed() -> None:
    nested = field("IF", r("Pagina ") + field("PAGE", r("3")))
    assert text_of(p(r("a ") + field("DOCPROPERTY datum", r("26 augustus 2031")) + r(" b"))) == "a 26 augustus 2031 b"
    assert text_of(p(nested)) == "Pagina 3"


def test_a_field_without_an_end_hides_nothing() -> None:
    assert text_of(p(mark("begin") + r("zichtbaar")) + p("ook")) == "zichtbaar\n\nook"


def test_blocks_stand_apart_by_a_blank_line_with_their_paths() -> None:
    table = "<w:tbl><w:tr><w:tc>" + p("a") + "</w:tc><w:tc>" + p("b") + p("c") + "</w:tc></w:tr></w:tbl>"
    read_text = read(
        document(p("een") + p("") + table + p("twee") + "<w:sdt><w:sdtContent>" + p("drie") + "</w:sdtContent></w:sdt>")
    )
    assert lines(read_text.text) == ["een", "a", "b", "c", "twee", "drie"]
    assert [(place.path, place.span.of(read_text.text)) for place in read_text.places] == [
        ("/document/body/p[1]", "een"),
        ("/document/body/tbl[1]/tr[1]/tc[1]/p[1]", "a"),
        ("/document/body/tbl[1]/tr[1]/tc[2]/p[1]", "b"),
        ("/document/body/tbl[1]/tr[1]/tc[2]/p[2]", "c"),
        ("/document/body/p[3]", "twee"),
        ("/document/body/sdt[1]/sdtContent[1]/p[1]", "drie"),
    ]
    assert [part.role for part in read_text.parts] == ["paragraph", "cell", "cell", "cell", "paragraph", "paragraph"]


def test_a_path_finds_its_paragraph() -> None:
    data = document(p("een") + "<w:tbl><w:tr><w:tc>" + p("cel") + "</w:tc></w:tr></w:tbl>" + p("slot"))
    tree = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    found = read(data)
    for place in found.places:
        steps = re.sub(r"/(\w+)(?=[/\[]|$)", r"/*[local-name()='\1']", place.path)
        (element,) = tree.xpath(steps)
        assert "".join(element.itertext()) == place.span.of(found.text)


def test_headings_by_style_or_outline() -> None:
    styles = style("Kop1", '<w:outlineLvl w:val="0"/>') + style("Mijn", based_on="Kop1")
    body = p("Kop", '<w:pStyle w:val="Mijn"/>') + p("Ook", '<w:outlineLvl w:val="2"/>') + p("Niet")
    assert [part.role for part in read(document(body, styles=styles)).parts] == ["heading", "heading", "paragraph"]


def test_text_boxes_come_after_their_paragraph_and_once() -> None:
    inside = "<w:txbxContent>" + p("in het kader") + "</w:txbxContent>"
    box = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing>'
        "</mc:Choice>"
        f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    found = read(document(p(r("voor ") + r(box) + r("na")) + p("verder")))
    assert lines(found.text) == ["voor na", "in het kader", "verder"]
    assert found.places[1].path.startswith("/document/body/p[1]/r[2]/AlternateContent[1]/Choice[1]/drawing[1]")


# --- automatic numbers


def test_numbers_of_a_list_are_printed_and_kept() -> None:
    numbering = abstract(0, level(0, "decimal", "%1.")) + num(1, 0)
    found = read(document(item("Kunt u?") + p("tussen") + item("Waarom?"), numbering=numbering))
    assert lines(found.text) == ["1. Kunt u?", "tussen", "2. Waarom?"]
    assert [(part.role, part.value) for part in found.parts] == [
        ("list_item", "1."),
        ("paragraph", ""),
        ("list_item", "2."),
    ]


@pytest.mark.parametrize(
    ("form", "text", "start", "labels"),
    [
        ("decimal", "Vraag %1", 1, ["Vraag 1", "Vraag 2"]),
        ("decimal", "%1)", 9, ["9)", "10)"]),
        ("decimalZero", "%1", 9, ["09", "10"]),
        ("lowerLetter", "%1.", 26, ["z.", "aa."]),
        ("upperLetter", "(%1)", 1, ["(A)", "(B)"]),
        ("lowerRoman", "%1", 3, ["iii", "iv"]),
        ("upperRoman", "%1.", 9, ["IX.", "X."]),
        ("ordinal", "%1", 1, ["1e", "2e"]),
        ("bullet", "\uf0b7", 1, ["•", "•"]),
        ("bullet", "–", 1, ["–", "–"]),
        ("none", "", 1, ["", ""]),
        ("lowerLetter", "%1", 999_999_999, ["999999999", "1000000000"]),
    ],
)
def test_forms_of_numbers(form: str, text: str, start: int, labels: list[str]) -> None:
    numbering = abstract(0, level(0, form, text, start)) + num(1, 0)
    found = read(document(item("a") + item("b"), numbering=numbering))
    assert lines(found.text) == [f"{label} {word}".strip() for label, word in zip(labels, "ab", strict=True)]


def test_levels_count_together_and_begin_anew() -> None:
    numbering = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)")
    ) + num(1, 0)
    body = item("a") + item("b", depth=1) + item("c", depth=1) + item("d", depth=2) + item("e") + item("f", depth=1)
    assert lines(text_of(body, numbering=numbering)) == ["I. a", "I.1 b", "I.2 c", "a) d", "II. e", "II.1 f"]


def test_legal_numbers_are_figures_and_a_level_may_never_begin_anew() -> None:
    levels = level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", 1, '<w:lvlRestart w:val="0"/><w:isLgl/>')
    body = item("a") + item("b", depth=1) + item("c") + item("d", depth=1)
    assert lines(text_of(body, numbering=abstract(0, *levels) + num(1, 0))) == ["I a", "1.1 b", "II c", "2.2 d"]


def test_two_numbers_of_one_list_go_on_unless_one_begins_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerLetter", "%1)", 2)}</w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, anew) + abstract(1) + num(4, 1, own)
    )
    body = item("a") + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 4)
    assert lines(text_of(body, numbering=numbering)) == ["1. a", "2. b", "5. c", "6. d", "b) e"]


def test_numbers_come_by_style_and_are_taken_away_by_zero() -> None:
    styles = style("Vraag", counted(1)) + style("Deel", '<w:numPr><w:ilvl w:val="1"/></w:numPr>', "Vraag")
    numbering = abstract(
        0, level(0, "decimal", "Vraag %1", 1, '<w:pStyle w:val="Vraag"/>'), level(1, "lowerLetter", "%2.")
    ) + num(1, 0)
    body = (
        p("een", '<w:pStyle w:val="Vraag"/>')
        + p("deel", '<w:pStyle w:val="Deel"/>')
        + p("los", '<w:pStyle w:val="Vraag"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + p("twee", '<w:pStyle w:val="Vraag"/>')
    )
    assert lines(text_of(body, numbering=numbering, styles=styles)) == ["Vraag 1 een", "a. deel", "los", "Vraag 2 twee"]


def test_a_list_may_be_only_the_name_of_another() -> None:
    styles = style("Lijst", counted(2), kind="numbering")
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Lijst"/></w:abstractNum>'
        + abstract(1, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 1)
    )  # fmt: skip
    assert lines(text_of(item("a", 1) + item("b", 2), numbering=numbering, styles=styles)) == ["1. a", "2. b"]


def test_an_empty_paragraph_prints_its_number_but_no_lone_bullet() -> None:
    numbering = (
        abstract(0, level(0, "decimal", "Vraag %1")) + num(1, 0) + abstract(1, level(0, "bullet", "-")) + num(2, 1)
    )
    body = item("") + p("Kunt u?") + item("", 2)
    assert lines(text_of(body, numbering=numbering)) == ["Vraag 1", "Kunt u?"]


def test_automatic_labels_make_questions_and_answers() -> None:
    numbering = (
        abstract(0, level(0, "decimal", "Vraag %1"))
        + num(1, 0)
        + abstract(1, level(0, "decimal", "Antwoord op vraag %1"))
        + num(2, 1)
    )
    body = p("Vragen van het lid Appel (PvdD) aan de Minister van Financiën over peren (ingezonden 3 maart 2031).")
    for question, answer in (("Kent u de peren?", "Ja."), ("Waarom niet?", "Daarom.")):
        body += item("", 1) + p(question) + item("", 2) + p(answer)
    paper = read_document(document(body, numbering=numbering))
    found = [(e.number, e.question, e.answer) for e in paper.exchanges]
    assert [(n, q and q.of(paper.text), a and a.of(paper.text)) for n, q, a in found] == [
        ("1", "Kent u de peren?", "Ja."),
        ("2", "Waarom niet?", "Daarom."),
    ]


# --- notes


def note(kind: str, name: int, inner: str, more: str = "") -> str:
    return f'<w:{kind} w:id="{name}"{more}>{inner}</w:{kind}>'


def test_notes_are_marked_in_the_text_and_printed_at_the_end() -> None:
    foot = note("footnote", -1, p("-"), ' w:type="separator"') + note(
        "footnote", 2, p(r("<w:footnoteRef/>") + r(" Zie de lijst."))
    )
    end = note("endnote", 3, p("Slotnoot.") + p("Tweede alinea."))
    body = p(
        r("peren ") + r('<w:footnoteReference w:id="2"/>') + r(" zijn") + r('<w:endnoteReference w:id="3"/>') + r(".")
    )
    found = read(document(body, footnotes=foot, endnotes=end))
    assert found.text == "peren¹ zijnⁱ.\n\n¹ Zie de lijst.\n\nⁱ Slotnoot.\nTweede alinea."
    roles = [(part.role, part.span.of(found.text), part.value) for part in found.parts]
    assert ("note_anchor", "¹", "1") in roles
    assert ("note_anchor", "ⁱ", "i") in roles
    assert ("note_body", "Zie de lijst.", "1") in roles
    assert ("note", "¹ Zie de lijst.", "") in roles
    assert [place.path for place in found.places] == [
        "/document/body/p[1]",
        "word/footnotes.xml#/footnotes/footnote[2]/p[1]",
        "word/endnotes.xml#/endnotes/endnote[1]/p[1]|word/endnotes.xml#/endnotes/endnote[1]/p[2]",
    ]


def test_marks_of_notes_follow_the_settings_or_the_writer() -> None:
    foot = note("footnote", 1, p("een")) + note("footnote", 2, p("twee")) + note("footnote", 3, p("drie"))
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr>'
    custom = r('<w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t>')
    body = p(
        r("a")
        + r('<w:footnoteReference w:id="1"/>')
        + r(" b")
        + custom
        + r(" c")
        + r('<w:footnoteReference w:id="3"/>')
    )
    assert text_of(body, footnotes=foot, settings=settings) == "aᵇ b* cᶜ\n\nᵇ een\n\n* twee\n\nᶜ drie"


def test_a_note_of_a_paper_is_tied_to_its_mark_beside_notes_typed_by_hand() -> None:
    body = p(r("Dit staat in de krant [1] en in de wet") + r('<w:footnoteReference w:id="2"/>') + r(".")) + p(
        "[1] Krant, 3 maart 2031."
    )
    paper = read_document(document(body, footnotes=note("footnote", 2, p("Wet, 2031."))))
    assert [(n.body.of(paper.text), [a.of(paper.text) for a in n.anchors]) for n in paper.notes] == [
        ("Krant, 3 maart 2031.", ["[1]"]),
        ("Wet, 2031.", ["¹"]),
    ]
    assert "NOTE-DUPLICATE" not in {issue.code for issue in paper.issues}


def test_a_reference_to_a_note_that_is_not_there_prints_nothing() -> None:
    assert text_of(p(r("a") + r('<w:footnoteReference w:id="9"/>'))) == "a"


# --- what is left out, and said


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        p("<w:ins>" + r("nieuw ") + "</w:ins>" + r("woord"))
        + p(r("eerste "), "<w:rPr><w:del/></w:rPr>")
        + p("<w:moveFrom>" + r("weg") + "</w:moveFrom>" + r("tweede"))
        + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("rij") + "</w:tc></w:tr></w:tbl>"
        + p("<w:moveTo>" + r("hier") + "</w:moveTo>")
    )  # fmt: skip
    found = read(document(body))
    assert lines(found.text) == ["nieuw woord", "eerste tweede", "hier"]
    assert found.places[1].path == "/document/body/p[2]|/document/body/p[3]"
    assert issues(found) == {
        "READ-TRACKED-CHANGES": "changes are tracked; the text is read as accepted (2 deletions, 1 insertions, 1 moves)"
    }


def test_a_deleted_end_of_the_last_paragraph_loses_no_words() -> None:
    assert text_of(p("slot", "<w:rPr><w:del/></w:rPr>")) == "slot"


def test_numbers_of_joined_paragraphs_stand_at_the_front() -> None:
    joined = p("een ", '<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>') + item("twee") + item("drie")
    assert lines(text_of(joined, numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0))) == [
        "1. een twee",
        "2. drie",
    ]


def test_hidden_text_and_comments_are_left_out_and_said() -> None:
    styles = '<w:style w:type="character" w:styleId="Geheim"><w:rPr><w:vanish/></w:rPr></w:style>'
    body = p(
        r("open ")
        + r("dicht", "<w:vanish/>")
        + r("ook", '<w:rStyle w:val="Geheim"/>')
        + r("slot", '<w:vanish w:val="0"/>')
    )
    found = read(document(body, styles=styles, comments='<w:comment w:id="1">' + p("let op") + "</w:comment>"))
    assert found.text == "open slot"
    assert issues(found) == {
        "READ-COMMENTS": "comments are left out of the text (1 comments)",
        "READ-HIDDEN-TEXT": "hidden text is left out (2 pieces)",
    }


def test_an_embedded_document_is_said() -> None:
    assert "READ-PART-LEFT-OUT" in issues(read(document(p("tekst") + "<w:altChunk/>")))


def test_of_heads_and_feet_only_the_official_number_is_kept_once() -> None:
    foot = (
        p("kst-39500-7")
        + p("ISSN 0921 - 7371")
        + p(r("<w:t>Tweede Kamer, vergaderjaar 2031–2032, 39 500, nr. 7</w:t><w:tab/><w:t>3</w:t>"))
    )
    relations = "".join(f'<Relationship Id="r{i}" Type="{REL}/footer" Target="footer{i}.xml"/>' for i in (1, 2))
    parts = {
        "word/document.xml": root("document", "<w:body>" + p("Brief over peren.") + "</w:body>"),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>",
        "word/footer1.xml": root("ftr", foot),
        "word/footer2.xml": root("ftr", foot),
    }
    found = read(pack(parts))
    assert found.text == "Brief over peren.\n\nkst-39500-7\nTweede Kamer, vergaderjaar 2031–2032, 39 500, nr. 7"
    assert read_document(pack(parts)).meta.paper_id == "kst-39500-7"


# --- packages


def test_the_main_part_is_found_by_its_relation_and_strict_files_are_read() -> None:
    relations = (
        f'<Relationships><Relationship Id="r1" Type="{REL}/officeDocument" Target="/word/ander.xml"/></Relationships>'
    )
    body = f"<w:body>{p('tekst')}</w:body>"
    assert read(pack({"_rels/.rels": relations, "word/ander.xml": root("document", body)})).text == "tekst"
    assert read(document(p("streng"), namespace=STRICT)).text == "streng"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pack({"word/styles.xml": root("styles", "")}), "word/document.xml: no document part"),
        (pack({"word/document.xml": root("styles", "")}), "without body"),
        (pack({"word/document.xml": "<w:document>"}), "not well-formed"),
        (pack({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DOCTYPE"),
        (document(""), "no text in it"),
        (document(p("tekst"))[:300], "damaged zip"),
        (pack({"xl/workbook.xml": "<a/>"}), "Excel workbook"),
        (pack({"ppt/presentation.xml": "<a/>"}), "PowerPoint presentation"),
        (pack({"foto.jpg": "x"}), "a zip that is no DOCX or ODT"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "old Word"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Office"),
    ],
)
def test_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(data)


def test_a_document_of_python_docx_is_read() -> None:
    made = docx.Document()
    made.add_heading("Inleiding", 1)
    made.add_paragraph("Kunt u dit toelichten?", style="List Number")
    made.add_paragraph("Waarom?", style="List Number")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Datum", "3 maart 2031"
    target = io.BytesIO()
    made.save(target)
    found = read(target.getvalue())
    assert lines(found.text) == ["Inleiding", "1. Kunt u dit toelichten?", "2. Waarom?", "Datum", "3 maart 2031"]
    assert [part.role for part in found.parts] == ["heading", "list_item", "list_item", "cell", "cell"]


WORDS = st.lists(st.text("abcdefgh éëÄ-‑’1234", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=12)


@given(WORDS)
def test_paragraphs_come_back_with_their_places(paragraphs: list[str]) -> None:
    found = read(document("".join(p(text) for text in paragraphs)))
    wanted = [re.sub(" {2,}", " ", text).strip(" ") for text in paragraphs]
    assert lines(found.text) == wanted
    assert [(place.path, place.span.of(found.text)) for place in found.places] == [
        (f"/document/body/p[{i}]", text) for i, text in enumerate(wanted, 1)
    ]


WHOLE = document(
    item("een") + p(r("noot") + r('<w:footnoteReference w:id="2"/>')) + p(field("PAGE", r("1"))),
    numbering=abstract(0, level(0, "decimal", "%1.")) + num(1, 0),
    footnotes=note("footnote", 2, p("Zie.")),
)


def damaged(data: bytes, changes: Iterable[tuple[int, int]], cut: int) -> bytes:
    changed = bytearray(data)
    for place, value in changes:
        changed[place % len(changed)] = value
    return bytes(changed[: cut % len(changed) + 1])


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=8), st.integers(0, 10_000))
def test_damaged_bytes_give_text_or_a_read_error(changes: list[tuple[int, int]], cut: int) -> None:
    for data in (damaged(WHOLE, changes, cut), damaged(WHOLE, changes, len(WHOLE) - 1)):
        try:
            assert read(b"PK\x03\x04" + data[4:]).text
        except ReadError as error:
            assert "stuk.bin" in str(error)


@given(st.lists(st.tuples(st.integers(0, 10_000), st.sampled_from(list(b'0123456789<>/=" wpr-'))), max_size=6))
def test_damaged_xml_gives_text_or_a_read_error(changes: list[tuple[int, int]]) -> None:
    parts = {
        i.filename: zipfile.ZipFile(io.BytesIO(WHOLE)).read(i) for i in zipfile.ZipFile(io.BytesIO(WHOLE)).infolist()
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, damaged(data, changes, len(data) - 1))
    try:
        assert read(target.getvalue()).text
    except ReadError as error:
        assert "stuk.bin" in str(error)
