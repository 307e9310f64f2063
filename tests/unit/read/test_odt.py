"""OpenDocument: every construct that changes the words, with each paragraph's place. All papers are nagebootst."""

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odf import text as odf_text
from odf.opendocument import OpenDocumentText
from odf.style import ListLevelProperties

from sovgraph.errors import ReadError
from sovgraph.read import Text, make_source, read_source
from sovgraph.structure import structure_document

NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMES.items())
TYPE = "application/vnd.oasis.opendocument.text"


def pack(parts: dict[str, str], kind: str = TYPE) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def content(body: str, styles: str = "") -> str:
    return (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )


def document(body: str, styles: str = "", common: str = "") -> bytes:
    parts = {"content.xml": content(body, styles)}
    if common:
        parts["styles.xml"] = f"<office:document-styles {SPACES}>{common}</office:document-styles>"
    return pack(parts)


def read(data: bytes) -> Text:
    return read_source(make_source("stuk.bin", data))


def lines(body: str, styles: str = "", common: str = "") -> list[str]:
    return read(document(body, styles, common)).text.split("\n\n")


def p(inner: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>' if style else f"<text:p>{inner}</text:p>"


def listed(*items: str, style: str = "L", more: str = "") -> str:
    named = f' text:style-name="{style}"' if style else ""
    return (
        f"<text:list{named}{more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"
    )


def number(level: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def look(name: str, properties: str, family: str = "text", more: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {more}><style:text-properties {properties}/>'
        "</style:style>"
    )


LOOKS = (
    look("T1", 'text:display="none"')
    + look("T2", 'fo:text-transform="uppercase"')
    + look("T3", 'style:text-position="super 58%"')
    + look("T4", 'style:text-position="-25% 58%"')
    + look("T5", 'fo:font-weight="bold"', more='style:parent-style-name="T1"')
)


@pytest.mark.parametrize(
    ("inner", "printed"),
    [
        ("Een <text:span>vet</text:span> woord", "Een vet woord"),
        ("\n   Een\n  regel  met   blanco ", "Een regel met blanco"),
        ('1.<text:tab/>Kunt<text:s text:c="3"/>u', "1.\tKunt u"),
        ("regel<text:line-break/>\n  regel", "regel\nregel"),
        ("<text:a>de koppeling</text:a> verder", "de koppeling verder"),
        ('<text:date office:date-value="2031-03-03">3 maart 2031</text:date>', "3 maart 2031"),
        ('<text:bookmark text:name="b"/>woord<text:soft-page-break/>en', "woorden"),
        ("samen\u00adstelling", "samenstelling"),
        ('<text:span text:style-name="T2">brief</text:span>', "BRIEF"),
        ('20 m<text:span text:style-name="T3">2</text:span>', "20 m²"),
        ('CO<text:span text:style-name="T4">2</text:span>', "CO2"),
        (
            "<text:ruby><text:ruby-base>grond</text:ruby-base><text:ruby-text>boven</text:ruby-text></text:ruby>",
            "grond",
        ),
        ("teken \ue0007\ue001", "teken \ufffd7\ufffd"),
        ('veel<text:s text:c="999999999"/>blanco', "veel blanco"),
    ],
)
def test_the_words_of_a_paragraph(inner: str, printed: str) -> None:
    assert read(document(p(inner), LOOKS)).text == printed


def test_blocks_stand_apart_by_a_blank_line_with_their_paths() -> None:
    table = (
        "<table:table><table:table-column/><table:table-row><table:table-cell>" + p("a") + "</table:table-cell>"
        "<table:covered-table-cell/><table:table-cell>" + p("b") + "</table:table-cell></table:table-row></table:table>"
    )
    body = (
        f'<text:h text:outline-level="1">Kop</text:h>{p("een")}{p("")}{table}<text:section>{p("twee")}</text:section>'
    )
    found = read(document(body))
    assert [(part.role, part.span.of(found.text)) for part in found.parts] == [
        ("heading", "Kop"),
        ("paragraph", "een"),
        ("cell", "a"),
        ("cell", "b"),
        ("paragraph", "twee"),
    ]
    assert found.text == "Kop\n\neen\n\na\n\nb\n\ntwee"
    assert [place.path for place in found.places] == [
        "/document-content/body/text/h[1]",
        "/document-content/body/text/p[1]",
        "/document-content/body/text/table[1]/table-row[1]/table-cell[1]/p[1]",
        "/document-content/body/text/table[1]/table-row[1]/table-cell[2]/p[1]",
        "/document-content/body/text/section[1]/p[1]",
    ]


def test_frames_come_after_their_paragraph_without_their_description() -> None:
    box = f"<draw:text-box>{p('in het kader')}</draw:text-box>"
    frame = f"<draw:frame>{box}<svg:desc>foto van een peer</svg:desc></draw:frame>"
    assert lines(p(f"voor {frame}na") + p("verder")) == ["voor na", "in het kader", "verder"]


@pytest.mark.parametrize(
    ("form", "more", "labels"),
    [
        ("1", 'style:num-suffix="."', ["1.", "2."]),
        ("1", 'style:num-prefix="Vraag " text:start-value="9"', ["Vraag 9", "Vraag 10"]),
        ("a", 'style:num-suffix=")" text:start-value="26"', ["z)", "aa)"]),
        ("a", 'text:start-value="27"', ["aa", "ab"]),
        ("a", 'text:start-value="27" style:num-letter-sync="true"', ["aa", "bb"]),
        ("A", "", ["A", "B"]),
        ("i", 'text:start-value="3"', ["iii", "iv"]),
        ("I", 'style:num-suffix="."', ["I.", "II."]),
        ("", "", ["", ""]),
    ],
)
def test_forms_of_numbers(form: str, more: str, labels: list[str]) -> None:
    found = lines(listed(p("a"), p("b")), list_style(number(1, form, more)))
    assert found == [f"{label} {word}".strip() for label, word in zip(labels, "ab", strict=True)]


def test_bullets_stand_before_their_items() -> None:
    bullets = "".join(
        f'<text:list-level-style-bullet text:level="{i}" text:bullet-char="{sign}"/>'
        for i, sign in ((1, "\uf0b7"), (2, "–"))
    )
    assert lines(listed(p("a") + listed(p("b"), style=""), ""), list_style(bullets)) == ["• a", "– b"]


def test_levels_count_together_and_only_the_first_paragraph_is_numbered() -> None:
    levels = list_style(number(1, "1", 'style:num-suffix="."'), number(2, "a", 'text:display-levels="2"'))
    body = listed(p("a") + p("verder") + listed(p("b"), p("c"), style=""), p("d") + listed(p("e"), style=""))
    assert lines(body, levels) == ["1. a", "verder", "1.a b", "1.b c", "2. d", "2.a e"]


def test_lists_begin_anew_go_on_or_begin_where_they_say() -> None:
    levels = list_style(number(1, "1", 'style:num-suffix="."'))
    more = ' xml:id="een"', ' text:continue-numbering="true"', ' text:continue-list="een"'
    body = (
        listed(p("a"), more=more[0])
        + listed(p("b"))
        + listed(p("c"), more=more[1])
        + listed(p("d"), more=more[2])
        + '<text:list text:style-name="L"><text:list-header><text:p>kop</text:p></text:list-header>'
        + '<text:list-item text:start-value="7"><text:p>e</text:p></text:list-item></text:list>'
    )
    assert lines(body, levels) == ["1. a", "1. b", "2. c", "2. d", "kop", "7. e"]


def test_a_list_may_have_the_style_of_its_paragraphs() -> None:
    styles = list_style(number(1, "1")) + look("P1", "", "paragraph", 'style:list-style-name="L"')
    assert lines(listed(p("a", "P1"), style=""), styles) == ["1 a"]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = "".join(
        f'<text:outline-level-style text:level="{i}" style:num-format="1" text:display-levels="{i}"/>' for i in (1, 2)
    )
    body = "".join(
        f'<text:h text:outline-level="{i}">{word}</text:h>' for i, word in ((1, "a"), (2, "b"), (2, "c"), (1, "d"))
    )
    assert lines(body, common=f"<text:outline-style>{outline}</text:outline-style>") == ["1 a", "1.1 b", "1.2 c", "2 d"]


def test_a_paragraph_that_names_its_list() -> None:
    inside = "<text:number>9</text:number>{}</text:numbered-paragraph>"
    one = f'<text:numbered-paragraph text:list-id="x" text:style-name="L">{inside}'
    assert lines(one.format(p("a")) + p("tussen") + one.format(p("b")), list_style(number(1, "1"))) == [
        "1 a",
        "tussen",
        "2 b",
    ]


def note(kind: str, mark: str, body: str) -> str:
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{mark}</text:note-citation>'
        f"<text:note-body>{body}</text:note-body></text:note>"
    )


def test_notes_are_marked_in_the_text_and_printed_at_the_end() -> None:
    found = read(
        document(p(f"peren {note('footnote', '1', p('Zie de lijst.'))} zijn{note('endnote', 'i', p('Slot.'))}."))
    )
    assert found.text == "peren¹ zijnⁱ.\n\n¹ Zie de lijst.\n\nⁱ Slot."
    roles = [(part.role, part.span.of(found.text), part.value) for part in found.parts]
    assert ("note_anchor", "¹", "1") in roles
    assert ("note_body", "Slot.", "i") in roles
    assert found.places[1].path == "/document-content/body/text/p[1]/note[1]/note-body[1]/p[1]"


def test_tracked_changes_are_read_as_accepted() -> None:
    changes = (
        "<text:tracked-changes><text:changed-region><text:insertion/></text:changed-region>"
        f"<text:changed-region><text:deletion>{p('oud')}</text:deletion></text:changed-region></text:tracked-changes>"
    )
    found = read(
        document(changes + p('<text:change-start text:change-id="c"/>nieuw<text:change-end text:change-id="c"/> woord'))
    )
    assert found.text == "nieuw woord"
    assert [(issue.code, issue.message) for issue in found.issues] == [
        ("READ-TRACKED-CHANGES", "changes are tracked; the text is read as accepted (1 deletions, 1 insertions)")
    ]


def test_hidden_text_and_comments_are_left_out_and_said() -> None:
    body = p(
        'open <text:span text:style-name="T1">dicht</text:span><text:span text:style-name="T5">ook</text:span>slot'
        f"<office:annotation>{p('let op')}</office:annotation><text:hidden-text>weg</text:hidden-text>"
    )
    found = read(document(body + f'<text:section text:display="none">{p("weg")}</text:section>', LOOKS))
    assert found.text == "open slot"
    assert [(issue.code, issue.message) for issue in found.issues] == [
        ("READ-COMMENTS", "comments are left out of the text (1 comments)"),
        ("READ-HIDDEN-TEXT", "hidden text is left out (4 pieces)"),
    ]


def test_of_heads_and_feet_only_the_official_number_is_kept_once() -> None:
    foot = f"<style:footer>{p('kst-39500-7')}{p('Pagina 1')}</style:footer>"
    common = f"<office:master-styles><style:master-page>{foot}</style:master-page></office:master-styles>"
    data = document(p("Brief over peren."), common=common)
    assert read(data).text == "Brief over peren.\n\nkst-39500-7"
    assert structure_document(make_source("brief.odt", data)).meta.paper_id == "kst-39500-7"


def test_automatic_labels_make_questions_and_answers() -> None:
    styles = list_style(number(1, "1", 'style:num-prefix="Vraag "')) + list_style(
        number(1, "1", 'style:num-prefix="Antwoord op vraag "'), name="A"
    )
    body = p("Vragen van het lid Appel (PvdD) aan de Minister van Financiën over peren (ingezonden 3 maart 2031).")
    for question, answer, more in (
        ("Kent u ze?", "Ja.", ""),
        ("Waarom?", "Daarom.", ' text:continue-numbering="true"'),
    ):
        body += listed(p(""), more=more) + p(question) + listed(p(""), style="A", more=more) + p(answer)
    paper = structure_document(make_source("vragen.odt", document(body, styles)))
    found = [(e.number, e.question, e.answer) for e in paper.exchanges]
    assert [(n, q and q.of(paper.text), a and a.of(paper.text)) for n, q, a in found] == [
        ("1", "Kent u ze?", "Ja."),
        ("2", "Waarom?", "Daarom."),
    ]


PROTECTED = "<manifest><file-entry><encryption-data/></file-entry></manifest>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pack({}), "no content.xml"),
        (pack({"content.xml": "<a/>"}), "no <office:text>"),
        (pack({"content.xml": "<a>"}), "not well-formed"),
        (pack({"content.xml": "<!DOCTYPE a><a/>"}), "DOCTYPE"),
        (document(""), "no text in it"),
        (pack({"META-INF/manifest.xml": PROTECTED, "content.xml": "x"}), "protected with a password"),
        (
            pack({"content.xml": "<a/>"}, "application/vnd.oasis.opendocument.spreadsheet"),
            "an OpenDocument spreadsheet",
        ),
        (pack({"content.xml": "<a/>"}, "application/vnd.oasis.opendocument.graphics"), "that is no text"),
        (pack({"content.xml": "<a/>"}, "application/epub+zip"), "EPUB"),
    ],
)
def test_refused(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read(data)


def test_a_template_is_read() -> None:
    assert read(pack({"content.xml": content(p("tekst"))}, f"{TYPE}-template")).text == "tekst"


def test_a_document_of_odfpy_is_read() -> None:
    made = OpenDocumentText()
    style = odf_text.ListStyle(name="Vragen")
    level = odf_text.ListLevelStyleNumber(level="1", numformat="1", numsuffix=".")
    level.addElement(ListLevelProperties(spacebefore="1cm"))
    style.addElement(level)
    made.automaticstyles.addElement(style)
    made.text.addElement(odf_text.H(outlinelevel=1, text="Inleiding"))
    questions = odf_text.List(stylename=style)
    for words in ("Kunt u dit toelichten?", "Waarom?"):
        one = odf_text.ListItem()
        one.addElement(odf_text.P(text=words))
        questions.addElement(one)
    made.text.addElement(questions)
    target = io.BytesIO()
    made.write(target)
    found = read(target.getvalue())
    assert found.text == "Inleiding\n\n1. Kunt u dit toelichten?\n\n2. Waarom?"
    assert [part.role for part in found.parts] == ["heading", "list_item", "list_item"]


WORDS = st.lists(st.text("abcdefgh éëÄ-‑’1234", min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=12)


@given(WORDS)
def test_paragraphs_come_back_with_their_places(paragraphs: list[str]) -> None:
    found = read(document("".join(p(text) for text in paragraphs)))
    wanted = [re.sub(" {2,}", " ", text).strip(" ") for text in paragraphs]
    assert found.text.split("\n\n") == wanted
    assert [(place.path, place.span.of(found.text)) for place in found.places] == [
        (f"/document-content/body/text/p[{i}]", text) for i, text in enumerate(wanted, 1)
    ]


WHOLE = {
    "content.xml": content(listed(p("een"), p(note("footnote", "1", p("Zie.")))), LOOKS + list_style(number(1, "1"))),
    "styles.xml": f"<office:document-styles {SPACES}/>",
}


@given(st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 255)), max_size=8), st.integers(0, 5_000))
def test_damaged_bytes_give_text_or_a_read_error(changes: list[tuple[int, int]], cut: int) -> None:
    data = bytearray(pack(WHOLE))
    for place, value in changes:
        data[place % len(data)] = value
    for damaged in (bytes(data), bytes(data[: cut % len(data) + 1])):
        try:
            assert read(b"PK\x03\x04" + damaged[4:]).text
        except ReadError as error:
            assert "stuk.bin" in str(error)


@given(st.lists(st.tuples(st.integers(0, 5_000), st.sampled_from('0123456789<>/=" text:-')), max_size=6))
def test_damaged_xml_gives_text_or_a_read_error(changes: list[tuple[int, str]]) -> None:
    words = list(WHOLE["content.xml"])
    for place, value in changes:
        words[place % len(words)] = value
    try:
        assert read(pack({**WHOLE, "content.xml": "".join(words)})).text
    except ReadError as error:
        assert "stuk.bin" in str(error)
