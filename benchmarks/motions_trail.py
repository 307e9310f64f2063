"""How far movers, day, appraisal and decision of motions in the graph equal what the Tweede Kamer's data service says.

    python benchmarks/motions_trail.py [--dossiers 32317 36704]

The records are read here as plain JSON, apart from our reader. Compared are: the day and movers of the printed motion
with the record's day and the names in its subject (and its signers, where it has them); the appraisal of the graph with
the record's word; the decision of the graph with the record's, where it has one.
"""

import argparse
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sovgraph.build import build_store
from sovgraph.query import catalog, run_query
from sovgraph.settings import Settings
from sovgraph.store import QuadStore, memory_store

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FIELDS = ("movers", "day", "appraisal", "decision")
WORDS = {
    "left-to-house": "oordeel kamer",
    "advised-against": "ontraden",
    "advised-against-unless": "ontraden, tenzij gewijzigd",
    "taken-over": "overgenomen",
    "asked-to-hold": "verzocht motie aan te houden",
    "premature": "ontijdig",
    "superfluous": "overbodig",
    "none": "geen (expliciete) appreciatie",
    "unavailable": "niet beschikbaar",
}
_OF = re.compile(r"(?i)motie\s+van\s+(?:het\s+lid|de\s+leden)\s+(?P<names>.+?)(?P<more>\s+c\.s\.)?\s+over\s")


@dataclass
class Report:
    """Per field: how many have the datum, how many are equal, and the differences."""

    held: Counter[str] = field(default_factory=Counter)
    equal: Counter[str] = field(default_factory=Counter)
    different: list[str] = field(default_factory=list)
    motions: int = 0

    def compare(self, motion: str, name: str, ours: object, theirs: object, same: bool) -> None:
        self.held[name] += 1
        self.equal[name] += same
        if not same:
            self.different.append(f"{motion} {name}: graph {ours!r}, register {theirs!r}")


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip()


def cases(folder: Path, dossiers: Iterable[str] = ()) -> Iterator[tuple[str, dict[str, Any]]]:
    """Official id and record of each motion, from files with one case."""
    wanted = tuple(f"kst-{dossier}-" for dossier in dossiers)
    for path in sorted(folder.glob("zaak-*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        for document in record.get("Document", ()):
            official = (document.get("HuidigeDocumentVersie") or {}).get("ExterneIdentifier")
            if official and (not wanted or official.startswith(wanted)):
                yield official, record


def built(folder: Path, motions: Iterable[str]) -> QuadStore:
    store = memory_store()
    papers = [path for m in motions if (path := folder / "motions" / f"{m}.xml").is_file()]
    files = [folder / "odata" / "zaak" / f"zaak-{m}.json" for m in motions]
    build_store(store, [str(path) for path in (*papers, *files)], Settings(validate=False))
    return store


def compare(store: QuadStore, records: list[tuple[str, dict[str, Any]]]) -> Report:
    report = Report()
    rows = {str(r["motion"]).rpartition("/")[2]: r for r in run_query(store, catalog().get("ledger-motions")).values()}
    for official, record in records:
        key = official.removeprefix("kst-")
        row = rows.get(key, {})
        report.motions += 1
        _movers(report, key, record, row.get("movers") or "")
        day = str(record.get("GestartOp") or "")[:10]
        report.compare(key, "day", row.get("moved"), day, row.get("moved") == day)
        word = folded(str(record.get("Kabinetsappreciatie") or ""))
        if word:
            ours = WORDS.get(str(row.get("appraisal") or "").rpartition("#appraisal-")[2], "")
            same = ours == word or (ours == "niet beschikbaar" and word.startswith(ours))
            report.compare(key, "appraisal", ours, word, same)
        for decision in record.get("Besluit") or ():
            result = folded(str(decision.get("BesluitSoort") or "")).rpartition(" - ")[2]
            report.compare(key, "decision", row.get("state"), result, row.get("state") == result)
    return report


def _movers(report: Report, key: str, record: dict[str, Any], ours: str) -> None:
    """Every name of the subject ("leden X en Y") is among our movers, and without "c.s." there are no more."""
    named = _OF.search(str(record.get("Onderwerp") or ""))
    if named is None:
        return
    theirs = [folded(name) for name in re.split(r"\s*,\s*|\s+en\s+", named["names"])]
    mine = [folded(name) for name in ours.split(", ") if name]
    matched = all(any(one.endswith(name) for one in mine) for name in theirs)
    counted = len(mine) > len(theirs) if named["more"] else len(mine) == len(theirs)
    report.compare(key, "movers", ours, named["names"], matched and counted)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--dossiers", nargs="*", default=())
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    given = parser.parse_args()
    records = list(cases(given.corpus / "odata" / "zaak", given.dossiers))
    report = compare(built(given.corpus, [official for official, _ in records]), records)
    sys.stdout.write(f"motions with a record: {report.motions}\n")
    for name in FIELDS:
        held, equal = report.held[name], report.equal[name]
        share = f"{equal / held:.2%}" if held else "no data"
        sys.stdout.write(f"{name:10} in the record {held:4}  equal {equal:4}  {share}\n")
    for line in report.different:
        sys.stdout.write(f"  {line}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
