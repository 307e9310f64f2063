"""Numbers that count on: the best run among labels of which some are missing, repeated or belong to other lists."""

from collections.abc import Sequence

_MOST_SKIPPED = 12
_SKIP = 1.0
_SKIP_EACH = 0.15


def rank(number: str) -> tuple[int, str]:
    """ "2" < "2a" < "2b" < "3"."""
    figures = number.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(figures), number[len(figures) :]


def skipped(before: str, after: str) -> int:
    """How many whole numbers lie between two numbers."""
    return max(rank(after)[0] - rank(before)[0] - 1, 0)


def best_run(numbers: Sequence[str], weights: Sequence[float]) -> list[int]:
    """Indexes of the heaviest run that counts up; skipping numbers costs, so that a stray figure isn't taken in."""
    best: dict[int, dict[str, tuple[float, int]]] = {}
    before: list[int] = []
    for index, (number, weight) in enumerate(zip(numbers, weights, strict=True)):
        count, letter = rank(number)
        start = weight - _cost(count - 1)
        score, previous = start, -1
        for lower in range(max(count - _MOST_SKIPPED - 1, 0), count + 1):
            for other, (found, place) in best.get(lower, {}).items():
                total = found + weight - _cost(count - lower - 1)
                if (lower, other) < (count, letter) and total > score:
                    score, previous = total, place
        before.append(previous)
        kept = best.setdefault(count, {}).get(letter)
        if (count <= _MOST_SKIPPED + 1 or previous >= 0) and (kept is None or score > kept[0]):
            best[count][letter] = (score, index)
    ends = [entry for letters in best.values() for entry in letters.values()]
    run: list[int] = []
    place = max(ends, key=lambda entry: (entry[0], -entry[1]), default=(0.0, -1))[1]
    while place >= 0:
        run.append(place)
        place = before[place]
    return _settled(numbers, run[::-1])


def _settled(numbers: Sequence[str], run: list[int]) -> list[int]:
    """Of two equal numbers in a row the last, where numbers are missing before them: "1, 3, 3, 4" is "1, ?, 3, 4"."""
    result = list(run)
    for place, (before, index, after) in enumerate(zip([-1, *run], run, [*run[1:], len(numbers)], strict=False)):
        if skipped(numbers[before] if before >= 0 else "0", numbers[index]):
            same = (i for i in range(after - 1, index, -1) if numbers[i] == numbers[index])
            result[place] = next(same, index)
    return result


def _cost(missing: int) -> float:
    return _SKIP + _SKIP_EACH * missing if missing > 0 else 0.0
