"""Start-up, read top to bottom: the command line and the window meet here."""

import os
import sys

if not getattr(sys, "frozen", False) and not __package__:
    # Started by its folder: the package, not its inside, must be what is imported.
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from desktop_app import bootstrap

DATA_FILES = (".thidua", ".sqlite")
SAFELY = "--an-toan"


def main(arguments: "list[str]") -> int:
    """Open the window, or do what the arguments say."""
    _give_streams()
    if arguments[:1] == ["--read-book"]:
        # A process of its own that opens a workbook from outside; see exchange/reading.py.
        from desktop_app.exchange import reader

        return reader.main(arguments[1:])
    if arguments[:1] == ["--read-text"]:
        from desktop_app.exchange import word_reader

        return word_reader.main(arguments[1:])
    if arguments[:1] == ["--read-list"]:
        from desktop_app.exchange import list_reader

        return list_reader.main(arguments[1:])
    if arguments[:1] == ["--fill-template"]:
        from desktop_app.exchange.office_templates import process

        return process.main(arguments[1:])
    if arguments[:1] == ["--first-paint"]:
        # What `tests/benchmarks/starting.py` measures, from source and packaged alike.
        bootstrap.ensure(libraries="offscreen")
        return _open_window([], leaving=True)
    if arguments[:1] == ["--smoke"]:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        bootstrap.ensure(libraries="offscreen")
        from desktop_app import smoke

        return smoke.run(arguments[1:])
    names = [argument for argument in arguments if argument != SAFELY]
    if not names or _is_data_file(names[0]):
        bootstrap.ensure(libraries="window")
        bootstrap.ensure_display()
        return _open_window(names[:1], safely=SAFELY in arguments)
    bootstrap.ensure()
    from desktop_app import commands

    return commands.main(arguments)


def _give_streams() -> None:
    """A windowed program on Windows has nowhere to print to."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - as long as we live
    if sys.stderr is None:
        sys.stderr = sys.stdout


def _is_data_file(argument: str) -> bool:
    return argument.lower().endswith(DATA_FILES) and os.path.isfile(argument)


def _open_window(names: "list[str]", *, safely: bool = False, leaving: bool = False) -> int:
    import gc
    from pathlib import Path

    gc.disable()  # of what is loaded now nothing goes again; the window has a clock for the rest
    from desktop_app.ui import application

    if leaving:
        return application.first_paint()
    return application.run(Path(names[0]) if names else None, safely=safely)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
