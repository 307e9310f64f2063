"""Document → mentions. One file per kind of mention; each name below registers the finders of one file."""

from sovgraph.find import (
    committee,
    country,
    dates,
    eu_act,
    gazettes,
    handelingen,
    kamerstuk,
    law,
    minister,
    motion,
    numbers,
    organisation,
    party,
    person,
)
from sovgraph.find.base import FINDERS, FindContext, find_all

__all__ = ["FINDERS", "KINDS", "FindContext", "find_all"]

KINDS = (
    committee,
    country,
    dates,
    eu_act,
    gazettes,
    handelingen,
    kamerstuk,
    law,
    minister,
    motion,
    numbers,
    organisation,
    party,
    person,
)
"""The modules whose import registers the finders."""
