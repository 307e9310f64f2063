"""The blocks of a web page: paragraphs, headings, list items, cells, notes, speeches, questions and articles."""

import re
from dataclasses import replace

from lxml import etree

from sovgraph.model import Span
from sovgraph.read.builder import TextBuilder
from sovgraph.read.dates import iso_of
from sovgraph.read.html_head import head_role, print_head
from sovgraph.read.html_lists import ListMarks, printed_number
from sovgraph.read.html_main import is_shown
from sovgraph.read.html_notes import HtmlNotes, note_words
from sovgraph.read.kamervragen_xml import numbers_in, state_addressee
from sovgraph.read.marks import CLOSE, OPEN, TOKEN
from sovgraph.read.paths import tag_of
from sovgraph.read.proceedings_xml import motion_paper
from sovgraph.read.speakers import speaker_in_bold, speaker_in_line, start_turn

_BREAK = f"{OPEN}{CLOSE}"
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary", "legend"))
_BLOCKS = _HEADINGS | frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr"
    " li main ol p pre section table tbody td tfoot th thead tr ul".split()
)
_TOKEN = re.compile(TOKEN)


def tidy(text: str) -> str:
    """White space as a browser shows it; soft hyphens are layout, a no-break space is a letter."""
    text = _BLANKS.sub(" ", text.replace("\u00ad", "").replace("\u200b", ""))
    lines = [line.strip(" ") for line in text.split(_BREAK)]
    return "\n".join(lines).strip("\n ")


def words_of(element: etree._Element) -> str:
    """All words of an element on one line, also those that aren't shown."""
    return tidy("".join(element.itertext()))


