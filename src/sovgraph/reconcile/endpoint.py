"""Asks a SPARQL endpoint through SPARQLWrapper: paced, identified, tried again where that helps, kept on disk."""

import http.client
import json
import urllib.error
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from SPARQLWrapper import JSON, POST, SELECT, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import SPARQLWrapperException

from sovgraph.errors import ConfigError, SovgraphError
from sovgraph.harvest.pace import AGAIN, MAX_WAIT, Clock, Pace, retry_after
from sovgraph.reconcile.answers import Answers, Rows, cell_of
from sovgraph.settings import Settings
from sovgraph.store import Cell

MAX_BYTES = 50_000_000
_KINDS = {"uri": "iri", "literal": "literal", "typed-literal": "literal", "bnode": "bnode"}


class EndpointError(SovgraphError):
    """The endpoint gave no usable answer. `again`: another try may help; `wait`: the seconds it asked for."""

    def __init__(self, message: str, *, again: bool = False, wait: float | None = None) -> None:
        super().__init__(message)
        self.again = again
        self.wait = wait


@dataclass(slots=True)
class Endpoint:
    """`asked` counts requests sent. Without `answers` nothing is kept."""

    settings: Settings
    answers: Answers | None = None
    clock: Clock = field(default_factory=Clock)
    told: Callable[[str], None] = lambda text: None
    asked: int = 0
    _pace: Pace = field(init=False)

    def __post_init__(self) -> None:
        parts = urlsplit(self.settings.sparql_url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ConfigError(f"sparql_url '{self.settings.sparql_url}': must be an http(s) address")
        self._pace = Pace(self.settings.rate, self.clock)

    def select(self, query: str) -> Rows:
        """Rows of a SELECT, sorted. Raises EndpointError, and ReadError for a snapshot without this question."""
        kept = self.answers.get(query) if self.answers else None
        if kept is not None:
            return kept
        rows = self._tried(query)
        if self.answers:
            self.answers.keep(query, rows)
        return rows

    def _tried(self, query: str) -> Rows:
        url, tries = self.settings.sparql_url, self.settings.retries + 1
        for attempt in range(1, tries + 1):
            try:
                self._pace.wait(url)
                self.asked += 1
                return self._once(query)
            except EndpointError as error:
                if not error.again or attempt == tries:
                    counted = f" ({attempt} tries)" if attempt > 1 else ""
                    raise EndpointError(f"{url}: {error}{counted}") from error
                wait = self._rest(error, attempt)
                self.told(f"{url}: {error}; again in {wait:g} s")
                self.clock.sleep(wait)
        raise EndpointError(f"{url}: not asked")

    def _rest(self, error: EndpointError, attempt: int) -> float:
        """What the service asks for, else longer each time."""
        if error.wait is None:
            return float(self.settings.backoff * min(60, 2 ** (attempt - 1)))
        if error.wait > MAX_WAIT:
            raise EndpointError(
                f"{self.settings.sparql_url}: {error}; the service asks to wait {error.wait:.0f} s: run it again later"
            ) from error
        return error.wait

    def _once(self, query: str) -> Rows:
        client = SPARQLWrapper(self.settings.sparql_url, agent=self.settings.agent)
        client.setMethod(POST)
        client.setReturnFormat(JSON)
        client.setTimeout(max(1, round(self.settings.timeout)))
        client.setQuery(query)
        client.queryType = SELECT  # it guesses from the words, also those of names
        try:
            response = client.query().response
            media_type = str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()
            with response:
                body = response.read(MAX_BYTES + 1)
        except SPARQLWrapperException as error:
            if isinstance(error.__context__, urllib.error.HTTPError):
                error.__context__.close()
            raise _refused(error) from error
        except urllib.error.HTTPError as error:
            error.close()
            wait = retry_after(error.headers.get("retry-after", ""), self.clock.now())
            raise EndpointError(f"HTTP {error.code}", again=error.code in AGAIN, wait=wait) from error
        except TimeoutError as error:
            raise EndpointError(f"no answer within {self.settings.timeout:g} s", again=True) from error
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise EndpointError(f"no answer within {self.settings.timeout:g} s", again=True) from error
            raise EndpointError(f"the connection failed ({error.reason})", again=True) from error
        except (OSError, http.client.HTTPException) as error:
            raise EndpointError(f"the connection failed ({type(error).__name__})", again=True) from error
        return rows_of(body, media_type)


def _refused(error: SPARQLWrapperException) -> EndpointError:
    """SPARQLWrapper has errors of its own for some statuses, without their headers."""
    kind = type(error).__name__
    status = {"QueryBadFormed": 400, "Unauthorized": 401, "EndPointNotFound": 404, "URITooLong": 414}.get(kind, 500)
    told = _told(error.args[0] if error.args else "")
    return EndpointError(f"HTTP {status}{f': {told}' if told else ''}", again=status in AGAIN)


def _told(body: object) -> str:
    """What SPARQLWrapper passes on of the body, on one line; a web page says nothing."""
    text = str(body).partition("Response:")[2].strip()
    text = text[2:-1] if text[:2] in ("b'", 'b"') else text
    return "" if "<" in text else " ".join(text.replace("\\n", " ").split())[:300]


def rows_of(body: bytes, media_type: str) -> Rows:
    """SPARQL 1.1 results in JSON as rows. Raises EndpointError: a web page, cut off, or another form."""
    if len(body) > MAX_BYTES:
        raise EndpointError(f"the answer is longer than {MAX_BYTES} bytes")
    if "html" in media_type or body.lstrip()[:1] == b"<":
        raise EndpointError(f"it answers with a page of type {media_type or '?'} instead of SPARQL results", again=True)
    try:
        found = json.loads(body)
        rows = [{name: _cell(term) for name, term in row.items()} for row in found["results"]["bindings"]]
    except RecursionError as error:
        raise EndpointError("the answer is nested too deep") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise EndpointError("the answer is broken or cut off: not SPARQL results in JSON", again=True) from error
    return tuple(
        sorted(
            rows, key=lambda row: sorted((n, c.kind, c.value, c.datatype or "", c.lang or "") for n, c in row.items())
        )
    )


def _cell(term: dict[str, Any]) -> Cell:
    return cell_of(_KINDS[term["type"]], term["value"], term.get("datatype"), term.get("xml:lang"))
