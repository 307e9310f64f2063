"""What SPARQL can't tell: functions from the solutions of a rule to conclusions. Importing registers them."""

from sovgraph.infer.computed import commitments, contradictions, gaps, registers, sessions

__all__ = ["commitments", "contradictions", "gaps", "registers", "sessions"]
