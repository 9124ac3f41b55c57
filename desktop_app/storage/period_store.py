"""Clusters, their periods with members, and secretariats in the data file."""

from __future__ import annotations

from desktop_app.domain.cluster import Cluster
from desktop_app.domain.period import Period, Secretariat
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema import (
    ClusterRow,
    MembershipRow,
    PeriodRow,
    SecretariatMemberRow,
    SecretariatRow,
)


class ClusterStore(RecordStore[Cluster]):
    record = Cluster
    table = ClusterRow


class PeriodStore(RecordStore[Period]):
    record = Period
    table = PeriodRow
    parts = {"members": MembershipRow}


class SecretariatStore(RecordStore[Secretariat]):
    record = Secretariat
    table = SecretariatRow
    parts = {"members": SecretariatMemberRow}
