"""How the server and its worker processes talk: frames of a kind, a length and a body, over a pair of sockets."""

import struct
from typing import Final

HEAD: Final = struct.Struct(">cI")
"""Kind and length; the body follows."""

TIMED: Final = struct.Struct(">bd")
"""Place of the format and seconds of processor time, before the body of ANSWER."""

ANSWER: Final = b"A"
"""A whole answer."""
START: Final = b"S"
"""The first piece of a long answer, after one byte with the place of its format."""
DATA: Final = b"D"
END: Final = b"E"
"""The long answer is complete; the body is the seconds of processor time."""
ERROR: Final = b"X"
"""JSON: status, code, sentence, seconds."""
READY: Final = b"R"
"""The store is open."""
GONE: Final = b"!"
"""Not sent: the process ended."""

FIRST_BYTES: Final = 1024 * 1024
"""Answers up to here are sent whole, with their length; only longer ones are begun before their end is known."""

PIECE_BYTES: Final = 128 * 1024


def frame(kind: bytes, body: bytes) -> bytes:
    return HEAD.pack(kind, len(body)) + body
