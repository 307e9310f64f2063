"""Looks at a query before an engine parses it: refuses what would crash the process or leave the machine."""

import re

from sovgraph.errors import QueryError

MAX_DEPTH = 100
MAX_TOKENS = 3_000
"""Beyond several thousand operators or nested brackets the engine overflows its stack and takes the process with it."""

_TOKEN = re.compile(
    r"""
      (?P<skip>\s+|\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|\'\'\'(?:\'{0,2}(?:[^'\\]|\\.))*\'\'\'
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    | (?P<name>[?$@]?[\w\-.%]*:[\w\-.%:\\]*|[?$@]\w[\w-]*|\w+)
    | (?P<open>[({\[])
    | (?P<close>[)}\]])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_REFUSED = {
    "SERVICE": "it would ask another server",
    "LOAD": "it would read another file or server",
    "FROM": "the data set is the store itself; use GRAPH",
}
_UPDATES = {"INSERT", "DELETE", "DROP", "CLEAR", "CREATE", "COPY", "MOVE", "ADD", "LOAD"}
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}


def check_query(text: str) -> None:
    """Raises QueryError for updates, SERVICE, LOAD and FROM, and for a query nested too deep or too long.

    One linear scan that knows strings, IRIs and remarks, so those words may stand in them.
    """
    if "\x00" in text or re.search(r"\\[uU][0-9A-Fa-f]{4}", re.sub(_TOKEN, _outside, text)):
        raise QueryError("SPARQL: code point escapes are only allowed inside quotes; write the character itself")
    depth = tokens = 0
    form = ""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind == "skip":
            continue
        tokens += 1
        if kind == "open" or match[0] == "!":
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "name":
            word = match[0].upper()
            if not form and word in _FORMS | _UPDATES:
                form = word
            if word in _REFUSED and form not in _UPDATES:
                raise QueryError(f"SPARQL: {word} is not allowed: {_REFUSED[word]}")
        if kind == "other" and match[0] not in "!":
            depth = max(depth, 0)
        if depth > MAX_DEPTH:
            raise QueryError(f"SPARQL: nested deeper than {MAX_DEPTH}; split the query")
        if tokens > MAX_TOKENS:
            raise QueryError(f"SPARQL: longer than {MAX_TOKENS} words and signs; split the query")
    if form in _UPDATES:
        raise QueryError(f"SPARQL: {form} changes data; the store is only changed by building and removing papers")
