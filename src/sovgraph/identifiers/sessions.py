"""Parliamentary years as papers print them and as identifiers hold them."""

import re

_YEARS = re.compile(r"(\d{4})\s*[-/\u2010-\u2015]\s*[-\u2010-\u2015]?\s*(\d{4}|\d{2})")


def session_year(text: str) -> str | None:
    """ "2025/26", "2025-2026", "1999/00", "2022/-23" → "2025-2026" …; None when the years don't follow."""
    match = _YEARS.fullmatch(text.strip())
    if match is None:
        return None
    first = int(match[1])
    second = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if second < first:
        second += 100
    return f"{first}-{second}" if second == first + 1 else None


def compact_year(year: str) -> str:
    """ "2025-2026" → "20252026" as official identifiers write it."""
    return year.replace("-", "")
