"""A store that gives an answer again without looking: a thing's pages in two languages and its data ask the same."""

from sovgraph.store import Answer, QuadStore
from sovgraph.store.oxigraph import OxigraphStore


class Remembering(OxigraphStore):
    """For reading only. `forget` what was asked for one thing before the next."""

    def __init__(self, store: OxigraphStore) -> None:
        super().__init__(store.engine, store.where, read_only=True)
        self._answers: dict[tuple[str, bool], Answer] = {}

    def query(self, text: str, *, union: bool = True) -> Answer:
        key = (text, union)
        if key not in self._answers:
            self._answers[key] = super().query(text, union=union)
        return self._answers[key]

    def forget(self) -> None:
        self._answers.clear()


def remembering(store: QuadStore) -> QuadStore:
    return Remembering(store) if isinstance(store, OxigraphStore) else store
