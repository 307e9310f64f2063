"""What names of bodies look like that no register holds: "Stichting X", "Y Foundation", "commissie-Z"."""

import re
from collections.abc import Iterator

from sovgraph.find.scan import Anchors, Scan, is_plain

S = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
"""Blanks between words of one name: at most one line break."""
NAME_WORD = r"(?:(?!IJ)[A-Z]{2,}(?=[a-z]{3})|[A-ZÀ-Þ](?:[^\W\d_]|['-])*)"
GLUE = r"(?:van|voor|der|den|de|het|op|tot|ter|bij|tegen|om)"
HEADS = (
    r"(?:Inspectie|Stichting|Universiteit|Hogeschool|Vereniging|Federatie|Adviesraad|Gezondheidsraad|Onderwijsraad|Platform"
    r"|Fonds|Instituut|Autoriteit|Rechtbank|Gerechtshof|Agentschap|Planbureau|Verbond|Bond|Veiligheidsregio|Waterschap"
    r"|Hoogheemraadschap|Omgevingsdienst|Dienst|Directoraat-[Gg]eneraal|Bureau|Kenniscentrum|Centrum|College|Commissariaat"
    r"|Gemeentelijke|GGD|Sociale\s+Verzekeringsbank|Taskforce|Landelijk\s+Bureau|Expertisecentrum|Adviescollege"
    r"|Staatscommissie|Ministeriële\s+Commissie|Adviescommissie|Deskundigencommissie|Evaluatiecommissie|Expertgroep"
    r"|Adviesgroep|Commando|Investeringsfonds|Defensiefonds|Klimaatfonds)"
)
_KIND_WORDS = (
    r"(?:Vereniging|Federatie|Bond|Organisatie|Raad|Instituut|Maatschappij|Bank|Autoriteit|Agentschap|Fonds|Platform|Universiteit"
    r"|Netwerk|Ombudsman|Coördinator|Marechaussee)"
)
_BEFORE_WORDS = (
    r"(?:Nederlandse?|Koninklijke|Landelijke?|Nationaal|Nationale|Europee?se?|Internationaal|Internationale|Economisch|Sociaal|Regionale?"
    r"|Belgische?|Vlaamse?|Hoge)"
)
_BEFORE = rf"(?:{_BEFORE_WORDS}[^\S\n]+){{1,2}}"
_JOINED = rf"{S}en{S}(?!{HEADS}\s)(?!Europee?se?\s)(?![A-ZÀ-Þ]{{2,}}(?![^\W\d_]))(?!{NAME_WORD}\s+\()(?![^\W\d_]*[a-zà-ÿ][A-Z]){NAME_WORD}"
_TAIL = (
    rf"(?:(?:{S}{GLUE}){{0,3}}{S}(?!{HEADS}\s){NAME_WORD}|{_JOINED}"
    rf"|,{S}{NAME_WORD}(?<!-)(?=(?:,{S}{NAME_WORD}){{0,8}}{S}en{S}[A-Z])){{0,12}}"
)
_OF_COUNTRY = (
    r"(?:Nederlandse?|Koninklijke|Landelijke?|Centraal|Centrale|Nationale?|Europese?|Internationale?|Technische)"
)
_LAST_WORDS = r"(?:Universiteit|University|Foundation|Institute|College|Bank)"
_ARTICLES = r"(?!(?:De|Het|Een|Deze|Die|Dit|Dat|In|Op|Van|Voor|Als|Ook|Aan|Bij|Met|West)\s)"
SHAPES = re.compile(
    rf"""(?<![^\W\d_])(?<!-)(?:
      (?:{_BEFORE})?{HEADS}(?:{S}(?!om\s){GLUE}){{0,3}}{S}{NAME_WORD}{_TAIL}
     |{_OF_COUNTRY}\s+(?:{NAME_WORD}\s+){{0,3}}
        {_KIND_WORDS}(?:(?:{S}{GLUE}){{1,3}}{S}{NAME_WORD}{_TAIL})?
     |[Cc]ommissie[- ]Meijers
     |Raad\s+voor\s+(?:de|het)\s+{NAME_WORD}{_TAIL}
     |(?:[Rr]echtbank|[Gg]erechtshof)\s+(?:Den\s+Haag|'s-Hertogenbosch|{NAME_WORD})
     |DG\s+[A-Z]{{3,6}}
     |(?:{_ARTICLES}{NAME_WORD}\s+){{1,3}}{_LAST_WORDS}
    )(?:(?<=[A-Z]{{2}})|(?![^\W\d_]))""",
    re.VERBOSE,
)


