"""`sovgraph query` (with list and show) and `sovgraph sparql`."""

import sys
from argparse import Namespace
from pathlib import Path

from sovgraph.cli.common import say, table, write_out
from sovgraph.errors import QueryError
from sovgraph.query import (
    StoredQuery,
    as_solutions,
    catalog,
    render,
    run,
    run_sparql,
    serialise,
)
from sovgraph.store import Solutions, Triples, open_store


def query(args: Namespace) -> int:
    """A stored query's rows; `list` names all queries, `show NAME` prints one with its parameters."""
    if args.name == "list":
        rows = [(q.name, q.title(args.lang)) for q in catalog().queries]
        write_out(table(("vraag", "titel") if args.lang == "nl" else ("query", "title"), rows))
        return 0
    if args.name == "show":
        write_out(_shown(catalog().get(args.shown or ""), args.lang))
        return 0
    params = _params(args)
    catalog().get(args.name)
    if not args.store:
        raise QueryError("--store is missing: the folder of the store to ask")
    with open_store(args.store, read_only=True) as store:
        write_out(_with_newline(render(run(store, args.name, params, lang=args.lang), args.format, args.lang)))
    return 0


def _params(args: Namespace) -> dict[str, list[str]]:
    """Parameters given as --param NAME=VALUE or as --NAME VALUE; one that comes again adds a value."""
    found: dict[str, list[str]] = {}
    for pair in args.param:
        name, equals, value = pair.partition("=")
        if not equals:
            raise QueryError(f"--param {pair}: expected NAME=VALUE")
        found.setdefault(name, []).append(value)
    words = list(args.extra)
    while words:
        word = words.pop(0)
        name, equals, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise QueryError(f"'{word}': expected --NAME VALUE")
        if not equals and not words:
            raise QueryError(f"{word}: its value is missing")
        found.setdefault(name, []).append(value if equals else words.pop(0))
    return found


def _shown(stored: StoredQuery, lang: str) -> str:
    lines = [f"{stored.name}: {stored.title(lang)}", stored.description(lang), ""]
    for p in stored.params:
        must = say(lang, "verplicht", "required") if p.required else say(lang, "naar keuze", "optional")
        lines.append(f"  --{p.name} ({p.type}, {must}): {p.description(lang)}  [{p.example}]")
    lines += ["", say(lang, "kolommen: ", "columns: ") + ", ".join(stored.columns), "", stored.text.strip()]
    return "\n".join(lines) + "\n"


def sparql(args: Namespace) -> int:
    """SPARQL from the option, a file or stdin; reading only."""
    text = _text(args.query)
    with open_store(args.store, read_only=True) as store:
        answer = run_sparql(store, text)
        if isinstance(answer, Triples):
            if args.format in ("nq", "trig", "ttl", "jsonld", "rdfxml"):
                write_out(serialise(answer.ntriples, args.format))
                return 0
            answer = as_solutions(answer)
        if args.format in ("nq", "trig", "ttl", "jsonld", "rdfxml"):
            raise QueryError(f"--format {args.format} is for CONSTRUCT and DESCRIBE; use table, json, csv, tsv or md")
        shown: Solutions | bool = answer
        write_out(_with_newline(render(shown, args.format, args.lang)))
    return 0


def _text(given: str) -> str:
    if given == "-":
        return sys.stdin.read()
    path = Path(given)
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else given
    except OSError:
        return given


def _with_newline(text: str) -> str:
    return text if text.endswith("\n") else text + "\n"
