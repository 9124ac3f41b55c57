"""What the program does with files, each as one operation that a fault may strike.

An operation begins (what it needs is opened, one save is told of), acts, and is looked at
afterwards by another process: `kept` is what was there before, `is_done` what it was for.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import zipfile
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from desktop_app.domain.errors import PaperNotWritten
from desktop_app.domain.rich_text import RichText
from desktop_app.domain.units.unit import Unit, UnitName
from desktop_app.exchange.criteria_book import write_criteria
from desktop_app.exchange.criteria_reading import read_criteria
from desktop_app.exchange.reading import read_book
from desktop_app.papers import PAPERS
from desktop_app.papers.blocks import Document
from desktop_app.printing import output
from desktop_app.printing.pdf import to_pdf
from desktop_app.printing.word import to_word
from desktop_app.storage import DataFile, rekeying
from desktop_app.storage.backups import restoring
from desktop_app.storage.backups.backup import Backup, Reason
from desktop_app.storage.backups.copying import make_backup
from desktop_app.storage.backups.folder import backups_of, folder_of
from desktop_app.storage.file_key import FileKey, is_encrypted, new_key

FILE = "cụm.thidua"
BOOK, SCAN, PDF, WORD, COPY = "tiêu chí.xlsx", "quét.pdf", "giấy.pdf", "giấy.docx", "bản sao.thidua"
OLD_FILE = Path(__file__).parents[1] / "storage" / "old_files" / "version-4.thidua"
_TOLD, _LATER = "đã báo là đã lưu", "lưu sau bản sao lưu"
_OLD = b"t\xe1\xbb\x87p c\xc5\xa9"


class Operation:
    """One thing that the program does; the others differ in what they override."""

    name: ClassVar[str]
    damaged: ClassVar[str] = FILE
    """Which file is its input, to be damaged before it begins."""
    opens_first: ClassVar[bool] = True
    """Whether it holds the data file when the fault strikes."""

    def lay(self, folder: Path, sample: Path) -> None:
        """What has to be in the folder before."""
        shutil.copyfile(sample, folder / FILE)

    def begin(self, folder: Path) -> Any:
        """Opens what is needed; what it saves is told of, and has to be there for ever."""
        file = opened(folder / FILE)
        file.units.save(file.units.all()[0].replace(note=_TOLD))
        return file

    def act(self, file: Any) -> None:
        raise NotImplementedError

    def end(self, file: DataFile) -> None:
        file.close()

    def kept(self, folder: Path, file: DataFile) -> bool:
        """Whether all is there that was told of before the fault, by the reopened file."""
        return file.units.all()[0].note == _TOLD

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return True


class Opening(Operation):
    name = "mở"
    opens_first = False

    def begin(self, folder: Path) -> list[Any]:
        return [folder / FILE]

    def act(self, state: list[Any]) -> None:
        state.append(DataFile.open(state[0]))

    def end(self, state: list[Any]) -> None:
        for file in state[1:]:
            file.close()

    def kept(self, folder: Path, file: DataFile) -> bool:
        return file.units.count() == 6 and file.meetings.count() == 3


class Saving(Operation):
    name = "lưu"
    _course = "\n".join(f"Ý kiến thứ {number}" for number in range(400))

    def act(self, file: DataFile) -> None:
        meeting = file.meetings.get("hn-tong-ket-2018")
        units = [unit.replace(profile="mới") for unit in file.units.all()[1:]]
        file.save_all((*units, meeting.replace(course=RichText.plain(self._course))))

    def is_done(self, folder: Path, file: DataFile) -> bool:
        done = {unit.profile == "mới" for unit in file.units.all()[1:]}
        done.add(file.meetings.get("hn-tong-ket-2018").course.text == self._course)
        assert len(done) == 1, "half saved"
        return done == {True}


class Importing(Operation):
    name = "nhập Excel"
    damaged = BOOK

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        (folder / BOOK).write_bytes(_workbook(sample))

    def act(self, file: DataFile) -> None:
        path = file.path.with_name(BOOK)
        period = file.periods.all()[0]
        reading = read_criteria(read_book(path), period, file.units.all(), path.stem)
        assert reading.can_be_taken
        back_up(file, Reason.IMPORT)
        file.criteria.save(reading.criteria.replace(version=file.criteria.count() + 1))

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return file.criteria.count() > 1


class Attaching(Operation):
    name = "đính kèm"
    _content = bytes(range(256)) * 1200

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        (folder / SCAN).write_bytes(self._content)

    def act(self, file: DataFile) -> None:
        meeting = file.meetings.get("hn-tong-ket-2018")
        file.attachments.add(meeting, SCAN, file.path.with_name(SCAN).read_bytes())

    def is_done(self, folder: Path, file: DataFile) -> bool:
        found = file.attachments.of_record(file.meetings.get("hn-tong-ket-2018"))
        return any(file.attachments.content(one) == self._content for one in found)


class Deleting(Operation):
    name = "xoá, hoàn tác"

    def begin(self, folder: Path) -> DataFile:
        file = super().begin(folder)
        file.units.save(Unit(id="tam", code="TẠM", names=(UnitName(full="Đơn vị tạm"),)))
        return file

    def act(self, file: DataFile) -> None:
        if file.units.find("tam") is not None:
            file.units.delete(file.units.get("tam"))
        file.history.undo()

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return file.units.find("tam") is not None


class Upgrading(Opening):
    name = "nâng cấp"

    def lay(self, folder: Path, sample: Path) -> None:
        shutil.copyfile(OLD_FILE, folder / FILE)

    def kept(self, folder: Path, file: DataFile) -> bool:
        old = row_counts(OLD_FILE)
        now = {
            name: file._database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for name in old
        }
        return all(now[name] >= count for name, count in old.items())


class BackingUp(Operation):
    name = "sao lưu"

    def begin(self, folder: Path) -> DataFile:
        file = super().begin(folder)
        back_up(file, Reason.CLOSE)
        return file

    def act(self, file: DataFile) -> None:
        back_up(file, Reason.WORK)

    def kept(self, folder: Path, file: DataFile) -> bool:
        return super().kept(folder, file) and self._is_good(folder, Reason.CLOSE)

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return self._is_good(folder, Reason.WORK)

    def _is_good(self, folder: Path, reason: Reason) -> bool:
        found = [one for one in backups_of(folder / FILE) if one.reason is reason]
        for backup in found:
            restoring.check(backup)
        return bool(found)


class Restoring(Operation):
    name = "phục hồi"
    opens_first = False

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        with DataFile.open(folder / FILE) as file:
            file.units.save(file.units.all()[0].replace(note=_TOLD))
            backup = back_up(file, Reason.HAND)
            file.units.save(file.units.all()[0].replace(note=_LATER))
        assert backup.path.exists()

    @property
    def damaged(self) -> str:  # type: ignore[override]
        return "Sao lưu/*.thidua"

    def begin(self, folder: Path) -> Path:
        return folder / FILE

    def act(self, path: Path) -> None:
        restoring.restore(backups_of(path)[0], path)

    def end(self, path: Path) -> None:
        pass

    def kept(self, folder: Path, file: DataFile) -> bool:
        notes = {file.units.all()[0].note}
        for aside in folder.glob("*truoc-phuc-hoi*.thidua"):
            copy = aside.with_name("xem.thidua")
            shutil.copyfile(aside, copy)
            with DataFile.open(copy) as other:
                notes.add(other.units.all()[0].note)
            copy.unlink()
        return _LATER in notes

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return file.units.all()[0].note == _TOLD


class Printing(Operation):
    name = "PDF"

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        (folder / PDF).write_bytes(_OLD)

    def act(self, file: DataFile) -> None:
        output.save(_document(file), file.path.with_name(PDF))

    def kept(self, folder: Path, file: DataFile) -> bool:
        whole = (folder / PDF).read_bytes() in (_OLD, to_pdf(_document(file)))
        return whole and super().kept(folder, file)

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return (folder / PDF).read_bytes() == to_pdf(_document(file))


class Exporting(Operation):
    name = "Word, Excel"

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        for name in (WORD, BOOK):
            (folder / name).write_bytes(_OLD)

    def act(self, file: DataFile) -> None:
        output.save(_document(file), file.path.with_name(WORD))
        output.write_bytes(file.path.with_name(BOOK), write_criteria(file.criteria.all()[0]))

    def kept(self, folder: Path, file: DataFile) -> bool:
        whole = all(
            self._is_old(folder / name) or _is_package(folder / name) for name in (WORD, BOOK)
        )
        return whole and super().kept(folder, file)

    def is_done(self, folder: Path, file: DataFile) -> bool:
        same = (folder / WORD).read_bytes() == to_word(_document(file))
        return same and _is_package(folder / BOOK)

    def _is_old(self, path: Path) -> bool:
        return path.read_bytes() == _OLD


class Copying(Operation):
    name = "lưu bản sao"

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        shutil.copyfile(sample, folder / COPY)

    def act(self, file: DataFile) -> None:
        file.copy_to(file.path.with_name(COPY))

    def kept(self, folder: Path, file: DataFile) -> bool:
        with DataFile.open(folder / COPY) as copy:
            return copy.check() == () and super().kept(folder, file)

    def is_done(self, folder: Path, file: DataFile) -> bool:
        with DataFile.open(folder / COPY) as copy:
            return super().kept(folder, copy)


class Closing(Operation):
    name = "đóng"

    def act(self, file: DataFile) -> None:
        file.close()


class Locking(Operation):
    """A password is set; where there is one already, the file is written anew under it."""

    name = "đổi mật khẩu"
    opens_first = False

    def lay(self, folder: Path, sample: Path) -> None:
        super().lay(folder, sample)
        super().begin(folder).close()

    def begin(self, folder: Path) -> Path:
        return folder / FILE

    def act(self, path: Path) -> None:
        old = key() if is_encrypted(path) else None
        rekeying.change_key(path, old, key())
        opened(path).close()
        rekeying.forget_old(path)

    def end(self, path: Path) -> None:
        pass

    def is_done(self, folder: Path, file: DataFile) -> bool:
        return is_encrypted(folder / FILE)


class PrintingInPlace(Printing):
    """Wrong on purpose: the old file is gone as soon as the new one is begun."""

    name = "PDF ghi đè tại chỗ"

    def act(self, file: DataFile) -> None:
        try:
            file.path.with_name(PDF).write_bytes(to_pdf(_document(file)))
        except OSError as error:
            raise PaperNotWritten("Chưa ghi được: đĩa đã đầy.") from error


class PrintingWithoutWaiting(Printing):
    """Wrong on purpose: the new file has its name before its bytes are on the disk."""

    name = "PDF không đợi đĩa"

    def act(self, file: DataFile) -> None:
        path = file.path.with_name(PDF)
        part = path.with_name("tạm.pdf")
        part.write_bytes(to_pdf(_document(file)))
        part.replace(path)


@cache
def key() -> FileKey:
    """The key of the one password there is here, of the least cost."""
    return new_key("bốn năm tiếng dễ nhớ", cost=1)


def opened(path: Path) -> DataFile:
    return DataFile.open(path, key() if is_encrypted(path) else None)


OPERATIONS: dict[str, Operation] = {
    one.name: one
    for one in (
        *(Opening(), Saving(), Importing(), Attaching(), Deleting(), Upgrading()),
        *(BackingUp(), Restoring(), Printing(), Exporting(), Locking(), Copying(), Closing()),
    )
}

WRONG: dict[str, Operation] = {
    one.name: one for one in (PrintingInPlace(), PrintingWithoutWaiting())
}


def back_up(file: DataFile, reason: Reason) -> Backup:
    """A backup of an open file, as the window makes it."""
    content = file.stand_still()
    try:
        return make_backup(file.pages, file.path, folder_of(file.path), reason, content)
    finally:
        file.move_again()


def row_counts(path: Path) -> dict[str, int]:
    """Table → rows of a closed plain file, without any of our code."""
    with contextlib.closing(
        sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    ) as raw:
        names = raw.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT LIKE 'search_%'"
        ).fetchall()
        return {
            name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in names
        }


def _is_package(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None
    except (OSError, zipfile.BadZipFile):
        return False


@cache
def _workbook(sample: Path) -> bytes:
    with DataFile.open(sample) as file:
        return write_criteria(file.criteria.all()[0])


def _document(file: DataFile) -> Document:
    paper = next(paper for paper in PAPERS if paper.key == "programme")
    return paper.compose(file.meetings.get("hn-ky-ket-2018"), None)
