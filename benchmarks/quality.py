"""Compares what `sovgraph extract` finds with hand-made expectations (tests/golden/README.md).

python benchmarks/quality.py GOLD.tsv MENTIONS.jsonl [GOLD.tsv MENTIONS.jsonl ...] [--qa QA.tsv QUESTIONS.jsonl]
                             [--details [--text PAPER]]
python benchmarks/quality.py --folder tests/golden/dev --papers ../shared/corpus --sovgraph .venv/bin/sovgraph
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

SCORED = (
    "kamerstuk dossier handelingen aanhangsel zaak kenmerk motion eu_act oj com stb stcrt trb ecli law article "
    "person party committee minister country date organisation"
).split()
NEAR = 0.9  # share of a question or answer that must agree for a span to count as "near"
PAPER_LINE = re.compile(r"# paper: (?P<name>\S.*?) sha256: (?P<sha256>[0-9a-f]{64})(?: until: (?P<until>\d+))?\s*")
OTHER_ID = re.compile(r"\balt: ?(\S+)")


class WrongInput(Exception):
    """The files given cannot be compared."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of the expectation or of the extraction. `ids` are all ids that count as right."""

    type: str
    start: int
    end: int
    ids: tuple[str, ...] = ()
    doubt: bool = False
    label: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        return self.type, self.start, self.end


@dataclass(slots=True)
class Score:
    gold: int = 0
    found: int = 0
    hits: int = 0
    ids: int = 0
    right_ids: int = 0

    def add(self, other: "Score") -> None:
        self.gold += other.gold
        self.found += other.found
        self.hits += other.hits
        self.ids += other.ids
        self.right_ids += other.right_ids


