"""Random changes of a store's papers, and what the inferences must be after each."""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.build import build_store, remove_papers
from sovgraph.infer import Inference
from sovgraph.pipeline import load_environment
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store, paper_entries

SETTINGS = Settings(validate=False)
INFERRED = "https://w3id.org/sovgraph/graph/inferred"


def from_nothing(store: QuadStore) -> bytes:
    """The inferences over the store's other graphs, computed in an empty graph."""
    other = memory_store()
    other.replace_many((g, store.graph_quads(g), None) for g in store.graphs() if g != INFERRED)
    Inference(other, load_environment(SETTINGS).ids, everything=True).settle()
    return other.graph_quads(INFERRED)


@dataclass
class Changing:
    """A folder of papers and the store that is kept in step with it. The seed decides every change."""

    folder: Path
    store: QuadStore
    originals: dict[str, bytes]
    chance: random.Random
    done: list[str] = field(default_factory=list)

    def step(self) -> str:
        """One change; what it was."""
        name = self.chance.choice(sorted(self.originals))
        kind = self.chance.choice(("remove", "cut", "cut", "number", "restore"))
        path = self.folder / name
        if kind == "remove":
            self._remove(path)
        else:
            text = (path.read_bytes() if path.exists() else self.originals[name]).decode("utf-8")
            new = {"cut": self._cut, "number": self._number}.get(kind, lambda _: self.originals[name].decode())(text)
            path.write_text(new, encoding="utf-8", newline="")
            build_store(self.store, [str(path)], SETTINGS)
        self.done.append(f"{kind} {name}")
        return self.done[-1]

    def _remove(self, path: Path) -> None:
        held = [g for g, entry in paper_entries(self.store.ledger()).items() if entry.source == path.name]
        remove_papers(self.store, held, load_environment(SETTINGS))
        path.unlink(missing_ok=True)

    def _cut(self, text: str) -> str:
        """Without one of its lines."""
        lines = text.splitlines(keepends=True)
        place = self.chance.randrange(len(lines))
        return "".join(lines[:place] + lines[place + 1 :])

    def _number(self, text: str) -> str:
        """With another figure somewhere: a day, a year, a number of a letter or paper."""
        figures = [match.start() for match in re.finditer(r"\d", text)]
        place = self.chance.choice(figures)
        return text[:place] + str((int(text[place]) + 1) % 10) + text[place + 1 :]


def changing(folder: Path, papers: list[Path], seed: int) -> Changing:
    """Copies the papers to `folder` and builds a store of them."""
    originals = {paper.name: paper.read_bytes() for paper in papers}
    for name, data in originals.items():
        (folder / name).write_bytes(data)
    store = memory_store()
    build_store(store, [str(folder)], SETTINGS)
    return Changing(folder, store, originals, random.Random(seed))
