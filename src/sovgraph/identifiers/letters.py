"""The order of the Eerste Kamer's papers in a dossier: A to Z, then AA, AB and so on."""


def letter_number(letters: str) -> int:
    """A → 1, Z → 26, AA → 27."""
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def number_letter(value: int) -> str:
    """1 → A, 26 → Z, 27 → AA."""
    letters = ""
    while value:
        value, rest = divmod(value - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
