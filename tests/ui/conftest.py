"""The look is on before a widget is made, and nothing remembered comes from another test."""

import pytest
from PySide6.QtGui import QInputMethodEvent

from desktop_app.domain.sample.cluster import sample_cluster
from desktop_app.domain.years.period import Period
from desktop_app.new_file import award_catalogue
from desktop_app.ui.records.memory import settings
from desktop_app.ui.theme import theme


@pytest.fixture(autouse=True)
def _look(qapp):
    settings().clear()
    if not theme.is_applied:
        theme.apply(qapp, "light", 100)


@pytest.fixture(scope="session")
def sample():
    """The sample cluster's records by their sort."""
    records = sample_cluster(award_catalogue()).records()

    def of(sort):
        return [record for record in records if type(record) is sort]

    return of


@pytest.fixture
def period(sample):
    return next(period for period in sample(Period) if not period.is_closed)


@pytest.fixture
def type_in(qapp):
    """Type letter by letter, as an input method commits them; QTest's keys know no «ă»."""

    def send(widget, text):
        for letter in text:
            event = QInputMethodEvent()
            event.setCommitString(letter)
            qapp.sendEvent(widget, event)

    return send
