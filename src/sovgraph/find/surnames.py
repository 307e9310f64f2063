"""The shape of Dutch names in print: particles, double names, initials, titles."""

import re

_CAP = r"(?:[A-ZÀ-ÖØ-ÞŠŽČĆĐİĞ][\w]+(?:'[A-Za-z]\w*)?)"
_LOW = r"(?:van|de|den|der|het|ten|ter|te|'t|op|in|el|al|ben|bin|von|zu|di|da|du|la|le|los)"
_HIGH = r"(?:Van|De|Den|Der|Het|Ten|Ter|Te|'t|Op|In|El|Al|Ben|Bin|Von|Di|Da|Du|La|Le)"
_DOUBLE = rf"(?:\s?-\s?(?:{_LOW}\s+){{0,3}}{_CAP})*"

SURNAME = rf"(?:(?:{_HIGH}\s+(?:{_LOW}\s+){{0,2}})?{_CAP}{_DOUBLE})"
"""A surname that stands without initials, so its particle has a capital: "Van der Plas", "Kostić",
"Faber - van de Klashorst"."""

WITH_PARTICLES = rf"(?:(?:(?:{_HIGH}|{_LOW})\s+){{0,3}}{_CAP}{_DOUBLE})"
"""A surname behind initials or a given name: "van Hattem", "de Bruijn-Wezeman"."""

TITLES = r"(?:(?:(?:mr|dr|drs|ir|ing|prof|em|ds|jhr|jkvr|bc|gen|lgen|bgen|Mr|Dr|Drs|Ir|Ing|Prof|Ds)\.\s?){1,4})"
INITIALS = r"(?:(?:[A-ZÀ-Þ][a-zà-ÿ]{0,2}\.\s?){1,7})"
GIVEN = r"(?:[A-ZÀ-Þ][a-zà-ÿ]{2,}(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"

NOT_NAMES = frozenset(
    "Kamer Eerste Tweede Staten Staten-Generaal Minister Ministers Staatssecretaris Regering Kabinet Raad Rijk "
    "Voorzitter Griffier Nederland Nederlandse Europese Commissie Unie EU Motie Moties Kamerstuk Kamerstukken "
    "President Algemene Vaste Fractie Bij Dit Deze Die Dat Een Voor Met Aan Als Zo Ja Nee Ik U Uw Wat Wie Hoe "
    "Wel Niet Ook Vraag Antwoord Toelichting Bijlage Brief Datum Ons Onze Wij Januari Februari Maart April Mei "
    "Juni Juli Augustus September Oktober November December Zie Artikel Wet Er Maar Ter Kamerleden Koning Koningin "
    "Daar Hij Zij Zijn Dan Hier Nu Verder Ten Tot Uit Over Onder Omdat Volgens Hun Kamerlid Generaal".split()
)
"""Capitalised words that stand where a name could and are none."""

_JOIN = re.compile(
    r"\s*(?:,\s*(?:en\s+)?|\s+en\s+|\s?/\s?|\s+&\s+)(?:het\s+lid\s+|de\s+heer\s+|mevrouw\s+|[Mm]inister\s+|staatssecretaris\s+)?"
)
_PARTY_BEHIND = re.compile(r"\s*\((?:allen\s|beiden\s|beide\s)?[A-Z0-9][\w/ -]{1,28}\)")
_ONE = re.compile(
    rf"(?:{TITLES}?{INITIALS}{WITH_PARTICLES}|{GIVEN}\s+{_LOW}\s+(?:{_LOW}\s+){{0,2}}{_CAP}{_DOUBLE}|{SURNAME})"
)
_NO_GIVEN = re.compile(rf"(?:{TITLES}?{INITIALS}{WITH_PARTICLES}|{SURNAME})")
_PARTICLE_FIRST = frozenset(_HIGH.strip("(?:)").split("|"))


def read_name(text: str, at: int, *, given: bool = True) -> tuple[int, int] | None:
    """The one name that begins at `at`, or None. Without `given` a given name isn't read: behind "Minister"
    what follows "Adema van" is a portfolio, not a surname."""
    match = (_ONE if given else _NO_GIVEN).match(text, at)
    if match is None:
        return None
    words = re.split(r"[\s-]+", match[0])
    if words[-1] in NOT_NAMES or (words[0] in NOT_NAMES and words[0] not in _PARTICLE_FIRST):
        return None
    return match.span()


def read_names(text: str, at: int, *, limit: int = 12) -> list[tuple[int, int]]:
    """The names of a list that begins at `at`: "A, B (PVV) en C". Stops at the first thing that is no name."""
    found: list[tuple[int, int]] = []
    while len(found) < limit:
        name = read_name(text, at)
        if name is None:
            break
        found.append(name)
        party = _PARTY_BEHIND.match(text, name[1])
        joined = _JOIN.match(text, party.end() if party else name[1])
        if joined is None:
            break
        at = joined.end()
    return found
