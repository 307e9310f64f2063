"""The rules for web servers, tried with the servers themselves; skipped, with the reason, where they are absent."""

import contextlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.site.folder import Made

RULES = Path(__file__).resolve().parents[2] / "src" / "sovgraph" / "site" / "rules"
TURTLE, JSON_LD, HTML = "text/turtle", "application/ld+json", "text/html"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
PAPER = "doc/kst/32317-QC"


def program(*names: str) -> str:
    found = next((path for name in names if (path := shutil.which(name) or shutil.which(f"/usr/sbin/{name}"))), None)
    if found is None:
        pytest.skip(f"no {names[0]} here: its rules aren't tried")
    return found


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], port: int) -> Iterator[str]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            for _ in range(200):
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                    break
                if server.poll() is not None:
                    assert server.stderr is not None
                    pytest.fail(server.stderr.read())
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=20)


def _nginx(folder: Path, work: Path, port: int) -> list[str]:
    rules = (RULES / "nginx.conf").read_text().replace("listen 80;", f"listen 127.0.0.1:{port};")
    rules = rules.replace("root /var/www/sovgraph;", f"root {folder};")
    paths = "".join(
        f"{kind}_temp_path {work}/{kind}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    config = f"daemon off; pid {work}/pid; error_log stderr; events {{}}\n"
    config += f"http {{ access_log off; {paths}\n{rules}\n}}\n"
    (work / "nginx.conf").write_text(config)
    return [program("nginx"), "-p", str(work), "-c", str(work / "nginx.conf"), "-g", "user root;"]


def _apache(folder: Path, work: Path, port: int) -> list[str]:
    modules = Path("/usr/lib/apache2/modules")
    names = "mpm_event authz_core dir mime headers rewrite".split()
    found = program("apache2", "httpd")
    if not all((modules / f"mod_{name}.so").exists() for name in names):
        pytest.skip("the modules of Apache are elsewhere here: its rules aren't tried")
    lines = [f"LoadModule {name}_module {modules}/mod_{name}.so" for name in names]
    lines += [
        *(f"Listen 127.0.0.1:{port}", "ServerName localhost", f"PidFile {work}/pid", f"ErrorLog {work}/log"),
        *("User www-data", "Group www-data", "TypesConfig /etc/mime.types", f"DocumentRoot {folder}"),
        *(f'<Directory "{folder}">', "AllowOverride All", "Require all granted", "</Directory>"),
    ]
    (work / "apache.conf").write_text("\n".join(lines) + "\n")
    return [found, "-d", str(work), "-f", str(work / "apache.conf"), "-DFOREGROUND"]


def _caddy(folder: Path, work: Path, port: int) -> list[str]:
    rules = (RULES / "Caddyfile").read_text().replace("example.org {", f"http://127.0.0.1:{port} {{")
    rules = "{\n\tadmin off\n\tauto_https off\n}\n" + rules.replace("/var/www/sovgraph", str(folder))
    (work / "Caddyfile").write_text(rules)
    return [program("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


@pytest.fixture(scope="module", params=[_nginx, _apache, _caddy], ids=["nginx", "apache", "caddy"])
def address(
    request: pytest.FixtureRequest, small_site: Made, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    start: Callable[[Path, Path, int], list[str]] = request.param
    port, work = free_port(), tmp_path_factory.mktemp("server")
    command = start(small_site.folder, work, port)
    for folder in (small_site.folder, *small_site.folder.parents):
        if folder.is_relative_to(top := Path(tempfile.gettempdir()).resolve()) and folder != top:
            folder.chmod(0o755)  # Apache reads as another user
    with running(command, port) as found:
        yield found


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


def asked(url: str, accept: str = "*/*") -> tuple[int, str, dict[str, str]]:
    """Status, media type and headers of an answer; a redirect isn't followed."""
    request = urllib.request.Request(url, headers={"Accept": accept})
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=10) as answer:
            headers = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, headers.get("content-type", "").partition(";")[0], headers
    except urllib.error.HTTPError as error:
        headers = {name.lower(): value for name, value in error.headers.items()}
        return error.code, headers.get("content-type", "").partition(";")[0], headers


@pytest.mark.parametrize(
    ("path", "accept", "media_type"),
    [
        (PAPER, BROWSER, HTML),
        (PAPER, "*/*", HTML),
        (PAPER, TURTLE, TURTLE),
        (PAPER, JSON_LD, JSON_LD),
        (f"{PAPER}.ttl", BROWSER, TURTLE),
        (f"{PAPER}.jsonld", "*/*", JSON_LD),
        (f"{PAPER}.html", TURTLE, HTML),
        ("", BROWSER, HTML),
        ("search", BROWSER, HTML),
        ("queries", BROWSER, HTML),
        ("list", BROWSER, HTML),
        (f"en/{PAPER}", BROWSER, HTML),
        ("queries/letters.csv", BROWSER, "text/csv"),
        ("data/terms.js", "*/*", "text/javascript"),
    ],
)
def test_forms_of_a_page(address: str, path: str, accept: str, media_type: str) -> None:
    status, given, headers = asked(address + path, accept)
    assert (status, given) == (200, media_type)
    assert "Accept" in headers["vary"]
    assert "worker-src blob:" in headers["content-security-policy"]


def test_a_thing_leads_to_its_document(address: str) -> None:
    status, _, headers = asked(f"{address}id/kst/32317-QC", TURTLE)
    assert status == 303
    assert headers["location"].removeprefix(address.rstrip("/")) == f"/{PAPER}"


@pytest.mark.parametrize("path", ["doc/nowhere", "nowhere", "../etc/passwd"])
def test_what_is_not_there(address: str, path: str) -> None:
    assert asked(address + path)[0] in (400, 404)


def test_all_rules_allow_the_same() -> None:
    found = set()
    for name in ("nginx.conf", "htaccess", "Caddyfile"):
        policy = re.search(r'Content-Security-Policy "([^"]+)"', (RULES / name).read_text())
        assert policy, name
        found.add(policy[1])
    assert len(found) == 1
