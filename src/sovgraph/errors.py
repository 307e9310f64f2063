"""Every error of the package, in one tree.

SovgraphError
├── ConfigError          bad option or settings file
├── ResourceError        ontology, shape, query or authority file missing or malformed
├── ReadError            bytes can't be read as what they claim to be
├── RegistryError        duplicate or unknown name
├── QueryError           a stored query is unknown, or its parameter missing or bad
├── StoreError           the store can't be opened, is locked, or refused a write
├── SiteError            the folder for a site holds something else
└── ValidationFailed     asked for a strict build and the graph has violations

A message says where, what was found, what was expected and what to do. Doubt about a paper is not an
error: it is an `Issue` (see `sovgraph.issues`).
"""


class SovgraphError(Exception):
    """Root of all errors that the package raises on purpose."""


class ConfigError(SovgraphError):
    """An option or a settings file is wrong."""


class ResourceError(SovgraphError):
    """A data file of the package is missing or malformed; the message names path and line."""


class ReadError(SovgraphError):
    """Bytes can't be read as a paper.

    `source` is the path as given, `place` the line, byte or element where it went wrong (may be empty).
    """

    def __init__(self, message: str, *, source: str = "", place: str = "") -> None:
        super().__init__(": ".join(part for part in (source, place, message) if part))
        self.source = source
        self.place = place


class RegistryError(SovgraphError):
    """A name was registered twice, or is not registered."""


class QueryError(SovgraphError):
    """A stored query is unknown, or a parameter of it is missing or bad."""


class StoreError(SovgraphError):
    """The store can't be opened, is locked by another process, or refused a write."""


class SiteError(SovgraphError):
    """A site can't be written: the folder holds something else, or its note is broken."""


class ValidationFailed(SovgraphError):
    """A strict build met SHACL violations; nothing of that paper was stored."""
