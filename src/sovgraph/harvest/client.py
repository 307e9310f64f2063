"""One polite HTTP GET: paced, identified, conditional, tried again where that helps, kept inside the services."""

import json
import logging
import re
import ssl
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin, urlsplit

import httpx
import stamina

from sovgraph.harvest.addresses import Services
from sovgraph.harvest.checks import MAX_BYTES, check, unpack
from sovgraph.harvest.errors import Absent, Again, NotHad
from sovgraph.harvest.pace import AGAIN, MAX_WAIT, Clock, Pace, retry_after
from sovgraph.settings import Settings

MAX_REDIRECTS = 5
WHOLE = 10
"""A body may take this many times the time limit of one read: a server that trickles is given up."""

ACCEPT = {
    "xml": "application/xml, text/xml;q=0.9, */*;q=0.1",
    "json": "application/json",
    "html": "text/html, */*;q=0.1",
    "pdf": "application/pdf, */*;q=0.1",
}


@cache
def _tls() -> ssl.SSLContext:
    """Loading the certificates takes longer than a harvest of one paper, so it is done once."""
    return httpx.create_ssl_context()


@dataclass(frozen=True, slots=True)
class Reply:
    """A checked body, or `data` None when the service says that what we have is still current (304)."""

    data: bytes | None
    media_type: str
    etag: str
    last_modified: str


@dataclass(slots=True)
class Client:
    """`transferred` counts bytes of bodies received, as a person pays for them."""

    settings: Settings
    services: Services
    clock: Clock
    pace: Pace = field(init=False)
    http: httpx.Client = field(init=False)
    transferred: int = 0

    def __post_init__(self) -> None:
        self.pace = Pace(self.settings.rate, self.clock)
        quiet = logging.getLogger("stamina")
        if not quiet.handlers:  # else each try is printed on stderr
            quiet.addHandler(logging.NullHandler())
        headers = {"User-Agent": self.settings.agent, "Accept-Encoding": "gzip"}
        self.http = httpx.Client(headers=headers, timeout=self.settings.timeout, follow_redirects=False, verify=_tls())

    def close(self) -> None:
        self.http.close()

    def get(self, url: str, kind: str, etag: str = "", last_modified: str = "") -> Reply:
        """Raises Absent for 404 and 410, NotHad with a reason for all else that isn't a good body."""
        headers = {"Accept": ACCEPT[kind]}
        headers |= {"If-None-Match": etag} if etag else {}
        headers |= {"If-Modified-Since": last_modified} if last_modified and not etag else {}
        tries = self.settings.retries + 1
        try:
            for attempt in stamina.retry_context(
                on=_worth_it,
                attempts=tries,
                timeout=None,
                wait_initial=self.settings.backoff,
                wait_max=self.settings.backoff * 60,
                wait_jitter=self.settings.backoff,
            ):
                with attempt:
                    return self._follow(url, kind, headers)
        except Again as error:
            raise NotHad(f"{error.reason} ({tries} tries)", status=error.status) from error
        raise NotHad("no answer")

    def _follow(self, url: str, kind: str, headers: dict[str, str]) -> Reply:
        for _ in range(MAX_REDIRECTS + 1):
            self.services.refuse_foreign(url)
            reply = self._once(url, kind, headers)
            if isinstance(reply, Reply):
                return reply
            url = urljoin(url, reply)
        raise NotHad(f"more than {MAX_REDIRECTS} redirects")

    def _once(self, url: str, kind: str, headers: dict[str, str]) -> Reply | str:
        """A reply, or the address that this one redirects to."""
        host = urlsplit(url).netloc
        self.pace.wait(host)
        try:
            with self.http.stream("GET", url, headers=headers) as response:
                self._refuse_status(response, host)
                if response.has_redirect_location:
                    return response.headers["location"]
                return self._reply(response, kind, url)
        except httpx.TimeoutException as error:
            raise Again(f"no answer within {self.settings.timeout:g} s") from error
        except httpx.TransportError as error:
            raise Again(f"the connection failed ({error or type(error).__name__})") from error
        except (httpx.InvalidURL, UnicodeError) as error:
            raise NotHad(f"not a usable address: {url[:200]}") from error

    def _refuse_status(self, response: httpx.Response, host: str) -> None:
        status = response.status_code
        if status in (404, 410):
            raise Absent(f"HTTP {status}", status=status)
        if status in AGAIN:
            wait = retry_after(response.headers.get("retry-after", ""), self.clock.now())
            if wait is not None and wait > MAX_WAIT:
                raise NotHad(f"HTTP {status}: the service asks to wait {wait:.0f} s; run it again later", status=status)
            if wait is not None:
                self.pace.hold(host, wait)
            raise Again(f"HTTP {status}", status=status, wait=None if wait is None else 0.0)
        if status == 304 or response.has_redirect_location or status == 200:
            return
        told = _told(self._body(response))
        raise NotHad(f"HTTP {status}{f': {told}' if told else ''}", status=status)

    def _reply(self, response: httpx.Response, kind: str, url: str) -> Reply:
        media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        marks = response.headers.get("etag", ""), response.headers.get("last-modified", "")
        if response.status_code == 304:
            return Reply(None, media_type, *marks)
        data = unpack(self._body(response), response.headers.get("content-encoding", ""))
        sure = any(name in response.headers for name in ("content-length", "transfer-encoding", "content-encoding"))
        check(data, kind, media_type, url, whole=sure)
        return Reply(data, media_type, *marks)

    def _body(self, response: httpx.Response) -> bytes:
        """The bytes as sent. A body shorter than its Content-Length raises inside httpx."""
        declared = response.headers.get("content-length", "")
        if declared.isdigit() and int(declared) > MAX_BYTES:
            raise NotHad(f"{declared} bytes, more than {MAX_BYTES}")
        end = self.clock.monotonic() + self.settings.timeout * WHOLE
        found = bytearray()
        for piece in response.iter_raw():
            found += piece
            self.transferred += len(piece)
            if len(found) > MAX_BYTES:
                raise NotHad(f"more than {MAX_BYTES} bytes")
            if self.clock.monotonic() > end:
                raise Again(f"the body took more than {self.settings.timeout * WHOLE:g} s")
        return bytes(found)


def _worth_it(error: Exception) -> bool | float:
    """What stamina asks: try again, and after how many seconds if that is known."""
    if not isinstance(error, Again):
        return False
    return True if error.wait is None else error.wait


def _told(body: bytes) -> str:
    """What an OData error or a short text says, on one line."""
    try:
        message = json.loads(body)["error"]["message"]
    except (ValueError, KeyError, TypeError, RecursionError):
        text = body[:2000].decode("utf-8", "replace")
        message = "" if "<" in text else text
    return re.sub(r"\s+", " ", str(message)).strip()[:300]
