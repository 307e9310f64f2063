"""References and dates that are generated from their parts are read back to the same parts."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sovgraph.authority import Authority
from sovgraph.find import FINDERS
from sovgraph.find.base import FindContext, find_all, settle
from sovgraph.find.dates import MONTHS
from sovgraph.find.view import make_view
from sovgraph.identifiers import kst_id, session_year
from sovgraph.model import Document, MentionType

EMPTY = Authority(version="test")
FULL_MONTHS = {
    number: name for name, number in reversed(MONTHS.items()) if len(name) > 4 or name in ("mei", "juni", "juli")
}
FULL_MONTHS |= {1: "januari", 2: "februari", 3: "maart", 4: "april", 8: "augustus", 9: "september"}
FULL_MONTHS |= {10: "oktober", 11: "november", 12: "december"}


def ids(name: str, text: str) -> list[str | None]:
    context = FindContext(Document("t", "text/plain", "", text), make_view(text), EMPTY)
    return [m.id for m in settle(FINDERS.get(name).find(context))]


dossiers = st.integers(19_000, 37_999).map(str)
spacings = st.sampled_from(["", " ", "\u00a0", "."])
years = st.integers(2005, 2026).flatmap(
    lambda y: st.sampled_from([f"{y}/{(y + 1) % 100:02d}", f"{y}-{y + 1}", f"{y}–{y + 1}", f"{y}/{y + 1}"])
)
suffixes = st.sampled_from([None, "VI", "XVI", "IIB"])


@given(
    dossiers,
    spacings,
    years,
    st.integers(1, 4999).map(str),
    suffixes,
    st.sampled_from(["nr. ", "nr.", "nr ", "nummer "]),
)
def test_reference_of_the_tweede_kamer(
    dossier: str, space: str, year: str, number: str, suffix: str | None, word: str
) -> None:
    written = dossier[:2] + space + dossier[2:] + (f"-{suffix}" if suffix else "")
    text = f"Zie Kamerstukken II {year}, {written}, {word}{number}."
    assert ids("kamerstuk", text) == [kst_id(dossier, suffix, number, chamber="II", year=None)]


@given(dossiers, years, st.from_regex(r"[A-Z]{1,2}", fullmatch=True), st.integers(1, 99))
def test_reference_of_the_eerste_kamer(dossier: str, year: str, letters: str, page: int) -> None:
    text = f"(Kamerstukken I {year}, {dossier[:2]} {dossier[2:]}, {letters}, p. {page})"
    assert ids("kamerstuk", text) == [kst_id(dossier, None, letters, chamber="I", year=session_year(year))]


@given(st.dates(date(1950, 1, 1), date(2035, 12, 31)))
def test_date_in_words(day: date) -> None:
    text = f"op {day.day} {FULL_MONTHS[day.month]} {day.year} besloten"
    assert ids("date", text) == [day.isoformat()]


@given(st.integers(1900, 2098))
def test_session_year_follows(year: int) -> None:
    for text in (f"{year}-{year + 1}", f"{year}/{(year + 1) % 100:02d}", f"{year} / {year + 1}"):
        assert session_year(text) == f"{year}-{year + 1}"
    assert session_year(f"{year}-{year + 2}") is None


@given(st.text(max_size=400))
def test_spans_are_always_the_text(text: str) -> None:
    for mention in find_all(Document("t", "text/plain", "", text), EMPTY):
        assert text[mention.start : mention.end] == mention.text != ""


@given(st.text(alphabet="ae\u0301\u0308o²³* \u00a0—", max_size=80))
def test_view_offsets_lead_back(text: str) -> None:
    view = make_view(text)
    for offset in range(len(view.text)):
        assert view.to_view(view.to_document(offset)) == offset


@given(
    st.sampled_from(["Kamerstukken II 2025/26, 36 704, nr. 63", "(19 637, nr. 3089)", "nr. 942 (21501-08)"]),
    st.data(),
)
def test_print_noise_never_changes_the_identifier(reference: str, data: st.DataObject) -> None:
    """Blanks become no-break spaces or line breaks, hyphens become dashes: offsets shift, ids stay."""
    clean = ids("kamerstuk", reference)
    noisy = "".join(
        data.draw(st.sampled_from([" ", "\u00a0", "\n", "  "]))
        if c == " "
        else data.draw(st.sampled_from(["-", "–"]))
        if c == "-"
        else c
        for c in reference
    )
    assert ids("kamerstuk", noisy) == clean


def test_mention_types_have_distinct_names() -> None:
    assert len({m.value for m in MentionType}) == len(MentionType)
