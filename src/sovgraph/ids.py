"""Mints and reads every instance IRI. Keys come from a closed alphabet, so no name can break an IRI."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sovgraph.settings import DEFAULT_BASE

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_NOT_KEY = re.compile(r"[^A-Za-z0-9._~-]+")
_PAPER = re.compile(r"kst-(.+)")


@lru_cache(maxsize=4096)
def slugify(name: str) -> str:
    """Lower-case ASCII words joined by hyphens; never empty."""
    plain = unicodedata.normalize("NFKD", name.replace("&", " en ").replace("\u25a1", " en "))
    ascii_only = plain.encode("ascii", "ignore").decode("ascii").lower()
    return _NOT_SLUG.sub("-", ascii_only).strip("-") or "x" + short_hash(name, 8)


@lru_cache(maxsize=4096)
def clean_key(key: str) -> str:
    """An official identifier as a path segment; characters outside the alphabet become hyphens."""
    return _NOT_KEY.sub("-", key).strip("-") or "x" + short_hash(key, 8)


def short_hash(text: str, length: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Ids:
    """IRIs below `base`, which ends in "/" or "#"."""

    base: str = DEFAULT_BASE

    def _id(self, kind: str, key: str) -> str:
        return f"{self.base}id/{kind}/{key}"

    def paper(self, official: str) -> str:
        """The paper with an official id: id/kst/32317-QC, id/stuk/ah-tk-20242025-545."""
        match = _PAPER.fullmatch(official)
        return self._id("kst", clean_key(match[1])) if match else self._id("stuk", clean_key(official))

    def unnamed_paper(self, sha256: str) -> str:
        return self._id("stuk", f"sha256-{sha256[:16]}")

    def dossier(self, key: str) -> str:
        return self._id("dossier", clean_key(key))

    def completeness(self, key: str) -> str:
        """The declaration that the store has all papers of a dossier."""
        return self._id("volledig", clean_key(key))

    def person(self, key: str) -> str:
        return self._id("persoon", clean_key(key))

    def person_by_name(self, body: str, surname: str) -> str:
        return self._id("persoon", f"{body}-{slugify(surname)}")

    def party(self, key: str) -> str:
        return self._id("fractie", slugify(key))

    def party_by_name(self, printed: str) -> str:
        return self._id("fractie", slugify(printed))

    def post(self, key: str) -> str:
        return self._id("post", slugify(key.removeprefix("post:")))

    def committee(self, key: str) -> str:
        return self._id("commissie", slugify(key))

    def organisation(self, key: str) -> str:
        return self._id("organisatie", slugify(key))

    def region(self, key: str) -> str:
        return self._id("regio", slugify(key))

    def act(self, bwb: str) -> str:
        return self._id("wet", clean_key(bwb))

    def eu_act(self, celex: str) -> str:
        return self._id("eu", clean_key(celex))

    def article(self, act_key: str, number: str) -> str:
        return self._id("artikel", f"{clean_key(act_key)}-{clean_key(number)}")

    def reference(self, identifier: str) -> str:
        """A gazette, Official Journal, COM, case or judgment number that has no authority IRI here."""
        return self._id("verwijzing", clean_key(identifier))

    def letter_by_kenmerk(self, kenmerk: str) -> str:
        """Letters of the Eerste Kamer have six digits, at times with U; others keep their whole number."""
        prefix = "ek-" if re.fullmatch(r"\d{6}U?", kenmerk) else "kenmerk-"
        return self._id("brief", prefix + clean_key(kenmerk))

    def letter(self, key: str) -> str:
        return self._id("brief", clean_key(key))

    def inquiry(self, case: str) -> str:
        """Written questions by their case number ("2024Z16988")."""
        return self._id("schriftelijke-vragen", clean_key(case))

    def programme(self, name: str) -> str:
        return self._id("programma", slugify(name))

    def measure(self, key: str) -> str:
        return self._id("maatregel", slugify(key))

    def council_meeting(self, configuration: str, start: str) -> str:
        return self._id("raad", f"{slugify(configuration)}-{start}")

    def meeting(self, key: str) -> str:
        """ "tk-20172018-70": the meeting of a Chamber."""
        return self._id("vergadering", clean_key(key))

    def membership(self, *parts: str) -> str:
        return self._id("lidmaatschap", short_hash("\n".join(parts), 16))

    def register_thing(self, kind: str, key: str) -> str:
        """What only a register knows: a case (zaak), decision (besluit), vote (stem), activity (activiteit), …"""
        return self._id(kind, clean_key(key))

    def register_file(self, kind: str, name: str, key: str) -> str:
        """The graph of a register file: id/register/odata-3f…. From its name and what it is about, not its bytes, so
        that a newer version of the file takes the place of the older; many files are called metadata.xml."""
        return self._id("register", clean_key(kind) + "-" + short_hash("\n".join((name, key)), 16))

    def rule(self, rule: str) -> str:
        """ "kamerstuk.led/1" → id/regel/kamerstuk.led-1."""
        return self._id("regel", clean_key(rule.replace("/", "-")))

    def graph(self, name: str) -> str:
        return f"{self.base}graph/{name}"

    @staticmethod
    def below(thing: str, kind: str, key: object = "") -> str:
        """A part of a thing: below(paper, "noot", 8) → <paper>/noot/8."""
        return f"{thing}/{kind}/{clean_key(str(key))}" if key != "" else f"{thing}/{kind}"

    def parse(self, iri: str) -> tuple[str, str] | None:
        """(kind, key) of an instance IRI of this base; None for others."""
        prefix = f"{self.base}id/"
        if not iri.startswith(prefix):
            return None
        kind, _, key = iri.removeprefix(prefix).partition("/")
        return (kind, key) if key else None
