"""The reports of the Tweede Kamer's own system (VLOS): `vlosCoreDocument`.

What is printed stands in `tekst`; `spreker`, `sprekers` and `zaken` are data beside it. A `woordvoerder` has the floor,
an `interrumpant` speaks meanwhile, a `draadboekfragment` holds fixed lines, motions and what the chair says of them.
"""

from lxml import etree

from sovgraph.read.blocks import Handler, Walker
from sovgraph.read.builder import words_of
from sovgraph.read.dates import in_words
from sovgraph.read.paths import tag_of
from sovgraph.read.proceedings_xml import state_item, state_meeting
from sovgraph.read.speakers import Speaker, make_speaker, speaker_in_bold, start_turn

_DATA = (
    "zaken sprekers isvoorzitter isdraad parlisid markeertijdbegin markeertijdeind aanvangstijd eindtijd sluiting "
    "voortzetting"
)


def _words(element: etree._Element, name: str) -> str:
    found = element.find(f"{{*}}{name}")
    return words_of(found) if found is not None else ""


def _meeting(walker: Walker, element: etree._Element, group: int) -> None:
    """The head of the meeting, then its activities. In other schemas `vergadering` is a mere holder."""
    if element.find("{*}activiteit") is None and element.find("{*}vergaderjaar") is None:
        walker.children(element, group)
        return
    builder = walker.builder
    if element.get("kamer"):
        builder.block(element.get("kamer") or "", "chamber", source=element)
    year, title = element.find("{*}vergaderjaar"), element.find("{*}titel")
    if year is not None and _words(element, "vergaderjaar"):
        builder.block(f"Vergaderjaar {_words(element, 'vergaderjaar')}", "session_year", source=year)
    span = walker.line(title, "heading") if title is not None else None
    if span is not None:
        state_meeting(walker, span)
    known = {part.role for part in builder.parts}
    _missing(walker, element, known)
    for child in element:
        if tag_of(child) not in ("titel", "vergaderjaar", "vergaderingnummer", "datum"):
            walker.walk(child, group)
    builder.end_turn()


def _missing(walker: Walker, element: etree._Element, known: set[str]) -> None:
    """Number and day that the title doesn't print, in words."""
    number, day = element.find("{*}vergaderingnummer"), element.find("{*}datum")
    for role, source, words in (
        ("meeting_number", number, f"{_words(element, 'vergaderingnummer')}e vergadering"),
        ("meeting_date", day, in_words(_words(element, "datum"))),
    ):
        if role not in known and source is not None and _words(element, tag_of(source)) and words:
            span = walker.builder.block(words, "paragraph", source=source)
            if span is not None:
                state_meeting(walker, span)


def _activity(walker: Walker, element: etree._Element, group: int) -> None:
    """An item of the agenda; its subject is printed where it says more than its title."""
    walker.builder.end_turn()
    walker.slot = ""
    own = walker.builder.new_group()
    title, subject = element.find("{*}titel"), element.find("{*}onderwerp")
    span = walker.line(title, "heading", own) if title is not None else None
    state_item(walker, None, span, own)
    if subject is not None and words_of(subject) != _words(element, "titel"):
        walker.line(subject, "heading", own)
    for child in element:
        if child is not title and child is not subject:
            walker.walk(child, group)
    walker.builder.end_turn()


def _part_of_activity(walker: Walker, element: etree._Element, group: int) -> None:
    """A term of a debate. Titles that only repeat the item, or name the speaker, are data of the system."""
    walker.builder.end_turn()
    walker.slot = ""
    above = element.getparent()
    said = {_words(above, name) for name in ("titel", "onderwerp")} if above is not None else set()
    for child in element:
        if tag_of(child) in ("titel", "onderwerp"):
            words = words_of(child)
            if tag_of(element) == "activiteithoofd" and words not in said:
                said.add(words)
                walker.line(child, "heading", group)
        elif tag_of(child) != "spreker":
            walker.walk(child, group)


def _speech(walker: Walker, element: etree._Element, group: int) -> None:
    speaker = _speaker_of(element)
    interrupts = tag_of(element) == "interrumpant" and not speaker.is_chair
    bounded, walker.bounded = walker.bounded, True
    if tag_of(element) == "woordvoerder":
        walker.builder.end_turn()
    line = _printed_line(element)
    if line is None and speaker.line != ":":
        start_turn(walker.builder, speaker, element.find("{*}spreker"), interrupts)
    for child in element:
        if line is not None and tag_of(child) == "tekst":
            _text_of(walker, child, line, speaker, interrupts)
            line = None
        elif tag_of(child) != "spreker":
            walker.walk(child, group)
    walker.bounded = bounded
    walker.builder.end_turn()


