"""Every format that the examples are written in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.examples import printed_papers
from tests.formats.compare import Agreement, Fact, agreement, facts_of
from tests.formats.heading import Head, read_head
from tests.formats.paper import Plain, read_plain
from tests.formats.write_docx import write_docx, write_docx_by_hand
from tests.formats.write_html import write_html
from tests.formats.write_odt import write_odt
from tests.formats.write_pdf import write_pdf
from tests.formats.write_xml import write_xml

from sovgraph.pipeline import Environment, read_paper
from sovgraph.read import make_source, read_path

Writer = Callable[[Plain, Head | None], bytes | None]

WRITERS: dict[str, Writer] = {
    "docx": lambda paper, head: write_docx(paper),
    "docx-by-hand": lambda paper, head: write_docx_by_hand(paper),
    "odt": lambda paper, head: write_odt(paper),
    "html": write_html,
    "pdf": write_pdf,
    "xml": lambda paper, head: write_xml(paper, head) if head is not None else None,
}
"""None where a format doesn't suit the paper: official XML states the head of a Kamerstuk."""


@dataclass(frozen=True)
class Case:
    """One paper in one format."""

    path: Path
    form: str
    data: bytes

    @property
    def name(self) -> str:
        return f"{self.path.stem}.{self.form}"


def cases(form: str) -> Iterator[Case]:
    """All examples that the format suits."""
    for path in printed_papers():
        paper = read_plain(path)
        data = WRITERS[form](paper, read_head(path, paper))
        if data is not None:
            yield Case(path, form, data)


def compare(case: Case, env: Environment) -> Agreement:
    """The facts of the paper as it is and of the paper in the other format."""
    other = read_paper(make_source(case.name, case.data), env)[0]
    return agreement(_original(case.path, env), facts_of(other))


@cache
def _original(path: Path, env: Environment) -> frozenset[Fact]:
    return frozenset(facts_of(read_paper(read_path(str(path)), env)[0]))
