"""How a release was made (PROV): by which version of the program, by which rules, from which files."""

from sovgraph import vocab as v
from sovgraph.describe.dataset import version_iri
from sovgraph.describe.rdf import DCT, PROV, RDFS, Statements, iri, text, typed
from sovgraph.store import QuadStore, is_copy_graph, paper_of

REPOSITORY_PROGRAM = "https://w3id.org/sovgraph/"


def provenance(store: QuadStore, me: str, version: str, day: str, program: str) -> bytes:
    """Sorted N-Triples: the edition, the run, the program, and each file with its SHA-256."""
    out = Statements()
    edition = version_iri(me, version)
    run, agent = f"{edition}-build", f"{me}#sovgraph-{program}"
    out.types(edition, f"{PROV}Entity")
    out.add(edition, f"{PROV}wasGeneratedBy", iri(run))
    out.add(edition, f"{PROV}specializationOf", iri(me))
    out.types(run, f"{PROV}Activity")
    out.both(run, (f"{RDFS}label",), f"Uitgave {version} gemaakt", f"Edition {version} made")
    out.add(run, f"{PROV}wasAssociatedWith", iri(agent))
    if day:
        out.add(edition, f"{DCT}issued", typed(day, "date"))
    out.types(agent, f"{PROV}SoftwareAgent", f"{PROV}Agent")
    out.add(agent, f"{RDFS}label", text(f"sovgraph {program}"))
    out.add(agent, v.version, text(program))
    out.add(agent, f"{RDFS}seeAlso", iri(REPOSITORY_PROGRAM))
    for graph, entry in store.ledger().items():
        if not entry.sha256:
            continue
        out.types(graph, f"{PROV}Entity")
        out.add(run, f"{PROV}used", iri(graph))
        out.add(edition, f"{PROV}wasDerivedFrom", iri(graph))
        out.add(graph, v.byteHash, text(entry.sha256))
        out.add(graph, v.sourceName, text(file_name(entry.source)))
        out.add(graph, v.version, text(entry.version))
        if is_copy_graph(graph):
            out.add(graph, f"{PROV}alternateOf", iri(paper_of(graph)))
    return out.ntriples


def file_name(source: str) -> str:
    """Without the folder, which is nobody's business; an archive keeps the name of what is in it."""
    return source.replace("\\", "/").rstrip("/").rpartition("/")[2]


def rule_versions(store: QuadStore) -> tuple[str, ...]:
    """The versions of rules and registers that the papers were read by."""
    return tuple(sorted({entry.version for entry in store.ledger().values() if entry.sha256}))
