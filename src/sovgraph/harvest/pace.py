"""Politeness: a clock that tests can replace, a rate for each host, and what Retry-After says."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

AGAIN = (408, 429, 500, 502, 503, 504)
"""Statuses that may pass."""
MAX_WAIT = 900.0
"""A service that asks for a longer rest is left alone: run it again later, what was had is kept."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where times come from. Only `now` ever reaches a file, as the time at which bytes were had."""

    now: Callable[[], datetime] = _now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def stamp(self) -> str:
        return self.now().astimezone(UTC).isoformat(timespec="seconds")


@dataclass(slots=True)
class Pace:
    """Lets requests to one host begin `1 / rate` seconds apart, whichever thread asks."""

    rate: float
    clock: Clock
    _free: dict[str, float] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def wait(self, host: str) -> None:
        """Takes the next free moment of this host and sleeps until it has come."""
        with self._lock:
            now = self.clock.monotonic()
            moment = max(now, self._free.get(host, now))
            self._free[host] = moment + 1 / self.rate
        if moment > now:
            self.clock.sleep(moment - now)

    def hold(self, host: str, seconds: float) -> None:
        """The host asked for rest: nobody asks it anything before these seconds have passed."""
        with self._lock:
            until = self.clock.monotonic() + seconds
            self._free[host] = max(until, self._free.get(host, until))


def retry_after(value: str, now: datetime) -> float | None:
    """Seconds to wait, from a number or an HTTP date; None for anything else."""
    value = value.strip()
    if value.isascii() and value.isdigit() and len(value) < 10:
        return float(value)
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
