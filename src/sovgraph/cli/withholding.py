"""`sovgraph withhold`: a store without those who asked to be left out, to serve, export and publish."""

from argparse import Namespace
from pathlib import Path

from sovgraph.cli.common import config_file, say, table, write_out
from sovgraph.describe.publication import load_publication
from sovgraph.describe.withheld import copy_without
from sovgraph.errors import ConfigError, StoreError
from sovgraph.store import open_store


def withhold(args: Namespace) -> int:
    """Copies the store without the names and IRIs of the settings file and of the command."""
    wanted = tuple(dict.fromkeys((*load_publication(config_file(args)).withhold, *args.names)))
    if not wanted:
        raise ConfigError("withhold: nobody to leave out; give names or IRIs, or set [release] withhold")
    target = Path(args.output)
    if target.exists() and any(target.iterdir()):
        raise StoreError(f"{target}: is there already; give a new folder for the copy")
    with open_store(args.store, read_only=True) as store, open_store(target) as copy:
        found = copy_without(store, copy, wanted)
        rows = [
            (say(args.lang, "namen en IRI's op de lijst", "names and IRIs on the list"), len(wanted)),
            (say(args.lang, "dingen weggelaten", "things left out"), len(found.things)),
            (say(args.lang, "quads eerst", "quads before"), len(store)),
            (say(args.lang, "quads nu", "quads now"), len(copy)),
        ]
    write_out(table((say(args.lang, "opslag", "store"), str(target)), rows))
    return 0