def _beginnings(words: str) -> Iterator[str]:
    """The letters that each alternative of a group of words surely begins with."""
    for word in words.removeprefix("(?:").removesuffix(")").split("|"):
        yield re.sub(r"(?:[^\W\d_]\?|[^\w-]).*", "", word)


_FIRST = Anchors(
    (
        *_beginnings(HEADS),
        *_beginnings(_BEFORE_WORDS),
        *_beginnings(_OF_COUNTRY),
        *("Raad", "DG", "rechtbank", "gerechtshof", "commissie-meijers", "commissie meijers"),
    )
)
_LAST = Anchors(_beginnings(_LAST_WORDS))
_WORDS_BEFORE_LAST = 3
_CAPITAL = re.compile(r"[A-ZÀ-Þ]")


def shaped(text: str) -> Iterator[re.Match[str]]:
    """All matches of `SHAPES`, tried only where a name begins with a word of the lists or ends with one."""
    if is_plain():
        yield from SHAPES.finditer(text)
        return
    done = 0
    for start in sorted({*_FIRST.places(text), *_before_last(text)}):
        match = SHAPES.match(text, start) if start >= done else None
        if match is not None:
            yield match
            done = match.end()


def _before_last(text: str) -> Iterator[int]:
    """Where a name may begin that ends with one of the last words: the capitals of the three words before."""
    for last in _LAST.places(text):
        start = last
        for _ in range(_WORDS_BEFORE_LAST):
            while start and text[start - 1].isspace():
                start -= 1
            while start and (text[start - 1].isalnum() or text[start - 1] in "'-×"):
                start -= 1
        yield from (capital.start() for capital in _CAPITAL.finditer(text, start, last))


_COMPOUND_ENDS = "fonds|collectief|ombudsman|bond|federatie|vereniging"
_COMPOUND = re.compile(
    rf"(?<=[a-z,]\s)[A-Z][a-zà-ÿ]+(?:{_COMPOUND_ENDS}|rekenkamer|marechaussee|autoriteit|beraad)(?!\w)"
    rf"(?:[^\S\n]{_ARTICLES}{NAME_WORD}){{0,3}}"
    rf"|(?<=[\"])[A-Z][a-zà-ÿ]+(?:{_COMPOUND_ENDS})(?=[:\s])"
)
_ENDS = Anchors((*_COMPOUND_ENDS.split("|"), "rekenkamer", "marechaussee", "autoriteit", "beraad"))


def compounds(text: str) -> Iterator[re.Match[str]]:
    """ "Wolkenfonds", "Mistautoriteit": the matches of `_COMPOUND`, tried only where such an end has a capital before."""
    if is_plain():
        yield from _COMPOUND.finditer(text)
        return
    done = start = before = 0
    for place in _ENDS.places(text):
        glued = text[before:place]
        before = place
        if not (glued.isalpha() and glued.islower()):  # else further on in the same word
            start = place
            while start and text[start - 1].islower():
                start -= 1
        match = _COMPOUND.match(text, start - 1) if done < start < place else None
        if match is not None:
            yield match
            done = match.end()


BY_CHAIR = Scan(
    r"(?<![\w-])[Cc]ommissie(?:-(?:(?:Van|De)\s+(?:de[rn]?\s+|den\s+)?)?|\s+Van\s+(?:de[rn]?\s+)?)(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)(?![\w-])",
    ["commissie"],
)
"""An advisory body by its chair: "commissie-Wolk", "Commissie Van der Wolk"."""

_UNFINISHED = re.compile(r"(?:isch|ische|lijk|lijke)$")
_UNFINISHED_KIND = re.compile(rf"\s{_KIND_WORDS}$")
_GOES_ON = re.compile(r"\s+[a-z]")
_GOES_ON_WITH = re.compile(r"\s+(?:van|voor|tot|ter)\s+(?:de\s+|het\s+)?[a-z]")


def is_cut(text: str, match: re.Match[str]) -> bool:
    """Whether a name goes on in small letters: "Taskforce Juridisch gedrag", "Nederlandse Vereniging voor mist"."""
    if _UNFINISHED.search(match[0]):
        return _GOES_ON.match(text, match.end()) is not None
    return _UNFINISHED_KIND.search(match[0]) is not None and _GOES_ON_WITH.match(text, match.end()) is not None


