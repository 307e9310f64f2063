"""The frame of a page of HTML that is one file, such as a report: one style sheet, no script, nothing from outside."""

from html import escape
from pathlib import Path


def html_page(title: str, body: str, lang: str, kind: str = "") -> str:
    """A whole page; `body` is HTML already, `title` is text, `kind` a class of the style sheet."""
    style = Path(__file__).with_name("reading.css").read_text(encoding="utf-8")
    marked = f' class="{escape(kind)}"' if kind else ""
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name="viewport" content="width=device-width">\n<style>\n{style}</style></head>\n<body{marked}>\n'
        f"{body}</body></html>\n"
    )
