"""`sovgraph site`: the pages and data as files."""

import json
import os
import time
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from sovgraph.cli.common import config_file, progress, say, settings_of, table, write_out
from sovgraph.describe.publication import load_publication
from sovgraph.describe.withheld import published_folder
from sovgraph.errors import ConfigError


def site(args: Namespace) -> int:
    """Writes the site and tells how much of it was new."""
    try:
        import jinja2  # noqa: F401
        import snowballstemmer  # noqa: F401
    except ModuleNotFoundError as error:
        raise ConfigError(f"site: {error.name} is not installed; pip install 'sovgraph[web]'") from error
    from sovgraph.site.making import SiteOptions, make_site

    if args.workers is not None and args.workers < 1:
        raise ConfigError(f"--workers {args.workers}: must be more than 0")
    started = time.monotonic()
    publication = load_publication(config_file(args))

    def show(jobs: Iterable[int], total: int) -> Iterable[int]:
        return progress(jobs, total, say(args.lang, "schrijven", "writing"), quiet=args.quiet)

    with published_folder(Path(args.store), publication.withhold) as store:
        options = SiteOptions(
            store=store,
            out=Path(args.output),
            base=settings_of(args).base,
            publication=publication,
            workers=args.workers or os.cpu_count() or 1,
            whole=args.whole,
            everything=args.everything,
        )
        made = make_site(options, show)
    told = {
        "files": made.files,
        "written": made.written,
        "kept": made.kept,
        "removed": made.removed,
        "bytes": made.size,
        "seconds": round(time.monotonic() - started, 1),
    }
    if args.format == "json":
        write_out(json.dumps(told) + "\n")
        return 0
    names = {
        "files": say(args.lang, "bestanden", "files"),
        "written": say(args.lang, "geschreven", "written"),
        "kept": say(args.lang, "ongewijzigd", "unchanged"),
        "removed": say(args.lang, "weggehaald", "removed"),
        "bytes": "bytes",
        "seconds": say(args.lang, "seconden", "seconds"),
    }
    write_out(
        table((say(args.lang, "site", "site"), args.output), [(names[key], value) for key, value in told.items()])
    )
    return 0
