"""Papers of one day that contradict each other: what no check of a single paper can see."""

from collections.abc import Iterator

from sovgraph.check import Conflict
from sovgraph.query.running import run, run_internal
from sovgraph.store import QuadStore

_Row = dict[str, str | None]
_SHAPES = {
    "chair": "https://w3id.org/sovgraph/shapes#membership-one-chair",
    "party": "https://w3id.org/sovgraph/shapes#membership-one-party",
}


def find_conflicts(store: QuadStore) -> tuple[Conflict, ...]:
    """A conflict for each chair or party that another paper of the same day contradicts.

    Two values in one and the same paper are left to the check of that paper.
    """
    groups: dict[tuple[str, str, str], list[_Row]] = {}
    for row in run_internal(store, "check-lists").values():
        groups.setdefault((row["kind"] or "", row["thing"] or "", row["day"] or ""), []).append(row)
    return tuple(c for (kind, _, _), rows in sorted(groups.items()) for c in _conflicts(store, _SHAPES[kind], rows))


def _conflicts(store: QuadStore, shape: str, rows: list[_Row]) -> Iterator[Conflict]:
    first = rows[0]
    told: set[str | None] = set()
    for row in rows[1:]:
        if row["value"] == first["value"] or row["paper"] == first["paper"] or row["value"] in told:
            continue
        told.add(row["value"])
        one = f"{first['valueLabel'] or first['value']} ({first['paperLabel'] or first['paper']})"
        two = f"{row['valueLabel'] or row['value']} ({row['paperLabel'] or row['paper']})"
        place = _place(store, row)
        yield Conflict(
            shape=shape,
            focus=row["thing"] or "",
            value=row["value"] or "",
            note_nl=f"Op {row['day']}: {one} tegenover {two}.",
            note_en=f"On {row['day']}: {one} against {two}.",
            paper=row["paper"] or "",
            quote=place.get("quote") or "",
            start=_number(place.get("start")),
            end=_number(place.get("end")),
        )


def _place(store: QuadStore, row: _Row) -> _Row:
    """The words from which the value shows in the second paper."""
    facts = run(store, "evidence", {"subject": row["membership"] or ""}).values()
    fitting = [f for f in facts if f["value"] == row["value"] and f["paper"] == row["paper"] and f["start"]]
    return fitting[0] if fitting else {}


def _number(text: str | None) -> int | None:
    return int(text) if text else None
