"""Stub."""
from dataclasses import dataclass
@dataclass(frozen=True)
class Finding: severity: str = "info"
@dataclass(frozen=True)
class Report:
    findings: tuple = ()
    conforms: bool = True
def load_shapes(): return None
def validate_nquads(nq, shapes): return Report()
def render_report(reports, fmt, lang): return ""
