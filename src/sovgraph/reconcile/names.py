"""Dutch names of persons taken apart and compared: titles, initials, given names, particles, double names."""

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

PARTICLES = frozenset(
    "van de den der het ten ter te 't 's in op aan uit onder over tot bij voor el al la le les los du des da di do dos "
    "von zu zum zur bin ben ibn af d' l' v. v.d. vd".split()
)
TITLES = frozenset(
    "mr dr drs ir ing prof em ds jhr jkvr jonkheer jonkvrouw bc dhr mw mevr mevrouw meneer "
    "heer lid senator minister staatssecretaris ma msc mba llm bsc ba phd llb mpa rn sir dame kolonel generaal".split()
)
_INITIALS = re.compile(r"(?:(?:IJ|[A-ZÀ-ÞŠŽ][a-zà-ÿ]{0,2})\.-?)+")
_LETTER = re.compile(r"(IJ|[A-ZÀ-ÞŠŽ])[a-zà-ÿ]{0,2}\.?")
_JOIN = re.compile(r"\s*[-‐‑–—]\s*")
_DASH = "-"
_NOT_LETTER = re.compile(r"[^a-z]+")
_CALLED = re.compile(r"(?<=\.)\s*\(([A-ZÀ-Þ][a-zà-ÿ]+)\)")
_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")


class Level(IntEnum):
    """How alike two surnames are, from nothing to the same."""

    OTHER = 0
    NEAR = 1
    PART = 2
    VARIANT = 3
    SAME = 4


class GivenLevel(IntEnum):
    CONFLICT = 0
    UNLIKE = 1
    UNKNOWN = 2
    LETTER = 3
    CALLED = 4
    INITIALS = 5
    PARTLY = 6
    NEAR = 7
    SAME = 8


@dataclass(frozen=True, slots=True)
class Surname:
    """Parts of a double name, each folded, and the particles before each."""

    parts: tuple[str, ...]
    particles: tuple[tuple[str, ...], ...]

    @property
    def core(self) -> str:
        return "".join(self.parts)

    @property
    def whole(self) -> str:
        return "".join("".join(p) + n for p, n in zip(self.particles, self.parts, strict=True))


@dataclass(frozen=True, slots=True)
class PersonName:
    """`given` are first names written in full, folded; `initials` letters in small print ("ij" is one). `guessed`: a
    word was taken for half of a double surname that may as well be a given name."""

    surname: Surname
    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    guessed: bool = False


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """Small letters only, without accents; "ij" and "y" are one letter to a Dutch eye."""
    text = text.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("æ", "ae").replace("ı", "i")
    text = text.replace("ł", "l").replace("đ", "d")
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return _NOT_LETTER.sub("", plain).replace("ij", "y")


def is_particle(word: str) -> bool:
    return word.lower().replace("’", "'").replace("`", "'") in PARTICLES


def surname_of(text: str) -> Surname:
    """ "van Aelst-den Uijl" → aelst, uyl with their particles; also "Hattem, van" and "Bakker Klein"."""
    text = _JOIN.sub(_DASH, text.strip().replace("’", "'"))
    if ", " in text:
        head, _, tail = text.partition(", ")
        text = f"{tail} {head}" if all(is_particle(w) for w in tail.split()) else text.replace(", ", " ")
    parts: list[str] = []
    particles: list[tuple[str, ...]] = []
    waiting: list[str] = []
    for word in re.split(r"[\s-]+", re.sub(r"(?<=\b[dl])'(?=[A-Z])", "' ", text)):
        name = folded(word)
        if is_particle(word):
            waiting.append(name)
        elif name:
            parts.append(name)
            particles.append(tuple(waiting))
            waiting = []
    if waiting and parts:  # "Hattem van"
        particles[0] = (*waiting, *particles[0])
    elif waiting:
        parts, particles = ["".join(waiting)], [()]
    return Surname(tuple(parts), tuple(particles))


def letters_of(text: str) -> tuple[str, ...]:
    """ "A.W.J.A." and "Th.C." as letters."""
    return tuple(folded(m[1]) for m in _LETTER.finditer(text.replace("-", ""))) if text else ()


