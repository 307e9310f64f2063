"""One harvest from beginning to end."""

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sovgraph.harvest.addresses import Services, services_of
from sovgraph.harvest.base import Got, HarvestReport, Row, Selection
from sovgraph.harvest.client import Client
from sovgraph.harvest.fetching import Fetcher
from sovgraph.harvest.folder import HIDDEN, Folder
from sovgraph.harvest.odata import fetch_dossiers, fetch_registers, planned
from sovgraph.harvest.pace import Clock
from sovgraph.harvest.papers import absent_papers, fetch_papers, path_of, records_of
from sovgraph.harvest.syncfeed import fetch_changes
from sovgraph.settings import Settings

Progress = Callable[[Iterable[None], int], Iterable[None]]


def _silent(items: Iterable[None], _total: int) -> Iterable[None]:
    return items


@dataclass(frozen=True, slots=True)
class Harvest:
    """What every step of a run needs. `verify` reads every file that is held and has again what was altered."""

    selection: Selection
    settings: Settings
    clock: Clock = field(default_factory=Clock)
    progress: Progress = _silent
    verify: bool = False

    def into(self, root: Path) -> HarvestReport:
        """Has all that the selection asks for. A failure is a row of the report, never an exception; raises
        StoreError when the folder can't be written or is in use, ConfigError for a bad address."""
        services = services_of(self.settings)
        key = self.selection.key(services.sru, services.repository, services.odata, services.syncfeed)
        with closing(self._client(services)) as client, Folder(root, key, self.clock) as folder:
            altered = folder.verify() if self.verify else ()
            fetcher = Fetcher(client, services, self.clock, folder)
            self._papers(fetcher)
            self._data(fetcher)
            folder.finish()
            rows = tuple(folder.done[path] for path in sorted(folder.done) if not path.startswith(HIDDEN))
        return HarvestReport(rows, tuple(fetcher.problems), altered)

    def plan(self) -> HarvestReport:
        """What would be had: only listings are transferred, nothing is written."""
        services = services_of(self.settings)
        with closing(self._client(services)) as client:
            fetcher = Fetcher(client, services, self.clock, None)
            rows = planned(fetcher, self.selection)
            if "papers" in self.selection.what:
                for record in records_of(fetcher, self.selection, self.settings.sru_wall):
                    form = next((f for f in self.selection.formats if f in record.items), "")
                    for kind in filter(None, (form, "metadata" if "metadata" in record.items else "")):
                        path, url = path_of(record.identifier, kind), record.items[kind]
                        rows.append(Row(path=path, url=url, status=Got.MISSING))
        return HarvestReport(tuple(sorted(rows, key=lambda row: row.path)), tuple(fetcher.problems))

    def _client(self, services: Services) -> Client:
        return Client(self.settings, services, self.clock)

    def _papers(self, fetcher: Fetcher) -> None:
        if "papers" not in self.selection.what:
            return
        records = records_of(fetcher, self.selection, self.settings.sru_wall)
        absent_papers(fetcher, self.selection, records)
        fetch_papers(fetcher, self.selection, records, self.settings.connections, self.progress)

    def _data(self, fetcher: Fetcher) -> None:
        if self.selection.since and not self.selection.dossiers:
            fetch_changes(fetcher, self.selection)
        else:
            fetch_dossiers(fetcher, self.selection)
        fetch_registers(fetcher, self.selection)
