"""How fast references and all mentions are found, beside plain `re`, the plain engine and nllegalcit, in one run.

The papers are structured beforehand and held in memory; finding is timed, on one core, without printing anything.
"""

import importlib
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from sovgraph.authority import Authority
from sovgraph.find import REFERENCE_FINDERS, find_all, find_only
from sovgraph.find.scan import engine
from sovgraph.model import Document, Mention
from sovgraph.pipeline import load_environment
from sovgraph.read import read_path
from sovgraph.settings import Settings
from sovgraph.structure import structure_document

ROUNDS = 5
RIVAL_CHARACTERS = 200_000
PLAIN = re.compile(r"(?:Kamerstuk(?:ken)?\s+(?:I{1,2}\s+)?[\d/-]*,?\s*)?\d\d[\s\u00a0]?\d{3},?\s+nr\.?\s*\d+")
HOSTILE = ("32 317, nr. nr. ", "nr. (", "Kamerstukken II ", "artikel 1, ", "richtlijn (EU) ", "Wet op de ", "A.B. ")


def median(run: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median CPU seconds of some runs."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        run()
        times.append(time.process_time() - start)
    return statistics.median(times)


def load(folder: Path, motions: int) -> list[Document]:
    """The papers of the corpus in memory: all text files and official papers, and some of the motions."""
    files = [*sorted((folder / "txt").glob("*.txt")), *sorted((folder / "xml").glob("*.xml"))]
    files += sorted((folder / "motions").glob("*.xml"))[:: max(1, 4090 // motions)]
    return [structure_document(read_path(str(path))) for path in files]


@cache
def names() -> Authority:
    return load_environment(Settings()).names


def references(document: Document) -> tuple[Mention, ...]:
    return find_only(document, names(), REFERENCE_FINDERS)


def everything(document: Document) -> tuple[Mention, ...]:
    return find_all(document, names())


def size_of(documents: list[Document]) -> float:
    return sum(len(d.text.encode()) for d in documents) / 1e6


def speed(folder: Path, motions: int) -> None:
    documents = load(folder, motions)
    size = size_of(documents)
    references(documents[0]), everything(documents[0])
    words = re.compile(r"\w+")
    base = size / median(lambda: [words.findall(d.text) for d in documents])
    plain = size / median(lambda: [PLAIN.findall(d.text) for d in documents])
    print(f"{len(documents)} papers, {size:.2f} MB of text; median of {ROUNDS}, CPU time on one core")
    print(f"  words with re.findall                 {base:8.2f} MB/s")
    print(f"  one plain pattern with re.findall     {plain:8.2f} MB/s")
    for name, find in (("references", references), ("all mentions", everything)):
        rate = size / median(lambda find=find: [find(d) for d in documents])  # type: ignore[misc]
        print(f"  {name:<37} {rate:8.2f} MB/s  {rate / base:.2f} x the words")
        with engine("plain"):
            slow = size / median(lambda find=find: [find(d) for d in documents], 1)  # type: ignore[misc]
        print(f"  {name + ', plain engine':<37} {slow:8.2f} MB/s")


def growth(folder: Path, sizes: tuple[int, ...]) -> None:
    """Seconds a megabyte for longer and longer texts: the same papers one after another, and hostile ones."""
    text = "\n\n".join(d.text for d in load(folder, 100))
    for name, piece in (("papers", text), ("hostile", "".join(h * 40 for h in HOSTILE))):
        rates = []
        for size in sizes:
            whole = (piece * (size * 1_000_000 // len(piece) + 1))[: size * 1_000_000]
            document = Document("growth", "text/plain", "", whole)
            rates.append(median(lambda document=document: references(document), 1) / size)  # type: ignore[misc]
        row = ", ".join(f"{size} MB {1000 * rate:.0f}" for size, rate in zip(sizes, rates, strict=True))
        print(f"  references in one text, {name}: ms a MB: {row}; last / first {rates[-1] / rates[0]:.2f}")


def _flat(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def rival(folder: Path) -> None:
    """nllegalcit and we on the same text: speed, and what it finds that we don't."""
    module = importlib.import_module("nllegalcit")
    sample = "\n".join(d.text for d in load(folder, 100))[:RIVAL_CHARACTERS]
    document = Document("sample", "text/plain", "", sample)
    start = time.process_time()
    theirs = list(module.parse_citations(sample))
    slow = time.process_time() - start
    fast = median(lambda: references(replace(document)))
    print(
        f"nllegalcit on {len(sample):,} characters: {slow:.1f} s; ours {fast:.4f} s: {slow / fast:,.0f} times as fast"
    )
    ours = _flat(" ".join(m.text for m in references(document)))
    words = [getattr(citation, "matched_text", "") or str(citation) for citation in theirs]
    only = [w for w in words if _flat(w) and _flat(w) not in ours]
    print(f"  it finds {len(theirs)}, we {len(references(document))}; only it: {only or 'nothing'}")