def _speaker_of(element: etree._Element) -> Speaker:
    stated = element.find("{*}spreker")
    if stated is None:
        return Speaker(":")
    key = stated.get("objectid") or ""
    if _words(element, "isvoorzitter") == "true":
        return make_speaker("De", "voorzitter", key=key)
    lead = _words(stated, "aanhef") or (stated.get("soort") or "" if stated.get("soort") != "Tweede Kamerlid" else "")
    return make_speaker(
        lead, _words(stated, "verslagnaam") or _words(stated, "achternaam"), _words(stated, "fractie"), key
    )


def _printed_line(element: etree._Element) -> etree._Element | None:
    """The line of the speaker at the beginning of the text, if it prints one."""
    first = next(element.iterfind("{*}tekst//{*}alineaitem"), None)
    return first if first is not None and speaker_in_bold(first) is not None else None


def _text_of(walker: Walker, text: etree._Element, line: etree._Element, speaker: Speaker, interrupts: bool) -> None:
    """The line as printed, with the person that the element beside it states; then the words."""
    printed = speaker_in_bold(line)
    assert printed is not None
    same = printed.is_chair == speaker.is_chair and (speaker.is_chair or printed.name == speaker.name)
    made = Speaker(printed.line, printed.name, printed.party, printed.role, speaker.key if same else "")
    start_turn(walker.builder, made, line, interrupts)
    for child in text:
        for inner in child if line in list(child) else [child]:
            if inner is not line:
                walker.walk(inner)


def _fragment(walker: Walker, element: etree._Element, group: int) -> None:
    """Fixed lines are nobody's words; a motion goes on with the speech it stands in."""
    kind = element.get("soort") or ""
    if not kind.startswith("Motie") and element.find("{*}tekst/{*}alineagroep") is None:
        walker.builder.end_turn()
    vote = walker.builder.open_part("vote", "", walker.builder.new_group()) if "stemming" in kind.lower() else None
    for child in element:
        walker.walk(child, group)
    if vote is not None:
        walker.builder.close_part(vote)
    if element.find("{*}tekst") is not None and not _is_motion_text(element):
        walker.builder.end_turn()


def _is_motion_text(element: etree._Element) -> bool:
    groups = element.findall("{*}tekst/{*}alineagroep")
    return bool(groups) and groups[-1].get("type") == "Motietekst"


def _paragraphs(walker: Walker, element: etree._Element, group: int) -> None:
    """A group of paragraphs; those of a motion are one part, with the paper that it becomes."""
    if element.get("type") != "Motietekst":
        walker.children(element, group)
        return
    key = walker.builder.open_part("motion", _motion_id(element), walker.builder.new_group())
    walker.children(element, group)
    walker.builder.close_part(key)


def _motion_id(element: etree._Element) -> str:
    """By the one motion among the `zaken` of the fragment."""
    holder = next((a for a in element.iterancestors() if tag_of(a) == "draadboekfragment"), None)
    cases = [] if holder is None else [c for c in holder.iterfind("{*}zaken/{*}zaak") if c.get("soort") == "Motie"]
    if len(cases) != 1:
        return ""
    dossier, number = _words(cases[0], "dossiernummer"), _words(cases[0], "stuknummer")
    return f"kst-{dossier}-{number}" if dossier and number else ""


def _votes(walker: Walker, element: etree._Element, group: int) -> None:
    """The votes of the parties, each on a line: "VVD: Voor"."""
    walker.builder.end_turn()
    key = walker.builder.open_part("vote", "", walker.builder.new_group())
    for child in element:
        who = _words(child, "fractie") or _words(child, "verslagnaam") or _words(child, "achternaam")
        stated = _words(child, "stem")
        others = [words_of(e) for e in child if tag_of(e) not in ("fractie", "stem", "verslagnaam")]
        words = ": ".join(filter(None, (who, stated))) if stated else " ".join(filter(None, [who, *others]))
        walker.builder.block(words, "list_item", "", group, child)
    walker.builder.close_part(key)


def _skip(walker: Walker, element: etree._Element, group: int) -> None:
    """Data beside the text."""


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(_DATA.split(), _skip),
    "vergadering": _meeting,
    "activiteit": _activity,
    "activiteithoofd": _part_of_activity,
    "activiteitdeel": _part_of_activity,
    "activiteititem": _part_of_activity,
    "woordvoerder": _speech,
    "interrumpant": _speech,
    "draadboekfragment": _fragment,
    "alineagroep": _paragraphs,
    "stemmingen": _votes,
}
