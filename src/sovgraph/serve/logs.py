"""Lines for stderr, written by a thread of their own: a reader that stops reading doesn't stop the server."""

import json
import os
import queue
import sys
import threading
from datetime import UTC, datetime

_MOST = 20_000
"""Lines that wait at most; beyond it they are dropped, and their number is told later."""


Line = dict[str, str | int | float]
"""What is told of one request; `time` in seconds since 1970."""


class LogWriter:
    """`write` returns at once."""

    def __init__(self) -> None:
        self.dropped = 0
        self._lines: queue.SimpleQueue[Line | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="log", daemon=True)
        self._thread.start()

    def write(self, line: Line) -> None:
        if self._lines.qsize() >= _MOST:
            self.dropped += 1
            return
        self._lines.put(line)

    def close(self) -> None:
        """Waits a moment for what is left."""
        self._lines.put(None)
        self._thread.join(0.3)

    def _run(self) -> None:
        number = sys.stderr.fileno()
        while (line := self._lines.get()) is not None:
            lines = [_text(line)]
            while not self._lines.empty() and len(lines) < 500:
                more = self._lines.get()
                if more is None:
                    self._lines.put(None)
                    break
                lines.append(_text(more))
            if self.dropped:
                lines.append(json.dumps({"log": "dropped", "lines": self.dropped}))
                self.dropped = 0
            self._put(number, ("\n".join(lines) + "\n").encode("utf-8", "replace"))

    def _put(self, number: int, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(number, data) :]
        except OSError:
            return


def _text(line: Line) -> str:
    moment = datetime.fromtimestamp(line["time"], UTC).isoformat(timespec="milliseconds")  # type: ignore[arg-type]
    return json.dumps({**line, "time": moment}, ensure_ascii=False)
