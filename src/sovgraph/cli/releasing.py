"""`sovgraph release`: one edition of the data as a folder of files."""

import json
from argparse import Namespace
from pathlib import Path

from sovgraph.cli.common import config_file, log, say, settings_of, table, write_out
from sovgraph.describe.publication import load_publication
from sovgraph.describe.withheld import find_withheld, published
from sovgraph.errors import ConfigError
from sovgraph.store import open_store


def release(args: Namespace) -> int:
    """Makes the release and tells how much is in it."""
    try:
        import pyarrow  # noqa: F401
        import xlsxwriter  # noqa: F401
    except ModuleNotFoundError as error:
        raise ConfigError(f"release: {error.name} is not installed; pip install 'sovgraph[release]'") from error
    from sovgraph.release import Asked, make_release

    base = settings_of(args).base
    publication = load_publication(config_file(args))
    previous = Path(args.previous) if args.previous else None
    with open_store(args.store, read_only=True) as whole:
        withheld = find_withheld(whole, publication.withhold)
        asked = Asked(args.edition, args.date, previous, base, withheld)
        with published(whole, withheld) as store:
            made = make_release(store, Path(args.output), publication, asked)
    if publication.missing and not args.quiet:
        names = ", ".join(publication.missing)
        nl = f"{names}: niet ingesteld; zet ze onder [release] in sovgraph.toml voor u dit verspreidt"
        log(say(args.lang, nl, f"{names}: not set; set them under [release] in sovgraph.toml before you spread this"))
    rows = [
        (say(args.lang, "versie", "version"), made.version),
        (say(args.lang, "dag", "day"), made.day),
        (say(args.lang, "stukken", "papers"), made.extent.papers),
        ("quads", made.quads),
        (say(args.lang, "verschillende triples", "distinct triples"), made.triples),
        (say(args.lang, "tabellen", "tables"), len(made.tables)),
        (say(args.lang, "rijen", "rows"), sum(written.rows for written in made.tables)),
    ]
    if made.changed is not None:
        rows += [
            (say(args.lang, "feiten erbij", "facts added"), len(made.changed.came)),
            (say(args.lang, "feiten weg", "facts removed"), len(made.changed.went)),
        ]
    if args.format == "json":
        told = {"version": made.version, "day": made.day, "papers": made.extent.papers, "quads": made.quads,
                "triples": made.triples, "tables": {w.table.name: w.rows for w in made.tables}}  # fmt: skip
        write_out(json.dumps(told, ensure_ascii=False) + "\n")
    else:
        write_out(table((say(args.lang, "uitgave", "release"), args.output), rows))
    return 0
