"""What follows from several facts together, by the rules in `queries/rules/`.

It never concludes from silence: a letter whose answer lies outside the store is "onbekend", not unanswered.
"""

from sovgraph.infer.running import Inference

__all__ = ["Inference"]