@dataclass(slots=True)
class Comparison:
    """The scores of one paper, and what was missed, found too much or given the wrong id."""

    scores: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    missed: list[Mention] = field(default_factory=list)
    extra: list[Mention] = field(default_factory=list)
    wrong_id: list[tuple[Mention, Mention]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    """One exchange: the spans of question, restated question and answer (None: there is none)."""

    number: int
    spans: dict[str, tuple[int, int] | None]
    asked_by: frozenset[str]


@dataclass(slots=True)
class Exchanges:
    """How many questions were expected, found, and agree in number, spans and askers."""

    counts: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


def read_rows(path: Path) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The remark line's fields and the rows by column name."""
    remark: dict[str, str] = {}
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            found = PAPER_LINE.fullmatch(line)
            remark.update({k: v for k, v in found.groupdict().items() if v} if found else {})
        elif line.strip():
            lines.append(line.split("\t"))
    if not lines:
        raise WrongInput(f"{path}: no header line")
    # An editor may have stripped the empty cells at a line's end.
    return remark, [dict(zip_longest(lines[0], row, fillvalue="")) for row in lines[1:]]


def read_gold(path: Path) -> list[Mention]:
    mentions = []
    for row in read_rows(path)[1]:
        note = row["note"]
        ids = (*([row["id"]] if row["id"] else []), *OTHER_ID.findall(note))
        place = row["type"], int(row["start"]), int(row["end"])
        mentions.append(Mention(*place, ids, note.startswith("doubt:"), note))
    return mentions


def read_found(lines: Iterable[str]) -> list[Mention]:
    mentions = []
    for row in map(json.loads, filter(str.strip, lines)):
        ids = (row["id"],) if row.get("id") else ()
        mentions.append(Mention(row["type"], row["start"], row["end"], ids, label=row.get("rule", "")))
    return mentions


def compare(gold: list[Mention], found: list[Mention]) -> Comparison:
    """Exact spans. A find over a doubtful expectation of its type counts neither way."""
    result = Comparison()
    sure = {m.place: m for m in gold if not m.doubt and m.type in SCORED}
    doubtful = [m for m in gold if m.doubt]
    for expected in sure.values():
        result.scores[expected.type].gold += 1
    for mention in sorted(found, key=lambda m: m.place):
        if mention.type not in SCORED:
            continue
        match = sure.pop(mention.place, None)
        if match is not None:
            _hit(result, match, mention)
        elif not any(_overlap(mention, other) for other in doubtful):
            result.scores[mention.type].found += 1
            result.extra.append(mention)
    result.missed = sorted(sure.values(), key=lambda m: m.place)
    return result


def _hit(result: Comparison, expected: Mention, mention: Mention) -> None:
    score = result.scores[expected.type]
    score.found += 1
    score.hits += 1
    if not expected.ids:
        return
    score.ids += 1
    if mention.ids and mention.ids[0] in expected.ids:
        score.right_ids += 1
    else:
        result.wrong_id.append((expected, mention))


def _overlap(a: Mention, b: Mention) -> bool:
    return a.type == b.type and a.start < b.end and b.start < a.end


def read_pairs(path: Path) -> list[Pair]:
    pairs = []
    for row in read_rows(path)[1]:
        names = [c.removesuffix("_start") for c in row if c.endswith("_start")]
        spans = {n: _span(row[f"{n}_start"], row[f"{n}_end"]) for n in names}
        asked_by = frozenset(filter(None, row["asked_by"].split("|")))
        pairs.append(Pair(int(row["number"]), spans, asked_by))
    return pairs


def _span(start: str, end: str) -> tuple[int, int] | None:
    return (int(start), int(end)) if start and end else None


def read_questions(lines: Iterable[str]) -> list[Pair]:
    pairs = []
    for row in map(json.loads, filter(str.strip, lines)):
        if not str(row["number"]).isdigit():
            continue
        names = [n for n in ("question", "restated", "answer") if n in row]
        spans = {n: (row[n][0], row[n][1]) if row[n] else None for n in names}
        pairs.append(Pair(int(row["number"]), spans, frozenset(row["asked_by"])))
    return pairs


def compare_pairs(gold: list[Pair], found: list[Pair]) -> Exchanges:
    """By number. A restated question is compared only when the extraction gives it."""
    result = Exchanges(Counter(gold=len(gold), found=len(found)))
    by_number: dict[int, Pair] = {}
    for pair in found:
        by_number.setdefault(pair.number, pair)
    for expected in gold:
        pair_found = by_number.get(expected.number)
        if pair_found is None:
            result.differences.append(f"question {expected.number}: not found")
            continue
        result.counts["matched"] += 1
        for name, span in expected.spans.items():
            if name in pair_found.spans:
                _compare_span(result, f"{name} {expected.number}", span, pair_found.spans[name])
        if pair_found.asked_by == expected.asked_by:
            result.counts["asked_by"] += 1
        else:
            asked = sorted(pair_found.asked_by), sorted(expected.asked_by)
            result.differences.append(f"question {expected.number}: asked by {asked[0]}, expected {asked[1]}")
    return result


def _compare_span(
    result: Exchanges, name: str, expected: tuple[int, int] | None, found: tuple[int, int] | None
) -> None:
    kind = name.split()[0]
    result.counts[f"{kind} of"] += 1
    if expected == found:
        result.counts[f"{kind} exact"] += 1
    else:
        result.differences.append(f"{name}: {found}, expected {expected}")
    if expected == found or (expected and found and _agreement(expected, found) >= NEAR):
        result.counts[f"{kind} near"] += 1


def _agreement(a: tuple[int, int], b: tuple[int, int]) -> float:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return max(0, common) / (max(a[1], b[1]) - min(a[0], b[0]))


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "-"


def f1(score: Score) -> str:
    return percent(2 * score.hits, score.gold + score.found)


def print_scores(title: str, scores: dict[str, Score]) -> None:
    print(f"{title}\n{'type':13}{'gold':>6}{'found':>7}{'hits':>6}{'P':>8}{'R':>8}{'F1':>8}{'ids':>8}{'id acc.':>9}")
    total = Score()
    for name in (n for n in SCORED if n in scores):
        total.add(scores[name])
        _print_score(name, scores[name])
    _print_score("total", total)


def _print_score(name: str, s: Score) -> None:
    rates = f"{percent(s.hits, s.found):>8}{percent(s.hits, s.gold):>8}{f1(s):>8}"
    print(f"{name:13}{s.gold:>6}{s.found:>7}{s.hits:>6}{rates}{s.ids:>8}{percent(s.right_ids, s.ids):>9}")


def print_details(result: Comparison, text: str | None) -> None:
    rows = [("missed", m, "") for m in result.missed]
    rows += [("extra", m, " ".join((*m.ids, m.label))) for m in result.extra]
    rows += [
        ("wrong id", gold, f"{found.ids[0] if found.ids else None}, expected {' or '.join(gold.ids)}")
        for gold, found in result.wrong_id
    ]
    for what, mention, why in sorted(rows, key=lambda r: (r[1].type, r[1].start, r[0])):
        surface = "" if text is None else repr(text[mention.start : mention.end])
        print(f"  {what:9}{mention.type:13}{mention.start:>7}-{mention.end:<7} {surface} {why}".rstrip())


def print_exchanges(title: str, result: Exchanges, details: bool) -> None:
    c = result.counts
    print(f"{title}: questions {c['gold']}, found {c['found']}, matched {c['matched']}, asked by {c['asked_by']}")
    for kind in ("question", "restated", "answer"):
        if of := c[f"{kind} of"]:
            print(f"  {kind:9} exact {c[f'{kind} exact']} of {of}, near {c[f'{kind} near']} of {of}")
    if details:
        for line in result.differences:
            print(f"  {line}")


def read_paper(path: Path) -> str:
    """Offsets count in the file as it is, so line ends are kept."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def run_files(args: argparse.Namespace) -> None:
    if len(args.files) % 2:
        raise WrongInput("give GOLD.tsv MENTIONS.jsonl in pairs")
    pairs = list(zip(args.files[::2], args.files[1::2], strict=True))
    text = read_paper(args.text) if args.text else None
    total: dict[str, Score] = defaultdict(Score)
    for gold, mentions in pairs:
        with mentions.open(encoding="utf-8") as lines:
            result = compare(read_gold(gold), read_found(lines))
        report(str(gold), result, total, text, args.details)
    if len(pairs) > 1:
        print_scores("all", total)
    for gold, questions in args.qa:
        with questions.open(encoding="utf-8") as lines:
            found = read_questions(lines)
        print_exchanges(str(gold), compare_pairs(read_pairs(gold), found), args.details)


def report(title: str, result: Comparison, total: dict[str, Score], text: str | None, details: bool) -> None:
    for name, score in result.scores.items():
        total[name].add(score)
    print_scores(title, result.scores)
    if details:
        print_details(result, text)
    print()


def run_folder(args: argparse.Namespace) -> None:
    total: dict[str, Score] = defaultdict(Score)
    exchanges = Exchanges()
    for gold in sorted(p for p in args.folder.glob("*.tsv") if not p.name.endswith(".qa.tsv")):
        paper = paper_of(gold, args.papers)
        result = compare(read_gold(gold), read_found(extract(args.sovgraph, "mentions", paper)))
        report(gold.stem, result, total, read_paper(paper), args.details)
        qa = gold.with_suffix(".qa.tsv")
        if qa.exists():
            found = read_questions(extract(args.sovgraph, "questions", paper))
            one = compare_pairs(read_pairs(qa), found)
            print_exchanges(gold.stem, one, args.details)
            print()
            exchanges.counts.update(one.counts)
    print_scores("all", total)
    if exchanges.counts:
        print_exchanges("all", exchanges, details=False)


def paper_of(gold: Path, papers: Path) -> Path:
    """The paper that the expectation was made from, byte for byte."""
    remark = read_rows(gold)[0]
    if not remark:
        raise WrongInput(f"{gold}: no line '# paper: <file> sha256: <hex>'")
    paper = papers / remark["name"]
    if not paper.is_file():
        raise WrongInput(f"{gold}: no paper {paper}")
    if hashlib.sha256(paper.read_bytes()).hexdigest() != remark["sha256"]:
        raise WrongInput(f"{paper}: not the bytes that {gold.name} was made from")
    return paper


def extract(program: str, what: str, paper: Path) -> Iterator[str]:
    command = [program, "extract", str(paper), "--what", what, "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise WrongInput(f"{' '.join(command)}: {done.stderr.strip()}")
    # Not splitlines(): a quoted text may hold U+2028, which ends no line of JSON.
    return iter(done.stdout.split("\n"))


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Extraction against hand-made expectations.")
    parser.add_argument("files", nargs="*", type=Path, metavar="GOLD MENTIONS", help="pairs of files")
    parser.add_argument("--qa", nargs=2, type=Path, action="append", default=[], metavar=("QA", "QUESTIONS"))
    parser.add_argument("--details", action="store_true", help="list what was missed or found too much")
    parser.add_argument("--text", type=Path, help="the paper, to show the words in --details")
    parser.add_argument("--folder", type=Path, help="compare every <name>.tsv (and <name>.qa.tsv) in a folder")
    parser.add_argument("--papers", type=Path, help="folder that the '# paper:' lines are relative to")
    parser.add_argument("--sovgraph", default="sovgraph", help="the program to run in folder mode")
    return parser


def main(argv: list[str] | None = None) -> int:
    parser = make_parser()
    args = parser.parse_args(argv)
    if bool(args.folder) == bool(args.files or args.qa) or (args.folder and not args.papers):
        parser.error("give GOLD MENTIONS pairs and/or --qa, or --folder with --papers")
    try:
        (run_folder if args.folder else run_files)(args)
    except (WrongInput, OSError, ValueError, KeyError) as error:
        print(f"quality: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
