"""Walks the body of an XML paper: every element with words of its own becomes a block of the text."""

from collections.abc import Callable, Mapping

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.builder import TextBuilder, clean, words_of
from sovgraph.read.paths import tag_of
from sovgraph.read.speakers import speaker_in_bold, start_turn

Handler = Callable[["Walker", etree._Element, int], None]

SKIPPED = frozenset(
    "metadata colspec spanspec parlisid markeertijdbegin markeertijdeind witreg versie ordernr sys.gegevens mincodes "
    "lijn voetnoot".split()
)
"""Metadata and layout: no words that the paper prints where they stand."""
_BLOCKS = frozenset(
    "al al-groep lijst li table tgroup row entry p alinea alineaitem alineagroep tekst motie kop tussenkop tuskop lid "
    "artikel divisie box plaatje definitielijst definitie-item wat citaat noot.al spreekbeurt".split()
)
_ONE_LINE = frozenset("kop naam dagtekening itemkop".split())
_NUMBERS = {
    "li": ("li.nr",),
    "lid": ("lidnr",),
    "amendement-lid": ("nr", "lidnr"),
    "wijziging": ("nr", "li.nr"),
    "wijzig-lid": ("lidnr", "nr"),
    "definitie-item": ("li.nr",),
}
_ROLES = {
    "tussenkop": "heading",
    "tuskop": "heading",
    "titel": "heading",
    "subtitel": "heading",
    "kop": "heading",
    "item-titel": "heading",
    "itemnaam": "heading",
    "itemkop": "heading",
    "opschr": "heading",
    "title": "heading",
    "spreker": "speaker",
    "entry": "cell",
    "illustratie": "image",
    "bijschrift": "caption",
}
_ARTICLES = frozenset(("artikel", "wijzig-artikel", "art"))
_SIGNED = frozenset(("ondertekening", "ondtek", "ondertek"))


class Walker:
    """Adds the blocks of elements in the order of the document; `handlers` read the elements of a genre."""

    def __init__(self, builder: TextBuilder, handlers: Mapping[str, Handler]) -> None:
        self.builder = builder
        self.handlers = handlers
        self.slot = ""
        """Who has the floor, in proceedings: another member who speaks meanwhile interrupts."""
        self.bounded = False
        """Whether an element says where the speech ends; else a heading ends it."""
        self.plain = "paragraph"
        """The role of what has no other: in a table "cell"."""

    def walk(self, element: etree._Element, group: int = 0) -> None:
        """An `al-groep` or a row of a table gives its blocks one group."""
        tag = tag_of(element)
        if not tag or tag in SKIPPED:
            return
        handler = self.handlers.get(tag)
        if handler is not None:
            handler(self, element, group)
        elif tag in _NUMBERS:
            self._numbered(element, group)
        elif tag in _ONE_LINE:
            self.line(element, _ROLES.get(tag, "paragraph"), group)
        elif tag in _ARTICLES:
            self._article(element, group)
        elif tag in _SIGNED:
            self._signature(element)
        elif is_leaf(element):
            self._leaf(element, tag, group)
        else:
            before, self.plain = self.plain, "cell" if tag == "entry" else self.plain
            self.children(element, self.builder.new_group() if tag in ("al-groep", "row") else group)
            self.plain = before

    def line(self, element: etree._Element, role: str, group: int = 0, value: str = "") -> Span | None:
        """The children's words with a blank between them ("Artikel", "2" → "Artikel 2"), as one block."""
        self._before(role)
        return self.builder.block(one_line(element, self.builder), role, value, group, element)

    def children(self, element: etree._Element, group: int = 0) -> None:
        """The blocks of what is inside; loose words between elements are paragraphs too."""
        self.builder.block(clean(element.text or ""), "paragraph", group=group, source=element)
        for child in element:
            self.walk(child, group)
            self.builder.block(clean(child.tail or ""), "paragraph", group=group, source=element)

    def _before(self, role: str) -> None:
        if role == "heading" and not self.bounded:
            self.builder.end_turn()

    def _leaf(self, element: etree._Element, tag: str, group: int) -> None:
        speaker = speaker_in_bold(element)
        if speaker is not None:
            start_turn(self.builder, speaker, element)
            return
        role = _ROLES.get(tag, self.plain)
        self._before(role)
        value = element.get("naam") or "" if tag == "illustratie" else ""
        text = element.get("alt") or "" if tag == "illustratie" else self.builder.inline(element)
        self.builder.block(text, role, value, group, element)

    def _numbered(self, element: etree._Element, group: int) -> None:
        """A list item or a numbered paragraph: its number stands before its first block."""
        names = _NUMBERS[tag_of(element)]
        number = next((child for child in element if tag_of(child) in names), None)
        mark = self.builder.inline(number) if number is not None else ""
        self.builder.block(clean(element.text or ""), "paragraph", group=group, source=element)
        for child in element:
            if child is not number and tag_of(child):
                if mark and is_leaf(child) and tag_of(child) not in SKIPPED:
                    text = f"{mark} {self.builder.inline(child)}"
                    self.builder.block(text, "list_item", mark, group, element)
                    mark = ""
                else:
                    self.walk(child, group)
            self.builder.block(clean(child.tail or ""), "paragraph", group=group, source=element)
        self.builder.block(mark, "list_item", mark, group, element)

    def _article(self, element: etree._Element, group: int) -> None:
        """ "artikel 1" over the heading and all that stands under it."""
        head = element.find("{*}kop")
        named = [head.find(f"{{*}}{name}") for name in ("label", "nr")] if head is not None else []
        words = [words_of(each) for each in named if each is not None]
        value = f"{words[0].lower()} {words[1].rstrip('.')}" if len(words) == 2 and words[1] else ""
        key = self.builder.open_part("article", value, self.builder.new_group())
        self.children(element, group)
        self.builder.close_part(key)

    def _signature(self, element: etree._Element) -> None:
        """Posts and names under a paper, each on a line of its own."""
        group = self.builder.new_group()
        key = self.builder.open_part("signature", "", group)
        self.builder.block(clean(element.text or ""), "paragraph", group=group, source=element)
        for child in element:
            tag = tag_of(child)
            span = self.line(child, "paragraph", group) if tag in ("naam", "functie") else None
            if span is not None:
                self.builder.part("signature_name" if tag == "naam" else "signature_role", span, "", group)
            elif tag not in ("naam", "functie"):
                self.walk(child, group)
            self.builder.block(clean(child.tail or ""), "paragraph", group=group, source=element)
        self.builder.close_part(key)


def one_line(element: etree._Element, builder: TextBuilder) -> str:
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return builder.inline(element)
    return " ".join(filter(None, (builder.inline(child) for child in element if tag_of(child))))


def is_leaf(element: etree._Element) -> bool:
    """Has words of its own, or nothing inside; but not when it holds whole paragraphs."""
    children = [child for child in element if tag_of(child)]
    if not children:
        return True
    if any(tag_of(inner) in _BLOCKS for child in children if tag_of(child) != "noot" for inner in child.iter()):
        return False
    if (element.text or "").strip() or any((child.tail or "").strip() for child in children):
        return True
    return tag_of(element) in _TEXT_ELEMENTS


_TEXT_ELEMENTS = frozenset(
    "al alineaitem wat considerans.al functie datum vergaderdatum vergadertijd vergadering-nummer".split()
)
"""Their children are always pieces of one line."""
