"""Chromium for tests: where it is (None: a test skips), and the flags by which it asks nothing of any network."""

import shutil

from sovgraph.export.png import BROWSERS

CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), None)
FLAGS = (
    *("--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"),
)
