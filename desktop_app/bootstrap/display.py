"""Whether a window can open here; Qt itself would abort the process."""

import os
import sys
from collections.abc import Mapping

from desktop_app.bootstrap.refusals import Refused


def refuse_without_display(platform: str, environment: "Mapping[str, str]") -> None:
    """Raise when there is no display, or none that answers."""
    if not platform.startswith("linux") or not is_needed(environment):
        return
    asked = _asked(environment)
    if asked != "xcb" and _wayland_answers(environment):
        return
    if not asked.startswith("wayland") and _x_server_answers(environment):
        return
    raise Refused(
        "Không mở được cửa sổ vì máy này không có màn hình đồ hoạ, hoặc màn hình không trả lời.",
        "Hãy dùng dòng lệnh: python3 -m desktop_app --help",
        code=2,
    )


def is_needed(environment: "Mapping[str, str]") -> bool:
    """Whether Qt was not told to draw elsewhere, such as offscreen."""
    asked = _asked(environment)
    return asked in ("", "xcb") or asked.startswith("wayland")


def is_named(environment: "Mapping[str, str]") -> bool:
    """Whether this session claims to have a display."""
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _asked(environment: "Mapping[str, str]") -> str:
    return environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]


def _wayland_answers(environment: "Mapping[str, str]") -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name or sys.platform == "win32":
        return False
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(2)
        try:
            line.connect(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))
        except OSError:
            return False
    return True


def _x_server_answers(environment: "Mapping[str, str]") -> bool:
    """Whether Qt would get its connection, permission included."""
    name = environment.get("DISPLAY")
    if not name:
        return False
    from ctypes import CDLL, c_char_p, c_void_p

    try:
        xcb = CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, c_void_p]
    xcb.xcb_connection_has_error.argtypes = [c_void_p]
    xcb.xcb_disconnect.argtypes = [c_void_p]
    connection = xcb.xcb_connect(name.encode(), None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