_SMALL_WORDS = (*GLUE.removeprefix("(?:").removesuffix(")").split("|"), "en", "in", "on", "of", "for", "the", "and")
_BRACKETS = r"\(\s*(?P<a>[A-Z][A-Za-z&]{1,9}(?:\s(?:Groep|Group))?)\s*\)"
_NAME_AND_ABBREVIATION = re.compile(
    rf"(?<![\w-])(?P<name>{NAME_WORD}(?:\s+(?:(?:{'|'.join(_SMALL_WORDS)})\s+){{0,3}}{NAME_WORD}){{1,7}})\s*{_BRACKETS}"
)
_ABBREVIATION_IN_BRACKETS = re.compile(_BRACKETS)
_WORD_BACKWARDS = r"(?:[^\W\d_]|['-])*[A-ZÀ-Þ]"
_NAME_BACKWARDS = re.compile(
    rf"\s*{_WORD_BACKWARDS}(?:\s+(?:(?:{'|'.join(word[::-1] for word in _SMALL_WORDS)})\s+){{0,3}}{_WORD_BACKWARDS}){{1,7}}(?![\w-])"
)
_LONGEST_NAME = 400


def names_and_abbreviations(text: str) -> Iterator[re.Match[str]]:
    """Names with an abbreviation in brackets behind them, read from the bracket backwards: few have a name there."""
    if is_plain():
        yield from _NAME_AND_ABBREVIATION.finditer(text)
        return
    for brackets in _ABBREVIATION_IN_BRACKETS.finditer(text):
        first = max(0, brackets.start() - _LONGEST_NAME)
        if text.find(brackets["a"][0], first, brackets.start()) < 0:
            continue  # no name that it could abbreviate
        before = text[first : brackets.start()]
        name = _NAME_BACKWARDS.match(before[::-1])
        match = None if name is None else _NAME_AND_ABBREVIATION.match(text, brackets.start() - name.end())
        if match is not None:
            yield match


IN_SMALL_LETTERS = Scan(
    r"(?<![\w-])(?P<name>(?:[Cc]ommissie|[Ss]tichting|[Ww]erkgroep|[Aa]dviesgroep|[Ee]xpertgroep)\s+"
    r"(?P<words>[A-ZÀ-Þ][\w'-]*(?:\s+[\w'-]+){1,7}?))\s*\((?P<a>[A-Z]{2,8})\)",
    ["commissie", "stichting", "werkgroep", "adviesgroep", "expertgroep"],
)
ABBREVIATION = re.compile(r"\s*\(\s*(?:hierna:?\s*)?[\"']?(?P<a>[A-Z][A-Za-z&-]{1,9}(?:\s(?:Groep|Group))?)[\"']?\s*\)")
CHAPTER = re.compile(r"[IVX]+[A-C]?")
"""Numbers of budget chapters: in "Ministerie van Wolken (XIB)" no abbreviation."""

NOT_BODY = re.compile(
    r"(?<![^\W\d_])(?:Wet|Besluit|Regeling|Subsidieregeling|Verordening|Richtlijn|Verdrag|Programma|Plan|Kamerstuk|Motie|Jaarrapportage|Rapportage"
    r"|Jaarverslag|Nota|Staat|Notitie|Beleidsbrief|Kader|Akkoord|Index|Systeem|System|Project|Pact|Model|Rapport|Strategie|Agenda|Monitor"
    r"|Directive|Act|Regulation|Design|Uitkering|Maatregel|Stoffen|Beeld|Vertegenwoordiger|Commissaris|Gezant|Inrichting|Gewicht|Beheer"
    r"|Gezondheidszorg|Landschapsbeheer)(?![^\W\d_])"
    r"|[a-zà-ÿ](?:akkoord|wet|regeling|besluit|plan|programma|uitkering|beeld|strategie|agenda|beleid|verdrag|richtlijn|verordening|heffing|toets)(?![^\W\d_])"
    r"|(?<![^\W\d_])(?:Assistant|Assistent|Manager|Officer|Specialist|Director|Practitioner|Adviseur|Medewerker|Functionaris)\Z"
)
"""Words, and ends of words, that make a name with an abbreviation a rule, a plan, a thing or an occupation."""
