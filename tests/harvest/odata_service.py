"""OData v4 over imitated rows: $filter with and, or, eq, ge and any; $expand with $select; pages with a next link."""

import json
import re
from typing import Any
from urllib.parse import quote

Rows = dict[str, dict[str, Any]]
RELATIONS = {
    "Kamerstukdossier": {"Zaak", "Document"},
    "Zaak": {"ZaakActor", "Document", "Kamerstukdossier", "Besluit", "Activiteit"},
    "Document": {"DocumentActor", "HuidigeDocumentVersie", "Zaak", "Kamerstukdossier"},
    "Besluit": {"Stemming", "Zaak"},
    "Stemming": set[str](),
    "Activiteit": {"ActiviteitActor", "Toezegging", "Zaak"},
    "Toezegging": {"ToegezegdAanPersoon", "ToegezegdAanFractie"},
    "Persoon": {"FractieZetelPersoon"},
    "Fractie": {"FractieZetel"},
    "Commissie": {"CommissieZetel"},
}


def guid(kind: str, number: int) -> str:
    return f"{sum(map(ord, kind)):08x}-0000-4000-8000-{number:012x}"


class OData:
    """Rows of one dossier with `cases` cases; `size` rows a page."""

    def __init__(self, base: str, cases: int = 20, size: int = 6) -> None:
        self.base, self.size = base, size
        self.tables: dict[str, Rows] = {entity: {} for entity in RELATIONS}
        dossier = self.add("Kamerstukdossier", 1, Nummer=39500, Toevoeging=None, Titel="Nagebootst dossier")
        self.add("Kamerstukdossier", 2, Nummer=39500, Toevoeging="XVI", Titel="Nagebootst hoofdstuk")
        for n in range(1, cases + 1):
            case = self.add("Zaak", n, Nummer=f"2024Z{n:05}", Soort="Motie", Kamerstukdossier=[dossier], ZaakActor=[])
            self.add("Document", n, DocumentNummer=f"2024D{n:05}", Kamerstukdossier=[dossier], DocumentActor=[])
            votes = [self.add("Stemming", 10 * n + i, Soort=kind) for i, kind in enumerate(("Voor", "Tegen"))]
            self.add("Besluit", n, BesluitSoort="Stemmen - aangenomen", Zaak=[case], Stemming=votes)
        self.add("Zaak", 900, Nummer="2024Z00900", Soort="Motie", Kamerstukdossier=[dossier], Verwijderd=True)
        promise = self.add("Toezegging", 1, Nummer="TZ202401-001", Tekst="Nagebootst.")
        first = self.tables["Zaak"][guid("Zaak", 1)]
        self.add("Activiteit", 1, Soort="Commissiedebat", Zaak=[first], Toezegging=[promise], ActiviteitActor=[])
        for n in range(1, 15):
            self.add("Persoon", n, Achternaam=f"Nagebootst{n}", FractieZetelPersoon=[])
        self.add("Fractie", 1, Afkorting="NB", FractieZetel=[])
        self.add("Commissie", 1, Afkorting="NAB", CommissieZetel=[])

    def add(self, entity: str, number: int, **fields: Any) -> dict[str, Any]:
        row = {"Id": guid(entity, number), "Verwijderd": False, "GewijzigdOp": "2026-01-05T10:00:00+01:00", **fields}
        self.tables[entity][row["Id"]] = row
        return row

    def answer(self, entity: str, words: dict[str, str]) -> tuple[int, bytes]:
        try:
            return 200, json.dumps(self.page(entity, words), ensure_ascii=False).encode()
        except (KeyError, ValueError) as error:
            told = {"error": {"code": "", "message": f"The query specified in the URI is not valid. {error}"}}
            return 400, json.dumps(told).encode()

    def page(self, entity: str, words: dict[str, str]) -> dict[str, Any]:
        rows = [r for r in self.tables[entity].values() if holds(r, words.get("$filter", ""))]
        skip = int(words.get("$skiptoken", words.get("$skip", "0")))
        top = min(self.size, int(words.get("$top", self.size)))
        expand = expanded(words.get("$expand", ""))
        for name in expand:
            if name not in RELATIONS[entity]:
                raise ValueError(f"Could not find a property named '{name}' on type '{entity}'")
        rows.sort(key=lambda r: r["Id"], reverse=True)  # a client must not count on an order
        found: dict[str, Any] = {"@odata.context": f"{self.base}/OData/v4/2.0/$metadata#{entity}"}
        found["value"] = [self.shown(entity, row, expand) for row in rows[skip : skip + top]]
        if skip + top < len(rows):
            kept = "&".join(f"{k}={quote(v)}" for k, v in words.items() if k != "$skiptoken")
            found["@odata.nextLink"] = f"{self.base}/OData/v4/2.0/{entity}?{kept}&$skiptoken={skip + top}"
        return found

    def shown(self, entity: str, row: dict[str, Any], expand: dict[str, str]) -> dict[str, Any]:
        related = RELATIONS[entity]
        plain = {name: value for name, value in row.items() if name not in related}
        for name, inner in expand.items():
            wanted = re.search(r"\$select=([\w,]+)", inner)
            keep = set(wanted[1].split(",")) if wanted else None
            plain[name] = [
                {k: v for k, v in r.items() if (keep is None or k in keep) and not isinstance(v, list)}
                for r in row.get(name, [])
            ]
        return plain


def split(text: str, word: str) -> list[str]:
    """At a word outside brackets."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth == 0 and text.startswith(word, at):
            parts.append(text[start:at])
            start = at + len(word)
    return [*parts, text[start:]]


def expanded(text: str) -> dict[str, str]:
    names = {}
    for part in split(text, ",") if text else []:
        name, _, inner = part.partition("(")
        names[name] = inner
    return names


def holds(row: dict[str, Any], text: str) -> bool:
    if text.count("/any(") > 1 or len(re.findall(r"\w+", text)) > 300:
        raise ValueError("The filter is too deep or has too many nodes")
    if not text:
        return True
    return any(all(clause(row, part) for part in split(way, " and ")) for way in split(text, " or "))


def clause(row: dict[str, Any], text: str) -> bool:
    if found := re.fullmatch(r"(\w+)/any\(x:(.+)\)", text.strip()):
        inner = found[2].replace("x/", "")
        return any(holds(r, inner) for r in row.get(found[1], []))
    name, relation, value = re.fullmatch(r"(\w+) (eq|ge) (.+)", text.strip()).groups()  # type: ignore[union-attr]
    mine = row.get(name)
    if relation == "ge":
        return str(mine) >= value
    wanted = {"null": None, "true": True, "false": False}.get(value, value.strip("'"))
    return mine == wanted if isinstance(mine, bool) or mine is None or wanted is None else str(mine) == wanted
