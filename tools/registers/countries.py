"""countries.tsv: names and word forms by hand, codes and Wikidata from the list."""

from pathlib import Path

from registers.common import CURATED, CURATED_ON, Row, read_table, split

_NAL = "http://publications.europa.eu/resource/authority/country/"

# Kosovo has no ISO code of its own; the EU's country table calls it 1A0.
_EXTRA = {"XKX": {"alpha2": "XK", "wikidata_rigour": "Q1246", "eu_nal_uri_BY_PATTERN_not_checked": _NAL + "1A0"}}

# Codes of countries that are no more (ISO 3166-3), with their Wikidata items: older papers name them.
_FORMER = {
    "ANT": ("AN", "Q25227"),
    "SUN": ("SU", "Q15180"),
    "YUG": ("YU", "Q36704"),
    "CSK": ("CS", "Q33946"),
    "SCG": ("CS", "Q37024"),
}


def build(lists: Path) -> list[Row]:
    known = {row["alpha3"]: row for row in read_table(lists / "countries.tsv")} | _EXTRA | _former()
    rows = []
    for row in read_table(CURATED / "countries.tsv"):
        codes = known[row["alpha3"]]
        rows.append(
            row
            | {
                "alpha2": codes["alpha2"],
                "iri": codes["eu_nal_uri_BY_PATTERN_not_checked"],
                "wikidata": codes["wikidata_rigour"],
                "source": "curated; codes: CLDR, rigour",
                "retrieved": CURATED_ON,
            }
        )
    return sorted(rows, key=lambda row: row["alpha3"])


def _former() -> dict[str, Row]:
    columns = ("alpha2", "wikidata_rigour", "eu_nal_uri_BY_PATTERN_not_checked")
    return {alpha3: dict(zip(columns, (*codes, ""), strict=True)) for alpha3, codes in _FORMER.items()}


def not_in_dictionary(dictionary: Path) -> list[str]:
    """Adjectives and inhabitants whose words the dictionary lacks, as "XXX:form"."""
    words = set(dictionary.read_text(encoding="utf-8").split())
    return [
        f"{row['alpha3']}:{form}"
        for row in read_table(CURATED / "countries.tsv")
        for form in (*split(row["adjectives"]), *split(row["inhabitants"]))
        if not all(word in words for word in form.split())
    ]
