"""The first run on a fresh machine: finds or makes the environment, with the standard library.

Nothing newer than Python 3.6 may be written here, or an old Python could not read the sentence
that turns it away. Heavy modules are imported where they are needed, since every start
passes through this file.
"""

import os
import sys
from collections.abc import Mapping, MutableMapping
from typing import TextIO

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OLDEST = (3, 11)
NEWEST = (3, 13)
QT_FROM = (6, 10)
QT_BELOW = (6, 12)

PROGRAMS = {"": "desktop_app", "test": "tests", "build": "desktop_app"}
MODULES = {
    "": "PySide6 peewee reportlab pypdfium2 docx openpyxl python_calamine sqlcipher3",
    "test": "pytest pytestqt pytest_timeout xdist pdfplumber hypothesis ruff mypy",
    "build": "PyInstaller",
}

# Shared library -> Debian package. Newer Debian and Ubuntu still answer to these names.
OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
APT = ["apt-get", "install", "-y", "--no-install-recommends"]
NO_NETWORK_SIGNS = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "NewConnectionError",
    "ConnectTimeoutError",
    "ProxyError",
    "Max retries exceeded",
    "No matching distribution found",
)


class Refused(Exception):
    """The program cannot start here: one sentence, and the way out."""

    def __init__(self, sentence: str, way_out: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.text = sentence + "\n" + way_out
        self.code = code


def ensure(extra: str = "", libraries: str = "") -> None:
    """Return inside an environment that has everything, or leave the process.

    `libraries` names what Qt is needed for: "" nothing, "offscreen", or "window".
    """
    if getattr(sys, "frozen", False):
        return
    _write_utf8()
    try:
        _ensure(extra, libraries)
    except Refused as refusal:
        _leave(refusal)


def ensure_display() -> None:
    """Leave with a sentence where Qt would abort for want of a display."""
    try:
        refuse_without_display(sys.platform, os.environ)
    except Refused as refusal:
        _leave(refusal)


def _ensure(extra: str, libraries: str) -> None:
    refuse_old_python(sys.version_info[:2])
    python = _ready_python(extra)
    if python is None:
        ensure_system(libraries, with_venv=True)
        python = _set_up(extra)
    if python == sys.executable:
        ensure_system(libraries, with_venv=False)
        return
    _hand_over(python, PROGRAMS[extra])


def _leave(refusal: Refused) -> None:
    _say(refusal.text, sys.stderr)
    sys.exit(refusal.code)


# --- Which Python ---------------------------------------------------------------------------


def refuse_old_python(version: "tuple[int, ...]") -> None:
    """Raise when this Python is older, or newer, than the libraries allow."""
    if OLDEST <= version <= NEWEST:
        return
    raise Refused(
        "Chương trình cần Python %d.%d đến %d.%d, máy này đang dùng Python %d.%d."
        % (OLDEST + NEWEST + tuple(version)),
        "Hãy cài Python 3.13 (Windows: từ python.org; Debian, Ubuntu: apt-get install python3), "
        "rồi chạy lại bằng Python ấy.",
    )


def _ready_python(extra: str) -> "str | None":
    """The Python that already has everything, if there is one."""
    if not _inside_venv() and is_complete(extra):
        return sys.executable
    if not is_fresh(venv_folder(), extra):
        return None
    return sys.executable if _inside_venv() else venv_python(venv_folder())


def is_complete(extra: str) -> bool:
    """Whether the Python that runs now has every library, Qt in a sound version."""
    from importlib.util import find_spec

    names = MODULES[""].split() + (MODULES[extra].split() if extra else [])
    if not all(find_spec(name) for name in names):
        return False
    return is_sound_qt(_qt_version())


def _qt_version() -> str:
    from importlib import metadata

    for name in ("PySide6-Essentials", "PySide6"):
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return ""


def is_sound_qt(version: str) -> bool:
    """Whether this version of the binding is one the program was tested with."""
    parts = version.split(".")
    if len(parts) < 2 or not (parts[0].isdigit() and parts[1].isdigit()):
        return False
    return QT_FROM <= (int(parts[0]), int(parts[1])) < QT_BELOW


# --- The environment of our own -------------------------------------------------------------


def venv_folder() -> str:
    """Where the environment is: beside the program, or where THIDUACUM_VENV says."""
    return os.path.abspath(os.environ.get("THIDUACUM_VENV") or os.path.join(ROOT, ".venv"))


def venv_python(venv: str) -> str:
    """The Python inside an environment."""
    parts = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return os.path.join(venv, *parts)


def _inside_venv() -> bool:
    return os.path.realpath(sys.prefix) == os.path.realpath(venv_folder())


def wanted_stamp() -> str:
    """What the installed environment depends on, as one short text."""
    import hashlib

    digest = hashlib.sha256()
    for name in ("pyproject.toml", os.path.join(".ci", "lock.txt")):
        path = os.path.join(ROOT, name)
        if os.path.exists(path):
            with open(path, "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


def is_fresh(venv: str, extra: str) -> bool:
    """Whether a finished set-up of today's versions, with this extra, is there."""
    stamp, extras = _read_stamp(venv)
    if stamp != wanted_stamp() or (extra and extra not in extras):
        return False
    return os.path.exists(venv_python(venv)) and not _python_was_replaced(venv)


def _read_stamp(venv: str) -> "tuple[str, list[str]]":
    try:
        with open(os.path.join(venv, ".ready"), encoding="ascii") as file:
            words = file.read().split()
    except (OSError, ValueError):
        return "", []
    return (words[0], words[1:]) if words else ("", [])


def _python_was_replaced(venv: str) -> bool:
    """Whether the system moved to another Python under an environment made with the old one."""
    if os.name == "nt" or os.path.realpath(venv_python(venv)) != os.path.realpath(sys.executable):
        return False
    return not os.path.isdir(os.path.join(venv, "lib", "python%d.%d" % sys.version_info[:2]))


def _set_up(extra: str) -> str:
    """Make or renew the environment; return its Python."""
    venv = venv_folder()
    try:
        _refuse_foreign_folder(venv)
        os.makedirs(venv, exist_ok=True)
        with open(os.path.join(venv, ".setting-up"), "a+", encoding="ascii") as lock:
            _wait_for(lock)
            if not is_fresh(venv, extra):
                _say("Đang chuẩn bị môi trường, chỉ lần đầu, vài phút…", sys.stdout)
                _install(venv, extra, lock)
    except OSError as error:
        raise _unwritable(venv, error) from error
    return venv_python(venv)


def _refuse_foreign_folder(venv: str) -> None:
    """Never empty a folder that we did not make."""
    ours = ("pyvenv.cfg", ".setting-up")
    if not os.path.isdir(venv) or not os.listdir(venv):
        return
    if not any(os.path.exists(os.path.join(venv, name)) for name in ours):
        raise Refused(
            "Thư mục %s đã có tệp khác nên không dùng làm môi trường được." % venv,
            "Hãy đặt biến THIDUACUM_VENV thành một thư mục trống, rồi chạy lại.",
        )


def _wait_for(lock: "TextIO") -> None:
    """Wait while another start is setting the same environment up."""
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(lock, fcntl.LOCK_EX)
    else:
        import msvcrt

        locked = False
        while not locked:
            try:
                lock.seek(0)
                msvcrt.locking(lock.fileno(), msvcrt.LK_LOCK, 1)
                locked = True
            except OSError:  # it gives up after ten seconds; an installation takes longer
                continue


def _install(venv: str, extra: str, lock: "TextIO") -> None:
    """Make the environment if need be and install into it; the stamp is the last thing written."""
    stamp, extras = wanted_stamp(), _extras_after(venv, extra)
    from_nothing = _was_killed(lock) or not _can_be_renewed(venv)
    _mark(lock, "x")
    _remove(os.path.join(venv, ".ready"))
    if from_nothing:
        _make_venv(venv)
    try:
        _pip(venv, extra)
    except Refused:
        _mark(lock, "")  # pip stopped of itself and left nothing in halves
        raise
    with open(os.path.join(venv, ".ready"), "w", encoding="ascii") as file:
        file.write(" ".join([stamp, *extras]) + "\n")
    _mark(lock, "")


def _extras_after(venv: str, extra: str) -> "list[str]":
    stamp, extras = _read_stamp(venv)
    kept = set(extras) if stamp == wanted_stamp() else set()
    return sorted(kept | ({extra} if extra else set()))


def _was_killed(lock: "TextIO") -> bool:
    """The lock file is empty unless a set-up began and did not end."""
    return os.fstat(lock.fileno()).st_size > 0


def _mark(lock: "TextIO", text: str) -> None:
    lock.seek(0)
    lock.truncate()
    lock.write(text)
    lock.flush()


def _can_be_renewed(venv: str) -> bool:
    return os.path.exists(venv_python(venv)) and not _python_was_replaced(venv)


def _make_venv(venv: str) -> None:
    import shutil

    if _inside_venv():
        raise Refused(
            "Môi trường %s chưa làm xong nên không tự làm lại từ bên trong được." % venv,
            "Hãy chạy lại bằng Python của máy: python3 -m desktop_app (Windows: py -m desktop_app)",
        )
    for name in os.listdir(venv):
        path = os.path.join(venv, name)
        if name == ".setting-up":
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            shutil.rmtree(path)
        else:
            os.unlink(path)
    failed, output = _run([sys.executable, "-m", "venv", venv])
    if failed:
        raise _no_venv(output)


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.unlink(path)


def _pip(venv: str, extra: str) -> None:
    command = [venv_python(venv), "-m", "pip", "install", "--disable-pip-version-check"]
    failed, output = _run(command + pip_arguments(extra, os.access(ROOT, os.W_OK)))
    if failed:
        log = os.path.join(venv, "pip.log")
        with open(log, "w", encoding="utf-8") as file:
            file.write(output)
        raise pip_refusal(output, log, PROGRAMS[extra])


def _run(command: "list[str]") -> "tuple[int, str]":
    """Run a command quietly; return its exit code and what it printed."""
    import subprocess

    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive", PYTHONIOENCODING="utf-8")
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace").strip()


def pip_arguments(extra: str, writable: bool) -> "list[str]":
    """What pip is to install: the project, or only what it needs where it cannot write."""
    lock = os.path.join(ROOT, ".ci", "lock.txt")
    arguments = ["-c", lock] if os.path.exists(lock) else []
    if writable:
        return [*arguments, "-e", "%s[%s]" % (ROOT, extra) if extra else ROOT]
    import tomllib

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    optional = project["optional-dependencies"][extra] if extra else []
    return [*arguments, *project["dependencies"], *optional]


# --- What may go wrong ----------------------------------------------------------------------


def pip_refusal(output: str, log: str, program: str) -> Refused:
    """The sentence for an installation that failed."""
    if any(sign in output for sign in NO_NETWORK_SIGNS):
        return Refused(
            "Lần chạy đầu cần mạng để tải thư viện, nhưng máy này không tải được.",
            "Hãy nối mạng rồi chạy lại; hoặc chép các tệp .whl vào thư mục wheels và chạy: "
            "PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels python3 -m " + program,
        )
    return Refused(
        "Không cài được thư viện; lời báo của pip ở tệp %s." % log,
        "Hãy xem tệp ấy, sửa lỗi nêu trong đó, rồi chạy lại: python3 -m " + program,
    )


def _no_venv(output: str) -> Refused:
    if "ensurepip" in output or "No module named venv" in output:
        return venv_refusal(sys.version_info[:2], [], _has_apt())
    return Refused(
        "Không tạo được môi trường Python: %s." % _last_line(output),
        "Hãy sửa lỗi ấy hoặc cài lại Python, rồi chạy lại.",
    )


def venv_refusal(version: "tuple[int, ...]", missing: "list[str]", apt: bool) -> Refused:
    """The sentence for a Python without venv, with the libraries missing beside it."""
    if not apt:
        return Refused(
            "Python này thiếu mô-đun venv.",
            "Hãy cài Python đầy đủ từ python.org, rồi chạy lại.",
        )
    return Refused(
        "Python này thiếu mô-đun venv%s."
        % (", máy này thiếu thư viện hệ thống của Qt" if missing else ""),
        "Hãy chạy một lần: " + apt_line([venv_package(version), *missing]),
    )


def venv_package(version: "tuple[int, ...]") -> str:
    """The Debian package that completes this Python."""
    return "python%d.%d-venv" % tuple(version)


def _unwritable(venv: str, error: OSError) -> Refused:
    return Refused(
        "Không ghi được vào thư mục %s (%s)." % (venv, error.strerror or error),
        "Hãy chép chương trình sang một thư mục ghi được, hoặc đặt biến THIDUACUM_VENV thành "
        "một thư mục ghi được, rồi chạy lại.",
    )


# --- System libraries on Linux --------------------------------------------------------------


def ensure_system(libraries: str, with_venv: bool) -> None:
    """See to the system packages: install them as root, name them to anybody else."""
    if not sys.platform.startswith("linux"):
        if with_venv and not _has_venv():
            raise venv_refusal(sys.version_info[:2], [], False)
        return
    missing = missing_libraries(libraries, os.environ)
    without_venv = with_venv and not _has_venv()
    if not missing and not without_venv:
        return
    packages = sorted(missing.values())
    if os.geteuid() == 0 and _has_apt():
        _apt_install(([venv_package(sys.version_info[:2])] if without_venv else []) + packages)
    elif without_venv:
        raise venv_refusal(sys.version_info[:2], packages, _has_apt())
    else:
        raise libraries_refusal(missing, _has_apt())


def missing_libraries(libraries: str, environment: "Mapping[str, str]") -> "dict[str, str]":
    """Shared libraries of Qt that this system lacks, with their packages."""
    from ctypes import CDLL

    missing = {}
    for name, package in wanted_libraries(libraries, environment).items():
        try:
            CDLL(name)
        except OSError:
            missing[name] = package
    return missing


def wanted_libraries(libraries: str, environment: "Mapping[str, str]") -> "dict[str, str]":
    """Shared libraries Qt needs for this; a window without a display needs none of its own.

    A "bundle" is for other machines: it carries all of them along.
    """
    if not libraries:
        return {}
    wanted = dict(OFFSCREEN_LIBRARIES)
    on_screen = libraries == "window" and _displays(environment) not in ([], ["offscreen"])
    if libraries == "bundle" or on_screen:
        wanted.update(WINDOW_LIBRARIES)
    return wanted


def libraries_refusal(missing: "dict[str, str]", apt: bool) -> Refused:
    """The sentence for missing libraries of Qt."""
    if apt:
        way_out = "Hãy chạy một lần: " + apt_line(sorted(missing.values()))
    else:
        way_out = "Hãy cài các gói có những tệp này: " + " ".join(sorted(missing))
    return Refused("Máy này thiếu thư viện hệ thống của Qt.", way_out)


def apt_line(packages: "list[str]") -> str:
    """The one line that a person can copy."""
    return "sudo apt-get update && sudo " + " ".join(APT + packages)


def _apt_install(packages: "list[str]") -> None:
    _say("Đang cài gói hệ thống: " + " ".join(packages), sys.stdout)
    _run(["apt-get", "update"])  # it may fail for a source that is not needed here
    failed, output = _run(APT + packages)
    if failed:
        raise Refused(
            "Không cài được gói hệ thống: %s." % _last_line(output),
            "Hãy kiểm tra mạng rồi chạy: " + apt_line(packages),
        )


def _last_line(output: str) -> str:
    return (output.splitlines() or ["không rõ vì sao"])[-1]


def _has_apt() -> bool:
    from shutil import which

    return which("apt-get") is not None


def _has_venv() -> bool:
    from importlib.util import find_spec

    return bool(find_spec("venv") and find_spec("ensurepip"))


# --- A display ------------------------------------------------------------------------------


def refuse_without_display(platform: str, environment: "Mapping[str, str]") -> None:
    """Raise when a window cannot open; Qt itself would abort the process."""
    if not platform.startswith("linux"):
        return
    displays = _displays(environment)
    if displays == ["offscreen"]:
        return
    if not displays:
        sentence = "Không mở được cửa sổ vì máy này không có màn hình đồ hoạ."
    elif not any(_answers(kind, environment) for kind in displays):
        sentence = "Không mở được cửa sổ vì màn hình %s không trả lời." % (
            environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
        )
    else:
        return
    raise Refused(sentence, "Hãy dùng dòng lệnh: python3 -m desktop_app --help", code=2)


def _displays(environment: "Mapping[str, str]") -> "list[str]":
    """The kinds of display that are named: "wayland", "x11", or "offscreen" for none needed."""
    asked = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    named = [
        kind
        for kind, variable in (("wayland", "WAYLAND_DISPLAY"), ("x11", "DISPLAY"))
        if environment.get(variable)
    ]
    if asked.startswith("wayland"):
        return [kind for kind in named if kind == "wayland"]
    if asked == "xcb":
        return [kind for kind in named if kind == "x11"]
    return ["offscreen"] if asked else named


def _answers(kind: str, environment: "Mapping[str, str]") -> bool:
    if kind == "x11":
        return x_server_answers(environment["DISPLAY"])
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return _connects(os.path.join(folder, environment["WAYLAND_DISPLAY"]))


def x_server_answers(display: str) -> bool:
    """Whether Qt would get its connection, permission included."""
    from ctypes import CDLL, c_char_p, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed


def _connects(path: str) -> bool:
    if sys.platform == "win32":
        return False
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(2)
        try:
            line.connect(path)
        except OSError:
            return False
    return True


# --- Going on -------------------------------------------------------------------------------


def _hand_over(python: str, program: str) -> None:
    """Go on as the same program inside the environment."""
    _add_root_for(os.environ)
    command = [python, "-m", program, *sys.argv[1:]]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(python, command)
    import subprocess  # on Windows execv would give the prompt back before the program ends

    sys.exit(subprocess.call(command))


def _add_root_for(environment: "MutableMapping[str, str]") -> None:
    """Let a program that was started from elsewhere find itself again."""
    if os.getcwd() == ROOT:
        return
    others = environment.get("PYTHONPATH")
    environment["PYTHONPATH"] = os.pathsep.join([ROOT] + ([others] if others else []))


def _write_utf8() -> None:
    """Vietnamese must not fail in a pipe whose encoding is an old code page."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _say(text: str, stream: "TextIO | None") -> None:
    if stream is None:  # a windowed program on Windows has no streams
        return
    if (stream.encoding or "").lower() in ("utf-8", "utf8"):
        print(text, file=stream, flush=True)
    else:  # Python 3.6, which cannot change the encoding of a stream
        stream.buffer.write((text + "\n").encode("utf-8"))
        stream.flush()


def main(arguments: "list[str]") -> int:
    """Prepare the environment for an extra ("test", "build") and print its Python."""
    extra = arguments[0] if arguments else ""
    try:
        refuse_old_python(sys.version_info[:2])
        python = _ready_python(extra)
        if python is None:
            ensure_system("", with_venv=True)
            python = _set_up(extra)
        ensure_system("bundle" if extra == "build" else "offscreen", with_venv=False)
    except Refused as refusal:
        _leave(refusal)
    print(python)
    return 0


if __name__ == "__main__":
    _write_utf8()
    sys.exit(main(sys.argv[1:]))
