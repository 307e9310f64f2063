"""`sovgraph validate`: SHACL findings that lead to their sentence."""

from argparse import Namespace

from sovgraph.check import conflicts_report, load_shapes, render_report, validate_nquads
from sovgraph.cli.common import say, write_out
from sovgraph.query import find_conflicts, find_paper, labels_of
from sovgraph.store import copy_entries, open_store, paper_entries


def validate(args: Namespace) -> int:
    """Checks each paper's graph, and the papers against each other; exit 1 when there is a violation."""
    shapes = load_shapes()
    with open_store(args.store, read_only=True) as store:
        wanted = [p if ":" in p else find_paper(store, p) for p in args.papers]
        ledger = store.ledger()
        graphs = wanted or list(paper_entries(ledger))
        copies = [copy for graph in graphs for copy in copy_entries(ledger, graph)]
        reports = [validate_nquads(store.graph_quads(graph), shapes) for graph in (*graphs, *copies)]
        conflicts = [c for c in find_conflicts(store) if not wanted or c.paper in wanted]
        if conflicts:
            reports.append(conflicts_report(conflicts, shapes))
        findings = [f for report in reports for f in report.findings]
        things = {iri for f in findings for iri in (f.focus, f.value, f.paper) if "://" in iri}
        names = labels_of(store, things, args.lang)
    write_out(render_report(reports, args.format, args.lang, names))
    if args.format == "table":
        count, bad = len(graphs), sum(f.severity == "violation" for f in findings)
        nl = f"{count} stuk(ken) gecontroleerd: {bad} fout(en), {len(findings) - bad} opmerking(en).\n"
        en = f"{count} paper(s) checked: {bad} violation(s), {len(findings) - bad} remark(s).\n"
        write_out(say(args.lang, nl, en))
    return 0 if all(report.conforms for report in reports) else 1
