"""Whether words ask something: with a question mark, or told ("De leden van X vragen of ...", "..., vragen zij")."""

import re

_SENTENCE_END = re.compile(r"[.?!][\"')]?\d{0,3}(?:\s+(?=[^\W\d_a-z]|[\"'(])|\s*\Z)")
_QUESTION_END = re.compile(r"\?[\"')]?\d{0,3}\s*\Z")
_WHO = re.compile(r"\b(?:leden|lid|\w*fracties?|commissies?|zij|ze)\b", re.IGNORECASE)
_VERB = re.compile(r"(?P<before>[\w&-]+)\s+(?:vragen|vroegen|vraagt|vroeg)(?=\s)")
_NO_VERB_AFTER = frozenset(
    "aantal aan als beantwoorden bij dan daarover dat deze die door drie een en geen had hadden heeft hebben hierbij "
    "hierover hun in maar meer met naar namens nog of om ook op over paar stelden stellen stelt te tot "
    "twee uit uw van veel vier vijf voor wat wel wij zes zijn".split()
)
"""Words before "vragen" that make it a noun; adjectives in -e and articles do so, too."""
_INVERTED = re.compile(
    r"\b(?:vragen|vroegen|vraagt|vroeg)\s+(?:(?:zij|ze)\b|(?:deze|de|dezelfde|voornoemde|genoemde|voormelde|hier)\s+"
    r"(?:[\w-]+\s+){0,5}?(?:leden|\w*-?fractie)\b)",
    re.IGNORECASE,
)
_WOULD_KNOW = re.compile(
    r"\b(?:willen|wil|wilden|zouden|zou|wensen)\s+(?:[\w-]+\s+){0,6}?(?:weten|vernemen|horen)\b"
    r"|\b(?:vernemen|horen|ontvangen|vernamen)\s+(?:zij\s+|deze\s+leden\s+)?(?:hierop\s+|hierover\s+|dan\s+ook\s+)?graag\b"
    r"|\b(?:verzoeken|verzochten|verzoekt)\s+(?:de\s+)?(?:regering|minister|staatssecretaris|u)\b",
    re.IGNORECASE,
)
_WHAT = re.compile(
    r"\b(?:of|waarom|hoe|hoeveel|wat|welke?|wanneer|wie|waar\w*|hoeverre|naar|aan\s+te\s+geven|toe\s+te\s+lichten"
    r"|te\s+reageren|in\s+te\s+gaan|uiteen\s+te\s+zetten|te\s+verduidelijken|om\s+een|een\s+(?:nadere\s+)?(?:reactie|toelichting))\b",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence; a short form with a stop may break one, which does no harm here."""
    found = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        found.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def asks(sentence: str) -> bool:
    """Whether one sentence asks."""
    return _QUESTION_END.search(sentence) is not None or asks_indirectly(sentence)


def asks_indirectly(sentence: str) -> bool:
    """ "De leden van X vragen of ...", "..., vragen zij": members or a committee as subject, and what they ask."""
    if _INVERTED.search(sentence):
        return True
    if _WHO.search(sentence) is None or _WHAT.search(sentence) is None:
        return False
    if _WOULD_KNOW.search(sentence):
        return True
    return any(_is_verb_after(match["before"]) for match in _VERB.finditer(sentence))


def any_asks(text: str) -> bool:
    """Whether any sentence of a text asks."""
    return "?" in text or any(asks_indirectly(text[start:end]) for start, end in sentences(text))


def _is_verb_after(word: str) -> bool:
    """ "De leden vragen of" against "de volgende vragen"."""
    if word.lower().endswith("fractie") or not word[0].islower():
        return True
    return word not in _NO_VERB_AFTER and not word.endswith("e") and word != "het"
