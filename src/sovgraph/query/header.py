"""Reads the `#+` header of a stored query: a small strict piece of YAML, where every other key is an error."""

import re
from dataclasses import dataclass, field

from sovgraph.errors import ResourceError
from sovgraph.query.model import COMPETENCY_QUESTIONS, PARAM_TYPES, Param, ParamType, StoredQuery

TEXTS = ("title_nl", "title_en", "description_nl", "description_en")
LISTS = ("columns", "labels", "sort", "tags", "answers")
PARAM_KEYS = ("name", "type", "example", "description_nl", "description_en")
CHOICES = "values_from"
"""May stand with a parameter: the query whose first column gives the values to choose from."""

PARAM_LINE = re.compile(
    r"^(?P<head>[ \t]*VALUES[ \t]+\?\w+[ \t]*\{[ \t]*)(?P<value>\S.*?)"
    r"(?P<tail>[ \t]*\}[ \t]*#param[ \t]+(?P<name>\w+))[ \t]*$",
    re.MULTILINE,
)
"""`VALUES ?x { "32317" } #param dossier`: alone on its line, inside the WHERE, with a value that works."""

_KEY = re.compile(r"(\w+):(?:\s+(.*))?$")
_ITEM = re.compile(r"\s+-\s+(\w+):\s+(.*)$")
_MORE = re.compile(r"\s{3,}(\w+):\s+(.*)$")


@dataclass
class _Header:
    where: str
    texts: dict[str, str] = field(default_factory=dict)
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    params: list[dict[str, str]] = field(default_factory=list)
    expected_rows: int | None = None
    in_params: bool = False

    def error(self, line: int, message: str) -> ResourceError:
        return ResourceError(f"{self.where}:{line}: {message}")


def parse_query(name: str, text: str, where: str, *, internal: bool = False) -> StoredQuery:
    """The query with its header. Raises ResourceError (path:line) for whatever isn't exactly right."""
    header = _Header(where)
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("#+"):
            _read_line(header, number, line[2:].rstrip())
    for key in TEXTS:
        if not header.texts.get(key):
            raise header.error(1, f"no '{key}'; add: #+ {key}: …")
    columns = header.lists.get("columns", ())
    if not columns:
        raise header.error(1, "no 'columns'; add: #+ columns: [first, second]")
    labels = header.lists.get("labels", ())
    for column in labels:
        if column not in columns:
            raise header.error(1, f"label for '{column}', which is not a column")
        if f"{column}Label" in columns:
            raise header.error(1, f"'{column}Label' is already a column; take '{column}' out of labels")
    for column in header.lists.get("sort", ()):
        if column.removeprefix("-") not in (*columns, *(f"{label}Label" for label in labels)):
            raise header.error(1, f"sort by '{column}', which is not a column")
    if header.expected_rows is None:
        raise header.error(1, "no 'expected_rows'; add: #+ expected_rows: 1")
    return StoredQuery(
        name=name,
        **header.texts,
        params=_params(header, text),
        columns=columns,
        labels=labels,
        expected_rows=header.expected_rows,
        sort=header.lists.get("sort", ()),
        tags=header.lists.get("tags", ()),
        answers=_answers(header),
        text=text,
        internal=internal,
    )


def _answers(header: _Header) -> tuple[int, ...]:
    given = header.lists.get("answers", ())
    numbers = tuple(int(text) for text in given if text.isascii() and text.isdigit())
    if len(set(numbers)) != len(given) or not all(1 <= number <= COMPETENCY_QUESTIONS for number in numbers):
        raise header.error(
            1, f"answers is [{', '.join(given)}]; expected numbers from 1 to {COMPETENCY_QUESTIONS}, each once: [3, 4]"
        )
    return tuple(sorted(numbers))


def _read_line(header: _Header, number: int, line: str) -> None:
    item = _ITEM.match(line) if header.in_params else None
    more = _MORE.match(line) if header.in_params and header.params else None
    if item:
        header.params.append({})
        _param_key(header, number, item[1], item[2])
    elif more:
        _param_key(header, number, more[1], more[2])
    else:
        key = _KEY.match(line.strip()) if line.startswith(" ") and not line.startswith("  ") else None
        if key is None:
            raise header.error(number, f"can't read '#+{line}'; expected '#+ key: value'")
        _top_key(header, number, key[1], key[2] or "")


def _top_key(header: _Header, number: int, key: str, value: str) -> None:
    header.in_params = key == "params"
    known = key in header.texts or key in header.lists or (key == "expected_rows" and header.expected_rows is not None)
    if known:
        raise header.error(number, f"'{key}' stands here twice")
    if key in TEXTS:
        header.texts[key] = _unquote(value)
    elif key in LISTS:
        if not (value.startswith("[") and value.endswith("]")):
            raise header.error(number, f"{key} is {value!r}; expected a list: [one, two]")
        header.lists[key] = tuple(part.strip() for part in value[1:-1].split(",") if part.strip())
    elif key == "expected_rows":
        if not value.isdigit():
            raise header.error(number, f"expected_rows is {value!r}; expected a number")
        header.expected_rows = int(value)
    elif key != "params" or value:
        names = ", ".join((*TEXTS, "params", *LISTS, "expected_rows"))
        raise header.error(number, f"unknown key '{key}'; known: {names}")


def _param_key(header: _Header, number: int, key: str, value: str) -> None:
    known = (*PARAM_KEYS, CHOICES)
    if key not in known:
        raise header.error(number, f"unknown key '{key}' of a parameter; known: {', '.join(known)}")
    if key in header.params[-1]:
        raise header.error(number, f"'{key}' stands here twice")
    header.params[-1][key] = _unquote(value)


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return value[1:-1]
    return value


def _params(header: _Header, text: str) -> tuple[Param, ...]:
    """Parameters of the header, each with its marked line in the query; in branches the same line may stand again."""
    lines: dict[str, str] = {}
    for match in PARAM_LINE.finditer(text):
        if lines.get(match["name"], match["value"]) != match["value"]:
            number = text.count("\n", 0, match.start()) + 1
            raise header.error(number, f"parameter '{match['name']}' has two lines with different values")
        lines[match["name"]] = match["value"]
    params = []
    for given in header.params:
        missing = [key for key in PARAM_KEYS if not given.get(key)]
        if missing:
            raise header.error(1, f"parameter '{given.get('name', '?')}' has no {', '.join(missing)}")
        if given["name"] not in lines:
            raise header.error(
                1, f"parameter '{given['name']}' has no line; add: VALUES ?x {{ … }} #param {given['name']}"
            )
        required = lines.pop(given["name"]) != "UNDEF" and given["name"] != "lang"
        kind = _param_type(header, given["type"])
        texts = (given["example"], given["description_nl"], given["description_en"])
        params.append(Param(given["name"], kind, *texts, required, given.get(CHOICES, "")))
    if lines:
        raise header.error(1, f"parameter '{min(lines)}' is marked in the query but not in the header")
    return tuple(params)


def _param_type(header: _Header, name: str) -> ParamType:
    for known in PARAM_TYPES:
        if name == known:
            return known
    raise header.error(1, f"parameter type '{name}'; expected {', '.join(PARAM_TYPES)}")
