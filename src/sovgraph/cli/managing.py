"""`sovgraph config`, `status` and `remove`."""

import json
from argparse import Namespace

from sovgraph.cli.common import settings_of, table, write_out
from sovgraph.settings import NAMES


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
