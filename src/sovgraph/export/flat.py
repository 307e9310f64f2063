"""Nodes and edges as CSV, with the column names that Gephi and spreadsheets know."""

import csv
import io
import zipfile
from collections.abc import Mapping

from sovgraph.export.table import Table

_NAMES = {"id": "Id", "label": "Label", "source": "Source", "target": "Target", "weight": "Weight"}
_EPOCH = (1980, 1, 1, 0, 0, 0)


def nodes_csv(nodes: Table) -> str:
    return _csv(nodes, {})


def edges_csv(edges: Table) -> str:
    return _csv(edges, {"Type": "Directed"})


def _csv(table: Table, fixed: Mapping[str, str]) -> str:
    """RFC 4180, for programs: each text as it is."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*(_NAMES.get(name, name) for name in table.columns), *fixed])
    for row in table.rows:
        writer.writerow([*(row.get(name, "") for name in table.columns), *fixed.values()])
    return out.getvalue()


def zipped(files: Mapping[str, str]) -> bytes:
    """The same bytes for the same texts: no clock, no rights of this machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, text.encode("utf-8"))
    return out.getvalue()
