"""A mention with some values changed: `dataclasses.replace` at two thirds of its price, for nearly all are changed."""

from dataclasses import fields
from operator import attrgetter
from typing import Any

from sovgraph.model import Mention

_NAMES = tuple(item.name for item in fields(Mention))
_PLACES = {name: place for place, name in enumerate(_NAMES)}
_values = attrgetter(*_NAMES)


def changed(mention: Mention, **changes: Any) -> Mention:
    """The mention with these fields changed; raises KeyError for what is no field."""
    values = list(_values(mention))
    for name, value in changes.items():
        values[_PLACES[name]] = value
    return Mention(*values)
