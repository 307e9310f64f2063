"""Precision and recall of references per form, on papers whose references were marked by hand.

Two figures for each form: the span alone, and span with identifier. "Wrong exact" counts finds with status exact that
the gold contradicts: no such mention, or another identifier.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from quality import Mention as Gold
from quality import read_gold, read_rows
from sovgraph.model import Mention, Status
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

TYPES = (
    "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb stcrt trb ecli law article".split()
)
_KAMERSTUK = (
    ("word, dossier, number", re.compile(r"(?i)kamerst|[TE]K\b|handelingen|(?:eerste|tweede) kamer|I{1,2},?\s")),
    ("number (dossier)", re.compile(r"(?i)nrs?\b.*\(|\d+\s*\(")),
    ("dossier, number", re.compile(r"\d\d[\s.]?\d\d\d|[CLXVI]{2,}")),
    ("number alone", re.compile("")),
)
_ABBREVIATION = re.compile(r"[A-Z][\w.]{0,7}(?:\s(?:19|20)\d\d)?")


@dataclass(slots=True)
class Form:
    """Counts of one form."""

    gold: int = 0
    found: int = 0
    spans: int = 0
    expected: int = 0
    given: int = 0
    right: int = 0
    exact: int = 0
    wrong_exact: int = 0


def form_of(kind: str, text: str) -> str:
    """The form of a reference, told by its printed words alone, so that missed ones have one too."""
    if kind == "kamerstuk":
        return "kamerstuk: " + next(name for name, pattern in _KAMERSTUK if pattern.match(text))
    if kind == "law":
        return "law: " + ("abbreviation" if _ABBREVIATION.fullmatch(text) else "name")
    if kind == "eu_act":
        return "eu_act: " + ("number" if re.search(r"\d/\d", text) else "name")
    return kind


def papers(folder: Path, roots: Iterable[Path]) -> Iterator[tuple[str, int | None, str, list[Gold], list[Mention]]]:
    """Name, how far it was marked, text, gold and finds of every paper of a gold folder."""
    environment = load_environment(Settings())
    for path in sorted(folder.glob("*.tsv")):
        if path.name.endswith(".qa.tsv"):
            continue
        remark, _ = read_rows(path)
        paper = next((root / remark["name"] for root in roots if (root / remark["name"]).exists()), None)
        if paper is None:
            continue
        document, mentions, _ = read_mentions(read_path(str(paper)), environment)
        until = int(remark["until"]) if remark.get("until") else None
        yield path.stem, until, document.text, read_gold(path), list(mentions)


def score(folders: Iterable[Path], roots: list[Path], details: bool) -> dict[str, Form]:
    forms: dict[str, Form] = defaultdict(Form)
    for folder in folders:
        for name, until, text, gold, found in papers(folder, roots):
            end = len(text) if until is None else until
            sure = {m.place: m for m in gold if not m.doubt and m.type in TYPES}
            doubtful = [m for m in gold if m.doubt]
            mine = [m for m in found if m.type.value in TYPES and m.end <= end]
            for line in _compare(forms, text, sure, doubtful, mine):
                if details:
                    print(f"  {name}: {line}")
    return forms


def _compare(
    forms: dict[str, Form],
    text: str,
    sure: dict[tuple[str, int, int], Gold],
    doubtful: list[Gold],
    found: list[Mention],
) -> Iterator[str]:
    left = dict(sure)
    for expected in sure.values():
        form = forms[form_of(expected.type, text[expected.start : expected.end])]
        form.gold += 1
        form.expected += bool(expected.ids)
    for mention in found:
        match = left.pop((mention.type.value, mention.start, mention.end), None)
        form = forms[form_of(mention.type.value, mention.text)]
        if match is None:
            if any(d.type == mention.type.value and d.start < mention.end and mention.start < d.end for d in doubtful):
                continue
            form.found += 1
            form.given += bool(mention.id)
            form.exact += mention.status is Status.EXACT
            form.wrong_exact += mention.status is Status.EXACT
            yield f"extra {mention.type.value} {mention.text!r} {mention.id} ({mention.rule})"
            continue
        form.found += 1
        form.spans += 1
        form.exact += mention.status is Status.EXACT
        if match.ids:
            form.given += bool(mention.id)
            right = mention.id in match.ids
            form.right += right
            if not right:
                form.wrong_exact += mention.status is Status.EXACT and mention.id is not None
                yield f"id {mention.text!r} {mention.id}, expected {' or '.join(match.ids)} ({mention.rule})"
    for expected in left.values():
        yield f"missed {expected.type} {text[expected.start : expected.end]!r}"


def _rate(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def show(title: str, forms: dict[str, Form]) -> None:
    """Prints the table; the last row sums all forms."""
    print(f"{title}\n{'form':34}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}{'F1 + id':>9}{'exact':>7}{'wrong':>7}")
    total = Form()
    for name in sorted(forms):
        form = forms[name]
        _row(name, form)
        for field in Form.__slots__:
            setattr(total, field, getattr(total, field) + getattr(form, field))
    _row("all", total)


def _row(name: str, form: Form) -> None:
    f1 = _rate(2 * form.spans, form.gold + form.found)
    with_id = _rate(2 * form.right, form.expected + form.given)
    print(
        f"{name:34}{form.gold:>6}{_rate(form.spans, form.found):>8}{_rate(form.spans, form.gold):>8}"
        f"{f1:>8}{with_id:>9}{form.exact:>7}{form.wrong_exact:>7}"
    )
