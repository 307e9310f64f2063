"""The command line in this process, as a script meets it: starting a new one takes longer than most commands."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from unittest import mock

from sovgraph.cli import main


@dataclass(frozen=True)
class Done:
    """What a command left behind, as `subprocess.run` tells it."""

    returncode: int
    stdout: str
    stderr: str


def sovgraph(*words: str, given: str = "") -> Done:
    """`given` is what it reads from standard input. Wrong use ends a command as it ends a program."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    typed = io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", typed):
        try:
            code = main(list(words))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
    return Done(code, _told(out), _told(err))


def _told(stream: io.TextIOWrapper) -> str:
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()
