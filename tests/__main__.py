"""Runs every check of the project: ruff, mypy and pytest, in an environment of their own."""

import os
import sys

if not __package__:
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from desktop_app import bootstrap

LONG = "--long"
CHECKS = {"ruff": ["check", "."], "mypy": ["desktop_app"]}


def main(arguments: "list[str]") -> int:
    """Run the checks together, then pytest, whose closing line comes last."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    bootstrap.ensure(extra="test", libraries="offscreen")
    if LONG in arguments:
        os.environ["THIDUACUM_LONG"] = "1"
    rest = [argument for argument in arguments if argument != LONG]
    failed = _failed_checks()
    code = _start("pytest", rest or ["-n", "2"]).wait()
    if failed:
        print("Không đạt: %s (lời báo ở phía trên)." % ", ".join(failed), flush=True)
    return code or len(failed)


def _failed_checks() -> "list[str]":
    checks = dict(CHECKS)
    if not os.access(bootstrap.ROOT, os.W_OK):
        checks["mypy"] = [*CHECKS["mypy"], "--cache-dir", os.devnull]
    running = {name: _start(name, arguments) for name, arguments in checks.items()}
    return [name for name, process in running.items() if process.wait()]


def _start(module: str, arguments: "list[str]"):
    import subprocess

    return subprocess.Popen([sys.executable, "-m", module, *arguments], cwd=bootstrap.ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