@lru_cache(maxsize=65536)
def readings(text: str) -> tuple[PersonName, ...]:
    """The ways a printed name can be read; several where given names and surname can't be told apart."""
    words = _words(text)
    if not words:
        return ()
    initials = tuple(letter for w in words if _INITIALS.fullmatch(w) for letter in letters_of(w))
    rest = [w for w in words if not _INITIALS.fullmatch(w)]
    if not rest:
        return ()
    found = [
        PersonName(surname_of(" ".join(rest[cut:])), _given(rest[:cut]), initials, guessed=number > 0)
        for number, cut in enumerate(_cuts(rest))
    ]
    return tuple(dict.fromkeys(name for name in found if name.surname.parts))


def _cuts(words: list[str]) -> list[int]:
    """Where the surname may begin: at the first particle, else at the last word or the last two."""
    last = len(words) - 1
    first = next((i for i, word in enumerate(words) if _starts_surname(word, is_first=i == 0)), None)
    if first is None or first == last:
        return [last, last - 1] if last > 1 else [last]
    # "Marjolein Faber van de Klashorst": the word before the particle may be half of a double name
    return [first, first - 1] if first > 1 and "-" not in words[first] else [first]


def _starts_surname(word: str, *, is_first: bool) -> bool:
    """A particle; with a capital only where no given name stands before; or a half with the particle of the other
    ("Faber-van de Klashorst")."""
    halves = word.split("-")
    if len(halves) > 1 and is_particle(halves[-1]):
        return True
    return is_particle(word) and (word[0].islower() or is_first or word[0] in "'" or word.lower() in ("el", "al"))


def _given(words: list[str]) -> tuple[str, ...]:
    return tuple(name for w in words for name in [folded(w)] if name)


def _words(text: str) -> list[str]:
    """Words without titles and brackets; a name printed surname first is turned round."""
    text = _CALLED.sub(r" \1", text.replace("’", "'"))  # "L.J. (Lodewijk) Asscher"
    text = _JOIN.sub(_DASH, _BRACKETS.sub(" ", text).strip())
    head, comma, tail = text.partition(",")
    if comma and tail.strip() and not _is_title(tail.strip().split()[0]):
        text = f"{tail.strip()} {_particles_first(head)}"
    else:
        text = text.replace(",", " ")
    words = re.sub(r"(?<=[A-Z]\.)(?=[A-Z][a-z]{2,}|[a-z]{2,})", " ", text).split()
    return [w for w in words if not _is_title(w)]


def _particles_first(surname: str) -> str:
    """ "Oever van den" → "van den Oever"."""
    words = surname.split()
    last = next((i for i in range(len(words), 0, -1) if not is_particle(words[i - 1])), len(words))
    return " ".join((*words[last:], *words[:last]))


def _is_title(word: str) -> bool:
    bare = word.strip(".,").replace(".", "").lower()
    # "Ma" and "Graaf" are names too: letters behind a name are capitals, titles before it are small or have a full stop
    return bare in TITLES and (word != word.capitalize() or word.endswith("."))


def compare_surnames(one: Surname, other: Surname) -> Level:
    """SAME; VARIANT (particle missing, halves swapped, joined); PART (one half of a double name); NEAR (a spelling
    error); OTHER."""
    if one.parts == other.parts or one.core == other.core:
        return _by_particles(one, other)
    if one.whole == other.whole or set(one.parts) == set(other.parts):
        return Level.VARIANT
    if _is_half(one, other) or _is_half(other, one):
        return Level.PART
    same = one.particles == other.particles  # two differences at once are another name: De Bruijn, Bruijns
    return Level.NEAR if same and _is_near(one.core, other.core) else Level.OTHER


def _by_particles(one: Surname, other: Surname) -> Level:
    left, right = ("".join(w for p in s.particles for w in p) for s in (one, other))
    if left == right:
        return Level.SAME
    if not left or not right or _stands_for(left, right) or _stands_for(right, left):
        return Level.VARIANT
    return Level.NEAR


