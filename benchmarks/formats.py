"""Speed and memory of the readers, each beside the bare library under it, in the same run.

    python benchmarks/formats.py [FOLDER ...]

A folder is searched for files of each format; by default the corpus beside the checkout. Each row is measured in a
process of its own, so that its peak of memory is its own. A format without files has no row. To add a format, add a
line to FORMATS: its suffix, what is counted, and a function that does with the library alone what can be compared.
"""

import argparse
import io
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
ROUNDS = 5


def pdf_plain(data: bytes) -> int:
    """The text of every page as pypdfium2 gives it; the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()
        return len(document)


PAGE = 3_000
"""Characters of a page, where a format has none of its own."""


def _pages(text: str) -> int:
    return max(1, round(len(text) / PAGE))


def docx_plain(data: bytes) -> int:
    """The text of the paragraphs and tables as python-docx gives it."""
    from docx import Document

    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return _pages("\n".join([*(p.text for p in document.paragraphs), *cells]))


def odt_plain(data: bytes) -> int:
    """The text as odfpy gives it."""
    from odf import teletype
    from odf.opendocument import load

    return _pages(teletype.extractText(load(io.BytesIO(data)).text))


def html_plain(data: bytes) -> int:
    """All text of the page as lxml gives it, menus and scripts too."""
    from lxml import html

    return _pages(html.fromstring(data).text_content())


def xml_plain(data: bytes) -> int:
    """All text of the elements as lxml gives it."""
    from lxml import etree

    return _pages("".join(etree.fromstring(data.lstrip(b"\xef\xbb\xbf")).itertext()))


@dataclass(frozen=True)
class Format:
    suffix: str
    unit: str
    peer: str
    plain: Callable[[bytes], int]
    """Reads bytes with the peer and gives how many units they hold."""


FORMATS = (
    Format(".pdf", "pages", "pypdfium2 plain text", pdf_plain),
    Format(".docx", "pages", "python-docx text", docx_plain),
    Format(".odt", "pages", "odfpy text", odt_plain),
    Format(".html", "pages", "lxml text_content", html_plain),
    Format(".xml", "pages", "lxml itertext", xml_plain),
)


@dataclass(frozen=True)
class Row:
    files: int
    units: int
    ours: float
    plain: float
    memory: float
    text: int


def _works(kind: Format, data: bytes) -> bool:
    """Whether the peer reads it at all: files that need mending first, or hold no paper, can't be compared."""
    from sovgraph.errors import ReadError
    from sovgraph.read import make_source, read_source

    try:
        kind.plain(data)
        read_source(make_source(f"x{kind.suffix}", data))
    except (ReadError, ValueError, SyntaxError):
        return False
    return True


def measure(kind: Format, paths: list[Path]) -> Row:
    """Both ways over all files, in turns, so that other work on the machine slows both alike."""
    from sovgraph.read import make_source, read_source

    sources = [s for s in (make_source(str(path), path.read_bytes()) for path in paths) if _works(kind, s.data)]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ours, plain = [], []
    units = letters = 0
    for _ in range(ROUNDS):
        began = time.process_time()
        letters = sum(len(read_source(source).text) for source in sources)
        ours.append(time.process_time() - began)
        began = time.process_time()
        units = sum(kind.plain(source.data) for source in sources)
        plain.append(time.process_time() - began)
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    return Row(len(sources), units, statistics.median(ours), statistics.median(plain), peak, letters)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=[CORPUS])
    folders = parser.parse_args().folders
    heads = ("format", "files", "units", "per CPU s", "peer per CPU s", "peer", "x peer's time", "MB more", "letters")
    print("\t".join(heads))
    for kind in FORMATS:
        paths = sorted(path for folder in folders for path in folder.rglob(f"*{kind.suffix}"))
        if not paths:
            continue
        with multiprocessing.get_context("spawn").Pool(1) as pool:
            row = pool.apply(measure, (kind, paths))
        cells = (
            kind.suffix, row.files, f"{row.units} {kind.unit}", f"{row.units / row.ours:.0f}",
            f"{row.units / row.plain:.0f}", kind.peer, f"{row.ours / row.plain:.2f}", f"{row.memory:.0f}", row.text,
        )  # fmt: skip
        print("\t".join(map(str, cells)))


if __name__ == "__main__":
    main()
