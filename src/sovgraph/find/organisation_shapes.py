"""What names of bodies look like that no register holds: "Stichting X", "Y Foundation", "commissie-Z"."""

import re

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
_BEFORE = (
    r"(?:(?:Nederlandse?|Koninklijke|Landelijke?|Nationaal|Nationale|Europee?se?|Internationaal|Internationale|Economisch|Sociaal|Regionale?"
    r"|Belgische?|Vlaamse?|Hoge)[^\S\n]+){1,2}"
)
_JOINED = rf"{S}en{S}(?!{HEADS}\s)(?!Europee?se?\s)(?![A-ZÀ-Þ]{{2,}}(?![^\W\d_]))(?!{NAME_WORD}\s+\()(?![^\W\d_]*[a-zà-ÿ][A-Z]){NAME_WORD}"
_TAIL = (
    rf"(?:(?:{S}{GLUE}){{0,3}}{S}(?!{HEADS}\s){NAME_WORD}|{_JOINED}"
    rf"|,{S}{NAME_WORD}(?<!-)(?=(?:,{S}{NAME_WORD}){{0,8}}{S}en{S}[A-Z])){{0,12}}"
)
_ARTICLES = r"(?!(?:De|Het|Een|Deze|Die|Dit|Dat|In|Op|Van|Voor|Als|Ook|Aan|Bij|Met|West)\s)"
SHAPES = re.compile(
    rf"""(?<![^\W\d_])(?<!-)(?:
      (?:{_BEFORE})?{HEADS}(?:{S}(?!om\s){GLUE}){{0,3}}{S}{NAME_WORD}{_TAIL}
     |(?:Nederlandse?|Koninklijke|Landelijke?|Centraal|Centrale|Nationale?|Europese?|Internationale?|Technische)\s+(?:{NAME_WORD}\s+){{0,3}}
        {_KIND_WORDS}(?:(?:{S}{GLUE}){{1,3}}{S}{NAME_WORD}{_TAIL})?
     |[Cc]ommissie[- ]Meijers
     |Raad\s+voor\s+(?:de|het)\s+{NAME_WORD}{_TAIL}
     |(?:[Rr]echtbank|[Gg]erechtshof)\s+(?:Den\s+Haag|'s-Hertogenbosch|{NAME_WORD})
     |DG\s+[A-Z]{{3,6}}
     |(?:{_ARTICLES}{NAME_WORD}\s+){{1,3}}(?:Universiteit|University|Foundation|Institute|College|Bank)
    )(?:(?<=[A-Z]{{2}})|(?![^\W\d_]))""",
    re.VERBOSE,
)
COMPOUND = re.compile(
    rf"(?<=[a-z,]\s)[A-Z][a-zà-ÿ]+(?:fonds|collectief|ombudsman|bond|federatie|vereniging|rekenkamer|marechaussee|autoriteit|beraad)(?!\w)"
    rf"(?:[^\S\n]{_ARTICLES}{NAME_WORD}){{0,3}}"
    r"|(?<=[\"])[A-Z][a-zà-ÿ]+(?:fonds|collectief|ombudsman|bond|federatie|vereniging)(?=[:\s])"
)
BY_CHAIR = re.compile(
    r"(?<![\w-])[Cc]ommissie(?:-(?:(?:Van|De)\s+(?:de[rn]?\s+|den\s+)?)?|\s+Van\s+(?:de[rn]?\s+)?)(?P<name>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)(?![\w-])"
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


NAME_AND_ABBREVIATION = re.compile(
    rf"(?<![\w-])(?P<name>{NAME_WORD}(?:\s+(?:(?:{GLUE}|en|in|on|of|for|the|and)\s+){{0,3}}{NAME_WORD}){{1,7}})"
    rf"\s*\(\s*(?P<a>[A-Z][A-Za-z&]{{1,9}}(?:\s(?:Groep|Group))?)\s*\)"
)
IN_SMALL_LETTERS = re.compile(
    r"(?<![\w-])(?P<name>(?:[Cc]ommissie|[Ss]tichting|[Ww]erkgroep|[Aa]dviesgroep|[Ee]xpertgroep)\s+"
    r"(?P<words>[A-ZÀ-Þ][\w'-]*(?:\s+[\w'-]+){1,7}?))\s*\((?P<a>[A-Z]{2,8})\)"
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
