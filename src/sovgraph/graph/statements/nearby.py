"""The sentence around a mention, cut to a length that keeps every text readable in linear time."""

from sovgraph.graph.base import GraphContext
from sovgraph.model import Mention, Span

REACH = 900
"""A list of pages may have no full stop: what stands farther off says nothing of the mention."""


def sentence_near(ctx: GraphContext, mention: Mention) -> Span:
    """The sentence that holds a mention, at most `REACH` characters to either side."""
    sentence = ctx.sentence(mention.start)
    return Span(max(sentence.start, mention.start - REACH), min(max(sentence.end, mention.end), mention.end + REACH))
