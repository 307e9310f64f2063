"""Sites of files as tests see them: the files, the links of each page, what is wrong with them."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sovgraph.site.making import SiteOptions, SiteReport

NO_STORE = Path("no-store")


@dataclass(frozen=True)
class Made:
    folder: Path
    report: SiteReport


def options(folder: Path, *, whole: bool = False) -> SiteOptions:
    return SiteOptions(NO_STORE, folder, whole=whole)


class PageReader(HTMLParser):
    """The ids and links of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value is not None and name == "id":
                self.ids.add(value)
            elif value is not None and name in ("href", "src", "action", "data-shards"):
                self.links.append(value)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def read_pages(folder: Path) -> dict[str, PageReader]:
    pages: dict[str, PageReader] = {}
    for path in sorted(folder.rglob("*.html")):
        reader = pages[str(path.relative_to(folder))] = PageReader()
        reader.feed(path.read_text(encoding="utf-8"))
    return pages


def broken_links(folder: Path, pages: dict[str, PageReader]) -> Iterator[str]:
    """Each link of a page that leads nowhere: to no file, to no part of a page, or out of the folder."""
    there: dict[str, bool] = {}
    for file, reader in pages.items():
        for link in reader.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https", "mailto", "urn"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
            target = target if parts.path else file
            if target not in there:
                there[target] = not target.startswith("..") and (folder / target).exists()
            if not there[target] or link.startswith("/"):
                yield f"{file}: {link}"
            elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
                yield f"{file}: {link} (no such part)"
