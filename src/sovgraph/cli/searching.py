"""`sovgraph search`: words looked for in papers, questions, answers and names."""

import csv
import io
import json
from argparse import Namespace
from dataclasses import asdict

from sovgraph.cli.common import log, say, table, write_out
from sovgraph.errors import QueryError
from sovgraph.query import short_iri
from sovgraph.search import Hit, Hits, kind_names, kind_word, open_index

COLUMNS = ("kind", "iri", "title", "label", "date", "chamber", "dossiers", "paper", "start", "end", "first", "snippet")
_WIDTH = 110


def search(args: Namespace) -> int:
    """Hits, the best first. Exit code 0, also without any."""
    for kind in args.kind:
        if kind not in kind_names():
            raise QueryError(f"--kind {kind}: unknown; known: {', '.join(kind_names())}")
    index = open_index(args.store)
    try:
        found = index.search(
            " ".join(args.words),
            kind=args.kind,
            year=args.year,
            chamber=args.chamber,
            dossier=args.dossier.replace(" ", ""),
            lang=args.lang,
            limit=args.limit,
            offset=args.offset,
        )
    finally:
        index.close()
    write_out(_FORMATS[args.format](found, args.lang))
    if args.format == "table" and not args.quiet:
        log(_told(found, args.lang))
    return 0


def _table(found: Hits, lang: str) -> str:
    header = (say(lang, "soort", "kind"), say(lang, "ding", "thing"), say(lang, "titel en woorden", "title and words"))
    rows = [(kind_word(hit.kind, lang), short_iri(hit.iri), _line(hit)) for hit in found]
    return table(header, rows) if rows else ""


def _line(hit: Hit) -> str:
    words = " ".join(hit.snippet.split())
    text = " | ".join(dict.fromkeys(part for part in (hit.title, words) if part))
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1].rstrip() + "…"


def _json(found: Hits, lang: str) -> str:
    return json.dumps(asdict(found), ensure_ascii=False, indent=1) + "\n"


def _csv(found: Hits, lang: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for hit in found:
        values = asdict(hit) | {"dossiers": " ".join(hit.dossiers)}
        writer.writerow(["" if values[c] is None else values[c] for c in COLUMNS])
    return out.getvalue()


def _told(found: Hits, lang: str) -> str:
    shown = say(lang, f"{len(found)} van {found.total}", f"{len(found)} of {found.total}")
    if found.match == "any":
        shown += say(lang, "; niet alle woorden komen samen voor", "; not all words occur together")
    if found.variant:
        shown += say(lang, f"; bedoelde u: {found.variant}", f"; did you mean: {found.variant}")
    return shown


_FORMATS = {"table": _table, "json": _json, "csv": _csv}
