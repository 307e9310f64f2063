"""Which commitment a statement on fulfilment is about: the one of the day that it names whose words it shares."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from sovgraph import vocab as v
from sovgraph.ids import Ids
from sovgraph.infer.base import Solution, Term
from sovgraph.infer.computed.base import words
from sovgraph.infer.solving import Conclusion, computed

LEAST = 2
"""Content words that both must have; where little was promised, half of its words."""
_WORD = re.compile(r"[a-z]{5,}")
_STEM = 7
_COMMON = frozenset(
    "toegeze toezegg toezeg geworde worden binnen daarove hierove informe kamers kabinet ministe staatss regerin"
    " gestuur ontvang zoals hiermee hierbij daarmee bijgaan gestand nagekom voldaan afgedaa verzoek verzoch gevraag"
    " schrift brieven debatte commiss vragen antwoor januari februar maart april augustu septemb oktober novembe"
    " decembe zomer najaar voorjaa uiterli dezelfd andere opnieuw vandaag"
    " mevrouw leden heren graag tegen nader weken maanden".split()
)


@computed.add("commitment-of-claim")
def commitment_of_claim(claim: Term, solutions: list[Solution], ids: Ids) -> Iterator[Conclusion]:
    """Only one that shares more words with the statement than any other: else it isn't known which."""
    shared: dict[Term, int] = {}
    enough: set[Term] = set()
    for solution in solutions:
        promised, item = _content(words(solution["?promised"])), solution["?item"]
        both = len(_content(words(solution["?words"])) & promised)
        shared[item] = max(both, shared.get(item, 0))
        if both >= LEAST or (both and both * 2 >= len(promised)):
            enough.add(item)
    best = max(shared.values(), default=0)
    nearest = [item for item, count in shared.items() if count == best]
    if len(nearest) != 1 or nearest[0] not in enough:
        return
    places = tuple(place for place, solution in enumerate(solutions) if solution["?item"] == nearest[0])
    yield (claim, f"<{v.claims}>", nearest[0]), places


@lru_cache(maxsize=1024)
def _content(text: str) -> frozenset[str]:
    """The beginnings of the words that say what it is about."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode("ascii")
    return frozenset(stem for stem in (word[:_STEM] for word in _WORD.findall(plain)) if stem not in _COMMON)
