"""HTML for people: each thing with what is known of it, and each statement with its sentence."""

import sovgraph.pages.specials  # noqa: F401 - fills the registry of boxes
from sovgraph.pages.all_pages import DATA, Pages
from sovgraph.pages.contract import Links, Page
from sovgraph.pages.query_page import FORMS, Choices, Rows

__all__ = ["DATA", "FORMS", "Choices", "Links", "Page", "Pages", "Rows"]
