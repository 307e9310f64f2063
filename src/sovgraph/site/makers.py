"""All makers; importing this module registers them."""

from sovgraph.site import around, asked, things, whole
from sovgraph.site.workshop import MAKERS, Workshop

__all__ = ["MAKERS", "Workshop", "around", "asked", "things", "whole"]
