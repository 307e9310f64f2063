"""Sentences of the program (reasons, remarks, errors) in the language of the reader; the data is beside the queries."""

import re
from functools import cache

from sovgraph.resources import folder, read_tsv

_HOLE = re.compile(r"\{(\d)\}")
MAX_LENGTH = 1000
"""A longer text is no sentence of ours."""


@cache
def code_words(lang: str) -> dict[str, str]:
    """Codes of the columns CODED in words; the data is beside the queries."""
    return {row["code"]: row["en" if lang == "en" else "nl"] for row in read_tsv(folder("queries") / "words.tsv")}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each English sentence as a pattern with its Dutch form; "{1}" stands for what differs."""
    found = []
    for row in read_tsv(folder("queries") / "sentences.tsv"):
        parts = _HOLE.split(row["en"])
        body = "".join(f"(?P<h{p}>.+?)" if i % 2 else re.escape(p) for i, p in enumerate(parts))
        found.append((re.compile(body, re.DOTALL), row["nl"]))
    return tuple(found)


def in_language(text: str, lang: str) -> str:
    """The sentence in Dutch where that is asked and known, else as it is."""
    if lang == "en" or len(text) > MAX_LENGTH:
        return text
    known = code_words(lang).get(text)
    if known:
        return known
    for pattern, dutch in _patterns():
        if match := pattern.fullmatch(text):
            holes = {name: code_words(lang).get(said, said) for name, said in match.groupdict().items()}
            return _HOLE.sub("{h\\1}", dutch).format_map(holes)
    head, colon, tail = text.partition(": ")
    known = code_words(lang).get(tail)
    return f"{head}{colon}{known}" if known else text
