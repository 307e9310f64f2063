"""Walks the body of an XML paper: every element with words of its own becomes a block of the text."""

from lxml import etree

from sovgraph.read.builder import TextBuilder, clean, tag_of

_SKIPPED = set(
    "metadata colspec spanspec plaatje parlisid markeertijdbegin markeertijdeind aanvangstijd eindtijd sluiting "
    "voortzetting".split()
)
_BLOCKS = {"al", "al-groep", "lijst", "li", "table", "tgroup", "row", "entry", "p", "alinea", "tekst", "motie"}
_ONE_LINE = {"kop", "naam", "dagtekening", "spreker"}
_NUMBERS = {"li": "li.nr", "lid": "lidnr"}
_ROLES = {
    "tussenkop": "heading",
    "titel": "heading",
    "kop": "heading",
    "item-titel": "heading",
    "spreker": "speaker",
    "entry": "cell",
}


def walk(element: etree._Element, builder: TextBuilder, group: int = 0) -> None:
    """Adds the blocks of an element in the order of the document. An `al-groep` gives its blocks one group."""
    tag = tag_of(element)
    if not tag or tag in _SKIPPED:
        return
    if tag in _NUMBERS:
        _numbered(element, builder, group)
    elif tag in _ONE_LINE:
        builder.block(one_line(element, builder), _ROLES.get(tag, "paragraph"), group=group)
    elif _is_leaf(element):
        builder.block(builder.inline(element), _ROLES.get(tag, "paragraph"), group=group)
    else:
        _children(element, builder, builder.new_group() if tag == "al-groep" else group)


def one_line(element: etree._Element, builder: TextBuilder) -> str:
    """The children's words with a blank between them ("Artikel", "2" → "Artikel 2")."""
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        return builder.inline(element)
    return " ".join(filter(None, (builder.inline(child) for child in element if tag_of(child))))


def _children(element: etree._Element, builder: TextBuilder, group: int) -> None:
    builder.block(clean(element.text or ""), "paragraph", group=group)
    for child in element:
        walk(child, builder, group)
        builder.block(clean(child.tail or ""), "paragraph", group=group)


def _is_leaf(element: etree._Element) -> bool:
    """Has words of its own, or nothing inside; but not when it holds whole paragraphs."""
    children = [child for child in element if tag_of(child)]
    if not children:
        return True
    if any(tag_of(inner) in _BLOCKS for child in children if tag_of(child) != "noot" for inner in child.iter()):
        return False
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in children)


def _numbered(element: etree._Element, builder: TextBuilder, group: int) -> None:
    """A list item or a numbered paragraph: its number stands before its first block."""
    number = element.find(_NUMBERS[tag_of(element)])
    mark = builder.inline(number) if number is not None else ""
    for child in element:
        tag = tag_of(child)
        if child is number or not tag:
            continue
        if mark and _is_leaf(child):
            builder.block(f"{mark} {builder.inline(child)}", "list_item", mark, group)
            mark = ""
        else:
            walk(child, builder, group)
    builder.block(mark, "list_item", mark, group)
