"""Who speaks: the line before a speech ("De heer **Van Dijk** (PVV):") and the parts it states.

A line counts when the format marks it: an element of its own, or the name in bold. Plain lines are read by rules over
the text (structure).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from sovgraph.read.builder import TextBuilder, clean, tag_of

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


def speaker_in_bold(element: etree._Element) -> Speaker | None:
    """The speaker of a line whose name stands in bold and that ends with a colon; None when it is no such line."""
    text = clean("".join(element.itertext()))
    if len(text) > LONGEST_LINE or not text.endswith(":"):
        return None
    bold = [child for child in element if tag_of(child) in _BOLD]
    if len(bold) != 1 or (bold[0].get("type") or "vet").lower() in ("cur", "ondlijn"):
        return None
    name = clean("".join(bold[0].itertext())).removesuffix(":").strip()
    before, _, rest = text.partition(name) if name else ("", "", "")
    after = _AFTER.fullmatch(rest)
    lead = before.strip()
    if after is None and "(" in name:  # the party in bold too
        name, _, party = name.removesuffix(")").partition(" (")
        after = _AFTER.fullmatch(f" ({party}):")
    if not name or after is None:
        return None
    inside = _LEAD.match(name) if not lead else None
    if inside is not None:
        lead, name = inside.group(), name[inside.end() :].strip()
    if not name or not (lead == "De" or _LEAD.fullmatch(lead) or _POST.fullmatch(lead) or _is_post(lead, name)):
        return None
    made = make_speaker(lead, name, after["party"] or "")
    if lead == "De" and not made.role:
        return None
    return replace(made, line=text)


def _is_post(lead: str, name: str) -> bool:
    whole = f"{lead} {name}".strip()
    return bool(_CHAIR.fullmatch(whole) or _POST.fullmatch(whole))


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
            words[kind] = f"{words[kind]} {clean(''.join(child.itertext()))}".strip()
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
