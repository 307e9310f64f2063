"""All decisions of a run as one file: what `review`, `explain` and `apply` work from, without asking anything again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from sovgraph.errors import ReadError
from sovgraph.reconcile.answers import written
from sovgraph.reconcile.deciding import decide, one_to_one
from sovgraph.reconcile.decisions import Ruling
from sovgraph.reconcile.model import Decision

NAME = "decisions.json"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """`failed` are the questions that weren't answered; `unsure` the entities that this concerns."""

    target: str
    endpoint: str
    base: str
    decisions: tuple[Decision, ...]
    failed: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()
    format: int = FORMAT

    def decided_again(self, rulings: Iterable[Ruling]) -> "Report":
        """The same candidates and scores, decided with the decisions of a person as they are now."""
        given = tuple(rulings)
        missing = set(self.unsure)
        made = [decide(d.entity, d.weighed, given, asked=d.entity.iri not in missing) for d in self.decisions]
        return replace(self, decisions=one_to_one(made))


def write_report(report: Report, folder: Path) -> Path:
    path = folder / NAME
    data = msgspec.json.format(msgspec.json.encode(report, order="sorted"), indent=1)
    with written(path) as part:
        part.write_bytes(data + b"\n")
    return path


def read_report(folder: Path) -> Report:
    """Raises ReadError: not there, or not what `reconcile run` writes."""
    path = folder / NAME
    try:
        report = msgspec.json.decode(path.read_bytes(), type=Report)
    except OSError as error:
        raise ReadError(
            f"no decisions here ({error.strerror}); make them with: sovgraph reconcile run", source=str(path)
        ) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ReadError(f"not a file of decisions ({error})", source=str(path)) from error
    if report.format != FORMAT:
        raise ReadError(
            f"format {report.format}, expected {FORMAT}; run sovgraph reconcile run again", source=str(path)
        )
    return report
