"""Document → mentions. One file per kind of mention; each name below registers the finders of one file."""

from sovgraph.find import (
    article,
    commitment,
    committee,
    council_meeting,
    country,
    dates,
    deadline,
    eu_act,
    gazettes,
    handelingen,
    kamerstuk,
    kamerstuk_implied,
    law,
    measure,
    minister,
    motion,
    motion_again,
    numbers,
    organisation,
    party,
    person,
    programme,
    region,
    request,
)
from sovgraph.find.base import FINDERS, FindContext, find_all

__all__ = ["FINDERS", "KINDS", "FindContext", "find_all"]

KINDS = (
    article,
    commitment,
    committee,
    council_meeting,
    country,
    dates,
    deadline,
    eu_act,
    gazettes,
    handelingen,
    kamerstuk,
    kamerstuk_implied,
    law,
    measure,
    minister,
    motion,
    motion_again,
    numbers,
    organisation,
    party,
    person,
    programme,
    region,
    request,
)
"""The modules whose import registers the finders."""
