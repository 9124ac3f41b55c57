"""Where the data file, the settings, the log, the cache and the resources are.

Nothing is made here: who writes into a folder makes it.
"""

import os
import sys
import unicodedata
from pathlib import Path

PROGRAM_NAME = "Thi đua Cụm"
FOLDER_NAME = "ThiDuaCum" if sys.platform == "win32" else "thi-dua-cum"
DATA_FILE_NAME = "Thi đua Cụm.thidua"
DOCUMENTS_ID = "fdd39ad0-238f-46af-adb4-6c85480369c7"  # FOLDERID_Documents
SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "drive của tôi",
    "icloud drive",
    "iclouddrive",
    "box sync",
    "nextcloud",
    "owncloud",
    "megasync",
    "pcloud drive",
    "pclouddrive",
    "syncthing",
)
"""How services that copy folders elsewhere name them; «OneDrive - Công an tỉnh» is one too."""


def resources() -> Path:
    """The folder of fonts, icons, help and templates that comes with the program."""
    unpacked = getattr(sys, "_MEIPASS", None)
    root = Path(unpacked) if unpacked else Path(__file__).resolve().parent.parent
    return root / "resources"


def data_file() -> Path:
    """The data file that opens when none is named; not where a service copies it elsewhere."""
    return (portable_folder() or data_folder()) / DATA_FILE_NAME


def data_folder() -> Path:
    """Where data files stand when nobody has chosen a place: a folder of this PC alone."""
    folder = documents()
    return (Path.home() if synced_folder(folder) else folder) / PROGRAM_NAME


def synced_folder(path: Path) -> str:
    """The folder on the way to a path that a service keeps in step with others, or nothing."""
    return next((part for part in path.parts if _is_synced(part)), "")


def settings_folder() -> Path:
    """Where the size of the window and the like are kept."""
    return portable_folder("settings") or _base("APPDATA", "XDG_CONFIG_HOME", ".config")


def log_file() -> Path:
    """Where what went wrong is written down."""
    folder = portable_folder("log") or _base("LOCALAPPDATA", "XDG_STATE_HOME", ".local/state")
    return folder / "thi-dua-cum.log"


def cache_folder() -> Path:
    """Where things lie that can be made again."""
    return portable_folder("cache") or _base("LOCALAPPDATA", "XDG_CACHE_HOME", ".cache") / "cache"


def portable_folder(name: str = "") -> Path | None:
    """A folder beside the frozen program when portable.txt lies there: use from a USB stick."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).resolve().parent
    if not (beside / "portable.txt").is_file():
        return None
    return beside / "data" / name


def documents() -> Path:
    """The person's own folder for documents, wherever the system has put it."""
    if sys.platform == "win32":
        return _windows_documents() or Path.home() / "Documents"
    return _xdg_documents() or Path.home() / "Documents"


def _is_synced(folder: str) -> bool:
    words = unicodedata.normalize("NFC", folder).casefold().strip()
    return any(words == name or words.startswith((f"{name} -", f"{name} (")) for name in SYNCED)


def _base(windows: str, linux: str, fallback: str) -> Path:
    named = os.environ.get(windows if sys.platform == "win32" else linux, "")
    # the standard says that a relative path does not count
    base = Path(named) if Path(named).is_absolute() else Path.home() / fallback
    return base / FOLDER_NAME


def _xdg_documents() -> Path | None:
    import re

    config = os.environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    try:
        text = (Path(config) / "user-dirs.dirs").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    found = re.search(r'^\s*XDG_DOCUMENTS_DIR="([^"]+)"', text, re.MULTILINE)
    if not found:
        return None
    folder = Path(found[1].replace("$HOME", str(Path.home())))
    # the home folder itself is how a person switches this folder off
    return folder if folder.is_absolute() and folder != Path.home() else None


def _windows_documents() -> Path | None:
    if sys.platform != "win32":
        return None
    import ctypes
    import uuid

    identity = (ctypes.c_byte * 16).from_buffer_copy(uuid.UUID(DOCUMENTS_ID).bytes_le)
    found = ctypes.c_wchar_p()
    failed = ctypes.windll.shell32.SHGetKnownFolderPath(
        ctypes.byref(identity), 0, None, ctypes.byref(found)
    )
    folder = None if failed or not found.value else Path(found.value)
    ctypes.windll.ole32.CoTaskMemFree(found)
    return folder
