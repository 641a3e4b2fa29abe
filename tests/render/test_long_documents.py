"""Ten thousand items: every format writes them row by row, PDF in parts, and nothing piles up."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = 10_000

# A process of its own for each format: the highest memory of a process never goes down again.
PROGRAM = """
import io, json, resource, sys, time
from tests.render.sample_documents import rows_on_demand
from tracker.render.formats import write

class Sink(io.RawIOBase):
    written = 0
    def writable(self):
        return True
    def write(self, data):
        Sink.written += len(data)
        return len(data)

def highest():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_UNIT

RSS_UNIT = 1 if sys.platform == "darwin" else 1024
form, rows = sys.argv[1], int(sys.argv[2])
write(rows_on_demand(200), Sink(), form)
before, begin = highest(), time.perf_counter()
write(rows_on_demand(rows), Sink(), form)
print(json.dumps([highest() - before, time.perf_counter() - begin, Sink.written]))
"""


UNIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows tells memory in another way")


@UNIX
@pytest.mark.parametrize(
    "form", ["text", "markdown", "html", "mail html", "docx", "xlsx", "csv", "json"]
)
def test_memory_does_not_grow_with_the_rows(form: str) -> None:
    """Less than 4 MB more for 10,000 rows than for 200, of which the text alone is 2 MB."""
    more, seconds, written = written_by_itself(form, ROWS)
    assert written > 100_000
    assert more < 4_000_000
    assert seconds < 30


@UNIX
def test_memory_for_pdf_is_that_of_a_part() -> None:
    """Laid out at once, 4,000 rows take 500 MB."""
    pytest.importorskip("typst")
    more, _seconds, written = written_by_itself("pdf", 4000)
    assert written > 1_000_000
    assert more < 300_000_000


def written_by_itself(form: str, rows: int) -> tuple[int, float, int]:
    """Tell the bytes of memory, the seconds and the bytes written of a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, form, str(rows)],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"},
    )
    more, seconds, written = json.loads(run.stdout)
    return more, seconds, written
