"""What one client may use: so much work and so many errors in a minute, every request counted."""

import time
from collections import OrderedDict
from dataclasses import dataclass

from sovgraph.serve.engine import Refused

_CLIENTS = 10_000
_MINUTE = 60.0


@dataclass(slots=True)
class _Account:
    """What is left of both, at the time of the last look."""

    work: float
    errors: float
    seen: float


class Budgets:
    """Each client has two buckets that fill again within a minute. 0: without limit."""

    def __init__(self, seconds: float, errors: int) -> None:
        self.seconds = seconds
        self.errors = errors
        self._accounts: OrderedDict[str, _Account] = OrderedDict()

    def check(self, client: str) -> None:
        """Raises Refused (429) with the seconds to wait when one of the buckets is empty."""
        account = self._account(client)
        if self.seconds and account.work <= 0:
            raise too_much(1 - account.work, self.seconds, "work")
        if self.errors and account.errors < 1:
            raise too_much(1 - account.errors, self.errors, "errors")

    def spend(self, client: str, seconds: float, *, error: bool) -> None:
        account = self._account(client)
        account.work -= seconds
        account.errors -= error

    def _account(self, client: str) -> _Account:
        now = time.monotonic()
        account = self._accounts.get(client)
        if account is None:
            account = self._accounts[client] = _Account(self.seconds, float(self.errors), now)
            while len(self._accounts) > _CLIENTS:
                self._accounts.popitem(last=False)
            return account
        part = (now - account.seen) / _MINUTE
        account.work = min(self.seconds, account.work + part * self.seconds)
        account.errors = min(float(self.errors), account.errors + part * self.errors)
        account.seen = now
        self._accounts.move_to_end(client)
        return account


class TooMuch(Refused):
    """429 with the seconds to wait."""

    def __init__(self, wait: int, detail: str) -> None:
        super().__init__(429, "too-many-requests", detail)
        self.wait = wait


def too_much(missing: float, in_a_minute: float, what: str) -> TooMuch:
    wait = max(1, round(missing * _MINUTE / in_a_minute + 0.5))
    return TooMuch(wait, f"this address used its {what} for the last minute; try again in {wait} s")
