"""`sovgraph config`, `status` and `remove`."""

import json
from argparse import Namespace
from collections import Counter
from typing import Any

from sovgraph.build import remove_papers
from sovgraph.cli.common import log, say, settings_of, table, write_out
from sovgraph.errors import QueryError
from sovgraph.identifiers import letter_number
from sovgraph.pipeline import load_environment
from sovgraph.query import find_paper, run
from sovgraph.query.corrected import remembered
from sovgraph.settings import NAMES
from sovgraph.store import QuadStore, open_store, paper_entries


def config(args: Namespace) -> int:
    """The effective settings and where each comes from."""
    settings = settings_of(args)
    rows = [(name, getattr(settings, name), settings.origin(name)) for name in NAMES]
    if args.format == "json":
        found = {name: {"value": value, "origin": origin} for name, value, origin in rows}
        write_out(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        header = ("instelling", "waarde", "herkomst") if args.lang == "nl" else ("setting", "value", "origin")
        write_out(table(header, [[str(cell) for cell in row] for row in rows]))
    return 0


def status(args: Namespace) -> int:
    """Papers, period, gaps, and the versions of rules and registers that they were read with."""
    with open_store(args.store, read_only=True) as store:
        found = _status(store)
    if args.format == "json":
        write_out(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        return 0
    write_out(table((say(args.lang, "opslag", "store"), args.store), _status_rows(found, args.lang)))
    return 0


def _status_rows(found: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """The same for people: one line a thing, versions each under their own name."""
    rows = [
        (say(lang, "stukken", "papers"), str(found["papers"])),
        *((f"  {genre}", str(count)) for genre, count in sorted(found["genres"].items())),
        (say(lang, "periode", "period"), found["period"]),
        (say(lang, "quads", "quads"), str(found["quads"])),
    ]
    for dossier, numbers in found["gaps"].items():
        rows.append((say(lang, f"ontbreekt in {dossier}", f"missing from {dossier}"), _ranges(numbers)))
    words = {
        "rules": say(lang, "regels", "rules"),
        "registers": say(lang, "registers", "registers"),
        "corrections": say(lang, "correcties", "corrections"),
        "base": say(lang, "begin van IRI's", "base of IRIs"),
    }
    for version in found["versions"]:
        count = version["papers"]
        rows.append((say(lang, "gelezen met", "read with"), say(lang, f"{count} stuk(ken)", f"{count} paper(s)")))
        rows += [(f"  {words[key]}", version[key] or say(lang, "geen", "none")) for key in words]
    return rows


def _ranges(numbers: list[str]) -> str:
    """PT, PU, PV, QB → "PT–PV, QB": numbers and letters that follow each other as one range."""
    parts: list[list[str]] = []
    for number in numbers:
        if parts and _place(number) == (_place(parts[-1][-1])[0], _place(parts[-1][-1])[1] + 1):
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(part[0] if len(part) == 1 else f"{part[0]}–{part[-1]}" for part in parts)


def _place(number: str) -> tuple[bool, int]:
    if number.isdigit():
        return True, int(number)
    return False, letter_number(number) if number.isalpha() else 0


def _status(store: QuadStore) -> dict[str, Any]:
    papers = run(store, "papers").values()
    dates = sorted({p["date"] for p in papers if p["date"]})
    genres = Counter(genre for _, genre in {(p["paper"], p["genre"] or "-") for p in papers})
    gaps: dict[str, list[str]] = {}
    for row in run(store, "missing-numbers").values():
        gaps.setdefault(row.get("dossierLabel") or row["dossier"] or "-", []).append(row["number"] or "-")
    versions = Counter(e.version for e in paper_entries(store.ledger()).values())
    return {
        "papers": len({p["paper"] for p in papers}),
        "genres": dict(sorted(genres.items())),
        "period": f"{dates[0]} – {dates[-1]}" if dates else "-",
        "gaps": {dossier: sorted(numbers, key=_place) for dossier, numbers in gaps.items()},
        "quads": len(store),
        "versions": [_version(text, count) for text, count in sorted(versions.items())],
    }


def _version(text: str, papers: int) -> dict[str, Any]:
    parts = [*text.split("/", 3), "", "", "", ""]
    return {"rules": parts[0], "registers": parts[1], "corrections": parts[2], "base": parts[3], "papers": papers}


def remove(args: Namespace) -> int:
    """Takes papers out, and computes the inferences anew without them."""
    with open_store(args.store) as store:
        papers = [name if ":" in name else find_paper(store, name) for name in args.papers]
        held = paper_entries(store.ledger())
        for paper in papers:
            if paper not in held:
                raise QueryError(f"{paper}: not a paper of this store; see sovgraph query papers")
        remove_papers(store, papers, load_environment(remembered(store, settings_of(args)).settings))
        for paper in papers:
            log(say(args.lang, f"verwijderd: {paper}", f"removed: {paper}"))
    return 0
