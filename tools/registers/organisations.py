"""organisations.tsv: the bodies kept by hand, and the rest of the list of public bodies."""

import re
from pathlib import Path

from registers.common import CURATED, CURATED_ON, POLDER, Row, read_table, slug, split

_TOOI = "https://identifier.overheid.nl/tooi/id/"
_CORPORATE = "http://publications.europa.eu/resource/authority/corporate-body/"
_KINDS = frozenset(("adviescolleges", "agentschappen", "inspecties", "rechterlijke-macht", "zbo"))

# Rows of the list that name a class of bodies, a company or a department, not a body that papers name.
_NOT_A_BODY = re.compile(
    r"^(?:Keuring(?!sdienst)|Aange|Certificerende|Bedrijfs|Gecertificeerde|Gerechtsdeurwaarders|Notarissen|Haven|Inrichtingen"
    r"|Instellingen|Onderzoeksgerechtigden|Erkenninghouders|Bevoegde|Reclasseringsorg|Representatief|Rijkshaven|Uitvoerders"
    r"|VTS|Waarborginst|Medisch-ethische|Metacluster|Klassenbureaus|Grondkamers|Registratiecommissies|Orde van"
    r"|Regionale Loodsencorporaties|College van afgevaardigden|College van deskundigen|Topteams|Jury|Saba|Sint|Openbaar"
    r"|Beoordelingscommissie S|Externe|Interdepartementale|Sociaal-economische en|Nederlands Meetinstituut ex)"
    r"|\b[BN]\.V\.|zorgkantoor|Zorgkantoor"
)
_ABBREVIATION = re.compile(r"^[A-Z][A-Za-z]*[A-Z]$|^[A-Z]{3,}$")
# Abbreviations of the list that are ordinary words, belong to another body, or are wrong there.
_NOT_ITS_ABBREVIATION = frozenset(
    "ARPA AVT GIM ICR ICB LAP RVC RvA APK BBL BAK KOOP BBL GK NAK NLC NTS NIWO PUR RTS RSV RGS SRC CRT CEA".split()
)


def build(lists: Path) -> list[Row]:
    listed = read_table(lists / "organisations.tsv")
    by_name = {row["name"].casefold(): row for row in sorted(listed, key=lambda row: row["tooi"])}
    rows = [_curated(row, by_name) for row in read_table(CURATED / "organisations.tsv")]
    taken = {name.casefold() for row in rows for name in (row["name"], row["abbreviation"], *split(row["variants"]))}
    tooi = {row["iri"] for row in rows if row["iri"]}
    for row in listed:
        extra = _listed(row, taken, tooi)
        if extra is not None:
            rows.append(extra)
            taken |= {extra["name"].casefold(), extra["abbreviation"].casefold()}
            tooi.add(extra["iri"])
    return sorted(rows, key=lambda row: (row["kind"], row["key"]))


def _curated(row: Row, by_name: dict[str, Row]) -> Row:
    ref = row["list_or_iri"]
    found: Row = {}
    if ref == "L" or ref.startswith("X:"):
        found = by_name[(ref[2:] or row["name"]).casefold()]
    iri = {"T": _TOOI, "C": _CORPORATE}.get(ref[:1], "") + ref[2:] if ref[:2] in ("T:", "C:") else found.get("tooi", "")
    return row | {
        "key": slug(row["name"]),
        "iri": iri,
        "wikidata": row["wikidata"] or found.get("wikidata", ""),
        "source": "curated; polder-2026-05" if iri.startswith(_TOOI) else "curated",
        "retrieved": CURATED_ON,
    }


def _listed(row: Row, taken: set[str], tooi: set[str]) -> Row | None:
    """A row of the list that adds a body; None when it is known, or names none."""
    name = row["name"]
    usable = row["kind"] in _KINDS and row["tooi"] and not _NOT_A_BODY.search(name) and " " in name
    if not usable or name.casefold() in taken or row["tooi"] in tooi:
        return None
    short = row["abbreviation"]
    good = _ABBREVIATION.match(short) and len(short) > 2 and short not in _NOT_ITS_ABBREVIATION
    return {
        "key": slug(name),
        "name": name,
        "abbreviation": short if good and short.casefold() not in taken else "",
        "kind": {"agentschappen": "uitvoering", "inspecties": "inspectie", "zbo": "uitvoering"}.get(row["kind"], "")
        or ("rechtspraak" if row["kind"] == "rechterlijke-macht" else "planbureau-advies"),
        "iri": row["tooi"],
        "wikidata": row["wikidata"],
        "source": POLDER[0],
        "retrieved": POLDER[1],
    }
