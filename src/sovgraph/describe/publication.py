"""Who publishes the data and where: the table `[release]` of sovgraph.toml, with defaults that say what they are."""

import re
import tomllib
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

from sovgraph.errors import ConfigError
from sovgraph.settings import DEFAULT_BASE

TABLE: Final = "release"
LICENSE: Final = "https://creativecommons.org/publicdomain/zero/1.0/"
NOT_SET: Final = "NIET INGESTELD / NOT SET"
"""Stands in the name of a publisher or contact that nobody filled in, so that it can't be taken for one."""

_MAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class Publication:
    """`site`: root of the pages ("" : where the IRIs begin); `downloads`: folder of the release's files on the web;
    `endpoint`: a SPARQL endpoint that is really there. `withhold`: IRIs and names that are kept out of all that is
    published; `withhold_file`: more of them, one a line."""

    title_nl: str = "Kamerstukken als kennisgraaf"
    title_en: str = "Dutch parliamentary papers as a knowledge graph"
    description_nl: str = (
        "Stukken van de Eerste en Tweede Kamer als linked data: brieven, vragen en antwoorden, moties, toezeggingen, "
        "leden, commissies en verwijzingen. Elk feit wijst naar de zin en de bladzijde waaruit het blijkt, naar de "
        "regel die het vond en naar hoe zeker dat is. Wat papier en register verschillend zeggen, staat naast elkaar."
    )
    description_en: str = (
        "Papers of both Chambers of the Dutch parliament as linked data: letters, questions and answers, motions, "
        "commitments, members, committees and references. Every fact points to the sentence and page that it rests "
        "on, to the rule that found it and to how sure that is. Where paper and register differ, both are given."
    )
    keywords_nl: tuple[str, ...] = ("Kamerstukken", "Eerste Kamer", "Tweede Kamer", "moties", "Kamervragen")
    keywords_en: tuple[str, ...] = ("parliamentary papers", "Dutch parliament", "motions", "parliamentary questions")
    license: str = LICENSE
    publisher: str = f"Uitgever {NOT_SET}"
    publisher_iri: str = ""
    publisher_identifier: str = ""
    contact: str = f"Contactpunt {NOT_SET}"
    email: str = "not-set@example.org"
    contact_page: str = ""
    site: str = ""
    downloads: str = ""
    endpoint: str = ""
    documentation: str = ""
    frequency: str = "IRREG"
    withhold: tuple[str, ...] = ()
    withhold_file: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """Settings that a real publication must have and this one lacks."""
        plain = Publication()
        return tuple(name for name in ("publisher", "contact", "email") if getattr(self, name) == getattr(plain, name))


_KNOWN = {f.name: f for f in fields(Publication)}
_ADDRESSES = ("publisher_iri", "contact_page", "site", "downloads", "endpoint", "documentation", "license")


def load_publication(path: Path | None) -> Publication:
    """The table `[release]` of a settings file. Raises ConfigError for what it doesn't know or can't use."""
    if path is None:
        return Publication()
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8")).get(TABLE, {})
    except OSError as error:
        raise ConfigError(f"{path}: can't be read ({error.strerror}); give another --config") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not a TOML file ({error})") from error
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: {TABLE} must be a table; write [{TABLE}] on a line of its own")
    found = Publication()
    for name, value in table.items():
        found = replace(found, **{name: _checked(name, value, str(path))})
    if found.withhold_file:
        listed = path.parent / found.withhold_file
        found = replace(found, withhold_file=str(listed), withhold=(*found.withhold, *_listed(listed)))
    return found


def _checked(name: str, value: Any, source: str) -> Any:
    if name not in _KNOWN:
        raise ConfigError(f"{source}: unknown setting '{TABLE}.{name}'; known: {', '.join(_KNOWN)}")
    if isinstance(_KNOWN[name].default, tuple):
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise ConfigError(f'{source}: {TABLE}.{name} is {value!r}; expected a list of texts: ["one", "two"]')
        return tuple(v.strip() for v in value)
    if not isinstance(value, str):
        raise ConfigError(f"{source}: {TABLE}.{name} is {value!r}; expected a text")
    if name == "email" and not _MAIL.fullmatch(value):
        raise ConfigError(f"{source}: {TABLE}.email is {value!r}; expected a mail address")
    if name in _ADDRESSES and value and not _ADDRESS.fullmatch(value):
        raise ConfigError(f"{source}: {TABLE}.{name} is {value!r}; expected an address that begins with http(s)://")
    if name in ("site", "downloads") and value and not value.endswith("/"):
        raise ConfigError(f"{source}: {TABLE}.{name} is {value!r}; it must end in /")
    return value


def _listed(path: Path) -> tuple[str, ...]:
    """A name or IRI a line; empty lines and lines that begin with '#' are none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read ({error}); nothing is published without the withhold list") from error
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Places:
    """Addresses that a description may give, all whole; an empty one is left out."""

    site: str = DEFAULT_BASE
    downloads: str = f"{DEFAULT_BASE}release/"
    endpoint: str = ""
    documentation: str = ""


def places_of(publication: Publication, base: str) -> Places:
    """Where things are by the settings; where they say nothing, below the begin of the IRIs."""
    site = publication.site or (base if base.endswith("/") else base.removesuffix("#") + "/")
    return Places(
        site=site,
        downloads=publication.downloads or f"{site}release/",
        endpoint=publication.endpoint,
        documentation=publication.documentation or f"{site}dataset",
    )
