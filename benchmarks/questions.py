"""How right the questions of real papers are read: pairs, askers with party, days, addressees and who answers.

    python benchmarks/questions.py [--details] [--papers ../shared/corpus] [--only dev|check]

Each row of tests/golden/questions/<half>/<paper>.tsv is one fact: its kind, the places of the words, an identifier. A
fact is right when kind, places and identifier all agree. Prints what share of the expected facts is found, and what
share of the found facts is expected, per kind and half.
"""

import argparse
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sovgraph.model import Document, Mention, MentionType, Span
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path
from sovgraph.settings import Settings

GOLD = Path(__file__).resolve().parents[1] / "tests" / "golden" / "questions"
PAPERS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
PAPER_LINE = re.compile(r"# paper: (?P<name>\S+) sha256: (?P<sha256>[0-9a-f]{64})")
KINDS = (
    "pair",
    "asker",
    "date",
    "addressee",
    "subject",
    "responder",
    "also_for",
    "case",
    "earlier",
    "follows_up",
    "delay",
)

Fact = tuple[str, str, str]
"""Kind, places ("477-589", several with a comma), identifier."""


class WrongInput(Exception):
    """The expectation or its paper can't be used."""


def place(*spans: Span | None) -> str:
    return ",".join(f"{s.start}-{s.end}" if s else "-" for s in spans)


def facts(document: Document, mentions: tuple[Mention, ...]) -> set[Fact]:
    """All that is measured of one paper."""
    found: set[Fact] = set()
    for e in document.exchanges:
        found.add(("pair", place(e.question or e.restated, e.answer), " ".join((e.number, *sorted(e.shared_with)))))
    for dated in document.meta.dates:
        if dated.kind in ("ingezonden", "ontvangen", "uitstel", "dagtekening"):
            found.add(("date", place(dated.span), f"{dated.kind} {dated.value.isoformat()}"))
    return found | set(_of_inquiry(document, mentions))


def _of_inquiry(document: Document, mentions: tuple[Mention, ...]) -> Iterator[Fact]:
    inquiry = document.inquiry
    if inquiry is None:
        return
    for asker in inquiry.askers:
        party = next((m.id or "" for m in mentions if asker.party and _inside(m, asker.party, MentionType.PARTY)), "")
        yield "asker", place(asker.name, asker.party), party
    for kind, spans in (("addressee", inquiry.addressees), ("also_for", inquiry.also_for)):
        for post in (m for s in spans for m in mentions if _inside(m, s, MentionType.MINISTER)):
            yield kind, place(Span(post.start, post.end)), (post.iri or "").rpartition("/")[2]
    for responder in inquiry.responders:
        post_iri = next(
            (m.iri for m in mentions if responder.post and _inside(m, responder.post, MentionType.MINISTER)), ""
        )
        yield "responder", place(responder.name, responder.post), (post_iri or "").rpartition("/")[2]
    for kind, spans in (("case", inquiry.cases), ("earlier", inquiry.earlier), ("follows_up", inquiry.supplements)):
        for span in spans:
            yield kind, place(span), ""
    if inquiry.subject:
        yield "subject", place(inquiry.subject), ""
    if inquiry.delay:
        yield "delay", place(inquiry.delay), ""


def _inside(mention: Mention, span: Span, kind: MentionType) -> bool:
    return mention.type is kind and span.start <= mention.start and mention.end <= span.end


def read_gold(path: Path, papers: Path) -> tuple[Path, set[Fact]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = PAPER_LINE.fullmatch(lines[0])
    if head is None:
        raise WrongInput(f"{path}: its first line must name paper and sha256")
    paper = papers / head["name"]
    if not paper.is_file() or hashlib.sha256(paper.read_bytes()).hexdigest() != head["sha256"]:
        raise WrongInput(f"{paper}: missing, or other bytes than were marked")
    rows = [(*line.split("\t"), "", "")[:3] for line in lines[2:]]
    return paper, {(kind, where, identifier) for kind, where, identifier in rows}


def compare(half: str, papers: Path) -> tuple[Counter[tuple[str, str]], list[str]]:
    """Counts of ("gold" | "found" | "right", kind) over one half, and what differs."""
    counts: Counter[tuple[str, str]] = Counter()
    differences: list[str] = []
    for path in sorted((GOLD / half).glob("*.tsv")):
        paper, gold = read_gold(path, papers)
        document, mentions, _ = read_mentions(read_path(str(paper)), load_environment(Settings()))
        found = facts(document, mentions)
        for name, group in (("gold", gold), ("found", found), ("right", gold & found)):
            counts.update((name, kind) for kind, _, _ in group)
        differences += [f"{paper.name}: missed {' '.join(fact)}" for fact in sorted(gold - found)]
        differences += [f"{paper.name}: too much {' '.join(fact)}" for fact in sorted(found - gold)]
    return counts, differences


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--details", action="store_true", help="list what differs")
    parser.add_argument("--papers", type=Path, default=PAPERS, help="folder with the real papers")
    parser.add_argument("--only", choices=("dev", "check"), help="one half")
    args = parser.parse_args(argv)
    try:
        for half in (args.only,) if args.only else ("dev", "check"):
            counts, differences = compare(half, args.papers)
            print(f"{half:10}{'gold':>6}{'found':>7}{'right':>7}{'of gold':>9}{'of found':>10}")
            for kind in KINDS:
                gold, found, right = (counts[name, kind] for name in ("gold", "found", "right"))
                print(f"{kind:10}{gold:>6}{found:>7}{right:>7}{share(right, gold):>9}{share(right, found):>10}")
            print("\n".join(differences if args.details else []))
    except (WrongInput, OSError) as error:
        print(f"questions: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
