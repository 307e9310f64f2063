"""A whole static site of a store: how many files, how large, how long; what a second run writes; whether links break.

    .venv/bin/python benchmarks/site.py STORE [--out FOLDER] [--workers N]

The exit code is 1 when a link leads nowhere or the second run writes a file. Without --out the site is thrown away.
"""

import argparse
import os
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.site.folder import broken_links, read_pages

from sovgraph.site.making import SiteOptions, SiteReport, make_site

SHOWN = 20


def made(options: SiteOptions) -> tuple[SiteReport, float]:
    """The report of a run and its seconds."""
    begin = time.perf_counter()
    report = make_site(options)
    return report, time.perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        options = SiteOptions(args.store, args.out or Path(folder) / "site", workers=args.workers)
        first, seconds = made(options)
        print(
            f"first run: {first.files:,} files, {first.size / 1e6:,.0f} MB, {first.written:,} written, {seconds:.0f} s"
        )
        second, again = made(options)
        print(f"second run: {second.written:,} written, {again:.1f} s, {again / seconds:.3f} of the first")
        pages = read_pages(options.out)
        broken = list(islice(broken_links(options.out, pages), SHOWN))
        print(f"links: {sum(len(page.links) for page in pages.values()):,} on {len(pages):,} pages, broken: {broken}")
    return 1 if broken or second.written else 0


if __name__ == "__main__":
    raise SystemExit(main())
