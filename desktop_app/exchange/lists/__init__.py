"""Lists from outside: what their columns mean, their rows as records, and templates for them."""

from __future__ import annotations

from desktop_app.exchange.lists.delegates import Delegates
from desktop_app.exchange.lists.grants import Grants
from desktop_app.exchange.lists.kind import ListKind
from desktop_app.exchange.lists.nominees import Nominees
from desktop_app.exchange.lists.people import People
from desktop_app.exchange.lists.units import Units

LIST_KINDS: tuple[ListKind, ...] = (Units(), People(), Delegates(), Nominees(), Grants())
"""Every sort of list that can be taken in; those first that the others point to."""
