"""What someone typed, as terms: words, "phrases", -without, begin*; anything can be typed, nothing is an error."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sovgraph.search.kinds import stopwords
from sovgraph.search.words import forms, stem

_PART = re.compile(r'(?P<out>-*)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
MOST_TERMS = 24
MOST_LETTERS = 1000
BEGIN = 4
"""Letters that a word must have before longer words that begin with it count too."""


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for. Several `words` are a phrase; `begins`: the last word is only a beginning."""

    words: tuple[str, ...]
    begins: bool = False
    without: bool = False


def parse(text: str) -> tuple[Term, ...]:
    """The terms in order; little words go when there are others."""
    found: list[Term] = []
    for match in _PART.finditer(text[:MOST_LETTERS].translate(_QUOTES)):
        before = match.start() == 0 or text[match.start() - 1].isspace()
        part = match["phrase"] if match["phrase"] is not None else match["word"]
        read = tuple(forms(part))
        if read:
            begins = match["word"] is not None and part.endswith("*")
            found.append(Term(read, begins, bool(match["out"]) and before))
    telling = [t for t in found if len(t.words) > 1 or t.begins or t.words[0] not in stopwords()]
    wanted = telling if any(not t.without for t in telling) else found
    return tuple(dict.fromkeys(wanted))[:MOST_TERMS]


def expression(terms: Iterable[Term], longer: Callable[[str], Iterable[str]], *, every: bool = True) -> str:
    """The terms as an FTS5 expression; "" without any. `longer` gives compounds that end with a word."""
    parts = [_expression(term, longer) for term in terms]
    return (" AND " if every else " OR ").join(parts)


def _expression(term: Term, longer: Callable[[str], Iterable[str]]) -> str:
    star = " *" if term.begins else ""
    if len(term.words) > 1 or term.begins:
        return f'(words : "{" ".join(term.words)}"{star})'
    form = term.words[0]
    parts = [f'{{title body}} : "{stem(form)}"', f'words : "{form}"' + (" *" if len(form) >= BEGIN else "")]
    parts += [f'words : "{compound}"' for compound in longer(form)]
    return f"({' OR '.join(parts)})"


def fits(term: Term, form: str) -> bool:
    """Whether a word of a text is (part of) what a term asks for, so that it is marked."""
    if len(term.words) > 1 or term.begins:
        return form in term.words or (term.begins and form.startswith(term.words[-1]))
    asked = term.words[0]
    return (
        form == asked
        or stem(form) == stem(asked)
        or (len(asked) >= BEGIN and (form.startswith(asked) or form.endswith(asked)))
    )
