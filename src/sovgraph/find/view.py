"""The clean view of a text on which finders match.

Footnote marks, markdown asterisks and layout characters break patterns ("2025³" has no word boundary after
the year for `re`). The view replaces them one for one, so that offsets stay equal; only for decomposed (NFD)
text is an offset map needed, because composing shortens it.
"""

import re
import unicodedata
from dataclasses import dataclass

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"  # marks of endnotes ("ⁱᵛ")
_BLANKED = SUPERSCRIPTS + _RAISED_LETTERS + "*\u200b\ufeff\u00ad\u2060"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_TABLE = {
    **{ord(c): " " for c in _SPACES + _BLANKED},
    **{ord(c): "-" for c in _DASHES},
    **{ord(c): "'" for c in "\u2018\u2019\u201a\u201b\u2032\u00b4`"},
    **{ord(c): '"' for c in "\u201c\u201d\u201e\u00ab\u00bb"},
    ord("\u25a1"): "&",  # "Immigratie □ Asiel": the scanner's box for an ampersand
    ord("\r"): "\n",
}
_REPLACED = {chr(code): to for code, to in sorted(_TABLE.items())}
_LATIN = tuple(character for character in _REPLACED if ord(character) < 256)
_SPECIAL = re.compile("[" + re.escape("".join(_REPLACED)) + "\u0300-\u036f\ud800-\udfff]")
"""Any character that the view changes, or that combines with the one before it."""
_COMBINING = re.compile("[\u0300-\u036f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which a broken conversion left; no search for literals reads it."""


@dataclass(frozen=True, slots=True)
class View:
    """`text` is what patterns see. `starts` maps its offsets to those of the document, None when equal."""

    text: str
    starts: tuple[int, ...] | None = None

    def to_document(self, offset: int) -> int:
        return offset if self.starts is None else self.starts[offset]

    def to_view(self, offset: int) -> int:
        """The view offset of a document offset; inside a composed letter, that of the letter."""
        if self.starts is None:
            return offset
        low, high = 0, len(self.starts) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.starts[middle] <= offset:
                low = middle
            else:
                high = middle - 1
        return low


def make_view(text: str) -> View:
    """The view of a document's text."""
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        special = set(_SPECIAL.findall(text))
        if not special <= _REPLACED.keys():
            text = _SURROGATE.sub("\ufffd", text)
            if _COMBINING.search(text) is not None:
                return _composed(text)
    else:
        special = {character for character in _LATIN if character in text}
    for character in sorted(special & _REPLACED.keys()):
        text = text.replace(character, _REPLACED[character])
    return View(text)


def _composed(text: str) -> View:
    """The view of a text in which accents stand behind their letters."""
    pieces: list[str] = []
    starts: list[int] = []
    position = 0
    while position < len(text):
        end = position + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for place, letter in enumerate(unicodedata.normalize("NFC", text[position:end])):
            pieces.append(letter)
            starts.append(position + place)
        position = end
    starts.append(len(text))
    return View("".join(pieces).translate(_TABLE), tuple(starts))
