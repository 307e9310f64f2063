"""One paper down the path: bytes → document → mentions → linked mentions → statements → N-Quads."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sovgraph.authority import Authority, load_authority
from sovgraph.find import find_all
from sovgraph.graph import graph_paper
from sovgraph.ids import Ids
from sovgraph.link import link_mentions
from sovgraph.link.corrections import Correction, read_corrections
from sovgraph.model import Document, Issue, Mention, Paper, Source
from sovgraph.settings import Settings
from sovgraph.structure import structure_document

RULES_VERSION = "1"
"""Raised whenever a rule changes what is read out of a paper, so that stored papers are read again."""


@dataclass(frozen=True)
class Environment:
    """What every paper of a run is read with."""

    settings: Settings
    names: Authority
    ids: Ids
    corrections: tuple[Correction, ...] = ()
    corrections_version: str = ""

    @property
    def version(self) -> str:
        """Changes when rules, registers, corrections or the base change: then a paper is read again."""
        return "/".join((RULES_VERSION, self.names.version, self.corrections_version, self.settings.base))


@lru_cache(maxsize=4)
def load_environment(settings: Settings) -> Environment:
    """The environment of these settings; loaded once per process."""
    import hashlib

    names = load_authority(Path(settings.registers) if settings.registers else None)
    corrections: tuple[Correction, ...] = ()
    version = ""
    if settings.corrections:
        path = Path(settings.corrections)
        corrections = read_corrections(path)
        version = hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return Environment(settings, names, Ids(settings.base), corrections, version)


def read_mentions(source: Source, env: Environment) -> tuple[Document, tuple[Mention, ...], tuple[Issue, ...]]:
    """The document, its linked mentions and all issues so far."""
    document = structure_document(source)
    found = find_all(document, env.names)
    linked, issues = link_mentions(document, found, env.names, env.ids, env.corrections)
    return document, linked, (*document.issues, *issues)


def read_paper(source: Source, env: Environment) -> tuple[Paper, bytes]:
    """All that one paper gives, and its graph as sorted N-Quads."""
    document, mentions, issues = read_mentions(source, env)
    return graph_paper(document, mentions, issues, env.names, env.ids)
