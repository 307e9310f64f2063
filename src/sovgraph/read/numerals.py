"""Numbers as lists and notes print them: figures, letters, roman."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SYMBOLS = "*†‡§"
_MOST = 780
"""Letters are repeated for every 26; nobody counts further with them."""
_DIGITS = 9
FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""The signs by which HTML and OpenDocument name a form, with the names of `numeral`."""


def whole(text: str | None, default: int = 0) -> int:
    """A number in an attribute; the default for what is none, or too long to be meant."""
    words = (text or "").strip()
    digits = words.removeprefix("-")
    return int(words) if digits.isascii() and digits.isdecimal() and len(digits) <= _DIGITS else default


def numeral(value: int, form: str) -> str:
    """A number in a form by the names of Word ("decimal", "lowerLetter", "upperRoman", ...); figures for others."""
    match form:
        case "none":
            return ""
        case "lowerLetter":
            return letters(value)
        case "upperLetter":
            return letters(value).upper()
        case "lowerRoman":
            return roman(value)
        case "upperRoman":
            return roman(value).upper()
        case "decimalZero":
            return f"{value:02}"
        case "ordinal":
            return f"{value}e"
        case "chicago":
            return _SYMBOLS[(value - 1) % 4] * ((value - 1) // 4 + 1) if 0 < value <= _MOST else str(value)
        case _:
            return str(value)


def letters(value: int, doubled: bool = True) -> str:
    """a ... z, then aa, bb (`doubled`) or aa, ab."""
    if not 0 < value <= _MOST:
        return str(value)
    place, rest = divmod(value - 1, 26)
    last = chr(ord("a") + rest)
    if doubled:
        return last * (place + 1)
    return (letters(place, doubled=False) if place else "") + last


def roman(value: int) -> str:
    if not 0 < value < 4_000:
        return str(value)
    printed = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        printed += sign * count
    return printed
