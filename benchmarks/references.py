"""How complete and exact the references are, and how fast beside a rival, in one run.

    python benchmarks/references.py [--rival] [--details]

1. Links that the official publisher marked up in motions: found on the publisher's anchor, with its target?
2. Official identifiers: read and printed back without a change?
3. Speed of finding references, in MB of text a second, beside plain `re` with one pattern and, with --rival,
   beside the package nllegalcit (install it first; it reads a few kB a second, so it gets 20 kB).
The folder with real papers must stand beside the checkout.
"""

import argparse
import gzip
import importlib
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sovgraph.find import FINDERS, FindContext
from sovgraph.find.base import settle
from sovgraph.find.view import make_view
from sovgraph.identifiers import IdKind, parse_id
from sovgraph.model import Document, Mention
from sovgraph.pipeline import load_environment
from sovgraph.read import read_path
from sovgraph.settings import Settings
from sovgraph.structure import structure_document

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
REFERENCES = (
    "kamerstuk kamerstuk-implied handelingen aanhangsel zaak kenmerk eu_act com oj gazette ecli article law".split()
)
ROUNDS = 5
RIVAL_CHARACTERS = 20_000
PLAIN = re.compile(r"(?:Kamerstuk(?:ken)?\s+(?:I{1,2}\s+)?[\d/-]*,?\s*)?\d\d[\s\u00a0]?\d{3},?\s+nr\.?\s*\d+")


@dataclass(frozen=True, slots=True)
class Link:
    """One row of publisher-links.tsv."""

    source: str
    target: str
    anchor: str
    before: str


def references(document: Document) -> tuple[Mention, ...]:
    """The references of a document, without the other mentions."""
    names = load_environment(Settings()).names
    context = FindContext(document, make_view(document.text), names)
    first = [m for n in REFERENCES if FINDERS.get(n).stage == 1 for m in FINDERS.get(n).find(context)]
    later = FindContext(document, context.view, names, settle(first))
    return settle([*first, *(m for n in REFERENCES if FINDERS.get(n).stage > 1 for m in FINDERS.get(n).find(later))])


def links(path: Path) -> Iterator[Link]:
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        source, _, target, anchor, before, _ = (*line.split("\t"), "", "", "")[:6]
        yield Link(source, target.replace("\u00a0", "").strip(), anchor, before)


def flat(text: str) -> str:
    return re.sub(r"[\s\u00a0]+", "", text)


def judge(link: Link, document: Document, found: tuple[Mention, ...]) -> str:
    """ "right", or what is wrong with the mention at the anchor."""
    anchor = flat(link.anchor)
    here = [m for m in found if anchor in flat(m.text) or (flat(m.text) in anchor and len(m.text) > 3)]
    for mention in here:
        ids = {(i or "").removeprefix("dossier-") for i in (mention.id, *(c.id for c in mention.candidates))}
        if link.target in ids:
            return "right"
    if not here:
        return "not found"
    return "other id: " + ", ".join(sorted({str(m.id) for m in here}))


def publisher(details: bool) -> None:
    right, wrong = 0, []
    cache: dict[str, tuple[Document, tuple[Mention, ...]]] = {}
    for link in links(SHARED / "lists" / "publisher-links.tsv"):
        path = next(
            (
                p
                for p in (SHARED / "motions" / f"{link.source}.xml", SHARED / "xml" / f"{link.source}.xml")
                if p.exists()
            ),
            None,
        )
        if path is None:
            continue
        if link.source not in cache:
            document = structure_document(read_path(str(path)))
            cache[link.source] = document, references(document)
        verdict = judge(link, *cache[link.source])
        if verdict == "right":
            right += 1
        else:
            wrong.append((link, verdict))
    total = right + len(wrong)
    print(f"publisher's links with the publisher's target: {right} of {total} ({100 * right / max(total, 1):.1f} %)")
    for link, verdict in wrong if details else ():
        print(f"  {link.source}: {link.anchor!r} -> {link.target}: {verdict}")


def identifiers(details: bool) -> None:
    texts = gzip.decompress((SHARED / "lists" / "official-ids.txt.gz").read_bytes()).decode().split()
    failed = [t for t in texts if (i := parse_id(t)) is None or str(i) != t or i.kind is IdKind.KENMERK]
    share = 100 * (1 - len(failed) / len(texts))
    print(f"official identifiers that round-trip: {len(texts) - len(failed):,} of {len(texts):,} ({share:.3f} %)")
    if details:
        print("  not: " + ", ".join(failed))


def median(run: Callable[[], object]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def speed(rival: bool) -> None:
    documents = [structure_document(read_path(str(p))) for p in sorted((SHARED / "txt").glob("*.txt"))]
    size = sum(len(d.text.encode()) for d in documents) / 1e6
    ours = size / median(lambda: [references(d) for d in documents])
    plain = size / median(lambda: [PLAIN.findall(d.text) for d in documents])
    print(
        f"references, {size:.2f} MB of papers, median of {ROUNDS}: {ours:.2f} MB/s; one plain pattern {plain:.1f} MB/s"
    )
    if rival:
        beside(documents)


def beside(documents: list[Document]) -> None:
    """The rival and we on the same beginning of the papers: speed, and what it finds that we don't."""
    module = importlib.import_module("nllegalcit")
    sample = "\n".join(d.text for d in documents)[:RIVAL_CHARACTERS]
    document = Document("sample", "text/plain", "", sample)
    start = time.perf_counter()
    theirs = list(module.parse_citations(sample))
    slow = time.perf_counter() - start
    fast = median(lambda: references(document))
    print(
        f"{RIVAL_CHARACTERS:,} characters: nllegalcit {slow:.2f} s; ours {fast:.4f} s: {slow / fast:.0f} times as fast"
    )
    text = flat(" ".join(m.text for m in references(document)))
    for citation in theirs:
        words = getattr(citation, "matched_text", "") or str(citation)
        if flat(words) and flat(words) not in text:
            print(f"  only theirs: {words!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rival", action="store_true", help="run nllegalcit beside us")
    parser.add_argument("--details", action="store_true", help="list every link and identifier that failed")
    args = parser.parse_args()
    if not SHARED.exists():
        print(f"{SHARED}: no such folder; the real papers must stand beside the checkout", file=sys.stderr)
        return 3
    publisher(args.details)
    identifiers(args.details)
    speed(args.rival)
    return 0


if __name__ == "__main__":
    sys.exit(main())
