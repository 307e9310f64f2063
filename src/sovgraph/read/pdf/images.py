"""How much of a page is pictures: a page with few letters may be a scan."""

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_LOOKED_AT = 2_000


def image_share(page: pypdfium2.PdfPage) -> float:
    """The share of the page that its biggest picture covers."""
    width, height = page.get_size()
    biggest = max((_area(image) for image in _images(page)), default=0.0)
    return biggest / max(float(width) * float(height), 1.0)


def object_count(page: pypdfium2.PdfPage) -> int:
    return int(pdfium.FPDFPage_CountObjects(page.raw))


def _images(page: pypdfium2.PdfPage) -> Iterator[Any]:
    """Pictures on the page, and those in its forms, as scanners nest them."""
    for index in range(min(object_count(page), _LOOKED_AT)):
        one = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield one
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            inner = (pdfium.FPDFFormObj_GetObject(one, i) for i in range(min(pdfium.FPDFFormObj_CountObjects(one), 50)))
            yield from (o for o in inner if pdfium.FPDFPageObj_GetType(o) == pdfium.FPDF_PAGEOBJ_IMAGE)


def _area(image: Any) -> float:
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(image, *edges):
        return 0.0
    left, bottom, right, top = (edge.value for edge in edges)
    return abs((right - left) * (top - bottom))
