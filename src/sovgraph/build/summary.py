"""What a build gave, counted per format and genre."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import astuple, dataclass, fields
from html import escape

from sovgraph.build.results import FORMATS, BuildReport, BuiltPaper
from sovgraph.model import Severity
from sovgraph.store.html import plain_table


@dataclass(frozen=True, slots=True)
class Counts:
    """A line of the table. `linked` are mentions resolved exactly or inferred; `issues` without those that only
    inform; `seconds` of one process, without storing."""

    format: str
    genre: str
    files: int
    facts: int
    linked: int
    ambiguous: int
    unresolved: int
    issues: int
    violations: int
    warnings: int
    seconds: float


def format_name(media_type: str) -> str:
    return FORMATS.get(media_type, media_type)


def summary_of(report: BuildReport) -> list[Counts]:
    """A line for each format and genre, sorted, and one for all where there is more than one."""
    groups: dict[tuple[str, str], list[BuiltPaper]] = {}
    for paper in report.files:
        groups.setdefault((format_name(paper.media_type), paper.genre), []).append(paper)
    rows = [counts_of(papers, kind, genre) for (kind, genre), papers in sorted(groups.items())]
    if len(rows) > 1:
        rows.append(counts_of(report.files, "", ""))
    return rows


def counts_of(papers: Iterable[BuiltPaper], kind: str, genre: str) -> Counts:
    files = list(papers)
    by_status: Counter[str] = Counter()
    for paper in files:
        by_status.update(dict(paper.mentions))
    violations = sum(p.violations for p in files)
    return Counts(
        format=kind,
        genre=genre,
        files=len(files),
        facts=sum(p.statements for p in files),
        linked=by_status["exact"] + by_status["inferred"],
        ambiguous=by_status["ambiguous"],
        unresolved=by_status["unresolved"],
        issues=sum(sum(i.severity is not Severity.INFO for i in p.issues) for p in files),
        violations=violations,
        warnings=sum(len(p.findings) for p in files) - violations,
        seconds=sum(p.seconds for p in files),
    )


def summary_html(report: BuildReport) -> str:
    """The summary as an HTML table, with the files that were refused and why."""
    rows = [[escape(_shown(value)) for value in astuple(counts)] for counts in summary_of(report)]
    made = plain_table([field.name for field in fields(Counts)], rows, title="read")
    if not report.refused:
        return made
    refused = [[escape(one.source), escape(one.message)] for one in report.refused]
    return made + plain_table(["file", "reason"], refused, title="refused")


def _shown(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)
