"""Looks at a query before an engine parses it: refuses what would crash the process or leave the machine."""

import re

from sovgraph.errors import QueryError

MAX_DEPTH = 100
MAX_TOKENS = 3_000
"""Beyond several thousand operators or nested brackets the engine overflows its stack and takes the process along."""

_TOKEN = re.compile(
    r"""
      (?P<skip>\s+|\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
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
_CODE_POINT = re.compile(r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})")
_UPDATES = frozenset("INSERT DELETE DROP CLEAR CREATE COPY MOVE ADD LOAD WITH".split())
_FORMS = frozenset("SELECT ASK CONSTRUCT DESCRIBE".split())


def check_query(text: str) -> None:
    """Raises QueryError for an update, for SERVICE, and for a query nested too deep or too long.

    One linear scan that knows strings, IRIs and remarks, so those words may stand in them.
    """
    if _CODE_POINT.search(text):
        raise QueryError("SPARQL: \\u escapes are not allowed; write the character itself")
    depth = tokens = 0
    form = ""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        tokens += kind != "skip"
        depth += (kind == "open") - (kind == "close")
        if kind == "word":
            word = match[0].upper()
            form = form or (word if word in _FORMS | _UPDATES else "")
            if word == "SERVICE":
                raise QueryError("SPARQL: SERVICE is not allowed, it would ask another server; query the store itself")
        if depth > MAX_DEPTH:
            raise QueryError(f"SPARQL: nested deeper than {MAX_DEPTH}; split the query")
        if tokens > MAX_TOKENS:
            raise QueryError(f"SPARQL: longer than {MAX_TOKENS} words and signs; split the query")
    if form in _UPDATES:
        raise QueryError(f"SPARQL: {form} changes data; the store only changes by building and removing papers")
