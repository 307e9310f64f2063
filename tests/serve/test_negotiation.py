"""The Accept field of RFC 9110 against what is offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sovgraph.serve.negotiation import (
    JSON_LD,
    PAGE_AND_RDF,
    RDF,
    TURTLE,
    choose,
    choose_form,
    etag_matches,
    parse_accept,
    quality,
    split_suffix,
)

RFC_FIELD = "text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, text/plain;format=fixed;q=0.4, */*;q=0.5"
"""The example of RFC 9110, 12.5.1, with the qualities that the RFC itself gives."""


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("text/plain;format=flowed", 1.0),
        ("text/plain", 0.7),
        ("text/html", 0.3),
        ("image/jpeg", 0.5),
        ("text/plain;format=fixed", 0.4),
        ("text/html;level=3", 0.3),
    ],
)
def test_the_example_of_the_rfc(media_type: str, expected: float) -> None:
    assert quality(RFC_FIELD, media_type) == expected


BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"
TABLE: list[tuple[str | None, str | None]] = [
    (None, "html"),
    ("", "html"),
    ("*/*", "html"),
    ("text/*", "html"),
    ("application/*", "jsonld"),
    (BROWSER, "html"),
    ("text/turtle", "ttl"),
    ("TEXT/Turtle", "ttl"),
    ("application/ld+json", "jsonld"),
    ("application/n-triples", "nt"),
    ("application/rdf+xml", "rdf"),
    ("application/rdf+xml, text/turtle", "ttl"),
    ("application/rdf+xml, text/turtle;q=0.9", "rdf"),
    ("text/turtle;q=0.5, application/ld+json;q=0.501", "jsonld"),
    ("text/turtle;q=0, */*", "html"),
    ("text/html;q=0, text/*", "ttl"),
    ("text/html;q=0, */*;q=0.1", "ttl"),
    ("*/*;q=0.9, text/html;q=0.1", "ttl"),
    ("text/turtle;charset=utf-8", "ttl"),
    ('text/turtle;charset="UTF-8"', "ttl"),
    ("text/turtle;charset=iso-8859-1", None),
    ("text/turtle;version=9", None),
    ("text/turtle;version=9, application/n-triples;q=0.1", "nt"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "jsonld"),
    ('application/ld+json;profile="a,b;c";q=0.4, text/turtle;q=0.3', "jsonld"),
    ("text/turtle;q=0.8;ext=1, text/html;q=0.7", "ttl"),
    ("text/turtle ; q=0.8 , text/html ; q=0.9", "html"),
    ("text/turtle;q=1.000", "ttl"),
    ("application/json", None),
    ("image/png", None),
    ("*/*;q=0", None),
    ("text/turtle;q=0", None),
    ("text/turtle;q=2, image/png", None),
    ("text/turtle;q=0.1234, application/n-triples", "nt"),
    ("*/turtle", "html"),
    ("nonsense", "html"),
    ("nonsense, text/turtle", "ttl"),
    (",,text/turtle,,", "ttl"),
    ("text/turtle;;q=0.2", "ttl"),
]


@pytest.mark.parametrize(("field", "suffix"), TABLE)
def test_what_is_sent(field: str | None, suffix: str | None) -> None:
    form = choose_form(field, PAGE_AND_RDF)
    assert (form.suffix if form else None) == suffix


def test_equal_wishes_follow_the_order_of_the_server() -> None:
    assert choose("text/turtle, application/ld+json", ["application/ld+json", "text/turtle"]) == "application/ld+json"


@given(st.text(max_size=300))
def test_any_field_gives_an_answer(field: str) -> None:
    chosen = choose_form(field, PAGE_AND_RDF)
    assert chosen is None or chosen in PAGE_AND_RDF
    assert all(0 <= r.weight <= 1 for r in parse_accept(field))


@pytest.mark.parametrize(
    "field", ["text/turtle," * 50_000, '"' * 50_000, "a/b;" + ";" * 50_000, "a/b;c=" + "\\" * 50_000]
)
def test_long_fields_are_read_in_linear_time(field: str) -> None:
    assert len(parse_accept(field)) <= 100


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("doc/kst/32317-QC.ttl", ("doc/kst/32317-QC", TURTLE)),
        ("doc/kst/32317-QC", ("doc/kst/32317-QC", None)),
        ("doc/kst/32317-QC.pdf", ("doc/kst/32317-QC.pdf", None)),
        ("doc/a.ttl.jsonld", ("doc/a.ttl", JSON_LD)),
        ("doc/.ttl", ("doc/.ttl", None)),
        (".ttl", (".ttl", None)),
        ("doc/a.html", ("doc/a.html", None)),
    ],
)
def test_the_suffix_names_the_form(path: str, expected: object) -> None:
    assert split_suffix(path, RDF) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (None, False),
        ("*", True),
        ('"a"', True),
        ('W/"a"', True),
        ('"b", W/"a"', True),
        ('"b"', False),
        ("a", False),
        ("", False),
    ],
)
def test_tags_of_the_client(field: str | None, expected: bool) -> None:
    assert etag_matches(field, '"a"') is expected
