"""Distances between requests, Retry-After, and the settings that hold them."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.harvest.conftest import Times

from sovgraph.errors import ConfigError
from sovgraph.harvest.addresses import services_of
from sovgraph.harvest.errors import NotHad
from sovgraph.harvest.pace import Pace, retry_after
from sovgraph.settings import Settings, load_settings

NOON = datetime(2026, 1, 10, 12, tzinfo=UTC)


def test_requests_to_one_host_begin_apart_and_to_two_together() -> None:
    times = Times()
    pace = Pace(2.0, times.clock())
    for host in ("a", "a", "b", "a"):
        pace.wait(host)
    assert times.slept == pytest.approx([0.5, 0.5])


def test_a_host_that_asked_for_rest_gets_it() -> None:
    times = Times()
    pace = Pace(100.0, times.clock())
    pace.hold("a", 30.0)
    pace.wait("a")
    pace.wait("b")
    assert times.slept == [30.0]


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sat, 10 Jan 2026 12:02:00 GMT", 120.0),
        ("Sat, 10 Jan 2026 11:00:00 GMT", 0.0),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("99999999999999", None),
        ("Sat, 99 Jan 2026 12:02:00 GMT", None),
    ],
)
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOON) == seconds


def test_retry_after_counts_from_now() -> None:
    assert retry_after("Sat, 10 Jan 2026 12:02:00 GMT", NOON + timedelta(seconds=60)) == 60.0


@pytest.mark.parametrize(
    "options",
    [
        {"rate": 0.0},
        {"rate": 5000.0},
        {"connections": 9},
        {"retries": -1},
        {"timeout": 0.0},
        {"contact": "a\nb"},
        {"user_agent": " "},
        {"connections": True},
    ],
)
def test_impolite_settings_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(ConfigError):
        load_settings(None, options)


def test_a_whole_number_does_for_a_rate() -> None:
    assert load_settings(None, {"rate": 3}).rate == 3.0


@pytest.mark.parametrize("url", ["ftp://x/", "http://", "x", "http://user@host/", "http://host:99999999/"])
def test_addresses_that_are_none_are_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="must be an http"):
        services_of(Settings(sru_url=url))


def test_only_configured_hosts_are_asked() -> None:
    services = services_of(Settings())
    inside = "https://repository.overheid.nl/frbr/x.xml"
    assert services.resolved(inside) == inside
    for url in (
        "http://repository.overheid.nl/x",
        "https://repository.overheid.nl.example.org/",
        "//x",
        "https://u@repository.overheid.nl/x",
    ):
        with pytest.raises(NotHad):
            services.resolved(url)


def test_a_mirror_of_odata_is_also_asked_for_the_feed() -> None:
    services = services_of(Settings(odata_url="http://127.0.0.1:8/OData/v4/2.0"))
    assert services.syncfeed == "http://127.0.0.1:8/SyncFeed/2.0/Feed"
    link = "https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Zaak?$skiptoken=1"
    assert services.resolved(link) == "http://127.0.0.1:8/OData/v4/2.0/Zaak?$skiptoken=1"
