"""Word templates of the office: each record with its bytes as its one attached file."""

from __future__ import annotations

import hashlib

from desktop_app.domain.errors import DataFileDamaged
from desktop_app.domain.office_template import OfficeTemplate
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.schema.office import OfficeTemplateRow


class OfficeTemplateStore(RecordStore[OfficeTemplate]):
    record = OfficeTemplate
    table = OfficeTemplateRow

    def of_paper(self, key: str) -> tuple[OfficeTemplate, ...]:
        """The templates of a paper, in the order of entry."""
        return tuple(template for template in self.all() if template.paper == key)

    def keep(self, template: OfficeTemplate, content: bytes) -> OfficeTemplate:
        """A template with its bytes, as one change; where people sign in by administrators alone.

        Raises NotAllowed, and UserFacingError when it is too large.
        """
        self._file.access.check_admin()
        sha256 = hashlib.sha256(content).hexdigest()
        with self._file.transaction():
            kept = self.save(template.replace(sha256=sha256))
            self._file.attachments.add(kept, f"{template.name}.docx", content)
        return kept

    def content(self, template: OfficeTemplate) -> bytes:
        """The bytes that were looked over, and no others. Raises DataFileDamaged."""
        for attached in self._file.attachments.of_record(template):
            if attached.sha256 == template.sha256:
                return self._file.attachments.content(attached)
        raise DataFileDamaged(
            f"Nội dung của mẫu «{template.name}» không còn đúng như lúc thêm vào.",
            kept="Mẫu này không được dùng.",
            remedy="Hãy xoá mẫu rồi thêm lại từ tệp Word gốc.",
        )
