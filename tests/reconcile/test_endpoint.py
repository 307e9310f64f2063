"""The endpoint as it really behaves: slow, busy, broken; and what is kept of its answers."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from tests.reconcile.faulty import Faulty, Reply, one

from sovgraph.errors import ConfigError, ReadError
from sovgraph.harvest.pace import Clock
from sovgraph.query.sentences import in_language
from sovgraph.reconcile import Answers, Endpoint, EndpointError
from sovgraph.settings import Settings

ITEM = "http://www.wikidata.org/entity/Q900000001"
QUERY = "SELECT ?item WHERE { ?item ?p ?o }"


@dataclass
class Slept:
    """A clock that doesn't wait."""

    naps: list[float] = field(default_factory=list)
    passed: float = 0.0

    def sleep(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.passed += seconds

    def clock(self) -> Clock:
        return Clock(lambda: datetime(2026, 1, 10, 12, tzinfo=UTC), lambda: self.passed, self.sleep)


def endpoint(server: Faulty, slept: Slept | None = None, answers: Answers | None = None, **more: object) -> Endpoint:
    settings = Settings(sparql_url=server.url, rate=1000, backoff=1.0, retries=2, **more)  # type: ignore[arg-type]
    return Endpoint(settings, answers, (slept or Slept()).clock())


def test_rows_come_back_as_terms(faulty: Faulty) -> None:
    faulty.lasting = Reply(one(ITEM))
    rows = endpoint(faulty).select(QUERY)
    assert [row["item"].value for row in rows] == [ITEM]
    assert faulty.queries == [QUERY]


def test_the_service_sees_who_asks(faulty: Faulty) -> None:
    endpoint(faulty, contact="mail@example.org").select(QUERY)
    assert faulty.agents == {"sovgraph (+https://w3id.org/sovgraph/) contact: mail@example.org"}


@pytest.mark.parametrize(
    ("reply", "naps"),
    [
        (Reply(status=429, headers={"Retry-After": "7"}), [7.0]),
        (Reply(status=429, headers={"Retry-After": "Sat, 10 Jan 2026 12:00:30 GMT"}), [30.0]),
        (Reply(status=429), [1.0]),
        (Reply(status=500), [1.0]),
        (Reply(status=503), [1.0]),
        (Reply(b"<html>busy</html>", media_type="text/html"), [1.0]),
        (Reply(b'{"head": {"vars": ['), [1.0]),
        (Reply(b'{"results": []}'), [1.0]),
        (Reply(one(ITEM)[:40], cut=30), [1.0]),
    ],
)
def test_what_may_pass_is_tried_again(faulty: Faulty, reply: Reply, naps: list[float]) -> None:
    faulty.replies = [reply, Reply(one(ITEM))]
    slept = Slept()
    assert len(endpoint(faulty, slept).select(QUERY)) == 1
    assert [nap for nap in slept.naps if nap > 0.1] == naps


def test_the_rests_grow(faulty: Faulty) -> None:
    faulty.lasting = Reply(status=502)
    slept = Slept()
    with pytest.raises(EndpointError):
        endpoint(faulty, slept).select(QUERY)
    assert [nap for nap in slept.naps if nap > 0.1] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("reply", "told", "dutch", "asked"),
    [
        (Reply(b"", status=500), "HTTP 500 (3 tries)", "HTTP 500 (3 pogingen)", 3),
        (Reply(status=404), "HTTP 404", "HTTP 404", 1),
        (Reply(status=403), "HTTP 403", "HTTP 403", 1),
        (Reply(b"malformed query at line 3", status=400), "malformed query at line 3", "malformed query at line 3", 1),
        (Reply(status=429, headers={"Retry-After": "7200"}), "asks to wait 7200 s", "vraagt 7200 s te wachten", 1),
        (Reply(b"<!doctype html>", media_type="text/html"), "answers with a page", "met een pagina", 3),
        (Reply(b"[1, 2"), "broken or cut off", "kapot of afgekapt", 3),
        (Reply(b'{"results": {"bindings": [{"item": 5}]}}'), "broken or cut off", "kapot of afgekapt", 3),
        (Reply(one("http://x.example/1> <http://evil.example/")), "broken or cut off", "kapot of afgekapt", 3),
        (Reply(b"[" * 100_000), "", "", 1),
    ],
)
def test_what_does_not_pass_is_told(faulty: Faulty, reply: Reply, told: str, dutch: str, asked: int) -> None:
    faulty.lasting = reply
    with pytest.raises(EndpointError) as caught:
        endpoint(faulty).select(QUERY)
    assert faulty.url in str(caught.value) and told in str(caught.value)
    assert dutch in in_language(str(caught.value), "nl")
    assert len(faulty.queries) == asked or told == ""


