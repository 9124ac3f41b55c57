"""The system packages that Linux must have: root gets them installed, others are told the line."""

import os
import sys
from collections.abc import Mapping

from desktop_app.bootstrap import display
from desktop_app.bootstrap.quiet_run import last_line, run
from desktop_app.bootstrap.refusals import Refused

# Shared library -> Debian package. Newer Debian and Ubuntu still answer to these names.
OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
WINDOW = {
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


def ensure(purpose: str, with_venv: bool) -> None:
    """See to Qt's libraries and, where an environment is to be made, to the module venv."""
    if not sys.platform.startswith("linux"):
        return
    missing = missing_libraries(wanted_libraries(purpose, os.environ))
    if with_venv and not _has_venv():
        missing["venv"] = "python%d.%d-venv" % sys.version_info[:2]
    if not missing:
        return
    if os.geteuid() != 0 or not _has_apt():
        raise refusal(missing, _has_apt())
    _install(sorted(missing.values()))


def wanted_libraries(purpose: str, environment: "Mapping[str, str]") -> "dict[str, str]":
    """What Qt loads for "offscreen", for a "window", or for a "bundle" that goes elsewhere."""
    if purpose == "bundle":
        return dict(OFFSCREEN, **WINDOW)
    if purpose == "window" and display.is_needed(environment):
        # without a display the window is refused anyway
        return dict(OFFSCREEN, **WINDOW) if display.is_named(environment) else {}
    return dict(OFFSCREEN) if purpose else {}


def missing_libraries(wanted: "dict[str, str]") -> "dict[str, str]":
    """Those of the libraries that this system cannot load."""
    if not wanted:
        return {}
    from ctypes import CDLL

    missing = {}
    for name, package in wanted.items():
        try:
            CDLL(name)
        except OSError:
            missing[name] = package
    return missing


def refusal(missing: "dict[str, str]", apt: bool) -> Refused:
    """The sentence for what is missing, with the one line that a person can copy."""
    what = ["mô-đun venv của Python"] if "venv" in missing else []
    if set(missing) - {"venv"}:
        what.append("thư viện hệ thống của Qt")
    if apt:
        way_out = "Hãy chạy một lần: " + apt_line(sorted(missing.values()))
    else:
        way_out = "Hãy cài các gói hệ thống có: " + " ".join(sorted(missing))
    return Refused("Máy này thiếu %s." % " và ".join(what), way_out)


def apt_line(packages: "list[str]") -> str:
    """The one line that a person can copy."""
    return "sudo apt-get update && sudo " + " ".join(APT + packages)


def _install(packages: "list[str]") -> None:
    print("Đang cài gói hệ thống: " + " ".join(packages), file=sys.stderr, flush=True)
    run(["apt-get", "update"])  # it may fail for a source that is not needed here
    done, output = run(APT + packages)
    if not done:
        raise Refused(
            "Không cài được gói hệ thống (%s)." % last_line(output),
            "Hãy kiểm tra mạng rồi chạy: " + apt_line(packages),
        )


def _has_apt() -> bool:
    from shutil import which

    return which("apt-get") is not None


def _has_venv() -> bool:
    from importlib.util import find_spec

    return bool(find_spec("venv") and find_spec("ensurepip"))
