"""G3, G4, G5: certificates and minutes beside what others take for the same words.

`python -m tests.benchmarks.papers`. The peers are those of `certificates.py` and `minutes.py`;
what is not installed is left out.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from pathlib import Path

from desktop_app.printing import fonts, pdf
from tests.benchmarks import certificates, minutes
from tests.benchmarks.promise import Promise

COUNT = int(os.environ.get("THIDUACUM_CERTIFICATES", "10000"))
_PEERS = {"fpdf2": 4.5, "typst": 2.2, "ghi thẳng": 0.28}
_NAMES = {"ghi thẳng": "a raw writer"}


def promises() -> list[Promise]:
    return [*_certificates(), *_minutes()]


def _certificates() -> list[Promise]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took: dict[str, list[float]] = {}
        size = memory = 0.0
        for _ in range(2):
            for case in certificates.CASES:
                done = certificates.run(case, COUNT, folder)
                if done:
                    took.setdefault(case, []).append(done[0])
                if done and case == "ta":
                    memory, size = done[1], done[2] / COUNT
        tenth = [done[0] for _ in range(2) if (done := certificates.run("ta", COUNT // 10, folder))]
    ours = statistics.median(took["ta"])
    words = f"{COUNT} certificates"
    found = [
        Promise("G3", f"{words}, speed beside {_NAMES.get(peer, peer)}", _beside(took, peer, ours),
                limit=limit, at_least=True)
        for peer, limit in _PEERS.items()
        if peer in took
    ]  # fmt: skip
    growth = ours / statistics.median(tenth)
    most = 60 + 9 * COUNT / 1024
    return [
        *found,
        Promise("G3", f"{words}, seconds", ours, "s"),
        Promise("G3", f"{words} beside a tenth of them", growth, limit=10.5),
        Promise("G4", "bytes of the file per certificate", size, "B", 1200),
        Promise("G4", f"memory for {words}", memory, "MB", round(most)),
    ]


def _beside(took: dict[str, list[float]], peer: str, ours: float) -> float:
    return statistics.median(took[peer]) / ours


def _minutes() -> list[Promise]:
    fonts.register()
    documents = [minutes.minutes(number) for number in range(minutes.ROUNDS + 1)]
    ours, pages = minutes.quickest(lambda number: pdf.to_pdf(documents[number]))
    found = [Promise("G5", f"minutes of {pages} pages, seconds", ours, "s")]
    make = minutes.with_typst()
    if make is not None:
        theirs, _ = minutes.quickest(make)
        found.append(
            Promise("G5", "time of the same minutes beside typst", ours / theirs, limit=1.1)
        )
    return found


if __name__ == "__main__":
    print("\n".join(promise.row() for promise in promises()))
