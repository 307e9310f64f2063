"""How reports of meetings print speakers: forms of address, posts, names and parties, as one pattern."""

import re

GAP = r"(?:[^\S\n]{1,6}(?:\n[^\S\n]{0,6})?|\n[^\S\n]{0,6})"
"""Blanks inside a speaker's line, which may be broken once between two words."""

_LOW = r"(?:van|de|den|der|ten|ter|te|het|in|op|von|du|la|le|el|al|bin|ben|[dst]?'[ts]?)"
_WORD = r"(?:(?:[dDtTlLO]'|'[ts][ ]?)?[^\W\d_a-z][^\W\d_]*(?:'[^\W\d_]+)?)"
_INITIALS = r"(?:[^\W\d_a-z][a-z]?\.[ ]?){1,6}"
_JOINED = rf"{_WORD}(?:[ ]?-[ ]?\n?(?:{_LOW}[ ])*{_WORD}){{0,3}}"
NAME = rf"(?:{_INITIALS})?(?:{_LOW}{GAP}){{0,3}}{_JOINED}(?:{GAP}(?:{_LOW}{GAP}){{0,3}}{_JOINED}){{0,4}}"
"""A name in a speaker's line: "Van der Plas", "Tjeerd de Groot", "Faber-van de Klashorst"."""

NAME_ON_LINE = NAME.replace(GAP, r"[^\S\n]{1,6}")

_POST = (
    r"(?:[Dd]emissionair[ ]|Gevolmachtigd[e]?[ ])?(?:(?:[Vv]ice)?-?[Mm]inister-[Pp]resident|[Mm]inister"
    r"|[Ss]taatssecretaris"
    r"|Regeringscommissaris|Informateur|Formateur|Verkenner)"
)
_TEMPORARY = r"(?:fungerend|tijdelijk|waarnemend|plaatsvervangend)e?"
SPEAKER = re.compile(
    rf"""(?<![\w-])(?:
      (?P<chair>De{GAP}(?:{_TEMPORARY}{GAP})?(?:[Vv]oorzitter|VOORZITTER))
     |(?P<clerk>De{GAP}[Gg]riffier)
     |(?:(?P<sir>De{GAP}[Hh]eer|Mevrouw|De{GAP}(?:heren|dames))
        |(?P<member>Kamerlid|Het{GAP}lid|Lid|Senator)|(?P<post>(?=[A-Z]){_POST}))
      {GAP}(?P<name>{NAME})
      (?:\s{{0,3}}\((?P<party>[^()\n:;?!]{{1,40}}(?:\n[^()\n:;?!]{{1,40}})?)\))?
    )[ ]{{0,3}}:(?!/)""",
    re.VERBOSE,
)
"""What stands before the words of a turn, with its colon; read in the clean view of the text."""

CHAIRED = re.compile(
    r"(?<!\w)(?:Fungerend[ ]|Tijdelijk[ ])?[Vv](?:oorzitter|OORZITTER)[ ]?:[ ]{0,4}(?:de[ ]heer[ ]|mevrouw[ ])?"
    rf"(?P<name>{NAME_ON_LINE})(?=[^\S\n]*(?:[\n\f]|\Z))"
)
"""Who is in the chair from here on."""

STANDING = re.compile(
    r"(?:Opening|Mededelingen|Regeling van werkzaamheden|Vragenuur"
    r"|Mondelinge vragen|Hamerstukken|Ingekomen stukken|Sluiting"
    r"|Stemmingen|Herdenking|Beëdiging|Afscheid|Lijst van (?:besluiten en )?ingekomen stukken|Rondvraag|Noten)"
)
"""Titles of items that many meetings have."""
