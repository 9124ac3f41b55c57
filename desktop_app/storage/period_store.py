"""Clusters, their periods with members, and secretariats in the data file."""

from __future__ import annotations

from desktop_app.domain.years.cluster import Cluster
from desktop_app.domain.years.period import Period, Secretariat, SecretariatState
from desktop_app.domain.years.period_rules import neighbour_problems, state_problems
from desktop_app.storage.plain import to_plain
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.years import (
    ClusterRow,
    MembershipRow,
    PeriodRow,
    RotationExceptionRow,
    SecretariatMemberRow,
    SecretariatRow,
)


class ClusterStore(RecordStore[Cluster]):
    record = Cluster
    table = ClusterRow
    parts = {"rotation_exceptions": RotationExceptionRow}


class PeriodStore(RecordStore[Period]):
    record = Period
    table = PeriodRow
    parts = {"members": MembershipRow}

    def file_problems(self, record: Period) -> dict[str, str]:
        """What the file's other years and the period's own past forbid."""
        return neighbour_problems(record, self.all()) | self._past_problems(record)

    def _past_problems(self, record: Period) -> dict[str, str]:
        before = self.find(record.id)
        if before is not None and before.is_closed and record.is_closed:
            changed = to_plain(before) != to_plain(record)
            return {"state": "Kỳ đã đóng chỉ còn xem: muốn sửa, hãy mở lại."} if changed else {}
        return state_problems(before, record)


class SecretariatStore(RecordStore[Secretariat]):
    record = Secretariat
    table = SecretariatRow
    parts = {"members": SecretariatMemberRow}

    def file_problems(self, record: Secretariat) -> dict[str, str]:
        """One decision is in force in a period."""
        if record.state is not SecretariatState.ISSUED:
            return {}
        others = (s for s in self.of_period(record.period) if s.id != record.id)
        held = next((s for s in others if s.state is SecretariatState.ISSUED), None)
        if held is None:
            return {}
        return {"state": f"Quyết định {held.decision_number} đang có hiệu lực: hãy kết thúc trước."}
