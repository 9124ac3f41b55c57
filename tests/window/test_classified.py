"""Whoever types or attaches what looks classified is told; nothing is refused."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from desktop_app.ui import messages


def test_a_mark_in_a_form_is_told_over_it_and_goes_with_the_words(window):
    window.tabs.setCurrentIndex(1)
    units = window.page().turn_to(0)
    units.select(window.file.units.all()[0].id)
    assert units.form.classified.text() == ""
    field = units.form.fields["address"]
    for words, is_told in (("Kho tài liệu tuyệt mật", True), ("Kho tài liệu", False)):
        field.findChild(QLineEdit).setText(words)
        field.settle()
        assert ("tuyệt mật" in units.form.classified.text()) == is_told
        assert units.form.classified.isHidden() != is_told
        assert units.form.problems() == {}


def test_a_file_with_a_mark_in_its_name_is_asked_about(window, qtbot, tmp_path, monkeypatch):
    from desktop_app.ui.records.attached.attachments import AttachmentPanel

    panel = AttachmentPanel()
    qtbot.addWidget(panel)
    unit = window.file.units.all()[0]
    panel.show_record(window.file, unit, is_saved=True, read_only=False)
    paths = [tmp_path / "QD TUYET MAT.txt", tmp_path / "giấy mời.txt"]
    for path in paths:
        path.write_bytes(b"x")
    asked = []
    for answer, count in ((False, 1), (True, 2)):
        monkeypatch.setattr(
            messages, "ask", lambda _p, *words, a=answer, **__: asked.append(words[0]) or a
        )
        panel.add_files(paths)
        qtbot.waitUntil(lambda: panel.reading.job is None)
        assert len(window.file.attachments.of_record(unit)) == count
    assert len(asked) == 2
    assert "TUYET MAT" in asked[0]
