"""The command line: the sample file, papers to PDF and Word, and the check of a data file.

Exit codes: 0 done; 1 could not be done; 2 the command is wrong; 3 `check` found something.
"""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from desktop_app.domain.errors import PasswordNeeded, UserFacingError
from desktop_app.domain.record import Record
from desktop_app.new_file import create_sample
from desktop_app.papers import PAPERS
from desktop_app.papers.paper import Paper
from desktop_app.storage import DataFile
from desktop_app.storage.file_key import key_of_password, read_header

DONE, FAILED, MISUSED, FOUND = 0, 1, 2, 3


class WrongCommand(UserFacingError):
    """The command line cannot be understood."""


def main(arguments: list[str]) -> int:
    """Does what the arguments say and answers with the exit code."""
    try:
        chosen = _parser().parse_args(arguments)
        run: Callable[[argparse.Namespace], int] = chosen.run
        code = run(chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Who reads has enough (`papers | head`): what is left goes nowhere, also at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except WrongCommand as error:
        print(error, file=sys.stderr)
        return MISUSED
    except UserFacingError as error:
        print(error, file=sys.stderr)
        return FAILED


# --- what the commands do -----------------------------------------------------------------


def write_demo(path: Path) -> None:
    """A new file with the sample cluster. Raises DataFileError when it exists already."""
    create_sample(path).close()


def write_papers(path: Path, folder: Path) -> list[Path]:
    """Every paper of every record of a file, as KEY-ID.pdf and KEY-ID.docx."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with _opened(path) as file:
        for paper in PAPERS:
            for record in file.records_of(paper.record):
                for ending in ("pdf", "docx"):
                    target = folder / f"{paper.key}-{record.id}.{ending}"
                    _write(paper, record, target, None)
                    written.append(target)
    return written


def write_workbooks(path: Path, folder: Path) -> list[Path]:
    """Every table of criteria of a file as a workbook that was read back. Raises ImportRefused."""
    from desktop_app.exchange.criteria_book import write_criteria
    from desktop_app.exchange.reading import read_book

    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    with _opened(path) as file:
        for criteria in file.criteria.all():
            target = folder / f"tieu-chi-{criteria.id}.xlsx"
            target.write_bytes(write_criteria(criteria))
            read_book(target)
            written.append(target)
    return written


def _opened(path: Path) -> DataFile:
    """A data file; at a terminal its password is asked for. Raises DataFileError."""
    try:
        return DataFile.open(path)
    except PasswordNeeded:
        if not sys.stdin.isatty():
            raise
    password = getpass.getpass("Mật khẩu của tệp: ")
    return DataFile.open(path, key_of_password(read_header(path), password))


def _demo(chosen: argparse.Namespace) -> int:
    write_demo(chosen.file)
    print(f"Đã tạo tệp mẫu: {chosen.file}")
    if chosen.papers:
        written = write_papers(chosen.file, chosen.papers)
        print(f"Đã in {len(written)} tệp vào: {chosen.papers}")
    return DONE


def _print(chosen: argparse.Namespace) -> int:
    paper = _paper(chosen.paper)
    with _opened(chosen.file) as file:
        record = _record(file.records_of(paper.record), chosen.record, paper)
    _write(paper, record, chosen.out, _part(paper, record, chosen.part))
    print(f"Đã ghi: {chosen.out}")
    return DONE


def _papers(_: argparse.Namespace) -> int:
    width = max(len(paper.key) for paper in PAPERS) + 2
    for paper in PAPERS:
        print(f"{paper.key:<{width}}{paper.name}")
    return DONE


def _check(chosen: argparse.Namespace) -> int:
    with _opened(chosen.file) as file:
        problems = file.check()
        counts = ", ".join(f"{store.count()} {store.table.noun}" for store in file.stores)
    for problem in problems:
        print(problem, file=sys.stderr)
    print("Tệp nguyên vẹn." if not problems else f"Có {len(problems)} điều cần xem lại.")
    print(counts)
    return FOUND if problems else DONE


def _accounts(chosen: argparse.Namespace) -> int:
    """Who works with the file; the way back in when every administrator's password is lost."""
    from desktop_app.storage.sign_in_off import sign_in_off

    if chosen.sign_in_off:
        backup = sign_in_off(chosen.file, _password)
        print(f"Đã tắt đăng nhập. Bản sao lưu trước đó: {backup.path}")
        return DONE
    with DataFile.open(chosen.file) as file:
        for account in file.accounts.all():
            state = "" if account.is_active else ", ngừng dùng"
            print(f"{account.name}: {account.role.label}{state}")
        print("Đăng nhập đang bật." if file.access.is_on else "Đăng nhập đang tắt.")
    return DONE


def _password() -> str:
    import getpass

    return getpass.getpass("Mật khẩu của tệp: ")


def _write(paper: Paper, record: Record, target: Path, part: str | None) -> None:
    # Only here, so that `papers`, `check` and `--help` answer at once.
    from desktop_app.printing import output, preflight

    document = paper.compose(record, part)
    for warning in preflight.check(document):
        print(f"{target.name}: {warning}", file=sys.stderr)
    output.save(document, target)


# --- what was asked for -------------------------------------------------------------------


def _paper(key: str) -> Paper:
    found = next((paper for paper in PAPERS if paper.key == key), None)
    if found is None:
        keys = ", ".join(paper.key for paper in PAPERS)
        raise WrongCommand(f"Không có loại giấy tờ «{key}».", remedy=f"Các loại: {keys}.")
    return found


def _record(records: Iterable[Record], wanted: str | None, paper: Paper) -> Record:
    listed = list(records)
    found = [record for record in listed if wanted in (None, record.id)]
    if len(found) == 1:
        return found[0]
    lines = "\n".join(f"  {record.id}  {record.title}" for record in listed)
    if not listed:
        raise WrongCommand(f"Trong tệp chưa có bản ghi nào để in «{paper.name}».")
    asked = f"Không có bản ghi «{wanted}»." if wanted else "Cần chọn bản ghi bằng --record ID."
    raise WrongCommand(f"{asked} Các bản ghi in được «{paper.name}»:\n{lines}")


def _part(paper: Paper, record: Record, wanted: str | None) -> str | None:
    parts = paper.parts(record)
    if wanted is None or wanted in (part_id for part_id, _ in parts):
        return wanted
    lines = "\n".join(f"  {part_id}  {label}" for part_id, label in parts)
    raise WrongCommand(f"Không có tờ «{wanted}». Các tờ in riêng được:\n{lines}")


# --- the words of the command line --------------------------------------------------------


class _Vietnamese(argparse.HelpFormatter):
    """argparse's own heading is English."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    """A parser that speaks Vietnamese and leaves the exit to `main`."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Vietnamese, **options)  # type: ignore[arg-type]
        self._positionals.title = "Đối số"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="hiện hướng dẫn này rồi thoát")

    def error(self, message: str) -> NoReturn:
        raise WrongCommand("Lệnh chưa đúng hoặc còn thiếu.\n" + self.format_help())


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python3 -m desktop_app",
        description="Thi đua Cụm: không có lệnh thì mở cửa sổ; có lệnh thì làm việc không cần "
        "màn hình.",
        epilog="Mã thoát: 0 xong; 1 không làm được; 2 lệnh sai hoặc không có màn hình; "
        "3 lệnh check tìm thấy lỗi. Mở một tệp: python3 -m desktop_app TỆP.thidua",
    )
    commands = parser.add_subparsers(title="Các lệnh", metavar="LỆNH", required=True)
    _add_demo(commands.add_parser("demo", help="tạo tệp dữ liệu mẫu và in mọi giấy tờ của nó"))
    _add_print(commands.add_parser("print", help="in một giấy tờ ra tệp PDF hoặc Word"))
    papers = commands.add_parser("papers", help="liệt kê các loại giấy tờ in được")
    papers.set_defaults(run=_papers)
    check = commands.add_parser("check", help="kiểm tra một tệp dữ liệu")
    check.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu (.thidua)")
    check.set_defaults(run=_check)
    _add_accounts(commands.add_parser("accounts", help="người dùng của tệp; tắt đăng nhập"))
    return parser


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp mẫu sẽ tạo (chưa có sẵn)")
    parser.add_argument(
        "--papers", metavar="THƯ_MỤC", type=Path, help="in mọi giấy tờ (PDF và Word) vào đây"
    )
    parser.set_defaults(run=_demo)


def _add_accounts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu (.thidua)")
    parser.add_argument(
        "--sign-in-off",
        action="store_true",
        help="sao lưu tệp rồi tắt đăng nhập, khi mọi quản trị đã quên mật khẩu",
    )
    parser.set_defaults(run=_accounts)


def _add_print(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path, help="tệp dữ liệu (.thidua)")
    parser.add_argument("paper", metavar="LOẠI", help="loại giấy tờ, xem lệnh papers")
    parser.add_argument("--record", metavar="ID", help="bản ghi cần in, khi có nhiều bản ghi")
    parser.add_argument("--part", metavar="ID", help="chỉ in một tờ, ví dụ của một đại biểu")
    parser.add_argument(
        "--out", metavar="TỆP", type=Path, required=True, help="tệp ghi ra, đuôi .pdf hoặc .docx"
    )
    parser.set_defaults(run=_print)
