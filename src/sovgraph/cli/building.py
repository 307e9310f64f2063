"""`sovgraph build`: papers into a store, with a table of what came of them."""

import csv
import io
import json
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict, astuple, fields
from pathlib import Path

from sovgraph.build import BuildReport, BuiltPaper, Refused, build_store
from sovgraph.build.summary import Counts, counts_of, format_name, summary_of
from sovgraph.check import render_report
from sovgraph.cli.common import log, progress, say, settings_of, table, write_out
from sovgraph.query import labels_of
from sovgraph.query.sentences import in_language
from sovgraph.store import open_store


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
    elif args.format == "csv":
        write_out(_lines(report))
    else:
        write_out(_tables(report, quads, args.lang))
        write_out(render_report([report.conflicts], "table", args.lang, names))
    if args.report:
        from sovgraph.export.build_page import build_page

        write_out(build_page(report, args.lang, str(Path(args.report).parent)), args.report)
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


def _tables(report: BuildReport, quads: int, lang: str) -> str:
    """A row for each format and genre, and what became of the rest."""
    nl = "formaat soort stuks feiten gekoppeld dubbel open twijfels fouten let-op sec"
    en = "format genre files facts linked ambiguous open issues violations warnings sec"
    rows = [[*astuple(r)[:-1], f"{r.seconds:5.1f}"] for r in summary_of(report)]
    text = table((nl if lang == "nl" else en).split(), rows) if rows else ""
    read, same, refused = len(report.files), len(report.unchanged), len(report.refused)
    new, copies, clashes = len(report.replaced), len(report.copies), len(report.conflicts.findings)
    line = say(
        lang,
        f"{read} gelezen{f', waarvan {new} vervangen' if new else ''}"
        f"{f', waarvan {copies} ander bestand van een stuk' if copies else ''}, {same} ongewijzigd, "
        f"{refused} geweigerd, "
        f"{clashes} tegenspraak tussen stukken; "
        f"de opslag heeft {quads} quads.",
        f"{read} read{f', {new} of them replaced' if new else ''}"
        f"{f', {copies} of them another file of a paper' if copies else ''}, {same} unchanged, {refused} refused, "
        f"{clashes} contradiction(s) between papers; "
        f"the store holds {quads} quads.",
    )
    return f"{text}{line}\n{_differences(report, lang)}"


def _lines(report: BuildReport) -> str:
    """A line a file, those that were refused too, with the reason."""
    names = [f.name for f in fields(Counts) if f.name not in ("files", "seconds")]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["file", "paper", *names, "copyOf", "refused"])
    for paper in report.files:
        row = asdict(counts_of([paper], format_name(paper.media_type), paper.genre))
        writer.writerow([paper.source, paper.iri, *(row[name] for name in names), paper.copy_of, ""])
    for refusal in report.refused:
        writer.writerow([refusal.source, "", *("" for _ in names), "", refusal.message])
    return out.getvalue()


def _differences(report: BuildReport, lang: str) -> str:
    count, papers = sum(report.differences.values()), len(report.differences)
    if not count:
        return ""
    return say(
        lang,
        f"{count} verschil(len) tussen de bestanden van {papers} stuk(ken): sovgraph query manifestation-differences\n",
        f"{count} difference(s) between the files of {papers} paper(s): sovgraph query manifestation-differences\n",
    )


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
                "format": format_name(p.media_type),
                "copyOf": p.copy_of,
                "genre": p.genre,
                "statements": p.statements,
                "mentions": dict(p.mentions),
                "issues": len(p.issues),
                "violations": p.violations,
                "warnings": len(p.findings) - p.violations,
            }
            for p in report.files
        ],
        "differences": report.differences,
        "table": [asdict(row) | {"seconds": round(row.seconds, 3)} for row in summary_of(report)],
    }
