"""A stored query as a request asks it: its parameters, which rows, in which language; rows kept for the next page."""

from collections import OrderedDict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from sovgraph.errors import QueryError
from sovgraph.query import Choice, Param, Result, StoredQuery, catalog, choices, run_query
from sovgraph.serve.answers import QUERIES, in_thread, missing
from sovgraph.serve.guarded import guarded
from sovgraph.serve.protocol import fields_of
from sovgraph.serve.state import site_of

RESERVED: Final[tuple[str, ...]] = ("limit", "offset", "page", "lang")
"""Words of the address that are no parameter of a query; a test holds that none has such a name (but lang)."""
MOST_ROWS: Final = 10_000
"""Of one answer; the next is a page further."""
ROWS: Final = 1_000
_KEPT_ROWS: Final = 100_000


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request asks of a stored query; `params` as given, each a list."""

    query: StoredQuery
    params: tuple[tuple[str, tuple[str, ...]], ...]
    lang: str
    limit: int
    offset: int

    @property
    def key(self) -> Hashable:
        return (self.query.name, self.params, self.lang)

    @property
    def values(self) -> dict[str, tuple[str, ...]]:
        return dict(self.params)

    def fields(self, offset: int | None = None) -> list[tuple[str, str]]:
        """The request again, sorted; with the rows from `offset` on."""
        found = [(name, value) for name, values in self.params for value in values]
        if offset is not None:
            found += [("limit", str(self.limit)), ("offset", str(offset))]
        return found


def query_of(name: str) -> StoredQuery:
    """Raises Refused (404) with the nearest names."""
    try:
        return catalog().get(name)
    except QueryError as error:
        raise missing(str(error)) from error


def read_asked(query: StoredQuery, request: Request, lang: str, rows: int = ROWS) -> Asked:
    """An empty value is as good as none, as forms send all their fields. Raises QueryError, Refused."""
    fields = [(name, value) for name, value in fields_of(request.scope["query_string"]) if value != ""]
    given: dict[str, list[str]] = {}
    plain = {p.name for p in query.params} | set(RESERVED)
    for name, value in fields:
        given.setdefault(name.removesuffix("[]") if name not in plain else name, []).append(value)
    told = {name: given.pop(name)[-1] for name in RESERVED if name in given}
    lang = told.get("lang", lang)
    if lang not in ("nl", "en"):
        raise QueryError(f"lang is {lang!r}; expected nl or en")
    limit = _number(told, "limit", rows, 1, MOST_ROWS)
    page = _number(told, "page", 1, 1, 10**9)
    offset = _number(told, "offset", (page - 1) * limit, 0, 10**12)
    params = tuple((name, tuple(dict.fromkeys(values))) for name, values in sorted(given.items()))
    return Asked(query, params, lang, limit, offset)


def _number(told: dict[str, str], name: str, default: int, least: int, most: int) -> int:
    text = told.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) < 15 and least <= int(text) <= most):
        raise QueryError(f"{name} is {text[:40]!r}; expected a whole number from {least} to {most}")
    return int(text)


class RowsKept:
    """Whole results of the last questions, so that the next page doesn't ask again; the oldest go first."""

    def __init__(self) -> None:
        self._results: OrderedDict[Hashable, Result] = OrderedDict()
        self._choices: dict[Hashable, tuple[Choice, ...]] = {}
        self._version = ""

    def at(self, version: str) -> "RowsKept":
        """Itself, emptied when the data changed."""
        if version != self._version:
            self._results.clear()
            self._choices.clear()
            self._version = version
        return self

    def get(self, key: Hashable) -> Result | None:
        found = self._results.get(key)
        if found is not None:
            self._results.move_to_end(key)
        return found

    def put(self, key: Hashable, result: Result) -> None:
        if len(result) > _KEPT_ROWS // 2:
            return
        self._results[key] = result
        while sum(len(kept) for kept in self._results.values()) > _KEPT_ROWS or len(self._results) > 64:
            self._results.popitem(last=False)

    @property
    def choices(self) -> dict[Hashable, tuple[Choice, ...]]:
        return self._choices


def _kept(request: Request) -> RowsKept:
    state = request.app.state
    if getattr(state, "rows", None) is None:
        state.rows = RowsKept()
    kept: RowsKept = state.rows
    return kept.at(site_of(request).version)


async def result_of(request: Request, asked: Asked) -> Result:
    """All rows. Raises QueryError, Refused."""
    kept = _kept(request)
    found = kept.get(asked.key)
    if found is None:
        store = guarded(request, asked.query)
        found = await in_thread(request, lambda: run_query(store, asked.query, asked.values, lang=asked.lang), QUERIES)
        kept.put(asked.key, found)
    return found


def part_of(result: Result, asked: Asked) -> Result:
    return Result(result.columns, result.rows[asked.offset : asked.offset + asked.limit])


async def choices_of(request: Request, param: Param, lang: str) -> tuple[Choice, ...]:
    """The values to choose from for a parameter."""
    kept, key = _kept(request), (param.values_from, lang)
    if param.values_from and key not in kept.choices:
        store = site_of(request).store
        kept.choices[key] = await in_thread(request, lambda: choices(store, param, lang=lang))
    return kept.choices.get(key, ())


def fitting(found: Iterable[Choice], typed: str) -> list[Choice]:
    """Those whose value or name holds what was typed, in any case."""
    word = typed.casefold()
    return [c for c in found if word in c.value.casefold() or word in c.label.casefold()]


def as_json(found: Iterable[Choice]) -> list[dict[str, Any]]:
    return [{"value": c.value, "label": c.label} for c in found]
