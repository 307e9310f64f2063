"""One registry for everything that can be added: readers, finders, statement makers, exporters."""

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Generic, TypeVar

from sovgraph.errors import RegistryError

T = TypeVar("T")


class Registry(Generic[T]):
    """Names to objects. Refuses duplicates; lists itself sorted, so the order of imports never matters."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def add(self, name: str) -> Callable[[T], T]:
        """Decorator: register the object under `name`."""

        def register(item: T) -> T:
            if name in self._items:
                raise RegistryError(f"{self.kind} '{name}' is registered twice; choose another name")
            self._items[name] = item
            return item

        return register

    def get(self, name: str) -> T:
        if name in self._items:
            return self._items[name]
        near = get_close_matches(name, self._items, n=3)
        known = ", ".join(near or sorted(self._items))
        raise RegistryError(f"no {self.kind} named '{name}'; known: {known}")

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._items))

    def items(self) -> Iterator[tuple[str, T]]:
        return iter(sorted(self._items.items()))

    def values(self) -> Iterator[T]:
        """The objects, in the order of their names."""
        return (item for _, item in self.items())

    def __len__(self) -> int:
        return len(self._items)
