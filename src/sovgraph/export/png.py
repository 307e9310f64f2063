"""A still picture in pixels, drawn by Chromium where that is installed."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from sovgraph.errors import SovgraphError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
SCALE = 2
LONGEST = 8000
"""Pixels of a side at most; a larger picture is drawn smaller."""
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


def png(drawing: str) -> bytes:
    """The SVG as PNG. Raises SovgraphError when there is no Chromium or it fails."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        raise SovgraphError("png needs Chromium, which isn't here; take --format svg")
    size = re.search(r'viewBox="\S+ \S+ (\d+) (\d+)"', drawing)
    wide, high = (int(size[1]), int(size[2])) if size else (800, 600)
    scale = min(SCALE, LONGEST / max(wide, high))
    page = f'<!doctype html><meta charset="utf-8"><style>body{{margin:0}}svg{{display:block;width:{wide}px}}</style>'
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "picture.html").write_text(page + drawing, encoding="utf-8")
        command = [browser, *_FLAGS, f"--user-data-dir={folder}/profile", f"--window-size={wide},{high}"]
        command += [f"--force-device-scale-factor={scale:.3f}", f"--screenshot={folder}/picture.png"]
        done = subprocess.run([*command, (folder / "picture.html").as_uri()], capture_output=True, check=False)
        made = folder / "picture.png"
        if not made.is_file():
            raise SovgraphError(f"Chromium drew nothing (it ended with {done.returncode}); take --format svg")
        return made.read_bytes()
