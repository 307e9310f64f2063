"""Identifiers of Dutch acts (BWB), places in them (JCI 1.3) and judgments (ECLI)."""

import re
from urllib.parse import unquote

from sovgraph.identifiers.base import IdKind, OfficialId, form, plain

_BWB = r"(?:BWBR\d{7}|BWBV\d{7}|BWBW\d{5})"


def _read_jci(kind: IdKind, match: re.Match[str]) -> OfficialId | None:
    pairs = [pair.partition("=") for pair in match["places"].split("&") if pair]
    places = tuple((name, unquote(value)) for name, _, value in pairs)
    return OfficialId(kind, (("version", match["version"]), ("type", match["type"]), ("bwb", match["bwb"]), *places))


def _print_jci(item: OfficialId) -> str:
    head = dict(item.fields[:3])
    places = "".join(f"&{name}={value.replace(' ', '%20')}" for name, value in item.fields[3:])
    return f"jci{head['version']}:{head['type']}:{head['bwb']}{places}"


form(IdKind.BWB, rf"(?P<number>{_BWB})", print_id=plain)
form(
    IdKind.JCI,
    rf"jci(?P<version>1\.[0-3]):(?P<type>[cv]):(?P<bwb>{_BWB})(?P<places>(?:&[a-z]+=[^&\s]+)*)",
    build=_read_jci,
    print_id=_print_jci,
)
form(
    IdKind.ECLI,
    r"ECLI:(?P<country>[A-Z]{2}):(?P<court>[A-Z0-9]{1,8}):(?P<year>\d{4}):(?P<number>[A-Z0-9]+(?:\.[A-Z0-9]+)*)",
    print_id=lambda item: "ECLI:" + ":".join(value for _, value in item.fields),
)
