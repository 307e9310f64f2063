"""What reading files and building a store gave."""

from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.check import Finding, Report
from sovgraph.link.corrections import Correction
from sovgraph.model import Issue, Place
from sovgraph.query.corrected import Remembered

FORMATS = {
    "application/xml": "XML",
    "text/html": "HTML",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "DOCX",
    "application/vnd.oasis.opendocument.text": "ODT",
    "application/pdf": "PDF",
    "text/markdown": "Markdown",
    "text/plain": "tekst",
}
"""Names of formats by media type, best first: what states its structure before what only prints it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """The words that an issue is about, with some before and after, and their places in the original."""

    before: str
    words: str
    after: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class BuiltPaper:
    """What reading one file gave. `mentions` counts by status.

    `nquads` is its whole graph; in a BuildReport it is empty, as the store has it. `replaced`: the store held
    this paper with other content. `unmatched`: corrections for which the paper has no such mention. `sketch` are
    hashes of a part of its runs of words, to tell whether two files print one text. `spots` goes with `issues`.
    `metadata` is the graph of the metadata inside the file; a register file is of the genre "register".
    `copy_of`: the file whose reading stands as the paper's, when this one is another manifestation of it.
    """

    source: str
    sha256: str
    iri: str
    genre: str
    nquads: bytes
    statements: int
    mentions: tuple[tuple[str, int], ...]
    issues: tuple[Issue, ...]
    findings: tuple[Finding, ...] = ()
    names: tuple[str, ...] = ()
    unmatched: tuple[Correction, ...] = ()
    replaced: bool = False
    media_type: str = "text/plain"
    text_hash: str = ""
    sketch: frozenset[int] = frozenset()
    seconds: float = 0.0
    spots: tuple[Spot | None, ...] = ()
    copy_of: str = ""
    metadata: bytes = b""

    @property
    def violations(self) -> int:
        return sum(finding.severity == "violation" for finding in self.findings)

    @property
    def rank(self) -> tuple[str, str, str]:
        """The order of files in a report."""
        return Path(self.source).name, self.source, self.sha256


@dataclass(frozen=True, slots=True)
class Refused:
    source: str
    message: str


@dataclass(slots=True)
class BuildReport:
    """What a build did. `unchanged` are files whose bytes were already held, read with the same rules, or came before
    under another name.

    `copies` are further manifestations of papers that another file stands for. `unmatched`: corrections of papers
    read that changed nothing, and of papers that aren't there. `conflicts`: papers of one day that contradict each
    other, over all papers of the store. `corrections`: of an earlier build. `differences` counts the facts that
    only some of the manifestations of a paper give, by paper, for papers with a file read in this build.
    """

    built: list[BuiltPaper] = field(default_factory=list)
    copies: list[BuiltPaper] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unmatched: list[Correction] = field(default_factory=list)
    conflicts: Report = field(default_factory=Report)
    corrections: Remembered | None = None
    differences: dict[str, int] = field(default_factory=dict)

    @property
    def replaced(self) -> list[BuiltPaper]:
        return [paper for paper in self.built if paper.replaced]

    @property
    def files(self) -> list[BuiltPaper]:
        """Every file that was read, in the order of papers and names."""
        return sorted([*self.built, *self.copies], key=lambda p: (p.iri, bool(p.copy_of), p.rank))

    def _repr_html_(self) -> str:
        """How a notebook shows it: a line for each format and genre, and what was refused."""
        from sovgraph.build.summary import summary_html

        return summary_html(self)

    @property
    def exit_code(self) -> int:
        """0 fine; 1 a file refused, a violation in a paper or between papers, a correction without effect;
        3 nothing was read."""
        if self.refused and not self.built and not self.copies and not self.unchanged:
            return 3
        wrong = not self.conflicts.conforms or any(paper.violations for paper in self.built)
        return 1 if self.refused or self.unmatched or wrong else 0