def test_a_silent_server_is_given_up(faulty: Faulty) -> None:
    faulty.lasting = Reply(seconds=3)
    with pytest.raises(EndpointError, match="no answer within 1 s"):
        Endpoint(Settings(sparql_url=faulty.url, rate=1000, retries=0, timeout=1.0), None, Slept().clock()).select(
            QUERY
        )


def test_nobody_there_is_told() -> None:
    settings = Settings(sparql_url="http://127.0.0.1:9/sparql", rate=1000, retries=0)
    with pytest.raises(EndpointError, match="the connection failed"):
        Endpoint(settings).select(QUERY)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://127.0.0.1/", "query.example.org", "http://"])
def test_only_web_addresses_are_asked(url: str) -> None:
    with pytest.raises(ConfigError, match="must be an http") as caught:
        Endpoint(Settings(sparql_url=url))
    assert "moet een http" in in_language(str(caught.value), "nl")


def test_an_answer_is_asked_once(faulty: Faulty, answers_of: Callable[..., Answers]) -> None:
    faulty.lasting = Reply(one(ITEM))
    for _ in range(2):
        assert len(endpoint(faulty, answers=answers_of(faulty.url)).select(QUERY)) == 1
    assert len(faulty.queries) == 1


def test_failures_are_not_kept(faulty: Faulty, answers_of: Callable[..., Answers]) -> None:
    faulty.replies = [Reply(status=404)]
    faulty.lasting = Reply(one(ITEM))
    with pytest.raises(EndpointError):
        endpoint(faulty, answers=answers_of(faulty.url)).select(QUERY)
    assert len(endpoint(faulty, answers=answers_of(faulty.url)).select(QUERY)) == 1


def test_a_damaged_answer_is_asked_again(faulty: Faulty, answers_of: Callable[..., Answers]) -> None:
    faulty.lasting = Reply(one(ITEM))
    answers = answers_of(faulty.url)
    endpoint(faulty, answers=answers).select(QUERY)
    (file,) = answers.root.glob("*.json")
    file.write_text(file.read_text()[:20])
    assert len(endpoint(faulty, answers=answers).select(QUERY)) == 1
    assert len(faulty.queries) == 2


def test_answers_of_another_endpoint_are_not_used(faulty: Faulty, answers_of: Callable[..., Answers]) -> None:
    endpoint(faulty, answers=answers_of(faulty.url)).select(QUERY)
    with pytest.raises(ReadError, match="give another folder"):
        answers_of("https://other.example.org/").get(QUERY)


def test_a_snapshot_asks_nothing(faulty: Faulty, answers_of: Callable[..., Answers]) -> None:
    faulty.lasting = Reply(one(ITEM))
    endpoint(faulty, answers=answers_of(faulty.url)).select(QUERY)
    settings = Settings(sparql_url="http://127.0.0.1:9/nobody")
    replay = Endpoint(settings, answers_of("http://127.0.0.1:9/nobody", replay=True))
    assert len(replay.select(QUERY)) == 1
    with pytest.raises(ReadError, match="no answer to this question"):
        replay.select(QUERY + " ")


def test_an_empty_snapshot_is_told(answers_of: Callable[..., Answers]) -> None:
    with pytest.raises(ReadError, match="record them with --cache"):
        answers_of("https://example.org/", replay=True)
