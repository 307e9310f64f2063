"""The answer on its way out of a worker process: counted, cut at the limits, sent whole where it is short."""

import json
import struct
import time
from socket import socket

from sovgraph.serve.engine import ROW_ENDS, Refused, too_many
from sovgraph.serve.formats import FORMATS
from sovgraph.serve.frames import ANSWER, DATA, END, ERROR, FIRST_BYTES, PIECE_BYTES, START, TIMED, frame

_OFFSET = {"json": 1, "xml": 1, "csv": -1, "tsv": -1}
"""Rows more than there are row ends: the last row has none, and the line of columns has one."""


class Reply:
    """See `engine.Sink`. Nothing goes out before `FIRST_BYTES` are there or the answer is complete."""

    def __init__(self, line: socket, max_bytes: int, max_rows: int) -> None:
        self._line = line
        self._max_bytes = max_bytes
        self._max_rows = max_rows
        self._parts: list[bytes] = []
        self._held = self._total = self._rows = 0
        self._tail = b""
        self._started = False
        self._form = 0
        self._clock = time.process_time()

    def begin(self, form: int) -> None:
        self._form = form
        name = FORMATS[form].suffix
        self._end = ROW_ENDS.get(name, b"")
        self._rows = _OFFSET.get(name, 0)

    def write(self, data: bytes) -> int:
        size = len(data)
        self._parts.append(data)
        self._held += size
        self._total += size
        if self._total > self._max_bytes:
            raise Refused(413, "too-long", f"the answer is longer than {self._max_bytes} bytes; ask for less")
        if self._held >= (PIECE_BYTES if self._started else FIRST_BYTES):
            body = self._taken()
            first = b"" if self._started else bytes((self._form,))
            self._line.sendall(frame(DATA if self._started else START, first + body))
            self._started = True
        return size

    def flush(self) -> None:
        """The engine flushes at its end; `done` does that here."""

    def done(self) -> None:
        body = self._taken()
        if not self._started:
            self._line.sendall(frame(ANSWER, TIMED.pack(self._form, self._spent()) + body))
            return
        if body:
            self._line.sendall(frame(DATA, body))
        self._line.sendall(frame(END, struct.pack(">d", self._spent())))

    def fail(self, error: Refused) -> None:
        told = json.dumps([error.status, error.code, error.detail, self._spent()])
        self._line.sendall(frame(ERROR, told.encode("utf-8", "replace")))

    def _taken(self) -> bytes:
        """The bytes held so far, with their rows counted. Raises Refused."""
        body = b"".join(self._parts)
        self._parts, self._held = [], 0
        if self._end and self._max_rows:
            edge = len(self._end) - 1
            self._rows += body.count(self._end)
            if edge and self._tail:
                self._rows += (self._tail + body[:edge]).count(self._end)
            self._tail = body[-edge:] if edge else b""
            if self._rows > self._max_rows:
                raise too_many(self._max_rows)
        return body

    def _spent(self) -> float:
        return time.process_time() - self._clock
