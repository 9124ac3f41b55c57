"""«Thông tin cụm»: the cluster's names and the settings of its papers."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.domain.years.cluster import Cluster
from desktop_app.storage import DataFile
from desktop_app.ui.records.forms.fields import CheckField, LineField
from desktop_app.ui.records.forms.form import RecordForm
from desktop_app.ui.records.forms.form_dialog import FormDialog


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


class ClusterDialog(FormDialog):
    """Accepted when the cluster was saved."""

    def __init__(self, file: DataFile, cluster: Cluster, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin cụm", ClusterForm(), parent)
        self._file = file
        self.form.show_record(cluster)
        self.resize(600, 480)

    def keep(self, record: Cluster) -> None:
        self._file.clusters.save(record)
