"""Calendar dates in heads and letters."""

import re
from datetime import date

from sovgraph.read.dates import MONTHS

# Text from PDF loses blanks at line ends: "18 november2024".
DATE_TEXT = rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:e|ste|de)?\s*(?:{'|'.join(MONTHS)})\s*(?:1[89]|20)\d\d(?!\d)"
DATE = re.compile(DATE_TEXT, re.IGNORECASE)
_PARTS = re.compile(rf"(\d{{1,2}})\D*?({'|'.join(MONTHS)})\s*(\d{{4}})", re.IGNORECASE)


def read_date(text: str) -> date | None:
    """The date that the words give, None when the calendar has no such day."""
    found = _PARTS.search(text)
    if found is None:
        return None
    try:
        return date(int(found.group(3)), MONTHS[found.group(2).lower()], int(found.group(1)))
    except ValueError:
        return None


def iso_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
