"""Bundles the scripts of others that pages use into src/sovgraph/assets, from pinned packages; needs npm and Node.

A wheel and the tests don't need npm: the bundles are kept, with their checksums and licences. `--check` builds them
anew in a temporary folder and fails when they differ.
"""

import argparse
import gzip
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "tools" / "assets"
TARGET = ROOT / "src" / "sovgraph" / "assets"


@dataclass(frozen=True, slots=True)
class Bundle:
    """`entry` of tools/assets becomes `file`, a script that sets the global `name`."""

    entry: str
    file: str
    name: str


BUNDLES = (
    Bundle("graph.js", "graph.min.js", "SovGraph"),
    Bundle("editor.js", "editor.min.js", "SovEditor"),
    Bundle("store.js", "store.min.js", "SovOxigraph"),
)
COPIES = {"editor.min.css": "@zazuko/yasqe/build/yasqe.min.css"}
PACKED = {"store.wasm.gz": "oxigraph/web_bg.wasm"}
"""Kept compressed; what is compared is the content."""

EMBEDDED = {"@zazuko/yasqe": ("codemirror", "dompurify", "lodash-es", "query-string", "store")}
"""Packages that another one has built in, so that the bundler doesn't see them."""

_MIT = """The MIT License

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def run(folder: Path, *words: str) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}\n{done.stdout}{done.stderr}")


def build(folder: Path) -> dict[str, bytes]:
    """The files of the assets folder, by name; `folder` is a temporary one."""
    shutil.copytree(SOURCES, folder, dirs_exist_ok=True)
    run(folder, "npm", "ci", "--ignore-scripts")
    modules = folder / "node_modules"
    files: dict[str, bytes] = {}
    used: dict[str, set[str]] = {}
    for bundle in BUNDLES:
        meta = folder / f"{bundle.file}.json"
        run(
            folder,
            *("npx", "esbuild", bundle.entry, "--bundle", "--minify", "--format=iife", "--target=es2020"),
            *(f"--global-name={bundle.name}", "--legal-comments=none", "--log-override:empty-import-meta=silent"),
            *(f"--metafile={meta}", f"--outfile={bundle.file}"),
        )
        files[bundle.file] = (folder / bundle.file).read_bytes()
        used[bundle.file] = packages_in(meta)
    for name, source in (COPIES | PACKED).items():
        content = (modules / source).read_bytes()
        files[name] = gzip.compress(content, mtime=0) if name in PACKED else content
        used[name] = {package_of(source)}
    licences = {p: licence_text(modules / p) for packages in used.values() for p in packages}
    for package, text in licences.items():
        files[f"licences/{package.replace('/', '__').lstrip('@')}.txt"] = text.encode()
    files["assets.tsv"] = table(files, used, modules).encode()
    return files


def package_of(path: str) -> str:
    parts = path.split("/")
    return "/".join(parts[:2]) if path.startswith("@") else parts[0]


def packages_in(meta: Path) -> set[str]:
    inputs = json.loads(meta.read_text(encoding="utf-8"))["inputs"]
    found = {package_of(path.rpartition("node_modules/")[2]) for path in inputs if "node_modules/" in path}
    return found | {inner for package in found for inner in EMBEDDED.get(package, ())}


def package_data(folder: Path) -> dict[str, str]:
    data: dict[str, str] = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    return data


def licence_text(folder: Path) -> str:
    """The package's own text; the MIT text with its author where it says MIT and has no file."""
    found = sorted(p for p in folder.iterdir() if p.name.lower().split(".")[0] in ("license", "licence"))
    if found:
        return found[0].read_text(encoding="utf-8")
    data = package_data(folder)
    if "MIT" not in str(data.get("license")):
        sys.exit(f"{folder.name}: no licence text, and its licence isn't MIT")
    author = data.get("author") or ", ".join(map(str, data.get("collaborators", ()))) or "the authors of " + folder.name
    return _MIT.format(holder=author)


def table(files: dict[str, bytes], used: dict[str, set[str]], modules: Path) -> str:
    """file, packages with version and licence, checksum of the content."""
    rows = ["file\tsha256\tpackages"]
    for name in sorted(used):
        packed = files[name]
        content = gzip.decompress(packed) if name in PACKED else packed
        of = []
        for package in sorted(used[name]):
            data = package_data(modules / package)
            of.append(f"{package} {data['version']} ({data['license']})")
        rows.append(f"{name}\t{hashlib.sha256(content).hexdigest()}\t{', '.join(of)}")
    return "\n".join(rows) + "\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when the files kept differ")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        files = build(Path(temporary))
    if args.check:
        # The checksums in the table are of contents, so another version of zlib makes no difference.
        kept = (TARGET / "assets.tsv").read_bytes()
        if kept != files["assets.tsv"]:
            print("not current: src/sovgraph/assets; run: python tools/build_assets.py", file=sys.stderr)
            return 1
        return 0
    for name, content in files.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
