"""The lists of a year that are read in pages show what they show of a small year."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.commendations.award import SubjectKind
from desktop_app.domain.commendations.nomination import Nomination, NominationState
from desktop_app.domain.compacts.exemplar import (
    Exemplar,
    ExemplarKind,
    Replication,
    Stage,
    StageReached,
)
from desktop_app.domain.long_lists import LISTED
from desktop_app.domain.units.person import Person
from desktop_app.domain.years.document import Direction, DocumentState, OfficialDocument
from desktop_app.new_file import create_sample
from desktop_app.storage import DataFile
from desktop_app.ui.commendations import nomination_form
from desktop_app.ui.commendations.exemplar_view import ExemplarView
from desktop_app.ui.commendations.nomination_view import NominationView
from desktop_app.ui.home import document_form
from desktop_app.ui.home.register_view import RegisterView
from desktop_app.ui.records.lists.chip import ChipDelegate
from desktop_app.ui.records.lists.record_model import TONE_ROLE
from desktop_app.ui.tokens import Tone
from desktop_app.ui.units import person_form
from desktop_app.ui.units.person_view import PersonView

EXEMPLARS = {
    None: Tone.AMBER,
    **dict.fromkeys((Stage.FOUND, Stage.CHOSEN, Stage.NURTURED), Tone.BLUE),
    **dict.fromkeys(
        (Stage.RECOGNISED, Stage.PUBLICISED, Stage.REPLICATED, Stage.FOLLOWED), Tone.GREEN
    ),
}
VIEWS = (NominationView, RegisterView, ExemplarView, PersonView)
COUNT = 30


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """The sample with some more records of each sort; copied by those who change it."""
    path = tmp_path_factory.mktemp("năm") / "năm.thidua"
    with create_sample(path) as file:
        year = last_year(file)
        chance = random.Random(2)
        awards = [award for award in file.awards.all() if award.is_for(SubjectKind.INDIVIDUAL)]
        people = file.people.all()
        with file.transaction():
            for n in range(COUNT):
                person, day = chance.choice(people), dt.date(int(year.name), 1 + n % 12, 3)
                file.nominations.put(
                    Nomination(
                        period=year,
                        award=chance.choice(awards),
                        kind=SubjectKind.INDIVIDUAL,
                        person=person,
                        unit=person.unit or file.units.all()[0],
                        name=f"{person.full_name} {n % 9}",
                        achievement_year=year.name,
                        score=chance.choice((None, Decimal("9.5"), Decimal("98.25"))),
                        place=chance.choice((None, 2, 11)),
                        state=chance.choice(list(NominationState)),
                    )
                )
                file.documents.put(
                    OfficialDocument(
                        period=year,
                        direction=Direction.INCOMING,
                        symbol=f"{n % 12}/BCA-X{n % 3}",
                        day=day,
                        received_on=chance.choice((None, day + dt.timedelta(days=40))),
                        summary=f"Về việc {chance.choice(('thi đua', 'khen thưởng'))} {n % 4}",
                        body=chance.choice(("Bộ Công an", "Ủy ban")),
                        state=chance.choice(list(DocumentState)),
                    )
                )
                reached = tuple(
                    StageReached(stage=stage, day=day) for stage in list(Stage)[: n % 8]
                )
                file.exemplars.put(
                    Exemplar(
                        period=year,
                        kind=ExemplarKind.MODEL,
                        name=f"Mô hình {n:02d}",
                        unit=chance.choice(file.units.all()),
                        stages=reached,
                        replications=(Replication(place="Xã"),) * (n % 3),
                        is_stopped=n % 5 == 0,
                    )
                )
        earlier = next(period for period in file.periods.all() if period.id != year.id)
        file.exemplars.save(Exemplar(period=earlier, name="Năm trước", unit=file.units.all()[0]))
    return path


@pytest.fixture
def file(large, tmp_path):
    path = tmp_path / "năm.thidua"
    shutil.copy(large, path)
    with DataFile.open(path) as opened:
        yield opened


def last_year(file):
    return max(file.periods.all(), key=lambda period: period.name)


@pytest.fixture
def show(qtbot, file):
    def shown(view_class, long_from):
        view = view_class()
        qtbot.addWidget(view)
        view.long_from = long_from
        view.set_file(file)
        view.set_period(last_year(file))
        view.resize(1200, 700)
        view.show()
        return view

    return shown


def rows(view):
    model = view.list.model
    return [
        tuple(model.data(model.index(row, column)) for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def keys(plain, number, view):
    """What the rows of a view are ordered by: rows that are alike may stand either way."""
    column = plain.list.model.columns[number]
    return [(column.sort or column.text)(record) for record in view.list.records()]


@pytest.mark.parametrize("view_class", VIEWS)
def test_order_words_and_sums_are_those_of_the_plain_list(view_class, show):
    plain, paged = show(view_class, None), show(view_class, 1)
    assert paged.list.model._pages is not None
    assert plain.list.model._pages is None
    assert rows(paged) == rows(plain) != []
    assert paged.list._foot.text() == plain.list._foot.text()
    ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    for column in range(len(view_class().columns)):
        for view in (plain, paged):
            view.list.model.sort(column, ascending)
        assert rows(paged) == rows(plain), column
        for view in (plain, paged):
            view.list.model.sort(column, descending)
        assert keys(plain, column, plain) == keys(plain, column, paged), column


@pytest.mark.parametrize("view_class", VIEWS)
def test_a_filter_leaves_the_same_rows_and_sum(view_class, show):
    plain, paged = show(view_class, None), show(view_class, 1)
    for typed in ("thieu", "đề xuất", "cuc", "mo hinh 0", "03/0", "khong co gi"):
        for view in (plain, paged):
            view.list.filter_box.setText(typed)
            view.list.apply_filter()
        assert rows(paged) == rows(plain), typed
        assert paged.list._foot.text() == plain.list._foot.text()


@pytest.mark.parametrize(
    ("view_class", "tone"),
    [
        (NominationView, lambda n: nomination_form.STATE_TONES[n.state]),
        (RegisterView, lambda d: document_form.STATE_TONES[d.state]),
        (PersonView, lambda p: person_form.SERVICE_TONES[p.service_state]),
        (ExemplarView, lambda e: (e.is_stopped and Tone.GREY) or EXEMPLARS[e.stage]),
    ],
)
def test_colours_are_those_of_the_records_which_are_not_read_for_them(view_class, tone, show, file):
    view = show(view_class, 1)
    model, last = view.list.model, len(view_class().columns) - 1
    file.forget_loaded()
    view.list.model.set_filter("e")
    view.list.model.set_filter("")
    file.forget_loaded()
    found = [model.data(model.index(row, last), TONE_ROLE) for row in range(model.rowCount())]
    assert len(file.store_of(view.record_type)._loaded) == 0
    assert found == [tone(record) for record in view.list.records()]


def test_only_coloured_columns_are_painted_by_the_program(show):
    table = show(ExemplarView, 1).list.table
    painted = [isinstance(table.itemDelegateForColumn(n), ChipDelegate) for n in range(4)]
    assert painted == [False, False, False, True]
    assert not isinstance(table.itemDelegate(), ChipDelegate)


def test_a_list_tells_what_has_become_of_what_it_names(show, file):
    """Names, files, the papers an award wants, a deletion and its undo."""
    view = show(NominationView, 1)

    def agrees():
        view.refresh()
        plain = show(NominationView, None)
        assert rows(view) == rows(plain)
        assert view.list._foot.text() == plain.list._foot.text()

    nomination = next(one for one in file.nominations.all() if one.name and not one.dossier)
    unit = file.units.all()[0]
    file.units.save(
        unit.replace(names=tuple(name.replace(full="Văn phòng Bộ") for name in unit.names))
    )
    agrees()
    before = rows(view)
    attached = file.attachments.add(
        nomination, "a.pdf", b"%PDF-1.4 a", part=first_paper(nomination)
    )
    agrees()
    assert rows(view) != before
    file.attachments.delete(attached)
    agrees()
    assert rows(view) == before
    file.awards.save(nomination.award.replace(dossier_papers=("Một", "Hai", "Ba", "Bốn", "Năm")))
    agrees()
    assert rows(view) != before
    file.nominations.delete(file.nominations.get(nomination.id))
    agrees()
    file.history.undo()
    agrees()


def first_paper(nomination):
    from desktop_app.domain.commendations.dossier import checklist

    return checklist(nomination)[0].id


def test_the_form_follows_a_save_and_a_choice_in_pages(show, file):
    view = show(ExemplarView, 1)
    last = view.list.records()[len(view.list.records()) - 1]
    assert view.select(last.id)
    view.form.fields["name"].put("Mô hình mới")
    assert view.save()
    assert view.form.shown.name == "Mô hình mới"
    assert view.list.current().id == last.id
    assert "Mô hình mới" in {row[0] for row in rows(view)}
    assert "Năm trước" not in {row[0] for row in rows(view)}


def test_people_to_choose_from_are_read_when_the_list_is_opened(show, file):
    view = show(ExemplarView, 1)
    picker = view.form.fields["person"].editor
    assert picker.count() == 0
    picker.showPopup()
    picker.hidePopup()
    assert picker.count() == len(file.people.all())


def test_every_listed_sort_has_its_period_and_its_columns(file):
    for kind, listed in LISTED.items():
        assert 0 < len(listed.columns) <= 8
        has_period = "period" in file.store_named(kind).record.__dataclass_fields__
        assert has_period is (kind != Person.__name__)
