"""Harvesting: the official files of papers and the open data about them, politely, into one folder.

    query → listing → record → file + line of the manifest

A harvest never alters what a service said: files are kept as they came (JSON in one canonical order). Whatever fails
is a row with its reason. A killed run goes on where it was, and a second run transfers only what changed.
"""

from sovgraph.harvest.base import FORMATS, KINDS, Got, HarvestReport, Row, Selection, counts
from sovgraph.harvest.manifest import origins
from sovgraph.harvest.pace import Clock
from sovgraph.harvest.running import Harvest
from sovgraph.harvest.selecting import selection_of

__all__ = [
    "FORMATS",
    "KINDS",
    "Clock",
    "Got",
    "Harvest",
    "HarvestReport",
    "Row",
    "Selection",
    "counts",
    "origins",
    "selection_of",
]
