"""Looks at a query before an engine parses it: refuses what would crash the process or leave the machine."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sovgraph.errors import QueryError

MAX_DEPTH = 100
MAX_TOKENS = 3_000
"""Beyond several thousand operators or nested brackets the engine overflows its stack and takes the process along."""

_TOKEN = re.compile(
    r"""
      (?P<skip>\s+|\#[^\n\r]*)
    | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
    | (?P<text>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3}|'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<qname>[\w.-]*:(?:[\w.:%-]|\\.)*)
    | (?P<variable>[?$@][\w-]+)
    | (?P<word>\w+)
    | (?P<open>[({\[])
    | (?P<close>[)}\]])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_UPDATES = frozenset("INSERT DELETE DROP CLEAR CREATE COPY MOVE ADD LOAD WITH".split())
_FORMS = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())
_SUSPECT = re.compile(r"SERVICE|FROM|\\|\*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Scan:
    """`has_dataset`: the query names its graphs with FROM. `star`: place of the "*" that stands for all
    columns, -1 without; `names`: variables in the order of the text, only where there is a star."""

    form: str = ""
    has_dataset: bool = False
    star: int = -1
    names: tuple[str, ...] = ()


PLAIN = Scan()
"""Nothing of note; also for short queries that were not scanned whole."""


def check_query(text: str) -> None:
    """Raises QueryError for an update, for SERVICE, and for a query nested too deep or too long.

    One linear scan that knows strings, IRIs and remarks, so those words may stand in them.
    """
    scan_query(text)


def look_at(text: str) -> Scan:
    """The same in a fraction of the time for a short query in which nothing can be wrong.

    An update among those is left to the parser of queries, which refuses it.
    """
    opened = text.count("(") + text.count("{") + text.count("[")
    is_plain = len(text) <= MAX_TOKENS and opened <= MAX_DEPTH and not _SUSPECT.search(text)
    return PLAIN if is_plain else scan_query(text)


def scan_query(text: str) -> Scan:
    """What `check_query` checks, and what it saw on the way."""
    form, has_dataset, star, before = "", False, -1, ""
    names: dict[str, None] = {}
    for kind, token, place, depth in _tokens(text, MAX_TOKENS):
        if kind == "word":
            word = token.upper()
            form = form or (word if word in _FORMS | _UPDATES else "")
            _refuse_leaving(word)
            has_dataset = has_dataset or (word == "FROM" and depth == 0)
            before = word
        elif kind == "other" and token == "*" and depth == 0 and star < 0 and before in _STARRED:
            star = place
        elif kind == "variable" and token[0] != "@":
            names.setdefault(token[1:])
    if form in _UPDATES:
        raise QueryError(f"SPARQL: {form} changes data; the store only changes by building and removing papers")
    return Scan(form, has_dataset, star, tuple(names) if star >= 0 else ())


_STARRED = frozenset(("SELECT", "DISTINCT", "REDUCED"))


@dataclass(frozen=True, slots=True)
class UpdateScan:
    """`text`: the update without its LOAD SILENT, which fails as if there were nothing to fetch. `has_dataset`: WITH
    or USING stands in it. `wheres`: places of the WHERE of its operations; `short`: one of them is DELETE WHERE."""

    text: str
    has_dataset: bool
    wheres: tuple[int, ...]
    short: bool


_NOTHING = "INSERT DATA {}"


def scan_update(text: str) -> UpdateScan:
    """Raises QueryError for LOAD and SERVICE, and for an update that is nested too deep."""
    text = _without_silent_load(text)
    has_dataset = short = False
    wheres: list[int] = []
    before = ""
    for kind, token, place, depth in _tokens(text, None):
        word = token.upper() if kind == "word" else ""
        _refuse_leaving(word)
        if depth == 0:
            has_dataset = has_dataset or word in ("WITH", "USING")
            if word == "WHERE":
                wheres.append(place)
                short = short or before == "DELETE"
        before = word
    return UpdateScan(text, has_dataset, tuple(wheres), short)


def _without_silent_load(text: str) -> str:
    """Each LOAD SILENT, with the graph it goes into, becomes an operation that does nothing."""
    if "load" not in text.lower():
        return text
    found = _tokens(text, None)
    tokens = [(token.upper() if kind == "word" else kind, place, len(token)) for kind, token, place, _ in found]
    spans = []
    for at, (name, place, _) in enumerate(tokens):
        names = tuple(token[0] for token in tokens[at : at + 6])
        if name == "LOAD" and names[1:2] == ("SILENT",) and names[2:3] in (("iri",), ("qname",)):
            last = at + (5 if names[3:5] == ("INTO", "GRAPH") and len(names) == 6 else 2)
            spans.append((place, tokens[last][1] + tokens[last][2]))
    for start, end in reversed(spans):
        text = f"{text[:start]}{_NOTHING}{text[end:]}"
    return text


def _refuse_leaving(word: str) -> None:
    if word == "SERVICE":
        raise QueryError("SPARQL: SERVICE is not allowed, it would ask another server; query the store itself")
    if word == "LOAD":
        raise QueryError("SPARQL: LOAD is not allowed, it would fetch a document; send the data itself")


def _tokens(text: str, limit: int | None) -> Iterator[tuple[str, str, int, int]]:
    """Kind, text, place and depth of each token. Raises QueryError where it is too deep or too long."""
    depth = count = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "skip":
            continue
        token = match[0]
        count += 1
        depth += (kind == "open") - (kind == "close")
        if "\\" in token and kind not in ("text", "iri") and ("\\u" in token or "\\U" in token or token == "\\"):
            raise QueryError("SPARQL: \\u escapes only stand in strings and IRIs; write the character itself")
        if depth > MAX_DEPTH:
            raise QueryError(f"SPARQL: nested deeper than {MAX_DEPTH}; split the query")
        if limit is not None and count > limit:
            raise QueryError(f"SPARQL: longer than {limit} words and signs; split the query")
        yield kind, token, match.start(), depth
