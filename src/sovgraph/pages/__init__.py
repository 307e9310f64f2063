"""HTML for people: each thing with what is known of it, and each statement with its sentence."""

from sovgraph.pages.all_pages import Pages
from sovgraph.pages.contract import Links, Page

__all__ = ["Links", "Page", "Pages"]
