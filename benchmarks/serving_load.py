"""Asks a server over eight connections as fast as it answers, in a process of its own; counts whole answers."""

import selectors
import socket
import time
from dataclasses import dataclass

CONNECTIONS = 8
FEWEST, PATIENCE = 4, 60.0
"""A slow server gets more time, until it has answered so often; then it counts as 1 in that time."""


@dataclass(slots=True)
class Line:
    """One connection with what is known of the answer that it waits for."""

    connection: socket.socket
    buffer: bytes = b""
    missing: int = -1
    chunked: bool = False
    good: bool = False

    def feed(self, data: bytes) -> bool:
        """True when the answer is complete."""
        if self.missing < 0 and not self.chunked:
            self.buffer += data
            head, found, rest = self.buffer.partition(b"\r\n\r\n")
            if not found:
                return False
            lower = head.lower()
            self.good = b" 200" in head[:13]
            self.chunked = b"transfer-encoding: chunked" in lower
            if self.chunked:
                self.buffer, data = b"", rest
            else:
                length = lower.partition(b"content-length:")[2].partition(b"\r\n")[0]
                self.missing = int(length) - len(rest)
                self.buffer = b""
                return self.missing == 0
        if not self.chunked:
            self.missing -= len(data)
            return self.missing == 0
        return self._chunks(data)

    def _chunks(self, data: bytes) -> bool:
        """`missing` counts what is left of a chunk with the line end behind it."""
        data = self.buffer + data
        self.buffer = b""
        while data:
            if self.missing > 0:
                taken = min(self.missing, len(data))
                self.missing -= taken
                data = data[taken:]
                continue
            size, found, rest = data.partition(b"\r\n")
            if not found:
                break
            number = int(size, 16)
            if number == 0:
                if rest[:2] == b"\r\n":
                    return True
                break
            self.missing = number + 2
            data = rest
        self.buffer = data
        return False

    def reset(self) -> None:
        self.buffer, self.missing, self.chunked = b"", -1, False


def load(port: int, requests: list[bytes], seconds: float) -> tuple[float, int]:
    """Answers a second, and how many were no 200."""
    selector = selectors.DefaultSelector()
    at = done = bad = 0
    lines = [Line(socket.create_connection(("127.0.0.1", port))) for _ in range(CONNECTIONS)]
    for line in lines:
        line.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.connection.sendall(requests[at % len(requests)])
        at += 1
        selector.register(line.connection, selectors.EVENT_READ, line)
    start = time.perf_counter()
    while (now := time.perf_counter()) - start < seconds or (done < FEWEST and now - start < PATIENCE):
        for key, _ in selector.select(1):
            line = key.data
            data = line.connection.recv(1 << 18)
            if not data:
                raise ConnectionError("the server closed a connection")
            if line.feed(data):
                done += 1
                bad += not line.good
                line.reset()
                line.connection.sendall(requests[at % len(requests)])
                at += 1
    for line in lines:
        line.connection.close()
    return max(done, 1) / (now - start), bad
