"""Which act a name means where it stands: that of the paper's day, another one by its suffix, one of another country.

A name that the register has is no proof of its act: "Wiv 2002", "WPO BES" and "Grondwet van 1848" are other acts,
"de Belgische Vreemdelingenwet" is no Dutch one, and the "Sr" of "de heer Vos Sr." is none at all.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

from sovgraph.authority import Authority
from sovgraph.authority.names import fold
from sovgraph.authority.rows import Act
from sovgraph.find.base import FindContext
from sovgraph.model import Candidate, Mention, MentionType, Status

NO_NUMBER = "the register has no number for it"
NO_ACT = "no register has an act of this name"

_YEAR = re.compile(r"\s(?P<y>1[89]\d\d|20\d\d)$")
_YEAR_PRINTED = re.compile(r"(?<!\d)(?:1[89]|20)\d\d$")
_SUFFIX = re.compile(
    r"(?P<year>\s{1,2}(?:1[89]|20)\d\d|\s{1,2}van\s{1,2}1[5-9]\d\d|\s{1,2}van\s{1,2}20\d\d(?!\s+(?:tot|t/m|en|-)\s))?"
    r"(?P<bes>\s{1,2}BES(?!\s+eilanden))?(?![\w/-]|[.:,]\d)"
)
_ROMAN = re.compile(r"[^\S\n]{1,2}I{1,3}(?!\w)|(?<=(?<!\w)WW)[^\S\n]?[12](?!\w)")
_SHIFT = re.compile(r"(?<=(?<!\w)ANW)-?\s?(?:dienst|zorg|uren|post)")
""" "ANW-diensten": of evenings, nights and weekends."""
_CAPITALIZED = re.compile(r"[^\S\n]{1,2}(?!Boek)[A-ZÀ-Þ][a-zà-ÿ]")
_NO_ABBREVIATION = re.compile(r":|\.\s{0,2}[a-zà-ÿ]")
_WORD_BEFORE = re.compile(r"(?P<w>[^\s(/,]*)[\s(/,]*$")
_PEOPLE = frozenset("heer mevrouw dhr dhr. mevr. mevr mr. ir. dr. een geen zijn haar mijn onze hun".split())
_ARTICLE_BEFORE = re.compile(r"(?<!\w)[Aa]rt(?:ikel(?:en)?|\.)\s[^.;\n]{0,50}$")
_FOREIGN_BEFORE = re.compile(
    r"(?P<a>[A-ZÀ-Þ][\wà-ÿ-]+)\s+(?:(?:eigen|federale|gewijzigde|huidige|nationale|nieuwe|oude|toenmalige|voormalige)\s+)?$"
)
_MORE_ADJECTIVES = (
    "Europese Frans Franse Vlaams Vlaamse Waals Waalse Schots Schotse Beiers Beierse Catalaans Catalaanse EU EU-"
)
"""What is no country of the register, or a given name too."""
_AT_HOME = ("NLD",)
_OF_KINGDOM = ("Rijkswet", "Statuut")
_EVERYWHERE = ("Grondwet", "grondwet", "Wetboek")
"""What every country has: "de Grondwet in Turkije", but "de AOW in Turkije"."""
_OLD = re.compile(r"\b(?:[Oo]ude|[Vv]orige|[Vv]oormalige|[Tt]oenmalige)\s+$")
_BEFORE_LENGTH = 60
_YEAR_BEFORE = timedelta(days=365)


def make_law(
    ctx: FindContext,
    start: int,
    end: int,
    rule: str,
    bwb: str | None = None,
    confidence: float = 0.9,
    *,
    reason: str = NO_ACT,
    candidates: tuple[Candidate, ...] = (),
) -> Mention:
    """A mention of an act; `reason` is kept where there is no id."""
    status = Status.EXACT if bwb else Status.AMBIGUOUS if len(candidates) > 1 else Status.UNRESOLVED
    return ctx.mention(
        MentionType.LAW,
        start,
        end,
        rule,
        id=bwb,
        status=status,
        confidence=confidence,
        candidates=candidates,
        reason="" if bwb else reason,
    )


def bearers(acts: tuple[Act, ...], reason: str) -> tuple[Candidate, ...]:
    return tuple(Candidate(bwb, None, reason) for bwb in dict.fromkeys(a.bwb for a in acts) if bwb)


def has_year(printed: str) -> bool:
    return _YEAR_PRINTED.search(printed) is not None


def is_dated(acts: tuple[Act, ...], printed: str) -> bool:
    """Whether the day of the paper decides what the name means."""
    return not has_year(printed) and any(_begins(act, printed) > date.min for act in acts)


def meant(acts: tuple[Act, ...], printed: str, day: date | None) -> Act | None:
    """The act that a name meant on a day, None where that can't be told; without a day the act that bears it now.

    In the year before a name passes on, it may mean the act that is and the one that comes.
    """
    if day is None or has_year(printed):
        return max(acts, key=lambda act: act.since or date.min)
    begun = [act for act in acts if _begins(act, printed) <= day]
    coming = [act for act in acts if day < _begins(act, printed) <= day + _YEAR_BEFORE]
    return max(begun, key=lambda act: _begins(act, printed)) if begun and not coming else None


def _begins(act: Act, printed: str) -> date:
    """From when the printed name means the act: a name without the year of the act's own not before that year is over."""
    if act.since is not None or fold(printed) == fold(act.name):
        return date.min if fold(printed) == fold(act.name) else act.since or date.min
    year = _YEAR.search(act.name)
    return date(int(year["y"]) + 1, 1, 1) if year else date.min


