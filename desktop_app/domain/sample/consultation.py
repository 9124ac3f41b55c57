"""The sample's draft compact and the round of comments on it. All of it is placeholder."""

from __future__ import annotations

import datetime as dt

from desktop_app.domain.compacts.compact import Compact, CompactState, Signature
from desktop_app.domain.compacts.consultation import (
    Answer,
    Comment,
    Consultation,
    Opinion,
    new_consultation,
)

_SENT, _DUE = dt.date(2018, 2, 20), dt.date(2018, 3, 2)
_COMMENTS = {
    1: ("Mục II.3", "Ghi rõ mốc đánh giá khi sơ kết 6 tháng (mẫu)", Answer.ABSORBED, ""),
    3: (
        "Mục IV.7",
        "Đề nghị không giao chỉ tiêu mô hình cho đơn vị không có địa bàn (mẫu)",
        Answer.PARTLY,
        "Giao theo nhiệm vụ của từng đơn vị, ghi ở bảng chỉ tiêu (mẫu)",
    ),
}
"""Place among the members → where, what, and what was made of it; all others agree."""


def sample_draft(signed: Compact) -> Compact:
    """The first version, which went out for comments before the signed one was drawn up."""
    return signed.replace(
        id="giao-uoc-2018-du-thao",
        version=1,
        state=CompactState.IN_COMMENT,
        signed_on=None,
        items=tuple(item.replace(id=f"{item.id}-dt") for item in signed.items),
        targets=(),
        signatures=tuple(_unsigned(place) for place in signed.signatures),
    )


def _unsigned(place: Signature) -> Signature:
    return place.replace(id=f"{place.id}-dt", signed_on=None)


def sample_consultation(draft: Compact) -> Consultation:
    """Everybody has answered; two units had something to say."""
    asked = new_consultation(draft)
    return asked.replace(
        id="lay-y-kien-2018",
        date=_SENT,
        due=_DUE,
        comments=tuple(_said(place, row) for place, row in enumerate(asked.comments)),
    )


def _said(place: int, row: Comment) -> Comment:
    named = row.replace(id=f"gy-2018-{place + 1:02d}", replied_on=dt.date(2018, 2, 26))
    if place not in _COMMENTS:
        return named.replace(opinion=Opinion.AGREED)
    about, text, answer, explanation = _COMMENTS[place]
    return named.replace(
        opinion=Opinion.COMMENTED, about=about, text=text, answer=answer, explanation=explanation
    )
