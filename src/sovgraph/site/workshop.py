"""Makes the files of a site, one job at a time; each process has a workshop of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from sovgraph.pages.all_pages import Pages
from sovgraph.pages.contract import Page
from sovgraph.registry import Registry
from sovgraph.site.files import FileLinks, file_of
from sovgraph.site.plan import Job, Plan
from sovgraph.site.remembering import Remembering
from sovgraph.store import QuadStore

File = tuple[str, bytes]
"""Its name below the root, and what is in it."""


class Workshop:
    """`folder` of the store, where there is one: the search index lies in it."""

    def __init__(self, pages: Pages, plan: Plan, folder: Path | None = None) -> None:
        self.pages, self.plan, self.folder = pages, plan, folder

    @property
    def store(self) -> QuadStore:
        return self.pages.store

    def links(self, path: str, lang: str) -> FileLinks:
        """The links of a page."""
        return FileLinks(file_of(path, lang=lang), self.plan.known, self.plan.pictures, self.plan.base)

    def make(self, job: Job) -> Iterator[File]:
        name, what = job
        yield from MAKERS.get(name)(self, what)
        if isinstance(self.store, Remembering):
            self.store.forget()


Maker = Callable[[Workshop, str], Iterator[File]]
MAKERS: Final[Registry[Maker]] = Registry("maker of files")


def html_file(page: Page) -> File:
    return file_of(page.path, lang=page.lang), page.html.encode("utf-8", "replace")
