"""Runs pip, venv and apt-get without letting them write between our sentences."""

import os


def run(command: "list[str]") -> "tuple[bool, str]":
    """Run a command; return whether it succeeded and all that it printed."""
    import subprocess

    done = subprocess.run(
        command,
        env=dict(os.environ, DEBIAN_FRONTEND="noninteractive", PYTHONIOENCODING="utf-8"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode == 0, done.stdout.decode("utf-8", "replace").strip()


def last_line(output: str) -> str:
    """Where these programs say what went wrong."""
    return (output.splitlines() or ["không rõ vì sao"])[-1]
