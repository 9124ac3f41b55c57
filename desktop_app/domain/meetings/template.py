"""Templates of meetings: a kind's agenda, guests and stock phrases. Data of the file, editable."""

from __future__ import annotations

import json
from dataclasses import dataclass

from desktop_app.domain.meetings.meeting import MeetingKind
from desktop_app.domain.record import Choice, Record, part_problems, required


class MeetingPaper(Choice):
    """The papers of a meeting that can be printed together; the code is the paper's key."""

    INVITATION = "invitation", "Giấy mời"
    PROGRAMME = "programme", "Chương trình hội nghị"
    SIGN_IN_SHEET = "sign-in-sheet", "Danh sách đại biểu ký tên"
    PLACE_CARDS = "place-cards", "Biển tên"
    RUNNING_ORDER = "running-order", "Kịch bản điều hành"


@dataclass(frozen=True, kw_only=True)
class TemplateItem(Record):
    """One item of the usual agenda."""

    text: str = ""
    presenter: str = ""
    minutes: int | None = None
    chair_words: str = ""

    def problems(self) -> dict[str, str]:
        found = required(self, text="Cần có nội dung chương trình.")
        if self.minutes is not None and self.minutes < 0:
            found["minutes"] = "Thời lượng không được âm."
        return found


@dataclass(frozen=True, kw_only=True)
class TextBlock(Record):
    """A stock phrase for the minutes, with fields such as «{chủ trì}»."""

    name: str = ""
    text: str = ""

    def problems(self) -> dict[str, str]:
        return required(self, name="Cần có tên đoạn mẫu.", text="Cần có nội dung đoạn mẫu.")


@dataclass(frozen=True, kw_only=True)
class MeetingTemplate(Record):
    """What a new meeting of a kind begins with."""

    kind: MeetingKind = MeetingKind.OTHER
    name: str = ""
    meeting_name: str = ""
    """The name of a meeting made from it; «{năm}» is the period's name."""
    grounds: str = ""
    guests: tuple[str, ...] = ()
    """Guest bodies, a line each."""
    items: tuple[TemplateItem, ...] = ()
    text_blocks: tuple[TextBlock, ...] = ()
    papers: tuple[str, ...] = ()
    """Keys of the papers of such a meeting, in the order in which they are needed."""
    place_in_list: int = 0

    @property
    def title(self) -> str:
        return self.name

    def problems(self) -> dict[str, str]:
        found = required(self, name="Cần có tên mẫu.")
        return found | part_problems(self, "items", "text_blocks")


def read_templates(text: str) -> tuple[MeetingTemplate, ...]:
    """The templates of a JSON list, ids included. Raises KeyError, ValueError on a broken file."""
    return tuple(_template(place, data) for place, data in enumerate(json.loads(text), start=1))


def _template(place: int, data: dict) -> MeetingTemplate:  # type: ignore[type-arg]
    template_id = f"mau-{data['kind']}"
    return MeetingTemplate(
        id=template_id,
        kind=MeetingKind(data["kind"]),
        name=data["name"],
        meeting_name=data["meeting_name"],
        grounds=data.get("grounds", ""),
        guests=tuple(data.get("guests", ())),
        items=tuple(
            TemplateItem(id=f"{template_id}-{row}", **item)
            for row, item in enumerate(data["items"])
        ),
        text_blocks=tuple(
            TextBlock(id=f"{template_id}-doan-{row}", **block)
            for row, block in enumerate(data.get("text_blocks", ()))
        ),
        papers=tuple(data.get("papers", ())),
        place_in_list=place,
    )
