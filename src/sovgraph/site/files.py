"""Where a page lies as a file, and how files refer to each other, so that the site works at any address and on disk."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, unquote

from sovgraph.describe.addresses import FOREIGN, iri_of

LONGEST = 180
"""File systems hold names of 255 bytes; a longer part of a path is cut and told apart by a hash."""

SUFFIXES = (".ttl", ".jsonld")
"""The forms of a thing's data that a site has."""

_SAFE = "/-._~!$&'()*+,;=@"


@lru_cache(100_000)
def file_of(path: str, suffix: str = ".html", lang: str = "nl") -> str:
    """`en/doc/kst/32317-QC.html` for the page `doc/kst/32317-QC`; the home page is `index.html`."""
    parts = [_fitting(unquote(part), suffix) for part in (path or "index").split("/")]
    return ("en/" if lang == "en" else "") + "/".join(parts) + suffix


def _fitting(part: str, suffix: str) -> str:
    """A part of a path as a file name: nothing that means something to a file system, and not too long."""
    plain = "".join("_" if c in '\\:*?"<>|' or ord(c) < 32 else c for c in part)
    if plain in ("", ".", ".."):
        plain = f"_{len(plain)}"
    raw = plain.encode("utf-8", "surrogatepass")
    if plain == part and len(raw) + len(suffix) <= LONGEST:
        return plain
    mark = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return raw[: LONGEST - len(suffix) - 11].decode("utf-8", "ignore") + "~" + mark


def address(file: str, within: str) -> str:
    """How the file `within` refers to `file`, both below the root."""
    return "../" * within.count("/") + _quoted(file)


@lru_cache(100_000)
def _quoted(file: str) -> str:
    return quote(file, safe=_SAFE)


@dataclass(frozen=True, slots=True)
class FileLinks:
    """The links of one file. `known`: paths that have a page; what has none is linked by its own address."""

    within: str
    known: frozenset[str]
    pictures: frozenset[str]
    base: str

    def page(self, path: str, lang: str, fragment: str = "") -> str:
        if path not in self.known:
            return self._elsewhere(path)
        return address(file_of(path, lang=lang), self.within) + (f"#{fragment}" if fragment else "")

    def data(self, path: str, suffix: str) -> str:
        """ "" for a form that a site doesn't have."""
        return address(file_of(path, suffix), self.within) if suffix in SUFFIXES else ""

    def asset(self, name: str) -> str:
        return address(f"static/{name}", self.within)

    def query(self, name: str, params: Mapping[str, str], lang: str) -> str | None:
        """None: a file can't answer; the page of a stored query has the rows of its example."""
        return None

    def picture(self, view: str, params: Mapping[str, str], lang: str) -> str | None:
        path = f"picture/{view}" + ("-" + "-".join(params.values()) if params else "")
        return address(file_of(path, lang=lang), self.within) if path in self.pictures else None

    def _elsewhere(self, path: str) -> str:
        """A thing without a page has its permanent address; that of a foreign one is its own."""
        plain, mark, asked = path.partition("?")
        iri = iri_of(plain, self.base)
        if iri is not None:
            return iri if plain.startswith(FOREIGN) else quote(iri, safe=_SAFE + ":%")
        return address(file_of(plain if plain in self.known else ""), self.within) + (mark and f"?{asked}")
