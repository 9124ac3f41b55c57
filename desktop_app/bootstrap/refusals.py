"""How a start that cannot go on ends: one sentence, the way out, and an exit code."""

import sys
from typing import NoReturn


class Refused(Exception):
    """The program cannot start here: one sentence, and the way out."""

    def __init__(self, sentence: str, way_out: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.text = sentence + "\n" + way_out
        self.code = code


def leave(refusal: Refused) -> NoReturn:
    """Say why, and leave the process."""
    # Bytes, since Python 3.6 cannot change the encoding of a stream.
    sys.stderr.buffer.write((refusal.text + "\n").encode("utf-8"))
    sys.exit(refusal.code)
