"""Where a note is called while a text is being built: its number between two private characters."""

import re

OPEN, CLOSE = "\ue000", "\ue001"
TOKEN = f"{OPEN}(\\d{{1,9}}){CLOSE}"
"""A regular expression; its group is the number."""

_OWN = re.compile(rf"[{OPEN}{CLOSE}]|&#(?:[xX]0*[eE]00[01]|0*5734[45]);")


def token_of(number: int) -> str:
    return f"{OPEN}{number}{CLOSE}"


def disarm(text: str) -> str:
    """The characters of a file before it is parsed, without those that would pass for a token."""
    return _OWN.sub("\ufffd", text)
