"""Reads pages in tests: the text they show, their anchors and links, and whether their elements close."""

from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Read(HTMLParser):
    """`text` is what the paper itself says: without elements that the page added."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, bool]] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag, _ in self.stack]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.links.append(given.get("href") or "")
            if any(t == "a" for t, _ in self.stack):
                self.faults.append("a link inside a link")
        if tag == "p" and any(t == "p" for t, _ in self.stack):
            self.faults.append("a paragraph inside a paragraph")
        if "style" in given or any(name.startswith("on") for name in given):
            self.faults.append(f"inline style or script in <{tag}>")
        self.tags.append(tag)
        if tag not in VOID:
            self.stack.append((tag, "data-added" in given or bool(self.stack and self.stack[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        if not self.stack or self.stack[-1][0] != tag:
            self.faults.append(f"</{tag}> closes {self.stack[-1][0] if self.stack else 'nothing'}")
            return
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        if not (self.stack and self.stack[-1][1]):
            self.words.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)


def bare(text: str) -> str:
    """Text without white space, which HTML may fold."""
    return "".join(text.split())
