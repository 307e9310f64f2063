"""What SPARQL can't tell: functions from the solutions of a rule to conclusions. Importing registers them."""

from sovgraph.infer.computed import contradictions, gaps, registers, sessions

__all__ = ["contradictions", "gaps", "registers", "sessions"]
from sovgraph.infer.computed import commitments, gaps, registers, sessions

__all__ = ["commitments", "gaps", "registers", "sessions"]
