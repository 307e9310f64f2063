"""Numbers without a series of their own in the official publications: commitments and letters."""

from sovgraph.identifiers.base import IdKind, form, plain

form(
    IdKind.COMMITMENT,
    # "T01234": the Eerste Kamer's register; "TZ202503-123": the Tweede Kamer's
    r"(?P<chamber>T(?!Z)|TZ)(?P<number>\d{5}|\d{6}-\d{3})",
    print_id=plain,
)
form(
    IdKind.KENMERK,
    r"(?!(?:kst|ah|h|kv|blg|ag|stb|stcrt|trb|oj|dossier)-)(?P<number>(?=[A-Za-z0-9./_-]*\d{3})[A-Za-z0-9]+(?:[./_-][A-Za-z0-9]+)*)",
    print_id=plain,
)
