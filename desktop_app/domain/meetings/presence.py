"""Who is in the room: what one key notes of a delegate, with the time, and how it is told."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.meetings.meeting import Attendance, Presence


def came(part: Attendance, at: dt.time | None = None) -> Attendance:
    """Here from a time on; from the beginning without one."""
    presence = Presence.DEPUTY if part.presence is Presence.DEPUTY else Presence.PRESENT
    return part.replace(presence=presence, arrived=at, left=None)


def went(part: Attendance, at: dt.time) -> Attendance:
    """Gone from a time on; who is not here cannot go."""
    return part.replace(left=at) if part.is_here else part


def missing(part: Attendance, reason: str = "") -> Attendance:
    """Not here at all."""
    return part.replace(
        presence=Presence.ABSENT, reason=reason or part.reason, arrived=None, left=None
    )


def standing_in(
    part: Attendance, name: str, rank: str, post: str, authorisation: str
) -> Attendance:
    """Somebody else came in the delegate's place, with a paper."""
    return part.replace(
        presence=Presence.DEPUTY,
        deputy_name=name,
        deputy_rank=rank,
        deputy_post=post,
        authorisation=authorisation,
    )


def told(part: Attendance) -> str:
    """«Có mặt», «đến 08:20, về 10:05», «Vắng, đi công tác», «Dự thay: Lê Văn B»."""
    words = []
    if part.is_here:
        words += [f"đến {part.arrived:%H:%M}"] if part.arrived else []
        words += [f"về {part.left:%H:%M}"] if part.left else []
    if part.presence is Presence.DEPUTY and part.deputy_name:
        return ", ".join([f"Dự thay: {part.deputy_name}", *words])
    if part.presence is Presence.ABSENT and part.reason:
        return f"{part.presence.label}, {part.reason}"
    return ", ".join(words) or part.presence.label
