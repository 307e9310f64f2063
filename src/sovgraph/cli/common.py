"""What several commands share: settings from options, output, the opened store, progress."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from sovgraph.settings import NAMES, Settings, load_settings

Item = TypeVar("Item")


def settings_of(args: Namespace) -> Settings:
    """Settings from the options that were given, over those of the settings file."""
    options = {name: getattr(args, name) for name in NAMES if getattr(args, name, None) is not None}
    if not getattr(args, "lang_given", True):
        options.pop("lang", None)
    return load_settings(config_file(args), options)


def config_file(args: Namespace) -> Path | None:
    """The settings file that was asked for, else sovgraph.toml of this folder where there is one."""
    config = getattr(args, "config", None)
    default = Path("sovgraph.toml")
    return Path(config) if config else default if default.is_file() else None


def write_out(data: str | bytes, output: str | None = None) -> None:
    """Data to stdout, or to a file that appears whole or not at all."""
    raw = data.encode("utf-8") if isinstance(data, str) else data
    if output is None or output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        return
    path = Path(output)
    part = path.with_name(path.name + ".part")
    part.write_bytes(raw)
    part.replace(path)


def log(text: str) -> None:
    sys.stderr.write(text + "\n")


def progress(items: Iterable[Item], total: int, label: str, *, quiet: bool) -> Iterator[Item]:
    """Passes items through, with a bar on stderr when that is a terminal."""
    show = sys.stderr.isatty() and not quiet and total > 1
    for done, item in enumerate(items, start=1):
        if show:
            total = max(total, done)  # an archive is one path with many papers
            width = 30 * done // total
            sys.stderr.write(f"\r{label} [{'=' * width}{' ' * (30 - width)}] {done}/{total}")
            sys.stderr.flush()
        yield item
    if show:
        sys.stderr.write("\r" + " " * (len(label) + 50) + "\r")


def say(lang: str, nl: str, en: str) -> str:
    return nl if lang == "nl" else en


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A plain aligned table; numbers to the right."""
    cells = [[str(c) for c in row] for row in rows]
    widths = [max([len(h), *(len(row[i]) for row in cells)]) for i, h in enumerate(header)]
    right = [bool(rows) and all(isinstance(row[i], int) for row in rows) for i in range(len(header))]

    def line(values: Sequence[str]) -> str:
        padded = (v.rjust(w) if r else v.ljust(w) for v, w, r in zip(values, widths, right, strict=True))
        return "  ".join(padded).rstrip()

    return "\n".join([line(header), line(["-" * w for w in widths]), *(line(row) for row in cells)]) + "\n"
