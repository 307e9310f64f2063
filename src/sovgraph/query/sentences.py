"""Sentences of the program (reasons, remarks, errors) in the language of the reader; the data is beside the queries."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sovgraph.resources import folder, read_tsv

_HOLE = re.compile(r"\{(\d)\}")
_QUOTED = re.compile(r"'\{(\d)\}'")
_KIND = re.compile(r"(?P<kind>[a-z_]+)(?= '.*'$)", re.DOTALL)
SENTENCES = frozenset(("reason", "comment"))
"""Columns of sentences of the program, told in the reader's language."""

MAX_LENGTH = 1000
"""A longer text is no sentence of ours."""


@cache
def code_words(lang: str) -> dict[str, str]:
    """Codes (kinds, statuses, parts) in the words of the reader; the data is beside the queries."""
    return {row["code"]: row["en" if lang == "en" else "nl"] for row in read_tsv(folder("queries") / "words.tsv")}


def topics(lang: str) -> dict[str, str]:
    """What stored queries are about: the first of their tags in words, in the order in which they are offered."""
    return {c.removeprefix("topic-"): text for c, text in code_words(lang).items() if c.startswith("topic-")}


@dataclass(frozen=True, slots=True)
class _Sentence:
    """An English sentence as a pattern, with its Dutch form; "{1}" stands for what differs, which is the paper's own
    word where it stands in quotes."""

    pattern: re.Pattern[str]
    dutch: str
    quoted: frozenset[str]


@cache
def _sentences() -> tuple[_Sentence, ...]:
    found = []
    for row in read_tsv(folder("queries") / "sentences.tsv"):
        parts = _HOLE.split(row["en"])
        body = "".join(f"(?P<h{p}>.+?)" if i % 2 else re.escape(p) for i, p in enumerate(parts))
        quoted = frozenset(f"h{number}" for number in _QUOTED.findall(row["en"]))
        found.append(_Sentence(re.compile(body, re.DOTALL), row["nl"], quoted))
    return tuple(found)


@lru_cache(maxsize=4096)
def in_language(text: str, lang: str) -> str:
    """The sentence in Dutch where that is asked and known, else as it is."""
    if lang == "en" or len(text) > MAX_LENGTH:
        return text
    return _said(text, lang) or _listed(text, lang) or _behind_colon(text, lang) or text


def _said(text: str, lang: str) -> str | None:
    """A word or sentence of the data; what stands in its holes may be one too."""
    known = code_words(lang).get(text)
    if known:
        return known
    for sentence in _sentences():
        if match := sentence.pattern.fullmatch(text):
            holes = {
                name: said if name in sentence.quoted else _in_hole(said, lang)
                for name, said in match.groupdict().items()
            }
            return _HOLE.sub("{h\\1}", sentence.dutch).format_map(holes)
    return None


def _in_hole(said: str, lang: str) -> str:
    return _said(said, lang) or _listed(said, lang) or _behind_colon(said, lang) or said


def _listed(text: str, lang: str) -> str | None:
    """ "surname, in office, day unknown": several sentences in a row, each known; some have a comma themselves."""
    pieces = text.split(", ")
    found: list[str] = []
    while pieces:
        pair = _said(", ".join(pieces[:2]), lang) if len(pieces) > 1 else None
        one = pair or _said(pieces[0], lang)
        if one is None:
            return None
        found.append(one)
        del pieces[: 2 if pair else 1]
    return ", ".join(found)


def _behind_colon(text: str, lang: str) -> str | None:
    """ "person 'Jansen': no such post in the register"."""
    head, colon, tail = text.partition(": ")
    known = _said(tail, lang) or _listed(tail, lang) or _behind_colon(tail, lang) if colon else None
    if known is None:
        return None
    words = code_words(lang)
    return f"{_KIND.sub(lambda m: words.get(m['kind'], m['kind']), head, count=1)}: {known}"
