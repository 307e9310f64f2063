"""Corrections that a person made: this mention is right, wrong, or means something else.

The file is tab separated with the columns paper, start, end, type, judgement (right, wrong, other), target,
who, date, note. `paper` is the official id or the sha256 of the file; `target` an id or IRI, for `other`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from sovgraph.errors import ConfigError
from sovgraph.model import Mention, Status
from sovgraph.resources import read_tsv

JUDGEMENTS = ("right", "wrong", "other")
COLUMNS = ("paper", "start", "end", "type", "judgement", "target", "who", "date", "note")


@dataclass(frozen=True, slots=True)
class Correction:
    paper: str
    start: int
    end: int
    type: str
    judgement: str
    target: str
    who: str
    date: str
    note: str


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """All rows; raises ConfigError naming the row that is wrong."""
    if not path.is_file():
        raise ConfigError(f"{path}: corrections file not found; give the path of a tab-separated file")
    rows = []
    for number, row in enumerate(read_tsv(path), start=1):
        missing = [c for c in COLUMNS if c not in row]
        if missing:
            raise ConfigError(f"{path}: column(s) {', '.join(missing)} missing; expected {', '.join(COLUMNS)}")
        if row["judgement"] not in JUDGEMENTS:
            raise ConfigError(f"{path}: row {number}: judgement '{row['judgement']}'; use {', '.join(JUDGEMENTS)}")
        if not (row["start"].isdigit() and row["end"].isdigit()):
            raise ConfigError(f"{path}: row {number}: start and end must be whole numbers (code points)")
        values = {c: row[c] for c in COLUMNS if c not in ("start", "end")}
        rows.append(Correction(start=int(row["start"]), end=int(row["end"]), **values))
    return tuple(rows)


def apply_corrections(
    mentions: Iterable[Mention], corrections: Iterable[Correction], papers: frozenset[str]
) -> tuple[Mention, ...]:
    """Mentions with the judgements applied. `papers`: the names under which this paper may be given."""
    by_place = {(c.start, c.end, c.type): c for c in corrections if c.paper in papers}
    return tuple(_corrected(m, by_place.get((m.start, m.end, m.type.value))) for m in mentions)


def _corrected(mention: Mention, correction: Correction | None) -> Mention:
    if correction is None:
        return mention
    reason = f"corrected by {correction.who} on {correction.date}: {correction.judgement}"
    rule = f"correction.{correction.judgement}/1"
    if correction.judgement == "right":
        return replace(mention, status=Status.EXACT, confidence=1.0, reason=reason, rule=rule)
    changed = replace(
        mention, id=None, iri=None, parts=(), candidates=(), antecedent=None, status=Status.UNRESOLVED, reason=reason
    )  # what the rule read, and what the register said of the old target, goes with the target
    if correction.judgement == "wrong":
        return replace(changed, confidence=0.0, rule=rule)
    is_iri = "://" in correction.target
    return replace(
        changed,
        id=None if is_iri else correction.target,
        iri=correction.target if is_iri else None,
        status=Status.EXACT,
        confidence=1.0,
        rule=rule,
    )
