"""How well things are found in another register: made cases, each part apart, and real office holders under damage.

    python benchmarks/reconcile.py --details

A real SPARQL server on this machine answers, loaded with a Wikidata-shaped graph of our own (tests/reconcile/).
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.reconcile.imitation import WD, read_cases, read_items, wikidata  # noqa: E402
from tests.reconcile.office_holders import damaged_items, persons_without_numbers  # noqa: E402
from tests.reconcile.server import oxigraph  # noqa: E402

from sovgraph.authority import load_authority  # noqa: E402
from sovgraph.reconcile import Decision, Endpoint, Entity, Verdict, load_target, reconcile  # noqa: E402
from sovgraph.settings import Settings  # noqa: E402

SHARED = ROOT.parent / "shared"


def decided(entities: Iterable[Entity], data: bytes) -> dict[str, Decision]:
    with oxigraph(data) as url:
        endpoint = Endpoint(Settings(sparql_url=url, rate=1000))
        start = time.perf_counter()
        report = reconcile(entities, endpoint, load_target())
        print(f"  {len(report.decisions)} things, {endpoint.asked} questions, {time.perf_counter() - start:.1f} s")
    return {decision.entity.iri: decision for decision in report.decisions}


def show(name: str, truth: dict[str, str], made: dict[str, Decision], details: bool) -> None:
    """`truth`: what each thing is, empty where it isn't there or nobody can say."""
    matched = {iri: made[iri].target for iri in truth if made[iri].verdict is Verdict.MATCH}
    right = sum(target == truth[iri] for iri, target in matched.items())
    there = sum(bool(item) for item in truth.values())
    unsure = sum(made[iri].verdict is Verdict.UNSURE for iri in truth)
    print(
        f"{name:28} {len(truth):4} of which {there:4} there | matched {len(matched):4}, wrong {len(matched) - right} | "
        f"precision {right / (len(matched) or 1):.3f} recall {right / (there or 1):.3f} | unsure {unsure}"
    )
    if details:
        for iri in sorted(truth):
            decision = made[iri]
            if (truth[iri] or decision.target) and decision.target != truth[iri]:
                print(f"    {decision.entity.names[0]}: {decision.verdict}, {'; '.join(decision.reasons)}")


def made_cases(details: bool) -> None:
    cases = read_cases()
    made = decided([case.entity for case in cases], wikidata(read_items()))
    for part in ("written", "held", "fresh", "last"):
        show(f"made cases, {part}", {c.entity.iri: c.gold for c in cases if c.part == part}, made, details)
    show("made cases, all", {c.entity.iri: c.gold for c in cases}, made, False)
    groups = Counter((c.group, made[c.entity.iri].verdict.value) for c in cases)
    if details:
        for (group, verdict), count in sorted(groups.items()):
            print(f"    {group:16} {verdict:9} {count}")


def office_holders(details: bool, throws: int) -> None:
    path = SHARED / "lists" / "office_holders.tsv"
    if not path.is_file():
        print("no real lists beside the checkout")
        return
    ours = persons_without_numbers(load_authority())
    for throw in range(throws):
        items = damaged_items(path, throw)
        there = {WD + item["item"] for item in items}
        made = decided([entity for entity, _ in ours], wikidata(items))
        truth = {entity.iri: item if item in there else "" for entity, item in ours if item}
        show(f"real office holders, {throw}", truth, made, details)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--details", action="store_true", help="each miss and each group of cases")
    parser.add_argument("--throws", type=int, default=1, metavar="N", help="kinds of damage to real office holders")
    args = parser.parse_args()
    made_cases(args.details)
    office_holders(args.details, args.throws)
    return 0


if __name__ == "__main__":
    sys.exit(main())