def _stands_for(short: str, full: str) -> bool:
    """ "v.d." is "van de", "van den" or "van der", which are three names otherwise."""
    return (short == "vd" and full in ("vande", "vanden", "vander")) or (short == "v" and full == "van")


def _is_half(one: Surname, other: Surname) -> bool:
    """Whether the first is one half of the other, a double name, with the particles of that half."""
    if len(one.parts) != 1 or len(other.parts) < 2:
        return False
    return any(one.parts[0] == part for part in other.parts)


SHORT, LONG = 5, 9
"""A surname of fewer letters than SHORT forgives no error (Bos, Vos), one of LONG or more forgives two."""


def _is_near(one: str, other: str) -> bool:
    length = min(len(one), len(other))
    if length < SHORT:
        return False
    return int(OSA.distance(one, other)) <= (2 if length >= LONG else 1)


def compare_names(one: PersonName, other: PersonName) -> tuple[Level, GivenLevel]:
    """Surnames and given names. A guessed surname counts only where all of it agrees."""
    level = compare_surnames(one.surname, other.surname)
    if (one.guessed or other.guessed) and level < Level.VARIANT:
        level = Level.OTHER
    return level, compare_given(one, other)


def compare_given(one: PersonName, other: PersonName) -> GivenLevel:
    """By full names where both have them, else by initials."""
    if one.given and other.given:
        return _full(one, other)
    left, right = one.initials or _firsts(one.given), other.initials or _firsts(other.given)
    if not left or not right:
        return GivenLevel.UNKNOWN
    both = bool(one.initials and other.initials)
    if left == right and both:
        return GivenLevel.INITIALS if len(left) > 1 else GivenLevel.LETTER
    if left[: len(right)] == right or right[: len(left)] == left:
        return GivenLevel.INITIALS if both and min(len(left), len(right)) > 1 else GivenLevel.LETTER
    if both:
        return GivenLevel.CONFLICT
    # The name someone is called by needn't begin with the first initial (A.M.V. for Arda is chance): a doubt only.
    return GivenLevel.UNLIKE


_SOUNDS = ((re.compile(r"c(?=[eiy])"), "s"), (re.compile("ph"), "f"), (re.compile("th"), "t"), (re.compile("ck?"), "k"))
_MORE_SOUNDS = ((re.compile("ie"), "i"), (re.compile("z"), "s"), (re.compile(r"(.)\1"), r"\1"))


def _sound(name: str) -> str:
    """About how a given name sounds: Josephine and Josefien, Laurence and Laurens are one letter apart."""
    for pattern, letter in (*_SOUNDS, *_MORE_SOUNDS):
        name = pattern.sub(letter, name)
    return name


def _firsts(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name[:1] for name in given)


def _full(one: PersonName, other: PersonName) -> GivenLevel:
    left, right = "".join(one.given), "".join(other.given)
    if left == right:
        return GivenLevel.SAME
    first, second = one.given[0], other.given[0]
    if first == second and min(len(one.given), len(other.given)) == 1:  # "Jan" and "Jan Peter"
        return GivenLevel.PARTLY
    if set(one.given) <= set(other.given) or set(other.given) <= set(one.given):
        return GivenLevel.CALLED
    if min(len(left), len(right)) >= SHORT and OSA.distance(_sound(left), _sound(right)) <= 1:
        return GivenLevel.NEAR
    if min(len(left), len(right)) >= LONG - 1 and OSA.distance(left, right) <= 2:
        return GivenLevel.NEAR
    both = one.initials and other.initials and one.initials == other.initials
    if both and len(one.initials) > 1:
        return GivenLevel.INITIALS
    if first != second and min(len(first), len(second)) >= 3 and (first.startswith(second) or second.startswith(first)):
        return GivenLevel.LETTER  # Alex and Alexander, Johan and Johannes
    if min(len(first), len(second)) >= SHORT and (first.endswith(second) or second.endswith(first)):
        return GivenLevel.LETTER  # Truida and Geertruida
    return GivenLevel.CONFLICT  # also "Jan Peter" and "Jan Willem", who are two men
