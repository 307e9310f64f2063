"""The dataset described for catalogues: DCAT-AP-NL 3.0 and, in the same breath, schema.org after the NDE requirements.

The server's /dataset, the static site and a release all give this description; they differ in what they offer.
"""

from dataclasses import dataclass
from typing import Final

from sovgraph.describe.publication import Places, Publication
from sovgraph.describe.rdf import (
    AUTHORITY,
    DCAT,
    DCT,
    FOAF,
    PROV,
    RDFS,
    SCHEMA,
    SPDX,
    VCARD,
    Statements,
    iri,
    text,
    typed,
)
from sovgraph.describe.version import dataset_version
from sovgraph.query import run_internal
from sovgraph.settings import DEFAULT_BASE
from sovgraph.store import QuadStore

SPARQL_PROTOCOL: Final = "https://www.w3.org/TR/sparql11-protocol/"
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
ONTOLOGY: Final = DEFAULT_BASE + "def"
PUBLIC: Final = f"{AUTHORITY}access-right/PUBLIC"
THEME: Final = f"{AUTHORITY}data-theme/GOVE"
LANGUAGES: Final = (f"{AUTHORITY}language/NLD", f"{AUTHORITY}language/ENG")


@dataclass(frozen=True, slots=True)
class Extent:
    """What is told about the data: their version, how much there is, and the days of the oldest and newest paper."""

    version: str
    papers: int
    dossiers: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file that can be had. `media_type` is that of the file inside where it is compressed; `size` in bytes and
    `sha256` are of the file as it is had. `conforms_to`: what defines its form."""

    name: str
    nl: str
    en: str
    media_type: str
    file_type: str
    size: int = 0
    sha256: str = ""
    conforms_to: str = ""
    is_compressed: bool = False


@dataclass(frozen=True, slots=True)
class Edition:
    """What the publisher adds to the extent: a name for the version, its day, and the version before it."""

    version: str = ""
    day: str = ""
    previous: str = ""


def extent_of(store: QuadStore) -> Extent:
    """Counted anew at each call; a server keeps it as long as the version stays."""
    (row,) = run_internal(store, "dataset-extent").values()
    return Extent(
        dataset_version(store),
        int(row["papers"] or 0),
        int(row["dossiers"] or 0),
        row["first"] or "",
        row["last"] or "",
    )


def dataset_iri(base: str) -> str:
    """The dataset as a thing; versions, files and agents are parts of its page."""
    return f"{base if base.endswith('/') else base.removesuffix('#') + '/'}dataset"


def dataset_description(
    extent: Extent,
    publication: Publication,
    places: Places,
    *,
    base: str = DEFAULT_BASE,
    downloads: tuple[Download, ...] = (),
    edition: Edition | None = None,
) -> bytes:
    """The description as sorted N-Triples, the same for the same data. `places` says where things can be had."""
    out = Statements()
    me = dataset_iri(base)
    edition = edition or Edition()
    _agents(out, me, publication)
    _dataset(out, me, extent, publication, places)
    _edition(out, me, extent, edition)
    _catalog(out, me, publication)
    for download in downloads:
        _download(out, me, download, publication, places)
    if places.endpoint:
        _service(out, me, publication, places)
    return out.ntriples


def _publisher(me: str, publication: Publication) -> str:
    return publication.publisher_iri or f"{me}#publisher"


def _agents(out: Statements, me: str, publication: Publication) -> None:
    publisher, contact = _publisher(me, publication), f"{me}#contact"
    out.types(publisher, f"{FOAF}Agent", f"{FOAF}Organization", f"{PROV}Agent", f"{SCHEMA}Organization")
    for name in (f"{FOAF}name", f"{SCHEMA}name"):
        out.add(publisher, name, text(publication.publisher, "nl"))
    if publication.publisher_identifier:
        out.add(publisher, f"{SCHEMA}identifier", text(publication.publisher_identifier))
        out.add(publisher, f"{DCT}identifier", text(publication.publisher_identifier))
    out.add(publisher, f"{SCHEMA}contactPoint", iri(contact))
    out.types(contact, f"{VCARD}Kind", f"{VCARD}Organization", f"{SCHEMA}ContactPoint")
    for name in (f"{VCARD}fn", f"{SCHEMA}name"):
        out.add(contact, name, text(publication.contact, "nl"))
    out.add(contact, f"{VCARD}hasEmail", iri(f"mailto:{publication.email}"))
    out.add(contact, f"{SCHEMA}email", text(publication.email))
    if publication.contact_page:
        out.add(contact, f"{VCARD}hasURL", iri(publication.contact_page))
        out.add(contact, f"{SCHEMA}url", iri(publication.contact_page))


def _about(out: Statements, thing: str, me: str, publication: Publication) -> None:
    """What dataset and service have in common."""
    publisher = iri(_publisher(me, publication))
    out.add(thing, f"{DCT}publisher", publisher)
    out.add(thing, f"{DCT}creator", publisher)
    out.add(thing, f"{DCAT}contactPoint", iri(f"{me}#contact"))
    out.add(thing, f"{DCT}accessRights", iri(PUBLIC))
    out.add(thing, f"{DCT}license", iri(publication.license))
    out.add(thing, f"{DCAT}theme", iri(THEME))
    out.add(thing, f"{DCT}language", *(iri(language) for language in LANGUAGES))
    for words, lang in ((publication.keywords_nl, "nl"), (publication.keywords_en, "en")):
        out.add(thing, f"{DCAT}keyword", *(text(word, lang) for word in words))
    out.add(thing, f"{DCT}conformsTo", iri(ONTOLOGY))


def _dataset(out: Statements, me: str, extent: Extent, publication: Publication, places: Places) -> None:
    out.types(me, f"{DCAT}Dataset", f"{SCHEMA}Dataset", f"{PROV}Entity")
    _about(out, me, me, publication)
    out.both(me, (f"{DCT}title", f"{SCHEMA}name"), publication.title_nl, publication.title_en)
    counts_nl = f"Deze uitgave telt {extent.papers} stukken uit {extent.dossiers} dossiers."
    counts_en = f"This edition has {extent.papers} papers of {extent.dossiers} dossiers."
    nl, en = (f"{publication.description_nl} {counts_nl}", f"{publication.description_en} {counts_en}")
    out.both(me, (f"{DCT}description", f"{SCHEMA}description"), nl, en)
    out.add(me, f"{DCT}identifier", text(me))
    out.add(me, f"{SCHEMA}identifier", text(me))
    out.add(me, f"{DCAT}landingPage", iri(places.documentation))
    out.add(me, f"{FOAF}page", iri(places.documentation))
    out.add(me, f"{SCHEMA}mainEntityOfPage", iri(places.documentation))
    out.types(places.documentation, f"{FOAF}Document")
    out.types(ONTOLOGY, f"{DCT}Standard")
    out.add(me, f"{DCT}accrualPeriodicity", iri(f"{AUTHORITY}frequency/{publication.frequency}"))
    out.add(me, f"{DCT}spatial", iri(f"{AUTHORITY}country/NLD"))
    publisher = iri(_publisher(me, publication))
    out.add(me, f"{SCHEMA}publisher", publisher)
    out.add(me, f"{SCHEMA}creator", publisher)
    out.add(me, f"{SCHEMA}license", iri(publication.license))
    out.add(me, f"{SCHEMA}inLanguage", text("nl"), text("en"))
    out.add(me, f"{SCHEMA}about", iri(THEME))
    out.add(me, f"{SCHEMA}spatialCoverage", iri(f"{AUTHORITY}country/NLD"))
    for words, lang in ((publication.keywords_nl, "nl"), (publication.keywords_en, "en")):
        out.add(me, f"{SCHEMA}keywords", *(text(word, lang) for word in words))
    if extent.first and extent.last:
        out.add(me, f"{SCHEMA}temporalCoverage", text(f"{extent.first}/{extent.last}"))
        out.add(me, f"{DCT}temporal", iri(f"{me}#period"))
        out.types(f"{me}#period", f"{DCT}PeriodOfTime")
        out.add(f"{me}#period", f"{DCAT}startDate", typed(extent.first, "date"))
        out.add(f"{me}#period", f"{DCAT}endDate", typed(extent.last, "date"))


def version_iri(me: str, version: str) -> str:
    return f"{me}#v-{version}"


def _edition(out: Statements, me: str, extent: Extent, edition: Edition) -> None:
    """Days come from the publisher or else from the newest paper; no clock is read."""
    version = edition.version or extent.version
    day = edition.day or extent.last
    out.add(me, f"{DCAT}version", text(version))
    out.add(me, f"{SCHEMA}version", text(version))
    if day:
        for name in (f"{DCT}issued", f"{DCT}modified", f"{DCT}created"):
            out.add(me, name, typed(day, "date"))
        for name in ("datePublished", "dateModified", "dateCreated"):
            out.add(me, f"{SCHEMA}{name}", typed(day, "date"))
    mine = version_iri(me, version)
    out.types(mine, f"{PROV}Entity")
    out.add(mine, f"{PROV}specializationOf", iri(me))
    out.add(mine, f"{DCAT}version", text(version))
    out.add(me, f"{DCAT}hasCurrentVersion", iri(mine))
    if edition.previous:
        before = version_iri(me, edition.previous)
        out.types(before, f"{PROV}Entity")
        out.add(mine, f"{DCAT}previousVersion", iri(before))
        out.add(mine, f"{PROV}wasRevisionOf", iri(before))
        out.add(before, f"{DCAT}version", text(edition.previous))


def _catalog(out: Statements, me: str, publication: Publication) -> None:
    catalog, publisher = f"{me}#catalog", iri(_publisher(me, publication))
    out.types(catalog, f"{DCAT}Catalog", f"{SCHEMA}DataCatalog")
    names = (f"{DCT}title", f"{SCHEMA}name")
    out.both(catalog, names, f"Catalogus: {publication.title_nl}", f"Catalogue: {publication.title_en}")
    words = (f"{DCT}description", f"{SCHEMA}description")
    out.both(catalog, words, publication.description_nl, publication.description_en)
    out.add(catalog, f"{DCT}publisher", publisher)
    out.add(catalog, f"{DCT}creator", publisher)
    out.add(catalog, f"{SCHEMA}publisher", publisher)
    out.add(catalog, f"{DCAT}contactPoint", iri(f"{me}#contact"))
    out.add(catalog, f"{DCT}license", iri(publication.license))
    out.add(catalog, f"{DCT}language", *(iri(language) for language in LANGUAGES))
    out.add(catalog, f"{DCAT}dataset", iri(me))
    out.add(catalog, f"{SCHEMA}dataset", iri(me))
    out.add(me, f"{SCHEMA}includedInDataCatalog", iri(catalog))


def _download(out: Statements, me: str, download: Download, publication: Publication, places: Places) -> None:
    file = f"{me}#file-{download.name.replace('/', '-')}"
    address = f"{places.downloads}{download.name}"
    out.add(me, f"{DCAT}distribution", iri(file))
    out.add(me, f"{SCHEMA}distribution", iri(file))
    out.types(file, f"{DCAT}Distribution", f"{SCHEMA}DataDownload")
    out.both(file, (f"{DCT}title", f"{SCHEMA}name"), download.nl, download.en)
    nl, en = f"{download.nl} ({download.name}).", f"{download.en} ({download.name})."
    out.both(file, (f"{DCT}description", f"{SCHEMA}description"), nl, en)
    out.add(file, f"{DCAT}accessURL", iri(address))
    out.add(file, f"{DCAT}downloadURL", iri(address))
    out.add(file, f"{SCHEMA}contentUrl", iri(address))
    out.add(file, f"{DCT}license", iri(publication.license))
    out.add(file, f"{SCHEMA}license", iri(publication.license))
    out.add(file, f"{DCT}language", *(iri(language) for language in LANGUAGES))
    out.add(file, f"{SCHEMA}inLanguage", text("nl"), text("en"))
    out.add(file, f"{DCAT}mediaType", iri(f"{MEDIA_TYPES}{download.media_type}"))
    out.add(file, f"{DCT}format", iri(f"{AUTHORITY}file-type/{download.file_type}"))
    out.add(file, f"{SCHEMA}encodingFormat", text(download.media_type))
    if download.is_compressed:
        out.add(file, f"{DCAT}compressFormat", iri(f"{MEDIA_TYPES}application/gzip"))
    standards = [ONTOLOGY, *([download.conforms_to] if download.conforms_to else [])]
    for standard in standards:
        out.types(standard, f"{DCT}Standard")
        out.add(file, f"{DCT}conformsTo", iri(standard))
        out.add(file, f"{SCHEMA}usageInfo", iri(standard))
    if download.size:
        out.add(file, f"{DCAT}byteSize", typed(str(download.size), "nonNegativeInteger"))
        out.add(file, f"{SCHEMA}contentSize", text(str(download.size)))
    if download.sha256:
        out.add(file, f"{SPDX}checksum", iri(f"{file}-sha256"))
        out.types(f"{file}-sha256", f"{SPDX}Checksum")
        out.add(f"{file}-sha256", f"{SPDX}algorithm", iri(f"{SPDX}checksumAlgorithm_sha256"))
        out.add(f"{file}-sha256", f"{SPDX}checksumValue", typed(download.sha256, "hexBinary"))
    if places.endpoint:
        out.add(file, f"{DCAT}accessService", iri(f"{me}#sparql"))


def _service(out: Statements, me: str, publication: Publication, places: Places) -> None:
    """The SPARQL endpoint: a data service, and as NDE wants it a distribution that conforms to the protocol."""
    service, file = f"{me}#sparql", f"{me}#file-sparql"
    _about(out, service, me, publication)
    out.types(service, f"{DCAT}DataService")
    out.types(SPARQL_PROTOCOL, f"{DCT}Standard")
    out.both(service, (f"{DCT}title",), f"SPARQL: {publication.title_nl}", f"SPARQL: {publication.title_en}")
    nl = "Vragen in SPARQL 1.1 over alle gegevens; de standaardgraaf is de vereniging van alle grafen."
    en = "Questions in SPARQL 1.1 over all data; the default graph is the union of all graphs."
    out.both(service, (f"{DCT}description",), nl, en)
    out.add(service, f"{DCT}identifier", text(service))
    out.add(service, f"{DCT}conformsTo", iri(SPARQL_PROTOCOL))
    out.add(service, f"{DCAT}endpointURL", iri(places.endpoint))
    out.add(service, f"{DCAT}endpointDescription", iri(places.endpoint))
    out.add(service, f"{DCAT}servesDataset", iri(me))
    out.add(service, f"{FOAF}page", iri(places.documentation))
    out.add(service, f"{DCAT}landingPage", iri(places.documentation))
    out.add(f"{me}#catalog", f"{DCAT}service", iri(service))
    out.add(me, f"{DCAT}distribution", iri(file))
    out.add(me, f"{SCHEMA}distribution", iri(file))
    out.types(file, f"{DCAT}Distribution", f"{SCHEMA}DataDownload")
    out.both(file, (f"{DCT}title", f"{SCHEMA}name"), "SPARQL-endpoint", "SPARQL endpoint")
    out.both(file, (f"{DCT}description", f"{SCHEMA}description"), nl, en)
    out.add(file, f"{DCAT}accessURL", iri(places.endpoint))
    out.add(file, f"{DCAT}downloadURL", iri(places.endpoint))
    out.add(file, f"{DCAT}accessService", iri(service))
    out.add(file, f"{DCT}license", iri(publication.license))
    out.add(file, f"{SCHEMA}license", iri(publication.license))
    out.add(file, f"{DCT}language", *(iri(language) for language in LANGUAGES))
    out.add(file, f"{DCT}conformsTo", iri(SPARQL_PROTOCOL), iri(ONTOLOGY))
    out.add(file, f"{DCT}format", iri(f"{AUTHORITY}file-type/SPARQLQRES"))
    out.add(file, f"{SCHEMA}contentUrl", iri(places.endpoint))
    out.add(file, f"{SCHEMA}usageInfo", iri(SPARQL_PROTOCOL))
    out.add(file, f"{SCHEMA}documentation", iri(f"{places.site}workbench"))
    out.add(file, f"{RDFS}seeAlso", iri(f"{places.site}workbench"))
