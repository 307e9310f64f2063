"""Document → mentions. One file per kind of mention; each name below registers the finders of one file."""

from sovgraph.find import (
    anaphor,
    article,
    commitment,
    commitment_claim,
    commitment_list,
    committee,
    council_meeting,
    country,
    dates,
    deadline,
    eu_act,
    eu_nickname,
    gazettes,
    handelingen,
    kamerstuk,
    kamerstuk_implied,
    law,
    measure,
    minister,
    motion,
    motion_again,
    note_reference,
    numbers,
    official,
    organisation,
    own_bill,
    party,
    person,
    programme,
    region,
    request,
)
from sovgraph.find.base import FINDERS, FindContext, find_all, find_only

__all__ = ["FINDERS", "KINDS", "REFERENCE_FINDERS", "FindContext", "find_all", "find_only"]

KINDS = (
    anaphor,
    article,
    commitment,
    commitment_claim,
    commitment_list,
    committee,
    council_meeting,
    country,
    dates,
    deadline,
    eu_act,
    eu_nickname,
    gazettes,
    handelingen,
    kamerstuk,
    kamerstuk_implied,
    law,
    measure,
    minister,
    motion,
    motion_again,
    note_reference,
    numbers,
    official,
    organisation,
    own_bill,
    party,
    person,
    programme,
    region,
    request,
)
"""The modules whose import registers the finders."""

REFERENCE_FINDERS = tuple(
    "aanhangsel anaphor article com date ecli eu_act eu_nickname gazette handelingen kamerstuk kamerstuk-implied "
    "kamerstuk-of-chamber kenmerk law motion motion-again note_reference official oj own_bill zaak".split()
)
"""The finders of what points at a paper, a letter, an act or a judgment, and of the dates by which letters are named.
None of them needs the others, but that a noun inside the name of a body ("Raad voor die wet") refers back to nothing:
found alone, such a noun may."""
