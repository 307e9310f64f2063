"""A server for each test, and a harvest of it with waits that take no time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.harvest.server import Services

from sovgraph.harvest import Clock, Harvest, HarvestReport, Row, selection_of
from sovgraph.settings import Settings


@dataclass
class Times:
    """A clock that stands still but for the sleeps asked of it, which it counts."""

    moment: datetime = datetime(2026, 1, 10, 12, tzinfo=UTC)
    slept: list[float] = field(default_factory=list)

    def clock(self) -> Clock:
        return Clock(lambda: self.moment, lambda: sum(self.slept), self.slept.append)

    def later(self, **parts: float) -> None:
        self.moment += timedelta(**parts)


@dataclass
class Run:
    """Harvests of one server into one folder."""

    services: Services
    folder: Path
    times: Times = field(default_factory=Times)
    settings: Settings = field(init=False)

    def __post_init__(self) -> None:
        self.settings = settings_for(self.services.base)

    def __call__(self, *, verify: bool = False, **asked: Any) -> HarvestReport:
        chosen = selection_of(**({"dossiers": ["39500"]} | asked))
        return Harvest(chosen, self.settings, self.times.clock(), verify=verify).into(self.folder)

    def plan(self, **asked: Any) -> HarvestReport:
        chosen = selection_of(**({"dossiers": ["39500"]} | asked))
        return Harvest(chosen, self.settings, self.times.clock()).plan()

    def configure(self, **values: Any) -> None:
        self.settings = replace(self.settings, **values)

    def files(self) -> set[str]:
        found = (str(p.relative_to(self.folder)) for p in self.folder.rglob("*") if p.is_file())
        return {path for path in found if not path.startswith(".harvest")}


def settings_for(base: str) -> Settings:
    return Settings(
        sru_url=f"{base}/sru",
        repository_url=f"{base}/",
        odata_url=f"{base}/OData/v4/2.0/",
        rate=1000.0,
        backoff=0.001,
        timeout=5.0,
        retries=2,
    )


@pytest.fixture
def services() -> Iterator[Services]:
    with Services(6) as server:
        yield server


@pytest.fixture
def run(services: Services, tmp_path: Path) -> Run:
    return Run(services, tmp_path / "out")


@pytest.fixture
def row_of() -> Callable[[HarvestReport, str], Row]:
    """The row of a path."""
    return lambda report, path: next(row for row in report.rows if row.path == path)
