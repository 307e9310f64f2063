"""The example dossier: which of its files are papers, each once."""

from pathlib import Path

from sovgraph.read import read_path
from sovgraph.record import read_record_file

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "dossier-32317"
AGAIN = (".html",)
"""A further file of a paper that is there in another format."""

UNPRINTED = ("h-tk-20242025-999-2.xml",)
"""Papers that say only in their metadata which paper they are: another print of their words can't know it."""


def example_papers() -> tuple[Path, ...]:
    """The papers, sorted: no register files, and of a paper in several formats the file that stands for it."""
    files = (p for p in sorted(EXAMPLES.iterdir()) if p.suffix not in AGAIN)
    return tuple(p for p in files if read_record_file(read_path(str(p))) is None)


def printed_papers() -> tuple[Path, ...]:
    """The papers whose words say which paper they are."""
    return tuple(p for p in example_papers() if p.name not in UNPRINTED)
