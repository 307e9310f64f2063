"""Time limits that bind someone: the term of a letter, and those inside requests and commitments."""

from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import anchor_date
from sovgraph.find.terms import Limit, counted_from_dating, limits, limits_in
from sovgraph.model import Mention, MentionType, Status


@finder(
    "deadline",
    stage=4,
    examples=[
        (
            "Zij ontvangt uw antwoord graag binnen vier weken na dagtekening van deze brief.",
            (("binnen vier weken na dagtekening van deze brief", None),),
        ),
        (
            "De Kamer,\ngehoord de beraadslaging,\nverzoekt de regering uiterlijk 1 maart 2025 te rapporteren,\nen gaat over tot de"
            " orde van de dag.",
            (("uiterlijk 1 maart 2025", None),),
        ),
    ],
    rejects=["hulp binnen 15 minuten", "binnen drie maanden onderwijs krijgen", "voor 1 juli 2020 was dat anders"],
)
def find_deadlines(ctx: FindContext) -> Iterator[Mention]:
    to_view = ctx.view.to_view
    binding = {(to_view(m.start), to_view(m.end)) for m in ctx.mentions if m.type in _BINDING}
    binding.update(ctx.view_span(x.deadline) for x in ctx.document.letters if x.deadline is not None)
    for start, end in sorted(binding):
        for limit in limits_in(ctx, start, end):
            yield _deadline(ctx, limit)
    for start, end in counted_from_dating(ctx.text):
        anchor = anchor_date(ctx.document, ctx.view.to_document(start))
        yield from (_deadline(ctx, x) for x in limits(ctx.text, start, end, {}, anchor))


_BINDING = frozenset((MentionType.REQUEST, MentionType.COMMITMENT))


def _deadline(ctx: FindContext, limit: Limit) -> Mention:
    return ctx.mention(
        MentionType.DEADLINE,
        limit.start,
        limit.end,
        "deadline/1",
        status=Status.EXACT,
        confidence=0.95,
        parts=(("due", limit.due.isoformat()),) if limit.due else (),
    )
