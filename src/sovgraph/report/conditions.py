"""Conditions on a row, as a report's file writes them.

`date` (has a value), `!date` (has none), `status = open`, `status != open`, `due < on`, `answered > due`, `to ~ asiel`
(a value or its name holds the word), and alternatives with " | ". Right of the sign stands `on`, `since`, the report's
subject, a column, or a word as it is (in quotes where a column has that name: `how = 'asked'`); an IRI also equals its
last part. Of several values the earliest counts: "answered > on" means that no answer came until then; "any reminded
> on" that one of them did later.
"""

import re
from collections.abc import Callable, Mapping

from sovgraph.errors import ResourceError
from sovgraph.report.model import Values

Record = Mapping[str, Values]
_ATOM = re.compile(r"(?P<any>any\s+)?(?P<left>\w+)\s*(?P<sign><=|>=|!=|<|>|=|~)\s*(?P<right>[^\s<>=!~].*)")
_HOLDS = re.compile(r"(?P<no>!?)(?P<name>\w+)")
_COMPARE: dict[str, Callable[[str, str], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def holds(conditions: tuple[str, ...], record: Record, given: Mapping[str, str]) -> bool:
    """Whether all conditions hold; `given` has the values of `on`, `since` and of the report's subject."""
    return all(any(_atom(part.strip(), record, given) for part in text.split("|")) for text in conditions)


def _atom(text: str, record: Record, given: Mapping[str, str]) -> bool:
    bare = _HOLDS.fullmatch(text)
    if bare is not None:
        return bool(record.get(bare["name"])) != bool(bare["no"])
    found = _ATOM.fullmatch(text)
    if found is None:
        raise ResourceError(f"condition '{text}' of a report can't be read; see docs/reports.md")
    values, sign = record.get(found["left"], ()), found["sign"]
    right = _right(found["right"], record, given)
    if sign == "~":
        return any(right.casefold() in f"{v.text}\n{v.raw}".casefold() for v in values)
    if sign in ("=", "!="):
        return any(v.raw == right or v.raw.endswith(f"/{right}") for v in values) == (sign == "=")
    if not values or not right:
        return False
    compare, limit = _COMPARE[sign], _padded(right)
    if found["any"]:
        return any(compare(_padded(v.raw), limit) for v in values)
    return compare(min(_padded(v.raw) for v in values), limit)


def _right(word: str, record: Record, given: Mapping[str, str]) -> str:
    if len(word) > 2 and word[0] == word[-1] == "'":
        return word[1:-1]
    if word in given:
        return given[word]
    if word in record:
        return min((v.raw for v in record[word]), key=_padded, default="")
    return word


def _padded(text: str) -> str:
    """Numbers in the order of their size; dates are in order as they are."""
    return f"{int(text) + 10**9:010d}" if re.fullmatch(r"-?\d{1,9}", text) else text
