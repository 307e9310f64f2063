"""`sovgraph harvest`: official papers and data into a folder, with a table of what came of them."""

import json
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from sovgraph.cli.common import log, progress, say, settings_of, table, write_out
from sovgraph.harvest import Got, Harvest, HarvestReport, Row, counts, selection_of

SHOWN = 50
"""So many failures are listed on stderr; the manifest has them all."""


def harvest(args: Namespace) -> int:
    """Harvests, prints the table, names what failed and why."""
    selection = selection_of(
        dossiers=args.dossier,
        papers=args.paper,
        since=args.since,
        chamber=args.chamber,
        genres=args.genre,
        formats=args.formats,
        what=args.what,
        limit=args.limit,
    )

    def show(items: Iterable[None], total: int) -> Iterable[None]:
        return progress(items, total, say(args.lang, "halen", "harvesting"), quiet=args.quiet)

    run = Harvest(selection, settings_of(args), progress=show, verify=args.verify)
    report = run.plan() if args.dry_run else run.into(Path(args.output))
    if args.format == "json":
        write_out(_json(report, args))
    else:
        write_out(_plan(report, args.lang) if args.dry_run else _table(report, args.lang))
    _tell(report, args.lang, dry=args.dry_run)
    if args.dry_run:
        return 0 if not report.problems else 1 if report.rows else 3
    return report.exit_code


def _group(row: Row) -> str:
    """papers, metadata, sru, or an entity of the open data."""
    if row.path.endswith(".metadata.xml"):
        return "metadata"
    parts = row.path.split("/")
    return "/".join(parts[:2]) if parts[0] == "odata" else parts[0]


def _table(report: HarvestReport, lang: str) -> str:
    nl = ("wat", "gehaald", "ongewijzigd", "gewijzigd", "ontbreekt", "mislukt")
    en = ("what", "had", "unchanged", "changed", "missing", "failed")
    groups: dict[str, list[Row]] = {}
    for row in (*report.rows, *report.problems):
        groups.setdefault(_group(row), []).append(row)
    rows: list[list[object]] = [[name, *counts(found).values()] for name, found in sorted(groups.items())]
    if not rows:
        return say(lang, "Niets gevonden om te halen.\n", "Nothing found to have.\n")
    return table(nl if lang == "nl" else en, rows)


def _plan(report: HarvestReport, lang: str) -> str:
    header = ("bestand", "adres") if lang == "nl" else ("file", "address")
    return table(header, [[row.path, row.url] for row in report.rows])


def _tell(report: HarvestReport, lang: str, *, dry: bool) -> None:
    for path in report.altered:
        nl, en = "was niet zoals het manifest zegt; opnieuw gehaald", "was not as the manifest says; had again"
        log(f"sovgraph: {path}: {say(lang, nl, en)}")
    told = (*report.failures, *(() if dry else report.absent))
    if not told:
        return
    from sovgraph.query.sentences import in_language  # heavy, as the package of queries comes with it

    for row in told[:SHOWN]:
        word = say(lang, "ontbreekt", "missing") if row.status is Got.MISSING else say(lang, "mislukt", "failed")
        log(f"sovgraph: {row.path}: {word}: {in_language(row.reason, lang)}")
    if len(told) > SHOWN:
        more = len(told) - SHOWN
        log(say(lang, f"sovgraph: en nog {more}; zie het manifest", f"sovgraph: and {more} more; see the manifest"))


def _json(report: HarvestReport, args: Namespace) -> str:
    found = {
        "output": args.output,
        "dry_run": args.dry_run,
        "counts": {} if args.dry_run else counts((*report.rows, *report.problems)),
        "problems": [asdict(row) for row in report.problems],
        "altered": report.altered,
        "files": [asdict(row) for row in report.rows],
    }
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
