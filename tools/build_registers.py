"""Builds ontology/authority/*.tsv from the source lists and from what is kept by hand in ontology/authority/curated/.

    python tools/build_registers.py <folder of lists> [--only NAME ...] [--words DICTIONARY] [--corpus FOLDER]

Needs only the standard library; the same input gives the same bytes. `--words` compares the Dutch adjectives and
inhabitants of countries with a word list (UTF-8, one word a line) and prints the forms that it lacks, to be judged
by a person: many correct forms are missing from every list. `--corpus` first adds initials of persons that the
lists in that folder print to curated/initials.tsv, and prints the persons whose initials differ between them.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from registers import acts, changes, countries, initials, mandates, organisations, parties
from registers.byhand import by_hand
from registers.common import Row, write_register

BUILDERS: dict[str, Callable[[Path], list[Row]]] = {
    "countries": countries.build,
    "parties": parties.build,
    "persons": mandates.persons,
    "person_names": mandates.person_names,
    "mandates": mandates.mandates,
    "posts": by_hand("posts", "curated; polder-2026-05"),
    "organisations": organisations.build,
    "post_ministries": changes.post_ministries,
    "party_changes": changes.party_changes,
    "other_dates": changes.other_dates,
    "cabinets": by_hand("cabinets"),
    "committees": by_hand("committees"),
    "regions": by_hand("regions"),
    "acts": acts.build,
    "eu_acts": by_hand("eu_acts"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds the registers in ontology/authority/.")
    parser.add_argument("lists", type=Path, help="folder with the source lists")
    parser.add_argument("--only", nargs="*", choices=sorted(BUILDERS), help="build only these registers")
    parser.add_argument("--words", type=Path, help="a Dutch word list to compare the forms of countries with")
    parser.add_argument("--corpus", type=Path, help="folder with odata/ and lists/ that print initials of persons")
    options = parser.parse_args()
    if options.corpus:
        for line in initials.update(options.lists, options.corpus):
            print(f"initials differ, left out: {line}")
    for name in options.only or BUILDERS:
        print(f"{name}: {write_register(name, BUILDERS[name](options.lists))} rows")
    if options.words:
        missing = countries.not_in_dictionary(options.words)
        print(f"{len(missing)} forms of countries not in {options.words.name}: {', '.join(missing)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
