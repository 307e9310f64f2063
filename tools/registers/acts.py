"""acts.tsv: Dutch acts and decrees by the names under which papers cite them.

The list gives thousands of titles; a row is taken from it only when its title is one that can be cited, so not the
acts that only amend others, budgets, or descriptions of what an act does.
"""

import re
from collections import defaultdict
from pathlib import Path

from registers.common import CURATED, CURATED_ON, Row, joined, read_table, split

_KINDS = ("named elsewhere", "wet", "rijkswet", "wet-BES", "AMvB", "rijksKB", "AMvB-BES")

_NOT_CITED = re.compile(
    r"(?i)wijzig|aanpass|invoering|intrekking|implementatie|overgang|pb ?e[ug]|novelle|herziening|verzamel|veegwet"
    r"|slotwet|begroting|opheffing|goedkeuring|uitvoering van|in verband met|eindafrekening|machtiging|herindeling"
    r"|samenvoeging|houdende|strekkende|\btot\b|\betc\b|gemeentelijke indeling|, stb|artikel|\bart\b|aanvulling"
    r"|instelling (?:van )?(?:een )?gemeente|instellingsbesluit|grens|onteigening|verlenging|vaststelling|aanwijzing"
)
_CITABLE = re.compile(
    r"^(?:Rijkswet|Wet|Algemene wet|Wetboek|Kaderwet|Besluit|Tijdelijke wet|Regeling|Uitvoeringswet|Uitvoeringsbesluit"
    r"|[A-ZÀ-Þ][\wà-ÿ-]{2,}(?:wet|besluit|reglement|wetboek))(?= |$)"
)
_ONE_WORD = re.compile(r"^[\wà-ÿ-]{4,}(?:wet|besluit|reglement)(?: (?:18|19|20)\d\d)?(?: bes)?$")
_TOO_GENERAL = frozenset(
    "Wet Rijkswet Besluit Regeling Noodwet Spoedwet Kaderwet Uitvoeringswet Uitvoeringsbesluit Wijzigingsbesluit "
    "Beëindigingswet Vaststellingswet Mandaatbesluit Instellingswet Toepassingsbesluit Reglement Wetboek".split()
)
_SOURCE = ("lists/acts 2017 snapshot", "2026-05-19")
_ELSEWHERE = "lists/acts named elsewhere"
"""Rows of younger acts that the list took from other papers than the snapshot."""


def build(lists: Path) -> list[Row]:
    curated = read_table(CURATED / "acts.tsv")
    listed: dict[str, list[Row]] = defaultdict(list)
    for row in read_table(lists / "acts.tsv"):
        if row["kind"] in _KINDS:
            listed[row["bwb"]].append(row)
    rows = [_curated(row) for row in curated]
    done = {row["bwb"] for row in rows if row["bwb"]}
    names = {name for row in rows for name in (row["name"], *split(row["variants"]), *split(row["abbreviations"]))}
    for bwb in sorted(listed):
        if bwb in done:
            continue
        found = [n for n in dict.fromkeys(filter(None, map(_name, listed[bwb]))) if n not in names]
        if found:
            names |= set(found)
            elsewhere = all(row["kind"] == "named elsewhere" for row in listed[bwb])
            more = {
                "name": found[0],
                "variants": joined(found[1:]),
                "from": "",
                "source": _ELSEWHERE if elsewhere else _SOURCE[0],
                "retrieved": _SOURCE[1],
            }
            rows.append({"bwb": bwb, **more})
    return sorted(rows, key=lambda row: (row["name"].casefold(), row["bwb"]))


def _curated(row: Row) -> Row:
    return row | {"source": "curated", "retrieved": CURATED_ON}


def _name(row: Row) -> str:
    """The citable name of a row of the list, or ""."""
    name = row["short_title"].strip() or _cased(row["name_words"].strip(), row["title"])
    name = re.sub(r"\s+\((?:[a-z]{2,6}|[A-Z]\w{1,8}(?: \d{4})?)\)$", "", name)
    if not _CITABLE.match(name) or _NOT_CITED.search(name) or name in _TOO_GENERAL or len(name) > 110:
        return ""
    return name


def _cased(words: str, title: str) -> str:
    """The name in the case that the full title prints; a single word and a title get their capital."""
    at = title.casefold().find(words.casefold()) if words else -1
    if at >= 0 and len(title.casefold()) == len(title):
        printed = title[at : at + len(words)]
        return printed[0].upper() + printed[1:]
    if _ONE_WORD.match(words):
        return (words[0].upper() + words[1:]).replace(" bes", " BES")
    if words.startswith("wet ") and len(words) <= 60:
        return "W" + words[1:].replace(" bes", " BES")
    return ""
