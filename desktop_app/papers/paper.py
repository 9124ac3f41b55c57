"""What every paper has: a key, a name, the record it takes, and the way from record to blocks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, ClassVar

from desktop_app.domain.record import Record
from desktop_app.papers.blocks import Document


class Paper(ABC):
    """One kind of paper. A record goes in complete, so composing needs no file and no screen."""

    key: ClassVar[str]
    name: ClassVar[str]
    record: ClassVar[type[Record]]

    @abstractmethod
    def compose(self, record: Any, only: str | None = None) -> Document:
        """The whole paper, or the one part whose id is given."""

    def parts(self, record: Any) -> tuple[tuple[str, str], ...]:
        """Id and label of each part that can be printed alone; empty for a single paper."""
        return ()
