"""Terms and moments by which something is asked or promised."""

import re
from collections.abc import Iterator

from sovgraph.find.base import FindContext, finder
from sovgraph.find.dates import MONTH
from sovgraph.model import Mention, MentionType

_NUMBER = r"(?:\d{1,3}|een|twee|drie|vier|vijf|zes|acht|tien|twaalf)"
DEADLINE = re.compile(
    rf"""(?<![\w-])(?:
      [Bb]innen\s+{_NUMBER}\s+(?:werk)?(?:dag(?:en)?|we(?:ek|ken)|maand(?:en)?|jaar)(?:\s+na\s+dagtekening(?:\s+van\s+deze\s+brief)?)?
     |(?:[Uu]iterlijk|[Vv]oor|[Vv]óór)\s+(?:op\s+)?\d\d?\s+{MONTH}(?:\s+(?:20\d\d|a\.s\.|aanstaande))?
     |[Vv]oor\s+(?:de\s+zomer(?:reces)?|het\s+zomerreces|het\s+kerstreces|het\s+meireces|het\s+eind(?:e)?\s+van\s+(?:het|dit)\s+(?:kalender)?jaar|de\s+begrotingsbehandeling)
     |[Oo]p\s+korte\s+termijn|[Zz]o\s+spoedig\s+mogelijk|[Ss]poedig(?=\s+(?:ontvangen|beantwoord))
     |[Ii]n\s+(?:het\s+)?(?:eerste|tweede|derde|vierde|laatste)\s+kwartaal(?:\s+van\s+20\d\d)?
     |(?:[Bb]egin|[Mm]edio|[Ee]ind)\s+(?:20\d\d|{MONTH}(?:\s+20\d\d)?)
     |[Nn]a\s+(?:de\s+zomer|het\s+zomerreces)
    )(?![\w])""",
    re.VERBOSE,
)


@finder(
    "deadline",
    stage=3,
    examples=[
        (
            "ontvangen deze graag binnen vier weken na dagtekening van deze brief.",
            (("binnen vier weken na dagtekening van deze brief", None),),
        ),
        ("die voor de zomer met de Kamer wordt gedeeld", (("voor de zomer", None),)),
        ("uiterlijk 1 juli 2025 te informeren", (("uiterlijk 1 juli 2025", None),)),
    ],
    rejects=["voor de minister", "binnen de termijn", "eind goed"],
)
def find_deadlines(ctx: FindContext) -> Iterator[Mention]:
    for match in DEADLINE.finditer(ctx.text):
        yield ctx.mention(MentionType.DEADLINE, match.start(), match.end(), "deadline/1", confidence=0.95)
