"""Why a file wasn't had. None of these leaves the package: each becomes a row with its reason."""

from sovgraph.errors import SovgraphError


class NotHad(SovgraphError):
    """What came can't be kept. `status` is the HTTP status, 0 when there was none."""

    def __init__(self, reason: str, *, status: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


class Absent(NotHad):
    """The service says that there is nothing at this address (404, 410)."""


class Again(NotHad):
    """Worth another try. `wait`: the seconds that the service asked for."""

    def __init__(self, reason: str, *, status: int = 0, wait: float | None = None) -> None:
        super().__init__(reason, status=status)
        self.wait = wait
