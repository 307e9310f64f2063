"""Makes a release: all files of one edition of the data, in a folder that is whole or isn't there."""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from sovgraph.describe.addresses import page_path
from sovgraph.describe.counting import count_triples
from sovgraph.describe.dataset import (
    Download,
    Edition,
    Extent,
    dataset_description,
    dataset_iri,
    extent_of,
)
from sovgraph.describe.formats import from_ntriples, write_triples
from sovgraph.describe.publication import Places, Publication, places_of
from sovgraph.describe.rdf import Triple
from sovgraph.describe.void import void_description
from sovgraph.describe.withheld import Withheld
from sovgraph.errors import ConfigError
from sovgraph.release.changes import (
    Changed,
    Previous,
    changes_page,
    previous_of,
    version_name,
    write_changes,
)
from sovgraph.release.files import MANIFEST, NQUADS, sha256_of, whole_folder, write_sums
from sovgraph.release.provenance import provenance, rule_versions
from sovgraph.release.rdf import write_nquads, write_quads, write_turtle
from sovgraph.release.readme import Told, readme
from sovgraph.release.tabular import Target, Written, write_tables
from sovgraph.settings import DEFAULT_BASE
from sovgraph.store import QuadStore

_VERSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,60}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPEC = "https://www.w3.org/TR/"
RDF_FILES = (
    Download(NQUADS, "Alle gegevens als N-Quads", "All data as N-Quads", "application/n-quads", "RDF_N_QUADS",
             conforms_to=f"{_SPEC}n-quads/", is_compressed=True),
    Download("data/sovgraph.trig.gz", "Alle gegevens als TriG", "All data as TriG", "application/trig", "RDF_TRIG",
             conforms_to=f"{_SPEC}trig/", is_compressed=True),
    Download("data/sovgraph.ttl.gz", "Alle triples als Turtle, zonder grafen", "All triples as Turtle, without graphs",
             "text/turtle", "RDF_TURTLE", conforms_to=f"{_SPEC}turtle/", is_compressed=True),
    Download("data/sovgraph.jsonld.gz", "Alle gegevens als JSON-LD", "All data as JSON-LD", "application/ld+json",
             "JSON_LD", conforms_to=f"{_SPEC}json-ld11/", is_compressed=True),
)  # fmt: skip
FEATURES = ("N-Quads", "TriG", "Turtle", "JSON-LD")
"""The forms of RDF_FILES as the W3C names them."""
WORKBOOK = Download(
    "sovgraph.xlsx",
    "De voornaamste tabellen als werkboek (Excel)",
    "The main tables as a workbook (Excel)",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "XLSX",
)
OTHERS = {
    "dataset.ttl": ("Beschrijving: DCAT-AP-NL 3.0 en schema.org", "Description: DCAT-AP-NL 3.0 and schema.org"),
    "dataset.jsonld": ("Dezelfde beschrijving als JSON-LD", "The same description as JSON-LD"),
    "void.ttl": ("Aantallen per klasse en eigenschap (VoID)", "Counts by class and property (VoID)"),
    "provenance.ttl": ("Waaruit het gemaakt is (PROV)", "What it was made from (PROV)"),
    "LICENSE.txt": ("Licentie", "Licence"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """`version` and `day`: of this edition, else taken from the data. `previous`: the release or store before it."""

    version: str = ""
    day: str = ""
    previous: Path | None = None
    base: str = DEFAULT_BASE
    withheld: Withheld | None = None

    @property
    def left_out(self) -> int:
        """How many names and IRIs are on the list of those who are left out."""
        return self.withheld.listed if self.withheld else 0


@dataclass(frozen=True, slots=True)
class Release:
    """What was made."""

    version: str
    day: str
    extent: Extent
    quads: int
    triples: int
    tables: tuple[Written, ...]
    changed: Changed | None = None


def make_release(store: QuadStore, out: Path, publication: Publication, asked: Asked) -> Release:
    """All files of an edition in `out`. Raises StoreError or ConfigError; then `out` is as it was."""
    _check(asked)
    with ExitStack() as opened:
        before = opened.enter_context(previous_of(asked.previous, asked.withheld)) if asked.previous else None
        folder = opened.enter_context(whole_folder(out))
        return _fill(store, folder, publication, asked, before)


def _check(asked: Asked) -> None:
    if asked.version and not _VERSION.fullmatch(asked.version):
        raise ConfigError(f"version '{asked.version}': use letters, digits, '.', '_' and '-', such as 2026.1")
    if asked.day and not _DAY.fullmatch(asked.day):
        raise ConfigError(f"date '{asked.day}': expected a day such as 2026-05-06")


def _fill(store: QuadStore, folder: Path, publication: Publication, asked: Asked, before: Previous | None) -> Release:
    extent = extent_of(store)
    day = asked.day or extent.last
    version = asked.version or version_name(extent.version, day)
    previous = before.version if before else ""
    places = places_of(publication, asked.base)
    me = dataset_iri(asked.base)
    (folder / "data").mkdir()
    nquads = folder / NQUADS
    quads = write_nquads(store, nquads)
    write_quads(nquads, folder / RDF_FILES[1].name, ox.RdfFormat.TRIG)
    write_quads(nquads, folder / RDF_FILES[3].name, ox.RdfFormat.JSON_LD)
    counts = write_turtle(nquads, folder / RDF_FILES[2].name, lambda triples: count_triples(triples, asked.base))
    program = version_of("sovgraph")
    target = Target(
        folder, publication.license, publication.title_nl, publication.title_en,
        _intro(publication, version, day, extent), lambda iri: _page(iri, asked.base, places),
    )  # fmt: skip
    tables = tuple(write_tables(store, nquads, target))
    files = (*RDF_FILES, WORKBOOK, *_table_files(tables))
    downloads = tuple(_measured(folder, file) for file in files)
    edition = Edition(version, day, previous if previous != version else "")
    changed = write_changes(store, nquads, before, folder / "changes") if before else None
    described = dataset_description(extent, publication, places, base=asked.base, downloads=downloads, edition=edition)
    made = provenance(store, me, version, day, program)
    dumps = tuple(f"{places.downloads}{file.name}" for file in RDF_FILES)
    counted = void_description(counts, publication, asked.base, features=FEATURES, dumps=dumps)
    _write_descriptions(folder, described, made, counted)
    (folder / "LICENSE.txt").write_text(_licence(publication), encoding="utf-8", newline="\n")
    told = Told(
        publication, extent, version, day, previous, program, rule_versions(store), quads, counts.triples,
        len(store.graphs()), tables, _listed(folder, downloads), asked.left_out,
    )  # fmt: skip
    for lang, name in (("nl", "README.md"), ("en", "README.en.md")):
        (folder / name).write_text(readme(told, lang), encoding="utf-8", newline="\n")
    if changed is not None:
        (folder / "CHANGES.md").write_text(changes_page(changed, previous), encoding="utf-8", newline="\n")
    release = Release(version, day, extent, quads, counts.triples, tables, changed)
    (folder / MANIFEST).write_bytes(_manifest(release, asked, previous, program))
    write_sums(folder)
    return release


def _measured(folder: Path, file: Download) -> Download:
    path = folder / file.name
    return replace(file, size=path.stat().st_size, sha256=sha256_of(path))


def _table_files(tables: Iterable[Written]) -> Iterator[Download]:
    for written in tables:
        table = written.table
        nl, en = f"Tabel: {table.nl}", f"Table: {table.en}"
        yield Download(
            f"tables/{table.name}.csv", f"{nl} (CSV)", f"{en} (CSV)", "text/csv", "CSV",
            conforms_to=f"{_SPEC}tabular-metadata/",
        )  # fmt: skip
        yield Download(
            f"parquet/{table.name}.parquet", f"{nl} (Parquet)", f"{en} (Parquet)", "application/vnd.apache.parquet",
            "PARQUET", conforms_to="https://parquet.apache.org/docs/file-format/",
        )  # fmt: skip


def _listed(folder: Path, downloads: Iterable[Download]) -> tuple[tuple[str, int, str, str], ...]:
    """The files for the README; the tables have a list of their own."""
    found = [(d.name, d.size, d.nl, d.en) for d in downloads if not d.name.startswith(("tables/", "parquet/"))]
    return (*found, *((name, (folder / name).stat().st_size, nl, en) for name, (nl, en) in OTHERS.items()))


def _write_descriptions(folder: Path, described: bytes, made: bytes, void: list[Triple]) -> None:
    dataset = from_ntriples(described)
    for name, triples in (
        ("dataset.ttl", dataset),
        ("dataset.jsonld", dataset),
        ("provenance.ttl", from_ntriples(made)),
        ("void.ttl", void),
    ):
        (folder / name).write_bytes(write_triples(triples, name.rpartition(".")[2]))


def _page(iri: str, base: str, places: Places) -> str | None:
    """Our own things have a page on the site; other IRIs lead where they lead."""
    if not iri.startswith(("http://", "https://")) or len(iri) > 1000:
        return None
    path = page_path(iri, base) if iri.startswith(base) else None
    return f"{places.site}{path}" if path else iri


def _intro(publication: Publication, version: str, day: str, extent: Extent) -> tuple[tuple[str, str], ...]:
    return (
        (publication.title_nl, publication.title_en),
        ("Versie / Version", version),
        ("Dag / Day", day),
        ("Stukken / Papers", f"{extent.papers} ({extent.first} – {extent.last})"),
        ("Licentie / Licence", publication.license),
        ("Contact", f"{publication.contact}, {publication.email}"),
        (
            "Lezen",
            "Elke tabel heeft een filter in de kop. Blauwe woorden leiden naar de pagina van het ding, met de zin.",
        ),
        (
            "Reading",
            "Each table has a filter in its heading. Blue words lead to the page of the thing, with its sentence.",
        ),
    )


def _licence(publication: Publication) -> str:
    if "publicdomain/zero" in publication.license:
        return (
            "CC0 1.0 Universal\n\n"
            "Wie deze gegevens samenstelde, doet voor zover dat kan afstand van alle rechten erop.\n"
            "De teksten van Kamerstukken zijn vrij van auteursrecht (artikel 11 Auteurswet).\n\n"
            "To the extent possible, those who made these data have waived all rights to them.\n"
            "Texts of Dutch parliamentary papers are free of copyright (article 11 Auteurswet).\n\n"
            f"{publication.license}legalcode\n"
        )
    return f"{publication.license}\n"


def _manifest(release: Release, asked: Asked, previous: str, program: str) -> bytes:
    told: dict[str, Any] = {
        "dataset": dataset_iri(asked.base),
        "version": release.version,
        "day": release.day,
        "previous": previous or None,
        "sovgraph": program,
        "extent": asdict(release.extent),
        "quads": release.quads,
        "triples": release.triples,
        "withheld": asked.left_out,
        "tables": {written.table.name: written.rows for written in release.tables},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
