"""Whether a measure that a paper names is there: decided, in force, or at least spoken of as known.

What is only asked for, proposed, refused or thought of ("verzoekt … een wapenembargo in te stellen") is no measure.
"""

import re

from sovgraph.graph.base import GraphContext
from sovgraph.graph.statements.nearby import sentence_near
from sovgraph.model import Mention

_MADE = r"(?:aangenomen|genomen|getroffen|vastgesteld|ingesteld|opgelegd|besloten|afgekondigd|goedgekeurd|ingevoerd|uitgevaardigd|verlengd|opgeschort)"
_KNOWN = re.compile(
    r"(?i)\b(?:de|het|deze|die|dat|dit|bestaande|huidige|geldende|eerdere|ingestelde|opgelegde|genomen|lopende)\s+"
    r"(?:(?:europese|amerikaanse|bestaande|huidige|geldende|eerdere|tijdelijke|beperkende|economische|politieke|nationale|internationale)\s+){0,3}$"
)
_NO_KNOWN = re.compile(r"(?i)\b(?:nieuwe|extra|verdere|aanvullende|mogelijke|eventuele|verdergaande|voorgestelde)\s")
_DONE = re.compile(
    rf"(?i)\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden)\b[^.;?]{{0,200}}\b{_MADE}\b"
    rf"|\b{_MADE}\s+(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden)\b"
    r"|\b(?:geldt|gelden|gold|golden)\b|\bvan\s+(?:kracht|toepassing)\b|\btot\s+stand\s+gekomen\b"
)
_LIFTED = re.compile(
    r"(?i)\b(?:op\s*te\s*heffen|opheff(?:en|ing)|opgeheven|intrekk(?:en|ing)|in\s+te\s+trekken|ingetrokken|handhaven|gehandhaafd"
    r"|verleng(?:en|ing|d)|versoepel(?:en|ing|d)|verlicht(?:en|ing)?)\b"
)
_ASKED = re.compile(
    r"(?i)\b(?:verzoekt|verzoeken|verzocht|roept|oproep(?:t|en)?|pleit|pleiten|bepleit|bepleiten|bereid|voorstel(?:len|t)?|voorgesteld"
    r"|stelt\s+voor|overweeg|overweegt|overwegen|zou|zouden|wil|willen|moet|moeten|geen|tenzij|indien|dreig(?:t|en|de)"
    r"|in\s+te\s+stellen|op\s+te\s+leggen|af\s+te\s+kondigen|te\s+bepleiten|instellen|opleggen|invoeren|instelling|oplegging)\b"
)
_REASON = re.compile(r"(?i)\s+(?:(?:is|zijn)\s+)?(?:vanwege|wegens|als\s+reactie\s+op|op\s+grond\s+van)\b")


def is_standing(ctx: GraphContext, mention: Mention) -> bool:
    """Whether the words around a measure's name say that it was decided or holds, or treat it as known."""
    if mention.part("decided_on"):
        return True
    if mention.rule.startswith("measure.again/"):
        return False  # as known as the name that stands before it, which is asked for itself
    sentence = sentence_near(ctx, mention)
    before = ctx.text[max(sentence.start, mention.start - 60) : mention.start]
    if _KNOWN.search(before) and not _NO_KNOWN.search(before[-40:]):
        return True
    text = sentence.of(ctx.text)
    if _LIFTED.search(ctx.text, max(sentence.start, mention.start - 50), min(sentence.end, mention.end + 45)):
        return True
    if _ASKED.search(text) or text.rstrip().endswith("?"):
        return False
    return re.search(_MADE, mention.text) is not None or any(
        found is not None for found in (_DONE.search(text), _REASON.match(ctx.text, mention.end))
    )
