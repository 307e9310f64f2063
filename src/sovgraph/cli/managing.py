"""`sovgraph config`, `status` and `remove`."""

import json
from argparse import Namespace

from sovgraph.build import refresh_inferences
from sovgraph.cli.common import log, say, settings_of, table, write_out
from sovgraph.errors import QueryError
from sovgraph.pipeline import load_environment
from sovgraph.query import find_paper, run
from sovgraph.settings import NAMES
from sovgraph.store import QuadStore, open_store


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
    names = {
        "papers": ("stukken", "papers"),
        "genres": ("soorten", "genres"),
        "period": ("periode", "period"),
        "gaps": ("ontbrekend", "missing"),
        "quads": ("quads", "quads"),
        "versions": ("regels/registers/correcties/basis", "rules/registers/corrections/base"),
    }
    rows = [(names[key][args.lang == "en"], _flat(value)) for key, value in found.items()]
    write_out(table(("", ""), rows))
    return 0


def _flat(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k}: {v}" for k, v in value.items()) or "-"
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "-"
    return str(value)


def _status(store: QuadStore) -> dict[str, object]:
    papers = run(store, "papers").values()
    dates = sorted({p["date"] for p in papers if p["date"]})
    genres: dict[str, int] = {}
    for genre, _ in sorted({((p.get("genreLabel") or p["genre"] or "-"), p["paper"]) for p in papers}, key=str):
        genres[genre] = genres.get(genre, 0) + 1
    gaps: dict[str, list[str]] = {}
    for row in run(store, "missing-numbers").values():
        gaps.setdefault(row.get("dossierLabel") or row["dossier"] or "-", []).append(row["number"] or "-")
    versions = sorted({e.version for e in store.ledger().values() if e.source != "register"})
    return {
        "papers": len({p["paper"] for p in papers}),
        "genres": genres,
        "period": f"{dates[0]} – {dates[-1]}" if dates else "-",
        "gaps": {dossier: " ".join(numbers) for dossier, numbers in gaps.items()},
        "quads": len(store),
        "versions": versions,
    }


def remove(args: Namespace) -> int:
    """Takes papers out, and computes the inferences anew without them."""
    gone = 0
    with open_store(args.store) as store:
        for name in args.papers:
            paper = name if ":" in name else find_paper(store, name)
            if paper not in store.ledger():
                raise QueryError(f"{paper}: not a paper of this store; see sovgraph query papers")
            gone += store.remove_graph(paper)
            log(say(args.lang, f"verwijderd: {paper}", f"removed: {paper}"))
        refresh_inferences(store, load_environment(settings_of(args)))
    return 0 if gone else 1
