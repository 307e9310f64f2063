"""Decisions as a table for people: a line for each candidate, with an empty cell for what a person decides."""

import csv
import io
from collections.abc import Iterable, Iterator

from sovgraph.query.sentences import code_words, in_language
from sovgraph.query.spreadsheet import harmless
from sovgraph.reconcile.model import Decision, Scored, Verdict

COLUMNS = (
    "entity",
    "kind",
    "name",
    "verdict",
    "target",
    "target_name",
    "score",
    "reasons",
    "decision",
    "by",
    "on",
    "note",
)


def review_rows(decisions: Iterable[Decision], lang: str, *, everything: bool = False) -> Iterator[dict[str, str]]:
    """Unsure ones; with `everything` also what was matched or refused. Order: that of the report."""
    for decision in decisions:
        if everything or decision.verdict is Verdict.UNSURE:
            shown = [s for s in decision.weighed if s.candidate.iri not in decision.refused]
            if not shown and decision.target:
                yield _row(decision, None, lang)
            for scored in shown:
                yield _row(decision, scored, lang)


def _row(decision: Decision, scored: Scored | None, lang: str) -> dict[str, str]:
    words = code_words(lang)
    is_chosen = scored is None or scored.candidate.iri == decision.target
    verdict = decision.verdict if is_chosen or not decision.target else Verdict.NO_MATCH
    said = [f.said for f in scored.features] if scored else list(decision.reasons)
    return {
        "entity": decision.entity.iri,
        "kind": words.get(decision.entity.kind.value, decision.entity.kind.value),
        "name": decision.entity.names[0],
        "verdict": words.get(verdict.value, verdict.value),
        "target": scored.candidate.iri if scored else decision.target,
        "target_name": scored.candidate.names[0] if scored else "",
        "score": str(scored.score) if scored else "",
        "reasons": "; ".join(in_language(text, lang) for text in said),
        "decision": "",
        "by": "",
        "on": "",
        "note": "",
    }


def as_table(rows: Iterable[dict[str, str]], delimiter: str) -> str:
    """CSV (or TSV) that a spreadsheet opens and that `--decisions` reads; no cell is taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([harmless(" ".join(row[name].split())) for name in COLUMNS] for row in rows)
    return out.getvalue()
