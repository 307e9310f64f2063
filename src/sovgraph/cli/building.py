"""`sovgraph build`: papers into a store, with a table of what came of them."""

import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from sovgraph.build import BuildReport, BuiltPaper, Refused, build_store
from sovgraph.check import render_report
from sovgraph.cli.common import log, progress, say, settings_of, table, write_out
from sovgraph.model import Severity
from sovgraph.query import labels_of
from sovgraph.query.sentences import in_language
from sovgraph.store import open_store

STATUSES = ("exact", "inferred", "ambiguous", "unresolved")


def build(args: Namespace) -> int:
    """Builds, prints the table, names what was refused and why."""
    settings = settings_of(args)

    def show(results: Iterator[BuiltPaper | Refused], total: int) -> Iterator[BuiltPaper | Refused]:
        return progress(results, total, say(args.lang, "lezen", "reading"), quiet=args.quiet)

    with open_store(args.store) as store:
        report = build_store(store, args.paths, settings, strict=args.strict, progress=show)
        quads = len(store)
        things = {i for f in report.conflicts.findings for i in (f.focus, f.value, f.paper) if "://" in i}
        names = labels_of(store, things, args.lang)
    if args.format == "json":
        write_out(json.dumps(_summary(report, quads), ensure_ascii=False, indent=1) + "\n")
    else:
        write_out(_tables(report, quads, args.lang))
        write_out(render_report([report.conflicts], "table", args.lang, names))
    _tell_corrections(report, args.lang)
    for paper in report.replaced:
        log(say(args.lang, f"vervangen door nieuwe inhoud: {paper.iri}", f"replaced by new content: {paper.iri}"))
    for refusal in report.refused:
        log(f"sovgraph: {in_language(refusal.message, args.lang)}")
    for c in report.unmatched:
        place = f"{c.paper} {c.start}–{c.end} {c.type}"
        log(
            say(
                args.lang,
                f"sovgraph: correctie zonder gevolg: {place}; daar is zo'n vermelding niet, of het stuk ontbreekt",
                f"sovgraph: correction without effect: {place}; no such mention there, or the paper is absent",
            )
        )
    return report.exit_code


def _tell_corrections(report: BuildReport, lang: str) -> None:
    """Says when corrections of an earlier build are used again, or can't be."""
    memory = report.corrections
    if memory and memory.again:
        log(say(lang, f"correcties opnieuw gebruikt: {memory.again}", f"corrections used again: {memory.again}"))
    if memory and memory.lost:
        count = len(memory.kept)
        nl = f"sovgraph: het correctiebestand {memory.lost} is weg; {count} verbeterd(e) stuk(ken) blijven zoals nu"
        en = f"sovgraph: the corrections file {memory.lost} is gone; {count} corrected paper(s) stay as they are"
        log(say(lang, nl, en))


def _rows(report: BuildReport) -> list[list[object]]:
    """One row a genre: papers, statements, mentions by status, issues, violations, warnings."""
    genres: dict[str, list[BuiltPaper]] = {}
    for paper in report.built:
        genres.setdefault(paper.genre, []).append(paper)
    rows: list[list[object]] = [[genre, *_counts(papers)] for genre, papers in sorted(genres.items())]
    if len(rows) > 1:
        rows.append(["", *_counts(report.built)])
    return rows


def _counts(papers: list[BuiltPaper]) -> list[object]:
    by_status = [sum(dict(p.mentions).get(status, 0) for p in papers) for status in STATUSES]
    issues = sum(sum(i.severity is not Severity.INFO for i in p.issues) for p in papers)
    warnings = sum(len(p.findings) - p.violations for p in papers)
    return [
        len(papers),
        sum(p.statements for p in papers),
        *by_status,
        issues,
        sum(p.violations for p in papers),
        warnings,
    ]


def _tables(report: BuildReport, quads: int, lang: str) -> str:
    nl = ("soort", "stukken", "feiten", "zeker", "afgeleid", "dubbelzinnig", "open", "twijfels", "fouten", "let op")
    en = (
        "genre",
        "papers",
        "facts",
        "exact",
        "inferred",
        "ambiguous",
        "unresolved",
        "issues",
        "violations",
        "warnings",
    )
    text = table(nl if lang == "nl" else en, _rows(report)) if report.built else ""
    read, same, refused = len(report.built), len(report.unchanged), len(report.refused)
    new, clashes = len(report.replaced), len(report.conflicts.findings)
    line = say(
        lang,
        f"{read} gelezen{f', waarvan {new} vervangen' if new else ''}, {same} ongewijzigd, {refused} geweigerd, "
        f"{clashes} tegenspraak tussen stukken; "
        f"de opslag heeft {quads} quads.",
        f"{read} read{f', {new} of them replaced' if new else ''}, {same} unchanged, {refused} refused, "
        f"{clashes} contradiction(s) between papers; "
        f"the store holds {quads} quads.",
    )
    return f"{text}{line}\n"


def _summary(report: BuildReport, quads: int) -> dict[str, object]:
    return {
        "quads": quads,
        "unchanged": [Path(p).name for p in report.unchanged],
        "replaced": [p.iri for p in report.replaced],
        "unmatched": [f"{c.paper} {c.start}-{c.end} {c.type}" for c in report.unmatched],
        "refused": [{"source": r.source, "message": r.message} for r in report.refused],
        "conflicts": [asdict(f) for f in report.conflicts.findings],
        "papers": [
            {
                "source": p.source,
                "iri": p.iri,
                "genre": p.genre,
                "statements": p.statements,
                "mentions": dict(p.mentions),
                "issues": len(p.issues),
                "violations": p.violations,
                "warnings": len(p.findings) - p.violations,
            }
            for p in report.built
        ],
    }
