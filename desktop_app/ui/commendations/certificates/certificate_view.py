"""The view «Mẫu giấy khen»: designs of certificates, blanks and cards."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain.commendations.certificate_designs import MERIT, certificate_designs
from desktop_app.domain.commendations.certificate_template import CertificateTemplate
from desktop_app.domain.commendations.template_exchange import read_template, write_template
from desktop_app.domain.errors import UserFacingError
from desktop_app.domain.record import new_id
from desktop_app.papers import paper_with_key
from desktop_app.papers.blocks import CertificateSheet
from desktop_app.ui import icons, messages
from desktop_app.ui.commendations.certificates.certificate_form import CertificateForm
from desktop_app.ui.preview import saving
from desktop_app.ui.preview.made_paper import file_name
from desktop_app.ui.records.lists.record_model import Column
from desktop_app.ui.records.stored_tab import StoredTab

TAKE = "Lấy mẫu của chương trình"
_ENDING = ".mau-giay.json"
_MOST_SHEETS = 60
"""Grants offered as words of the design; more is no use for looking."""


class CertificateView(StoredTab[CertificateTemplate]):
    """Designs outlive periods; they are the secretary's own data."""

    key = "certificate-templates"
    noun = "mẫu giấy khen"
    record_type = CertificateTemplate
    form_class = CertificateForm
    attachments = True
    narrow_list = True
    tall_rows = True
    add_text = "Thêm mẫu"
    empty_text = f"Chưa có mẫu nào. Bấm «{TAKE}» ở dưới danh sách, hoặc «Thêm mẫu»."
    help_page = "mau-giay-khen"
    columns = (
        Column("Mẫu", lambda t: t.name, stretch=True),
        Column("Khổ", lambda t: t.size_text, width=120),
        Column("Dùng cho", lambda t: t.award.name if t.award else "", width=140, hidden=True),
    )

    def __init__(self) -> None:
        super().__init__()
        for icon, words, do in (
            ("download", f"{TAKE}: thêm những mẫu tệp này chưa có", self.take),
            ("file-up", "Xuất mẫu đang chọn thành tệp…", self.export),
            ("folder-open", "Nhập mẫu từ tệp…", self.take_file),
        ):
            button = icons.icon_button(icon, words, tint="muted")
            button.clicked.connect(lambda _=False, act=do: act())
            self.list.add_tool(button)

    def load(self) -> Sequence[CertificateTemplate]:
        assert self.file is not None
        assert isinstance(self.form, CertificateForm)
        file = self.file
        self.form.set_choices(file.awards.all(), self._sheets(), file.picture_of)
        return sorted(super().load(), key=lambda template: template.place_in_list)

    def new_record(self) -> CertificateTemplate:
        """Begins as the program's own design."""
        fields = tuple(field.replace(id=new_id()) for field in MERIT.fields)
        return CertificateTemplate(
            name="Mẫu mới", art=MERIT.art, fields=fields, place_in_list=self.list.model.total + 1
        )

    def take(self) -> None:
        """Those designs of the program that the file has not; its own stay as they are."""
        if self.file is None or not self.can_leave():
            return
        known = {template.id for template in self.file.certificate_templates.all()}
        missing = [each for each in certificate_designs() if each.id not in known]
        self.file.save_all(missing)
        self.look_again(f"Đã thêm {len(missing)} mẫu của chương trình.")

    def export(self) -> None:
        """The design in hand as a file, with the picture of its blank."""
        template = self.current_record()
        if self.file is None or not isinstance(template, CertificateTemplate):
            self.status.emit("Hãy chọn và lưu một mẫu trước khi xuất.")
            return
        path = saving.ask_path_for_copy(self, file_name(template.name) + _ENDING)
        data = write_template(template, self.file.picture_of(template)).encode("utf-8")
        if path and saving.write(self, path, data):
            self.status.emit(f"Đã lưu {path}")

    def take_file(self) -> None:
        """A design from a file, added as a new one."""
        path = saving.ask_design(self)
        if self.file is None or path is None or not self.can_leave():
            return
        try:
            template, picture = read_template(path.read_bytes())
            saved = self.file.certificate_templates.save(template)
            if picture:
                self.file.attachments.add(saved, "anh-nen.png", picture)
        except OSError as error:
            unread = UserFacingError(f"Chưa đọc được tệp «{path.name}».")
            unread.__cause__ = error
            messages.show_error(self, unread)
            return
        except UserFacingError as error:
            messages.show_error(self, error)
            return
        self.refresh()
        self.select(saved.id)
        self.status.emit(f"Đã nhập mẫu «{saved.name}».")
        self.changed.emit()

    def _sheets(self) -> dict[str, CertificateSheet]:
        """Sheets of the period's decisions, to see the design with real words."""
        assert self.file is not None
        found: dict[str, CertificateSheet] = {}
        if self.period is None:
            return found
        paper = paper_with_key("certificate")
        for decision in self.file.decisions.of_period(self.period):
            batch = self.file.certificates_of(decision)
            for part, label in paper.parts(batch):
                if len(found) >= _MOST_SHEETS:
                    return found
                (section,) = paper.compose(batch, part).sections
                (sheet,) = section.blocks
                assert isinstance(sheet, CertificateSheet)
                found[f"{decision.number}: {label}"] = sheet
        return found
