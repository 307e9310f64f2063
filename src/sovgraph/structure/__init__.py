"""From a source to a document with its structure: head, notes, lists of members, letters, questions, motion."""

from sovgraph.model import Document, Source
from sovgraph.read import read_source
from sovgraph.structure.assemble import assemble

__all__ = ["structure_document"]


def structure_document(source: Source) -> Document:
    """The document of a source. Raises ReadError when the bytes can't be read; all other doubt becomes an issue."""
    return assemble(source, read_source(source))
