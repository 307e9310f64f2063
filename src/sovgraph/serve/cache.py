"""Answers kept in memory as bytes, the least used thrown out first. Never stale: the version is in the key."""

import hashlib
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

_ADDRESSES, _LONGEST = 20_000, 2_000
"""How many requests are remembered as they came, and how long one may be."""

_SHARE = 8
"""One answer takes at most this part of the cache."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A whole answer with the head that is sent before it."""

    content_type: bytes
    etag: bytes
    body: bytes
    version: str = ""


class AnswerCache:
    """At most `room` bytes of bodies; 0 keeps nothing. `addresses` leads from a request as it came, unread, to the
    key of its answer."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.held = self.hits = self.misses = 0
        self.addresses: dict[tuple[bytes, bytes], Hashable] = {}
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()

    def get(self, key: Hashable) -> Kept | None:
        found = self._kept.get(key)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        self._kept.move_to_end(key)
        return found

    def note(self, address: tuple[bytes, bytes], key: Hashable) -> None:
        """Remembers where the answer to this very request is."""
        if self.room and len(address[0]) < _LONGEST:
            if len(self.addresses) >= _ADDRESSES:
                self.addresses.clear()
            self.addresses[address] = key

    def at(self, address: tuple[bytes, bytes], version: str) -> Kept | None:
        """The answer to this very request, if it is of this version."""
        key = self.addresses.get(address)
        if key is None or (found := self._kept.get(key)) is None or found.version != version:
            return None
        self.hits += 1
        self._kept.move_to_end(key)
        return found

    def put(self, key: Hashable, kept: Kept) -> None:
        if len(kept.body) * _SHARE > self.room:
            return
        old = self._kept.pop(key, None)
        self.held += len(kept.body) - (len(old.body) if old else 0)
        self._kept[key] = kept
        while self.held > self.room:
            _, gone = self._kept.popitem(last=False)
            self.held -= len(gone.body)

    def __len__(self) -> int:
        return len(self._kept)


def etag(*parts: object) -> bytes:
    """A strong tag: the same data, question and form give the same one, in any process."""
    text = "\x00".join(str(part) for part in parts)
    return b'"%s"' % hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest().encode()
