"""How many turns of real reports of meetings are right: where they stand, who speaks, for which party or post.

python benchmarks/proceedings.py [--papers ../shared/corpus] [--details]

Expectations are tests/golden/meetings/{dev,check}/*.tsv. Of XML that states speakers, the rules over its mere text are
compared with what it states too ("text rules").
"""

import argparse
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sovgraph.model import Document, Mention, MentionType, Span
from sovgraph.pipeline import load_environment, read_mentions
from sovgraph.read import read_path, read_source
from sovgraph.settings import Settings
from sovgraph.structure.assemble import assemble

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "golden" / "meetings"
STATED = frozenset("turn speaker speaker_name speaker_party speaker_role interruption item item_title motion".split())


@dataclass(frozen=True, slots=True)
class Expected:
    """A turn: line and words, in what capacity, person and party by their keys ("" where none is told)."""

    line: tuple[int, int]
    words: tuple[int, int]
    capacity: str
    person: str
    party: str


def read_gold(path: Path) -> tuple[str, list[Expected], list[str], list[str]]:
    """(paper, turns, motions moved, votes)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head = re.fullmatch(r"# paper: (\S+) sha256: ([0-9a-f]{64})", lines[0])
    assert head is not None, f"{path.name}: its first line must name paper and sha256"
    told = dict(line[2:].split(":", 1) for line in lines if line.startswith(("# moved:", "# votes:")))
    turns = []
    for line in lines[2:]:
        if not line.startswith("#"):
            a, b, c, d, capacity, person, party = line.split("\t")
            turns.append(Expected((int(a), int(b)), (int(c), int(d)), capacity, person, party))
    return head[1], turns, told.get("moved", "").split(), told.get("votes", "").split()


def sha_of(path: Path) -> str:
    """The hash in the first line."""
    return path.read_text(encoding="utf-8").split("\n", 1)[0].rsplit(" ", 1)[-1]


def found_turns(document: Document, mentions: Iterable[Mention]) -> list[Expected]:
    """The turns of a document with what their names were linked to."""
    known = {(m.type, m.start, m.end): (m.iri or "").rsplit("/", 1)[-1] for m in mentions}

    def key(kind: MentionType, span: Span | None) -> str:
        return known.get((kind, span.start, span.end), "") if span else ""

    return [
        Expected(
            (t.speaker.start, t.speaker.end),
            (t.words.start, t.words.end) if t.words else (0, 0),
            t.capacity.value,
            key(MentionType.PERSON, t.name),
            key(MentionType.PARTY, t.party),
        )
        for t in document.turns
    ]


def compare(expected: list[Expected], found: list[Expected]) -> tuple[Counter[str], list[str]]:
    """Counts, and the differences in words. A turn is right if all of it is."""
    by_line = {turn.line: turn for turn in found}
    counts: Counter[str] = Counter(expected=len(expected), found=len(found))
    differences = []
    for turn in expected:
        other = by_line.get(turn.line)
        parts = {
            "line": other is not None,
            "words": other is not None and other.words == turn.words,
            "person": other is not None and (other.person, other.capacity) == (turn.person, turn.capacity),
            "party": other is not None and other.party == turn.party,
        }
        counts.update(name for name, right in parts.items() if right)
        counts["right"] += all(parts.values())
        if not all(parts.values()):
            differences.append(f"{turn} != {other}")
    differences += [f"too much: {turn}" for line, turn in by_line.items() if line not in {t.line for t in expected}]
    return counts, differences


def stated(path: Path) -> tuple[list[Expected], list[Expected]]:
    """What XML states of its turns, and what the rules read from its mere text; without persons."""
    source = read_path(str(path))
    text = read_source(source)
    whole = assemble(source, text)
    bare = assemble(source, replace(text, parts=tuple(p for p in text.parts if p.role not in STATED)))
    return list(_by_parts(whole)), list(_by_parts(bare))


def _by_parts(document: Document) -> Iterator[Expected]:
    for turn in document.turns:
        party = " ".join(turn.party.of(document.text).split()) if turn.party else ""
        words = (turn.words.start, turn.words.end) if turn.words else (0, 0)
        yield Expected((turn.speaker.start, turn.speaker.end), words, turn.capacity.value, "", party)


def report(name: str, counts: Counter[str]) -> None:
    share = 100 * counts["right"] / counts["expected"] if counts["expected"] else 100
    parts = ", ".join(f"{part} {counts[part]}" for part in ("line", "words", "person", "party"))
    print(f"{name:<34}{counts['expected']:>6} turns, {counts['found']:>4} found, right {share:.1f} %: {parts}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=Path, default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    env = load_environment(Settings())
    for half in ("dev", "check"):
        total: Counter[str] = Counter()
        for path in sorted((GOLD / half).glob("*.tsv")):
            paper, expected, moved, votes = read_gold(path)
            file = options.papers / paper
            if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != sha_of(path):
                print(f"{paper}: missing, or other bytes than were marked", file=sys.stderr)
                continue
            document, mentions, _ = read_mentions(read_path(str(file)), env)
            counts, differences = compare(expected, found_turns(document, mentions))
            report(file.name, counts)
            total.update(counts)
            got = [m.paper or "" for m in document.moved], [f"{v.paper}={v.outcome.value}" for v in document.votes]
            print(f"{'':<34}motions {len(set(moved) & set(got[0]))}/{len(moved)} ({len(got[0])} found), ", end="")
            print(f"votes {len(set(votes) & set(got[1]))}/{len(votes)} ({len(got[1])} found)")
            if options.details and differences:
                print(*differences, sep="\n")
        report(half, total)
    for file in sorted((options.papers / "xml").glob("*.xml")):
        if file.name.startswith(("h-", "vlos")):
            counts, differences = compare(*stated(file))
            report(f"text rules {file.name}", counts)
            if options.details and differences:
                print(*differences, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
