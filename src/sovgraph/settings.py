"""One frozen Settings, built once by the caller from options and one optional sovgraph.toml."""

import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from sovgraph.errors import ConfigError

DEFAULT_BASE = "https://w3id.org/sovgraph/"
REPOSITORY = "https://repository.overheid.nl/"
TWEEDE_KAMER = "https://gegevensmagazijn.tweedekamer.nl/"
AGENT = "sovgraph (+https://w3id.org/sovgraph/)"
TABLES = ("release",)
"""Tables of a settings file that others read: `[release]` says who publishes (`describe/publication.py`)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`base` is where instance IRIs begin (ends in "/" or "#"). `workers`: processes that read papers.
    `registers`: folder with other register files. `corrections`: a person's corrections file. `lang`: language
    of messages, nl or en. `validate`: check each paper with SHACL on build. `max_bytes`: a larger file is refused;
    the largest proceedings of a day have about a million. `origins` says where each came from.

    The rest is for harvesting: addresses of the services; `rate`, requests a second to one host; `connections` at a
    time (1 to 4); `retries` after a failure, with `backoff` seconds before the first; `timeout` in seconds; `contact`,
    a mail address or page that the services see beside `user_agent`; `sru_wall`, the record from which SRU gives none.
    `sparql_url` is the endpoint that `reconcile` asks.
    """

    base: str = DEFAULT_BASE
    workers: int = 1
    registers: str = ""
    corrections: str = ""
    lang: str = "nl"
    validate: bool = True
    max_bytes: int = 2_000_000
    sru_url: str = f"{REPOSITORY}sru"
    repository_url: str = REPOSITORY
    odata_url: str = f"{TWEEDE_KAMER}OData/v4/2.0/"
    syncfeed_url: str = f"{TWEEDE_KAMER}SyncFeed/2.0/Feed"
    sparql_url: str = "https://query.wikidata.org/sparql"
    user_agent: str = AGENT
    contact: str = ""
    rate: float = 2.0
    connections: int = 2
    retries: int = 5
    backoff: float = 1.0
    timeout: float = 30.0
    sru_wall: int = 10_000
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False)

    def origin(self, name: str) -> str:
        return dict(self.origins).get(name, "default")

    @property
    def agent(self) -> str:
        """What services see of us."""
        return f"{self.user_agent} contact: {self.contact}" if self.contact else self.user_agent


NAMES = tuple(f.name for f in fields(Settings) if f.name != "origins")


def load_settings(path: Path | None, options: dict[str, Any]) -> Settings:
    """Defaults, then the file, then options that aren't None. Raises ConfigError for an unknown key, a value
    of the wrong type or a base that can't end an IRI prefix."""
    settings = Settings()
    origins: dict[str, str] = {}
    for source, values in ((str(path), _read(path)), ("option", options)):
        for name, value in values.items():
            if value is None or (name in TABLES and isinstance(value, dict)):
                continue
            settings = replace(settings, **{name: _checked(name, value, source)})
            origins[name] = source
    if not settings.base.startswith(("http://", "https://")) or settings.base[-1] not in "/#":
        raise ConfigError(f"base '{settings.base}': must begin with http(s):// and end in / or #")
    if settings.lang not in ("nl", "en"):
        raise ConfigError(f"lang '{settings.lang}': use nl or en")
    _refuse_impolite(settings)
    return replace(settings, origins=tuple(sorted(origins.items())))


def _refuse_impolite(settings: Settings) -> None:
    """Limits of what a service may be asked."""
    for name, low, high in (
        ("rate", 0.01, 1000),
        ("connections", 1, 4),
        ("retries", 0, 20),
        ("backoff", 0, 60),
        ("timeout", 0.1, 600),
        ("sru_wall", 2, 1_000_000),
    ):
        value = getattr(settings, name)
        if not low <= value <= high:
            raise ConfigError(f"{name} {value}: must be between {low} and {high}")
    if not (settings.agent.isascii() and settings.agent.isprintable() and settings.user_agent.strip()):
        raise ConfigError("user_agent and contact: use one line of plain ASCII characters")


def _read(path: Path | None) -> dict[str, Any]:
    if path is None:
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: can't be read ({error.strerror}); give another --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not a TOML file ({error})") from error


def _checked(name: str, value: Any, source: str) -> Any:
    if name not in NAMES:
        raise ConfigError(f"{source}: unknown setting '{name}'; known: {', '.join(NAMES)}")
    expected = type(getattr(Settings(), name))
    if expected is float and type(value) is int:
        value = float(value)
    if not isinstance(value, expected) or (expected is int and isinstance(value, bool)):
        raise ConfigError(f"{source}: {name} is {value!r}; expected {expected.__name__}")
    return value
