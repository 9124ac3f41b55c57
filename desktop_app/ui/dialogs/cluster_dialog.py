"""«Thông tin cụm»: the cluster's names and the settings of its papers."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidRecord, UserFacingError
from desktop_app.domain.years.cluster import Cluster
from desktop_app.storage import DataFile
from desktop_app.ui import messages
from desktop_app.ui.records.fields import CheckField, LineField
from desktop_app.ui.records.form import RecordForm


class ClusterForm(RecordForm):
    """Who the cluster is, and how its papers look."""

    def build(self) -> None:
        page = self.add_page("Cụm thi đua")
        page.row(name=LineField("Tên cụm"))
        page.row(block=LineField("Khối"))
        page.row(organising_body=LineField("Cơ quan tổ chức"))
        page.row(number=LineField("Số cụm"), code=LineField("Ký hiệu"))
        page.row(place=LineField("Địa danh"))
        page.title("Giấy tờ của cụm")
        page.row(print_rank=CheckField("In cấp bậc trước họ tên người ký"))
        page.row(
            numbers_once=CheckField(
                "Số vào sổ giấy khen nối tiếp trong năm, không cấp lại",
                tip="Không đánh dấu: số là thứ tự trong từng quyết định.",
            )
        )
        page.row(minutes_rule=CheckField("Kẻ đường dưới trích yếu của biên bản"))


class ClusterDialog(QDialog):
    """Accepted when the cluster was saved."""

    def __init__(self, file: DataFile, cluster: Cluster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.setWindowTitle("Thông tin cụm")
        self.form = ClusterForm()
        self.form.show_record(cluster)
        buttons = QDialogButtonBox()
        save = QPushButton("Lưu")
        save.setProperty("role", "primary")
        save.setDefault(True)
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form, 1)
        layout.addWidget(buttons)
        self.resize(600, 480)

    def save(self) -> None:
        """Save and close, or say what is wrong."""
        if self.form.problems():
            self.form.show_all_problems()
            return
        try:
            self._file.clusters.save(self.form.record())
        except InvalidRecord as error:
            self.form.show_problems(error.problems)
        except UserFacingError as error:
            messages.show_error(self, error)
        else:
            self.accept()