def is_older(text: str, start: int, act: Act, printed: str) -> bool:
    """ "de oude Politiewet": not the act that bears the name now, if that has a year in its own."""
    if fold(printed) == fold(act.name) or not (act.since or _YEAR.search(act.name)):
        return False
    return _OLD.search(text, max(0, start - 14), start) is not None


def suffix_end(text: str, start: int, end: int) -> int:
    """Where the name ends with a year or "BES" behind it, which make another act of it."""
    found = _SUFFIX.match(text, end)
    if found is None:
        return end
    if found["year"] and has_year(text[start:end]):
        return end
    return found.end()


def with_suffix(names: Authority, acts: tuple[Act, ...], printed: str, suffix: str) -> Act | None:
    """The very act that the register has with that suffix: "Wiv" + "2002"."""
    known = _by_name(names)
    words = suffix.removeprefix("van ")
    bases = [printed, *(_YEAR.sub("", name) for act in acts for name in (act.name, *act.abbreviations, *act.variants))]
    fitting = {act.bwb: act for base in bases if (act := known.get(fold(f"{base} {words}"))) is not None}
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def is_same(names: Authority, one: str, other: str) -> bool:
    """Whether the register has one act under both names, the other one printed just so."""
    act = _by_name(names).get(fold(one))
    return act is not None and other in (*act.abbreviations, *act.variants)


@lru_cache(maxsize=4)
def _by_name(names: Authority) -> dict[str, Act]:
    return {fold(name): act for act in names.acts for name in (*act.abbreviations, *act.variants, act.name)}


def is_foreign(ctx: FindContext, start: int, end: int) -> bool:
    """Whether an adjective before the name or a country behind it shows that it is no Dutch act."""
    before = _FOREIGN_BEFORE.search(ctx.text, max(0, start - _BEFORE_LENGTH), start)
    if before is not None and before["a"].rsplit("-", 1)[-1] in _adjectives(ctx.names):
        return True
    if before is not None and before["a"] in _adjectives(ctx.names):
        return True
    if not ctx.text.startswith(("van", "in", "voor"), end + 1) or ctx.text.startswith(_OF_KINGDOM, start):
        return False
    found = _countries(ctx.names).match(ctx.text, end)
    return found is not None and (found["in"] is None or ctx.text.startswith(_EVERYWHERE, start))


@lru_cache(maxsize=4)
def _adjectives(names: Authority) -> frozenset[str]:
    found = {a for c in names.countries if c.alpha3 not in _AT_HOME for a in c.adjectives}
    return frozenset(found) | frozenset(_MORE_ADJECTIVES.split())


@lru_cache(maxsize=4)
def _countries(names: Authority) -> re.Pattern[str]:
    """ "van Suriname", "in Turkije": the country that an act is of."""
    found = {n for c in names.countries if c.alpha3 not in _AT_HOME for n in (c.name, *c.variants)}
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in sorted(found, key=lambda n: (-len(n), n)))
    union = r"(?:de\s+)?(?:Europese\s+Unie|EU|Unie)|Europa"
    return re.compile(rf"\s(?:van|(?P<in>in))\s+(?:de\s+|het\s+)?(?:{words})(?!\w)|\s(?:van|voor)\s+(?:{union})(?!\w)")


def is_something_else(text: str, start: int, end: int) -> bool:
    """Whether an abbreviation of an act stands for something else here: "WW II", "Vw Golf", "de heer Vos Sr."."""
    if _ROMAN.match(text, end) or _SHIFT.match(text, end):
        return True
    if end - start != 2 or not text[start:end].isalpha():
        return False
    before = text[max(0, start - _BEFORE_LENGTH) : start]
    if _ARTICLE_BEFORE.search(before):
        return False
    if _CAPITALIZED.match(text, end):
        return True
    return text[end - 1].islower() and not _is_cited(text, before, end)


def _is_cited(text: str, before: str, end: int) -> bool:
    """Two letters like "Sr" are an act only behind a word that leads to one, and not before a colon."""
    word = _WORD_BEFORE.search(before)
    lead = word["w"] if word else ""
    if lead in _PEOPLE or _NO_ABBREVIATION.match(text, end):
        return False
    return lead[:1].islower() or lead[:1].isdigit() or before.endswith(("(", "/"))
