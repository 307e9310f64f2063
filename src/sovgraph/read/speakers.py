"""Who speaks: the line before a speech ("De heer **Van Dijk** (PVV):") and the parts it states.

A line counts when the format marks it: an element of its own, or the name in bold. Plain lines are read by rules over
the text (structure).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from sovgraph.read.builder import TextBuilder, words_of
from sovgraph.read.paths import tag_of

LONGEST_LINE = 160
_LEAD = re.compile(r"(?:De heer|Mevrouw|Mijnheer|Het lid|Mw\.|Dhr\.|Mevr\.)(?=\s|$)")
_AFTER = re.compile(r"\s*(?:\((?P<party>[^()]{1,60})\))?\s*:\s*$")
_CHAIR = re.compile(
    r"(?:De |de )?(?:(?:fungerend|waarnemend|tijdelijk|plaatsvervangend)e? )?(?:onder|vice-?)?voorzitter", re.IGNORECASE
)
_POST = re.compile(
    r"(?:De )?(?:[Dd]emissionair )?(?:[Vv]ice-?)?(?:[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris|[Ii]nformateur"
    r"|[Ff]ormateur|[Gg]riffier|[Rr]apporteur|[Rr]egeringscommissaris)\b.{0,80}"
)
_BOLD = {"nadruk", "strong", "b"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """The line and its parts. Name or role may be missing, never both; `key` identifies the person in the source."""

    line: str
    name: str = ""
    party: str = ""
    role: str = ""
    key: str = ""

    @property
    def is_chair(self) -> bool:
        return _CHAIR.fullmatch(self.role) is not None


def make_speaker(lead: str, name: str, party: str = "", key: str = "") -> Speaker:
    """ "De heer", "Graus", "PVV" → "De heer Graus (PVV):"; "Minister", "Wiebes" → a post and a name."""
    whole = f"{lead} {name}".strip()
    line = whole + (f" ({party})" if party else "") + ":"
    if _CHAIR.fullmatch(whole) or (name[:1].islower() and _POST.fullmatch(whole)) or _POST.fullmatch(name):
        return Speaker(line, "", party, whole, key)
    return Speaker(line, name, party, lead if _POST.fullmatch(lead) else "", key)


def speaker_in_bold(element: etree._Element, text: str | None = None) -> Speaker | None:
    """The speaker of a line whose name stands in bold and that ends with a colon; None when it is no such line.

    `text` is the line, when it is only the beginning of the element.
    """
    text = words_of(element) if text is None else text
    if len(text) > LONGEST_LINE or not text.endswith(":"):
        return None
    bold = [child for child in element if tag_of(child) in _BOLD]
    if not bold or (bold[0].get("type") or "vet").lower() in ("cur", "ondlijn"):
        return None
    name = words_of(bold[0]).removesuffix(":").strip()
    lead, _, rest = text.partition(name) if name else ("", "", "")
    party = ""
    if "(" in name:  # the party in bold too
        name, _, party = name.removesuffix(")").partition("(")
        rest = f"({party}){rest}"
    after = _AFTER.fullmatch(rest)
    return (
        _checked(text, lead.strip(), name.strip(), after["party"] or "") if after is not None and name.strip() else None
    )


def _checked(text: str, lead: str, name: str, party: str) -> Speaker | None:
    """None when what stands before the name isn't what stands before a speaker's."""
    inside = _LEAD.match(name) if not lead else None
    if inside is not None:
        lead, name = inside.group(), name[inside.end() :].strip()
    whole = f"{lead} {name}".strip()
    post = _CHAIR.fullmatch(whole) or _POST.fullmatch(whole)
    if not name or not (_LEAD.fullmatch(lead) or _POST.fullmatch(lead) or post):
        return None
    if not lead and post and not _CHAIR.fullmatch(whole):  # "Minister De Boom" in bold as a whole
        kind, _, rest = whole.partition(" ")
        lead, name = (kind, rest) if rest[:1].isupper() else (lead, name)
    return replace(make_speaker(lead, name, party), line=text)


def speaker_in_line(text: str) -> Speaker | None:
    """The speaker of a line that the format calls one, without bold."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    return replace(make_speaker(found["lead"] or "", found["name"], found["party"] or ""), line=text)


_LINE = re.compile(
    r"(?:(?P<lead>De heer|Mevrouw|Mijnheer|Het lid|Minister|Staatssecretaris) )?(?P<name>[^():]{2,80}?)"
    r"\s*(?:\((?P<party>[^()]{1,60})\))?\s*:"
)


def start_turn(builder: TextBuilder, speaker: Speaker, source: etree._Element | None, interrupts: bool = False) -> None:
    """Ends the speech before, prints the line of this one and states its parts."""
    group = builder.new_group()
    builder.begin_turn(group)
    span = builder.block(speaker.line, "speaker", group=group, source=source)
    if span is None:
        return
    after = builder.within(span, speaker.role, "speaker_role", "" if speaker.name else speaker.key, group)
    after = builder.within(span, speaker.name, "speaker_name", speaker.key, group, after)
    builder.within(span, speaker.party, "speaker_party", "", group, after)
    if interrupts:
        builder.part("interruption", span, "", group)


def speaker_of(elements: Iterable[etree._Element], text: str) -> Speaker:
    """The speaker that elements such as `voorvoegsels`, `naam` and `politiek` state; `text` is the line as printed."""
    words = {"lead": "", "name": "", "party": ""}
    for child in elements:
        kind = _PARTS.get(tag_of(child))
        if kind and not (kind == "name" and tag_of(child) == "naam" and child.find("{*}achternaam") is not None):
            words[kind] = f"{words[kind]} {words_of(child)}".strip()
    made = make_speaker(words["lead"], words["name"], words["party"])
    if _bare(made.line) == _bare(text):
        return made
    return replace(made, line=text if text.endswith(":") else f"{text}:")


_PARTS = {
    "voorvoegsels": "lead",
    "aanspr": "lead",
    "voornaam": "name",
    "achternaam": "name",
    "naam": "name",
    "politiek": "party",
    "partij": "party",
}


def _bare(line: str) -> str:
    """The letters alone: old files leave brackets and colon to the printer."""
    return re.sub(r"\W", "", line)
