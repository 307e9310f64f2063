"""party_changes.tsv, post_ministries.tsv and other_dates.tsv: changes, and what two sources date differently."""

from pathlib import Path

from registers.common import CURATED, CURATED_ON, EERSTE_KAMER, Row, read_table
from registers.people import collect


def _sourced(row: Row) -> Row:
    return row | {"retrieved": EERSTE_KAMER[1] if row["source"] == EERSTE_KAMER[0] else CURATED_ON}


def party_changes(lists: Path) -> list[Row]:
    """Splits and alliances as parties.tsv has them, then what is kept by hand; a key kept by hand replaces them."""
    curated = read_table(CURATED / "party_changes.tsv")
    parties = read_table(CURATED / "parties.tsv")
    keys = {row["key"] for row in parties}
    wrong = [row["key"] for row in curated if not set(f"{row['original']}|{row['resulting']}".split("|")) <= keys]
    if wrong:
        raise ValueError(f"party_changes.tsv: {wrong} name parties that parties.tsv lacks")
    by_hand = {row["key"] for row in curated}
    derived = [row for party in parties for row in _derived(party) if row["key"] not in by_hand]
    return sorted(map(_sourced, (*derived, *curated)), key=lambda row: row["key"])


def _derived(party: Row) -> list[Row]:
    """A party without a first day has changed on an unknown day."""
    rows = []
    for kind, original in (("split", party["split_from"]), ("alliance", party["alliance_of"])):
        if original:
            rows.append(
                {
                    "key": f"{kind}-{party['key']}",
                    "kind": kind,
                    "original": original,
                    "resulting": party["key"],
                    "date": party["from"],
                    "source": "curated",
                }
            )
    return rows


def post_ministries(lists: Path) -> list[Row]:
    """One ministry for the whole life of a post, unless the rows kept by hand say otherwise."""
    curated = read_table(CURATED / "post_ministries.tsv")
    by_hand = {row["post"] for row in curated}
    rows = [
        {
            "post": post["key"],
            "organisation": post["organisation"],
            "from": post["from"],
            "until": post["until"],
            "source": "curated; polder-2026-05",
        }
        for post in read_table(CURATED / "posts.tsv")
        if post["organisation"] and post["key"] not in by_hand
    ]
    return sorted(map(_sourced, (*rows, *curated)), key=lambda row: (row["post"], row["from"], row["until"] or "9999"))


def other_dates(lists: Path) -> list[Row]:
    """Persons by their key, so that the row can be joined to its mandate."""
    people = collect(lists)
    rows = []
    for row in read_table(CURATED / "other_dates.tsv"):
        key = people.named(row["name"]).id if row["register"] == "mandates" else row["name"]
        rows.append(_sourced({name: value for name, value in row.items() if name != "name"} | {"key": key}))
    return sorted(rows, key=lambda row: (row["register"], row["key"], row["part"], row["property"], row["source"]))
