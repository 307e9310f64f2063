"""How complete and exact the references are, and how fast beside a rival, in one run.

    python benchmarks/references.py [--rival] [--details] [--growth] [--only publisher|identifiers|gold|speed]

1. Links that the official publisher marked up in motions: found on the publisher's anchor, with its target? Per form.
2. Official identifiers: read and printed back without a change?
3. Papers marked by hand: precision, recall and F1 per form, and how many finds called exact are wrong.
4. Speed in MB of text a second, on one core: references and all mentions, with both engines, beside plain `re`.
   --growth: whether the time grows with the length of the text only, from 1 to 64 MB, on hostile text too.
   --rival: beside the package nllegalcit (install it first; it reads a few kB a second, so it gets 200 kB and takes
   about a minute).
The folder with real papers must stand beside the checkout.
"""

import argparse
import gzip
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import reference_forms
import reference_speed
from sovgraph.identifiers import IdKind, parse_id
from sovgraph.model import Document, Mention
from sovgraph.read import read_path
from sovgraph.structure import structure_document

GOLD = Path(__file__).resolve().parents[1] / "tests" / "golden"
SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@dataclass(frozen=True, slots=True)
class Link:
    """One row of publisher-links.tsv."""

    source: str
    target: str
    anchor: str
    before: str


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
    forms: Counter[tuple[str, bool]] = Counter()
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
            cache[link.source] = document, reference_speed.references(document)
        verdict = judge(link, *cache[link.source])
        kind = "dossier" if link.target.count("-") == 0 and link.target.isdigit() else "kamerstuk"
        form = reference_forms.form_of(kind, link.anchor.strip(" ()"))
        forms[form, verdict == "right"] += 1
        if verdict == "right":
            right += 1
        else:
            wrong.append((link, verdict))
    total = right + len(wrong)
    print(f"publisher's links with the publisher's target: {right} of {total} ({100 * right / max(total, 1):.1f} %)")
    for form in sorted({form for form, _ in forms}):
        print(f"  {form:34}{forms[form, True]:>4} of {forms[form, True] + forms[form, False]}")
    for link, verdict in wrong if details else ():
        print(f"  {link.source}: {link.anchor!r} -> {link.target}: {verdict}")


def identifiers(details: bool) -> None:
    texts = gzip.decompress((SHARED / "lists" / "official-ids.txt.gz").read_bytes()).decode().split()
    failed = [t for t in texts if (i := parse_id(t)) is None or str(i) != t or i.kind is IdKind.KENMERK]
    share = 100 * (1 - len(failed) / len(texts))
    print(f"official identifiers that round-trip: {len(texts) - len(failed):,} of {len(texts):,} ({share:.3f} %)")
    if details:
        print("  not: " + ", ".join(failed))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rival", action="store_true", help="run nllegalcit beside us")
    parser.add_argument("--growth", action="store_true", help="measure one text of 1 to 64 MB")
    parser.add_argument("--details", action="store_true", help="list every link, identifier and mention that failed")
    parser.add_argument("--motions", type=int, default=1000, help="how many motions are read for speed")
    parser.add_argument("--only", choices=("publisher", "identifiers", "gold", "speed"))
    args = parser.parse_args()
    if not SHARED.exists():
        print(f"{SHARED}: no such folder; the real papers must stand beside the checkout", file=sys.stderr)
        return 3
    if args.only in (None, "publisher"):
        publisher(args.details)
    if args.only in (None, "identifiers"):
        identifiers(args.details)
    if args.only in (None, "gold"):
        for name in ("references", "check", "dev"):
            title = f"tests/golden/{name}"
            reference_forms.show(title, reference_forms.score([GOLD / name], [SHARED], args.details))
    if args.only in (None, "speed"):
        reference_speed.speed(SHARED, args.motions)
    if args.growth:
        reference_speed.growth(SHARED, (1, 4, 16, 64))
    if args.rival:
        reference_speed.rival(SHARED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
