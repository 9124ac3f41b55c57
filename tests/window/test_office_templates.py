"""The office's own Word templates in the window: taken in, refused with reasons, used."""

from __future__ import annotations

import io

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.domain.errors import NotAllowed
from desktop_app.domain.office_template import OfficeTemplate
from desktop_app.papers.office_templates import TEMPLATE_SORTS
from desktop_app.storage.access import Access
from desktop_app.ui import messages
from desktop_app.ui.office_templates.keeping import OfficeTemplatesDialog

AWARDS, SUBMISSIONS, MEETINGS = 4, 1, 3


def word(*lines):
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def keep(file, paper, *lines, name="Mẫu của Cục"):
    return file.office_templates.keep(OfficeTemplate(name=name, paper=paper), word(*lines))


@pytest.fixture
def dialog(window, qtbot):
    made = OfficeTemplatesDialog(window.file, "submission", window)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def choose(monkeypatch, tmp_path):
    """Answers the question which file to take."""

    def answer(data, name="Tờ trình của Cục.docx"):
        path = tmp_path / name
        path.write_bytes(data)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    return answer


def test_a_good_template_is_taken_and_travels_with_the_file(dialog, window, choose):
    data = word("{{ so_ky_hieu }}", "{{ trich_yeu }}")
    choose(data)
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    (kept,) = window.file.office_templates.of_paper("submission")
    assert kept.name == "Tờ trình của Cục"
    assert window.file.office_templates.content(kept) == data
    assert dialog.list.count() == 1
    assert "Mẫu đúng" in dialog.found.toPlainText()
    assert kept.sha256[:16] in dialog.list.item(0).text()
    entry = window.file.history.of_record(kept.id)[0]
    assert entry.after["sha256"] == kept.sha256


def test_a_wrong_template_is_refused_with_every_reason(dialog, window, choose):
    choose(word("{{ trich_yu }}", "{{ nguoi_ki }}"))
    dialog.add()
    told = dialog.found.toPlainText()
    assert "«trich_yu»" in told
    assert "«nguoi_ki»" in told
    assert window.file.office_templates.all() == ()


def test_a_kept_template_is_looked_over_again(dialog, window):
    keep(window.file, "submission", "{{ khong_co }}")
    dialog._show_paper()
    QTest.mouseClick(dialog.check_button, Qt.MouseButton.LeftButton)
    assert "«khong_co»" in dialog.found.toPlainText()


def test_deleted_it_comes_back_with_undo(dialog, window, monkeypatch):
    kept = keep(window.file, "submission", "{{ trich_yeu }}")
    dialog._show_paper()
    monkeypatch.setattr(messages, "ask_delete", lambda *_: True)
    dialog.delete()
    assert window.file.office_templates.all() == ()
    window.file.history.undo()
    assert window.file.office_templates.content(kept) == word_of(window.file, kept)


def word_of(file, template):
    (attached,) = file.attachments.of_record(template)
    return file.attachments.content(attached)


def test_where_people_sign_in_only_administrators_take_templates_in(window, qtbot, monkeypatch):
    keep(window.file, "submission", "{{ trich_yeu }}")
    why = "Việc này chỉ người có quyền «Quản trị» làm được."
    monkeypatch.setattr(Access, "admin_refusal", why)
    dialog = OfficeTemplatesDialog(window.file, "submission", window)
    qtbot.addWidget(dialog)
    assert not dialog.add_button.isEnabled()
    assert not dialog.delete_button.isEnabled()
    assert dialog.check_button.isEnabled()
    assert dialog.add_button.toolTip() == why
    with pytest.raises(NotAllowed):
        keep(window.file, "submission", "{{ trich_yeu }}", name="Khác")


def test_fields_are_copied_by_keyboard(dialog):
    tree = dialog.fields.tree
    names = [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]
    assert len(names) == len(TEMPLATE_SORTS[0].fields)
    tree.setCurrentItem(tree.topLevelItem(2))
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "{{ so_ky_hieu }}"


def test_the_starter_is_written_and_taken_in_again(dialog, window, save_as, choose, tmp_path):
    path = tmp_path / "khởi đầu.docx"
    save_as(path)
    dialog.save_starter()
    choose(path.read_bytes())
    dialog.add()
    assert len(window.file.office_templates.of_paper("submission")) == 1


@pytest.fixture
def submission(window, qtbot):
    """The view of tờ trình, its paper made."""
    window.tabs.setCurrentIndex(AWARDS)
    view = window.page().turn_to(SUBMISSIONS)
    QApplication.processEvents()
    view.choose_paper("submission")
    qtbot.waitUntil(lambda: view.preview.is_ready)
    return view


def test_a_paper_goes_out_in_the_office_s_dress(window, submission, save_as, tmp_path):
    keep(window.file, "submission", "CỤC: {{ trich_yeu }}", "{{ nguoi_ky }}")
    path = tmp_path / "tờ trình.docx"
    save_as(path)
    window.actions_.templates.use.trigger()
    words = [p.text for p in docx.Document(str(path)).paragraphs]
    assert words[0] == f"CỤC: {submission.form.shown.subject}"


def test_the_button_of_the_preview_shows_where_there_is_a_template_to_be_had(
    window, submission, qtbot
):
    button = submission.preview._template
    assert button.isVisible()
    submission.choose_paper("nomination-list")
    qtbot.waitUntil(lambda: submission.preview.is_ready)
    assert not button.isVisible()


def test_without_a_template_the_list_is_offered(window, submission, monkeypatch):
    asked, opened = [], []
    monkeypatch.setattr(messages, "ask", lambda _p, title, *_: asked.append(title) or True)
    monkeypatch.setattr(OfficeTemplatesDialog, "exec", lambda self: opened.append(self.sort.key))
    submission.save_by_template()
    assert asked == ["Chưa có mẫu Word nào cho «Tờ trình»."]
    assert opened == ["submission"]


def test_other_papers_say_for_which_there_are_templates(window, submission, monkeypatch):
    told = []
    monkeypatch.setattr(messages, "show_note", lambda _p, title, body: told.append(body))
    submission.choose_paper("nomination-list")
    submission.save_by_template()
    assert told == ["Có cho: Tờ trình, Giấy mời, Quyết định khen thưởng (dự thảo)."]


def test_invitations_go_one_a_delegate_into_a_folder(window, monkeypatch, tmp_path, qtbot):
    keep(window.file, "invitation", "Mời: {{ nguoi_duoc_moi }}", "{{ hoi_nghi }}")
    window.tabs.setCurrentIndex(MEETINGS)
    view = window.page().turn_to(0)
    QApplication.processEvents()
    meeting = next(m for m in view.list.records() if m.attendance)
    view.select(meeting.id)
    view.choose_paper("invitation")
    from desktop_app.papers import paper_with_key

    parts = paper_with_key("invitation").parts(meeting)
    monkeypatch.setattr("desktop_app.ui.preview.saving.ask_folder", lambda _: tmp_path)
    wish = view.paper_wish()
    if wish.part is not None:
        pytest.skip("the preview shows one delegate at a time")
    parts_wanted = parts[:2]
    monkeypatch.setattr(type(paper_with_key("invitation")), "parts", lambda *_: parts_wanted)
    view.save_by_template()
    files = sorted(tmp_path.glob("*.docx"))
    assert len(files) == 2
    words = {docx.Document(str(path)).paragraphs[0].text for path in files}
    assert len(words) == 2
    assert all(text.startswith("Mời: Đồng chí") for text in words)
