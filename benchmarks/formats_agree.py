"""How many facts of the example papers come out the same in every format: a table of paper by format.

    python benchmarks/formats_agree.py [--differences]

A cell is the share |A∩B| / |A∪B| of the statements of the original and of the same paper written as that format.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--differences", action="store_true", help="list what is lost (-) and added (+)")
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))  # the writers stand with the tests

    from tests.formats.formats import WRITERS, cases, compare

    from sovgraph.pipeline import load_environment
    from sovgraph.settings import Settings

    env = load_environment(Settings())
    forms = list(WRITERS)
    found = {(case.path.stem, form): compare(case, env) for form in forms for case in cases(form)}
    print("paper".ljust(22), *(form.rjust(12) for form in forms))
    for name in sorted({name for name, _ in found}):
        cells = (f"{found[name, form].share:12.2%}" if (name, form) in found else "-".rjust(12) for form in forms)
        print(name.ljust(22), *cells)
    shares = []
    for form in forms:
        mine = [each for (_, of), each in found.items() if of == form]
        whole = sum(each.both + len(each.lost) + len(each.added) for each in mine)
        shares.append(f"{sum(each.both for each in mine) / whole:12.2%}")
    print("all".ljust(22), *shares)
    for (name, form), each in sorted(found.items()) if options.differences else ():
        for sign, facts in (("-", each.lost), ("+", each.added)):
            for fact in sorted(facts):
                print(f"{name}.{form} {sign}", *fact)
    return 0


if __name__ == "__main__":
    sys.exit(main())
