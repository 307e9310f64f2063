"""What every page must be, as problems in words: well-formed, ids once, headings in order, nothing inline."""

from collections import Counter
from html.parser import HTMLParser
from typing import Final

VOID: Final = frozenset("area base br col embed hr img input link meta source track wbr".split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.problems: list[str] = []
        self.ids: list[str] = []
        self.refs: list[tuple[str, str]] = []
        self.hrefs: list[str] = []
        self.headings: list[int] = []
        self.landmarks: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if len(given) != len(attrs):
            self.problems.append(f"<{tag}> has an attribute twice")
        self._look(tag, given)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1] != tag:
            self.problems.append(f"</{tag}> at {self.getpos()} closes {self.open[-1:]}")
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def _look(self, tag: str, given: dict[str, str | None]) -> None:
        if "style" in given or tag == "style":
            self.problems.append(f"<{tag}> has a style of its own")
        self.problems += [f"<{tag}> has {name}" for name in given if name.startswith("on")]
        if tag == "script" and not given.get("src") and given.get("type") != "application/ld+json":
            self.problems.append("a script stands in the page")
        if (name := given.get("id")) is not None:
            self.ids.append(name)
        for attribute in ("aria-labelledby", "aria-describedby", "for", "data-copy"):
            self.refs += [(attribute, name) for name in (given.get(attribute) or "").split()]
        if href := given.get("href"):
            self.hrefs.append(href)
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.headings.append(int(tag[1]))
        if tag in ("main", "nav", "footer", "header"):
            self.landmarks[tag] += 1


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def problems_of(html: str) -> list[str]:
    reader = read(html)
    found = list(reader.problems)
    found += [f"<{tag}> is not closed" for tag in reader.open]
    found += [f"id {name} stands there {n} times" for name, n in Counter(reader.ids).items() if n > 1]
    ids = set(reader.ids)
    found += [f"{attribute} names {name}, which isn't there" for attribute, name in reader.refs if name not in ids]
    found += [f"{href} leads nowhere" for href in reader.hrefs if href.startswith("#") and href[1:] not in ids]
    if reader.headings.count(1) != 1:
        found.append(f"{reader.headings.count(1)} headings of the first level")
    found += [f"h{b} follows h{a}" for a, b in zip(reader.headings, reader.headings[1:], strict=False) if b > a + 1]
    if reader.landmarks["main"] != 1:
        found.append("not one main part")
    return found
