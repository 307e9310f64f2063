"""`sovgraph report`: overviews for people, each made from a file of data; `sovgraph diff`: what changed."""

from argparse import Namespace
from contextlib import ExitStack

from sovgraph.cli.common import say, table, write_out
from sovgraph.diff import (
    Asked,
    changed_graphs,
    changes_since,
    compare_stores,
    has_differences,
    write_atom,
    write_json_feed,
    write_patch,
)
from sovgraph.diff.changes import NAME
from sovgraph.errors import QueryError
from sovgraph.report import make_report, render_report, report_file, report_names
from sovgraph.store import open_store


def report(args: Namespace) -> int:
    """One report; `list` names all of them."""
    if args.name == "list":
        write_out(_listed(args.lang))
        return 0
    report_file(args.name)
    if not args.store:
        raise QueryError("--store DIR ontbreekt / is missing: the folder of the store to ask")
    if args.name == NAME and args.subject:
        raise QueryError(f"report {NAME}: takes no '{args.subject}'; see: sovgraph report list")
    if args.name != NAME and args.since:
        raise QueryError(f"report {args.name}: takes no --since; see: sovgraph report {NAME}")
    with open_store(args.store, read_only=True) as store:
        if args.name == NAME:
            made = changes_since(store, Asked(args.since, args.on, args.dossier, lang=args.lang)).report
        else:
            made = make_report(store, args.name, args.subject, on=args.on, dossier=args.dossier, lang=args.lang)
    write_out(render_report(made, args.format, spreadsheet=args.spreadsheet), args.output)
    return 0


def _listed(lang: str) -> str:
    rows = []
    for name in report_names():
        file = report_file(name)
        asked = f"{name} {file.subject.example}" if file.subject else name
        rows.append((asked, file.description.of(lang)))
    return table((say(lang, "overzicht", "report"), say(lang, "wat het toont", "what it shows")), rows)


def diff(args: Namespace) -> int:
    """What one store shows since a day, or how two stores differ. Exit 0; 1 with --exit-code when they differ."""
    about = tuple((name, getattr(args, name)) for name in ("country", "member", "committee") if getattr(args, name))
    asked = Asked(args.since, args.on, args.dossier, about, args.lang)
    if args.new is None and (args.format == "patch" or args.facts):
        raise QueryError("--format patch and --facts compare two stores; give the new one too")
    if args.new is not None and args.since:
        raise QueryError("--since asks one store; leave it out to compare two")
    with ExitStack() as opened:
        old = opened.enter_context(open_store(args.old, read_only=True))
        if args.new is None:
            found = changes_since(old, asked)
        else:
            new = opened.enter_context(open_store(args.new, read_only=True))
            if args.format == "patch":
                patch = b"".join(write_patch(changed_graphs(old, new)))
                write_out(patch, args.output)
                return int(args.exit_code and bool(patch))
            found = compare_stores(old, new, asked, facts=args.facts)
    if args.format == "atom":
        write_out(write_atom(found, args.url), args.output)
    elif args.format == "jsonfeed":
        write_out(write_json_feed(found, args.url), args.output)
    else:
        write_out(render_report(found.report, args.format, spreadsheet=args.spreadsheet), args.output)
    return int(args.exit_code and has_differences(found))
