"""How often mover, date and dossier of motions equal the publisher's list, on one half of the papers.

    python benchmarks/motions.py --half odd

The half is decided by the parity of the SHA-256 of the identifier: rules are written on the even half.
"""

import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path

from sovgraph.model import Document
from sovgraph.read import read_path
from sovgraph.structure import structure_document

SHARED = Path(__file__).resolve().parents[2] / "shared"


def half_of(identifier: str) -> str:
    return "odd" if int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2 else "even"


def is_clean(names: list[str]) -> bool:
    """A signature cell with sentences in it instead of names, or an empty one, is no measure."""
    return bool(names) and all(name and len(name) < 45 and name[0].isupper() and "." not in name for name in names)


def movers(document: Document) -> list[str]:
    return [" ".join(m.of(document.text).split()) for m in document.motion.movers] if document.motion else []


def compare(path: Path, row: dict[str, str]) -> dict[str, bool]:
    """Field → equal, for each field that is clean in the list."""
    document = structure_document(read_path(str(path)))
    found: dict[str, bool] = {}
    signed = [" ".join(name.split()) for name in row["signatures_in_text"].split("|")]
    if is_clean(signed):
        found["movers"] = movers(document) == signed
    if row["date"]:
        found["date"] = any(d.value.isoformat() == row["date"] for d in document.meta.dates)
    if row["dossier_as_printed"]:
        printed = {"".join(part.split()) for part in row["dossier_as_printed"].split("|")}
        read = {d.number + (d.suffix or "") for d in document.meta.dossiers}
        plain = {p.replace("-", "") for p in printed}
        found["dossier"] = bool({r.replace("-", "") for r in read} & plain)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("even", "odd", "both"), default="odd")
    parser.add_argument("--list", default=str(SHARED / "corpus" / "lists" / "motions.tsv"))
    parser.add_argument("--papers", default=str(SHARED / "corpus" / "motions"))
    parser.add_argument("--details", action="store_true", help="name the papers that differ (even half only)")
    args = parser.parse_args()
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    lines = Path(args.list).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    for line in lines[1:]:
        row = dict(zip(header, [*line.split("\t"), *[""] * len(header)], strict=False))
        path = Path(args.papers) / f"{row['id']}.xml"
        if not path.is_file() or args.half not in ("both", half_of(row["id"])):
            continue
        total["papers"] += 1
        for name, equal in compare(path, row).items():
            total[name] += 1
            right[name] += equal
            if not equal and args.details and half_of(row["id"]) == "even":
                print(f"  {row['id']}: {name}")
    print(f"{total['papers']} motions of the {args.half} half")
    for name in ("movers", "date", "dossier"):
        share = 100 * right[name] / max(1, total[name])
        print(f"{name:<8} {right[name]:>5} of {total[name]:>5} equal  {share:.2f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
