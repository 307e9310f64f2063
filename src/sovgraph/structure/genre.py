"""What kind of paper it is, by the words of its title or by metadata."""

from sovgraph.model import Genre
from sovgraph.structure.genre_titles import TITLES, WORDS

_BY_KIND = {
    "handelingen": Genre.PROCEEDINGS,
    "staatsblad": Genre.GAZETTE,
    "staatscourant": Genre.GOVERNMENT_GAZETTE,
    "tractatenblad": Genre.TREATY_SERIES,
}
_KIND_FIELDS = (
    "DC.type",
    "DCTERMS.type",
    "dcterms:type",
    "dcterms.type",
    "OVERHEIDop.documenttype",
    "OVERHEIDop.subrubriek",
    "subrubriek",
    "Soort",
)
"""Metadata whose whole content names a kind of paper, besides kinds of publication that name none."""
_TITLE_FIELDS = ("OVERHEIDop.documenttitel", "documenttitel")
_CATCH_ALL = (Genre.UNKNOWN, Genre.NOTE, Genre.REPORT, Genre.STUDY)
"""A title of these may be another one with a typing error: "NOTA VAN WIJZGING"."""
_FIRST = 12
_SHORTEST = 5


def genre_of_title(title: str) -> Genre:
    """The genre of a title line as printed, in capitals or not; UNKNOWN when no rule knows it."""
    words = " ".join(title.upper().replace("*", " ").split()).removeprefix("HERDRUK ")
    found = _asked(words)
    return _asked(_repaired(words)) if found in _CATCH_ALL else found


def _asked(words: str) -> Genre:
    return next((genre for pattern, genre in TITLES if pattern.match(words)), Genre.UNKNOWN)


def _repaired(words: str) -> str:
    """The words with typing errors of one letter brought back: "MEMORIE VAN TOELICHTNG", "AMENDEMNT"."""
    first = words.split(" ")[:_FIRST]
    return " ".join(word if word in WORDS else _nearest(word) for word in first)


def _nearest(word: str) -> str:
    if len(word) < _SHORTEST or not word.isalpha():
        return word
    near = [known for known in sorted(WORDS) if known[0] == word[0] and word[:-1] != known and _one_apart(word, known)]
    return near[0] if len(near) == 1 else word


def _one_apart(word: str, known: str) -> bool:
    """One letter more, less or other, or two neighbours that changed places; short words only the last."""
    if abs(len(word) - len(known)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, known, strict=False)) if a != b), min(len(word), len(known)))
    rest, other = word[start:], known[start:]
    if len(word) == len(known) and rest[:2] == other[1::-1] and rest[2:] == other[2:]:
        return True
    return len(known) > _SHORTEST and (rest[1:] == other[1:] or rest[1:] == other or rest == other[1:])


def genre_of_root(kind: str) -> Genre | None:
    """The genre of XML whose root is a kind of publication."""
    return _BY_KIND.get(kind)


def genre_of_kind(kind: str, fields: tuple[tuple[str, str], ...]) -> Genre:
    """The genre that a file states: by the metadata on its kind, by its root, by the title in its metadata."""
    kinds = [content for name, content in fields if name in _KIND_FIELDS]
    titles = [content for name, content in fields if name in _TITLE_FIELDS]
    titled = [
        part for name, content in fields if name in ("DC.title", "dcterms:title") for part in content.split("; ")[1:]
    ]
    found = (genre for genre in map(genre_of_title, kinds) if genre is not Genre.UNKNOWN)
    by_kind = next(found, _BY_KIND.get(kind, Genre.UNKNOWN))
    if by_kind is not Genre.UNKNOWN:
        return by_kind
    return next(
        (genre for genre in map(genre_of_title, (*titles, *titled)) if genre is not Genre.UNKNOWN), Genre.UNKNOWN
    )
