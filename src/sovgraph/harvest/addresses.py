"""Where requests may go: only to the services that are configured, whatever a record or a redirect says."""

from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from sovgraph.errors import ConfigError
from sovgraph.harvest.errors import NotHad
from sovgraph.settings import Settings

OFFICIAL = Settings()


@dataclass(frozen=True, slots=True)
class Services:
    """The configured addresses. Addresses inside records that begin with an official one are asked of the configured
    one instead, so that a mirror serves records as they are."""

    sru: str
    repository: str
    odata: str
    syncfeed: str

    def resolved(self, url: str, base: str = "") -> str:
        """An absolute address at a configured host; raises NotHad for any other."""
        url = urljoin(base, url.strip()) if base else url.strip()
        for mine, official in (
            (self.repository, OFFICIAL.repository_url),
            (self.odata, OFFICIAL.odata_url),
            (self.syncfeed, OFFICIAL.syncfeed_url),
        ):
            if mine != official and url.startswith(official):
                return mine + url[len(official) :]
        self.refuse_foreign(url)
        return url

    def refuse_foreign(self, url: str) -> None:
        """Scheme, host and port must be those of a configured service."""
        if _place(url) not in {_place(own) for own in (self.sru, self.repository, self.odata, self.syncfeed)}:
            raise NotHad(f"the address {url[:200]} is outside the configured services")


def _place(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        return "", ""
    return parts.scheme, "" if parts.username or not parts.hostname else f"{parts.hostname}:{port}"


def services_of(settings: Settings) -> Services:
    """Raises ConfigError for an address that isn't http(s)."""
    for name in ("sru_url", "repository_url", "odata_url", "syncfeed_url"):
        url: str = getattr(settings, name)
        scheme, host = _place(url)
        if scheme not in ("http", "https") or not host:
            raise ConfigError(f"{name} '{url}': must be an http(s) address without user name")
    repository, odata = settings.repository_url.rstrip("/") + "/", settings.odata_url.rstrip("/") + "/"
    syncfeed = settings.syncfeed_url
    if syncfeed == OFFICIAL.syncfeed_url and odata != OFFICIAL.odata_url:
        syncfeed = odata.removesuffix("OData/v4/2.0/") + "SyncFeed/2.0/Feed"
    return Services(settings.sru_url, repository, odata, syncfeed)