class PageWalker:
    def __init__(self, builder: TextBuilder, notes: HtmlNotes) -> None:
        self.builder = builder
        self.notes = notes
        self._kept: dict[etree._Element, str] = {}
        self._marks = ListMarks()
        self._bounded = False
        self._spoken: set[etree._Element] = set()

    def walk(self, element: etree._Element, group: int = 0) -> None:
        if not is_shown(element) or element in self.notes.bodies:
            return
        names = (element.get("class") or "").split()
        bounded, self._bounded = self._bounded, self._bounded or "spreekbeurt" in names
        if "motie" in names:
            self._motion(element, group)
        else:
            self._walk_blocks(element, group)
        if "spreekbeurt" in names:
            self.builder.end_turn()
        self._bounded = bounded

    def _motion(self, element: etree._Element, group: int) -> None:
        """The words of a motion; what the chair says of it (`motie-info`) is none of them."""
        key: int | None = None
        for child in element:
            named = (child.get("class") or "").split()
            if "motie-info" in named and key is not None:
                self.builder.close_part(key)
                key = None
            elif tag_of(child) and key is None and tag_of(child) not in _HEADINGS and "motie-info" not in named:
                key = self.builder.open_part("motion", motion_paper(element.get("id") or ""), self.builder.new_group())
            self.walk(child, group)
            self._flush([child.tail or ""], element, "", group)
        if key is not None:
            self.builder.close_part(key)

    def _walk_blocks(self, element: etree._Element, group: int) -> None:
        opened = self._open(element)
        if not any(tag_of(inner) in _BLOCKS for inner in element.iterdescendants()):
            self._leaf(element, self.inline(element), group)
        else:
            self._children(element, self.builder.new_group() if tag_of(element) == "tr" else group)
        for key in opened:
            self.builder.close_part(key)

    def _open(self, element: etree._Element) -> list[int]:
        """Parts over all blocks of an element, by the classes that official publications use."""
        names = set((element.get("class") or "").split())
        builder = self.builder
        if names & {"vraag", "antwoord"} and tag_of(element) in ("div", "section"):
            label = next((each for each in element.iter() if tag_of(each) in _HEADINGS), None)
            value = numbers_in(words_of(label)) if label is not None else ""
            return [builder.open_part("question" if "vraag" in names else "answer", value, builder.new_group())]
        if "artikel" in names and tag_of(element) == "div":
            head = next((each for each in element.iter() if "artikel_kop" in (each.get("class") or "")), None)
            found = re.match(r"artikel (\S+)", words_of(head).lower() if head is not None else "")
            number = found[1].rstrip(".") if found else ""
            number = number if number[:1].isdigit() else number.upper()
            return [builder.open_part("article", f"artikel {number}" if found else "", builder.new_group())]
        return []

    def _children(self, element: etree._Element, group: int) -> None:
        """Blocks of what is inside; runs of loose words and inline elements between blocks are paragraphs."""
        mark = self._mark(element)
        run: list[str] = [element.text or ""]
        for child in element:
            blocky = tag_of(child) in _BLOCKS or any(tag_of(inner) in _BLOCKS for inner in child.iterdescendants())
            if blocky and not (mark and self._first_words(child)):
                mark = self._flush(run, element, mark, group)
                self.walk(child, group)
            elif blocky:
                self._flush(run, element, "", group)
                words = self.inline(child)
                text = words if words.startswith(mark) else f"{mark} {words}"
                self._leaf(child, text, group, role="list_item", value=mark, source=element)
                mark = ""
            else:
                run += self._inline_child(child)
            run.append(child.tail or "")
        self._flush(run, element, mark, group)

    def _mark(self, element: etree._Element) -> str:
        """The number of an item that holds blocks, made or printed in the first of them."""
        if tag_of(element) != "li":
            return ""
        printed = printed_number(element)
        return words_of(printed) if printed is not None else self._marks.of(element)

    def _first_words(self, child: etree._Element) -> bool:
        """A paragraph that an item's number stands before."""
        return (
            tag_of(child) in ("p", "div", "span")
            and is_shown(child)
            and not any(tag_of(inner) in _BLOCKS for inner in child.iterdescendants())
            and bool(self.inline(child))
        )

    def _flush(self, run: list[str], element: etree._Element, mark: str, group: int) -> str:
        text = tidy("".join(run))
        run.clear()
        if not text:
            return mark
        role = "list_item" if mark else "cell" if tag_of(element) in ("td", "th") else "paragraph"
        text = f"{mark} {text}" if mark and not text.startswith(mark) else text
        self._print(text, role, mark, group, element)
        return ""

    def _leaf(
        self,
        element: etree._Element,
        text: str,
        group: int,
        role: str = "",
        value: str = "",
        source: etree._Element | None = None,
    ) -> None:
        tag = tag_of(element)
        if not text.strip():
            return
        if not role and self._special(element, text):
            return
        if not role and tag == "li":
            value = self._marks.of(element)
            number = printed_number(element)
            text = f"{value} {text}" if value else text
            value = value or (words_of(number) if number is not None else "")
            role = "list_item"
        if not role:
            role = "heading" if tag in _HEADINGS else "cell" if tag in ("td", "th") else "paragraph"
        if role == "heading" and not self._bounded:
            self.builder.end_turn()
        self._print(text, role, value, group, source if source is not None else element)

    def _special(self, element: etree._Element, text: str) -> bool:
        """Lines of the head, of a speaker, of a signature, of who asks whom."""
        names = set((element.get("class") or "").split())
        role = head_role(element, text)
        inner = {name: words_of(each) for each in element.iter() for name in (each.get("class") or "").split()}
        if role and not _TOKEN.search(text) and print_head(self.builder, element, role, text, inner):
            return True
        if "ondertekening" in names:
            self._signature(element, inner)
            return True
        if any(name.startswith("kamervraagomschrijving") for name in names):
            self._description(element, text)
            return True
        line, _, rest = text.partition("\n")
        speaker = speaker_in_bold(element, line) or (speaker_in_line(line) if "spreker" in names else None)
        if speaker is not None and not _TOKEN.search(line):
            holder = next((above for above in element.iterancestors("div") if above.get("data-spreker")), None)
            key = holder.get("data-spreker") or "" if holder is not None else ""
            first = holder is not None and holder not in self._spoken
            if first and holder is not None:
                self._spoken.add(holder)
            start_turn(self.builder, replace(speaker, key=key if first else ""), element)
            self._print(rest, "paragraph", "", 0, element)
            return True
        return False

    def _signature(self, element: etree._Element, inner: dict[str, str]) -> None:
        group = self.builder.new_group()
        key = self.builder.open_part("signature", "", group)
        pieces = [(name, inner[name]) for name in ("functie", "naam") if inner.get(name)]
        if not pieces or "".join("".join(w.split()) for _, w in pieces) != "".join(self.inline(element).split()):
            pieces = [("", line) for line in self.inline(element).split("\n")]
        for name, words in pieces:
            span = self.builder.block(words, "paragraph", "", group, element)
            if span is not None and name:
                self.builder.part("signature_name" if name == "naam" else "signature_role", span, "", group)
        self.builder.close_part(key)

    def _description(self, element: etree._Element, text: str) -> None:
        span = self.builder.block(text, "head_line", source=element)
        if span is None:
            return
        state_addressee(self.builder, span)
        for role, word in (("date_sent", "ingezonden"), ("date_received", "ontvangen")):
            words = self.builder.text_of(span)
            at = words.lower().find(word)
            printed, iso = iso_of(words[at:]) if at >= 0 else ("", "")
            self.builder.within(span, printed, role, iso, after=max(at, 0))

    def _print(self, text: str, role: str, value: str, group: int, source: etree._Element) -> Span | None:
        """A block; an empty line in it (two breaks) begins another."""
        span = None
        for piece in re.split(r"\n{2,}", text):
            span = self.builder.block(piece.strip("\n "), role, value, group, source) or span
        return span

    def inline(self, element: etree._Element) -> str:
        return tidy("".join(self._chunks(element)))

    def _chunks(self, element: etree._Element) -> list[str]:
        chunks = [element.text or ""]
        for child in element:
            chunks += self._inline_child(child)
            chunks.append(child.tail or "")
        return chunks

    def _inline_child(self, child: etree._Element) -> list[str]:
        tag = tag_of(child)
        if tag == "br":
            return [_BREAK]
        if tag == "img":
            return [child.get("alt") or ""]
        if not is_shown(child) or child in self.notes.bodies:
            return []
        if child in self.notes.anchors:
            return [self._note(child)]
        return self._chunks(child)

    def _note(self, link: etree._Element) -> str:
        """The place of a mark; a note that two marks lead to is printed once."""
        mark, body = self.notes.anchors[link]
        if body not in self._kept:
            self._kept[body] = self.builder.note(mark, note_words(body, mark), body)
        return self._kept[body]

    def finish(self) -> str:
        """Notes that no mark leads to are printed too."""
        for body, mark in self.notes.bodies.items():
            if body not in self._kept and note_words(body, mark):
                self._kept[body] = self.builder.note(mark, note_words(body, mark), body)
        return self.builder.finish()
