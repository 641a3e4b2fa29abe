"""Taskwarrior, filled with as many tasks as our items, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from benchmarks.timing import Contender
from tracker.domain.records.item_row import ItemRow
from tracker.domain.vocabulary import CLOSED_STATUSES
from tracker.store.database import Database, reading
from tracker.store.reading.items import each_item


def installed() -> bool:
    """Tell whether there is a Taskwarrior to race with."""
    return shutil.which("task") is not None


def fill(folder: Path, database: Path) -> Path:
    """Give a Taskwarrior folder with the items of the database, importing them the first time."""
    data = folder / "taskwarrior" / database.stem
    if (data / "filled").exists():
        return data
    data.mkdir(parents=True, exist_ok=True)
    with reading(Database(str(database))) as reader:
        tasks = "\n".join(json.dumps(_task(row)) for row in each_item(reader))
    command = [*_task_command(data), "import", "-"]
    subprocess.run(command, input=tasks.encode(), capture_output=True, check=True)
    (data / "filled").touch()
    return data


def copied(data: Path) -> Path:
    """Give a copy to be changed."""
    copy = data.with_name(f"{data.name}-copy")
    shutil.rmtree(copy, ignore_errors=True)
    return Path(shutil.copytree(data, copy))


def contender(name: str, data: Path, *words: str) -> Contender:
    """Give a command of Taskwarrior."""
    return Contender(name, [*_task_command(data), *words], good=(0, 1))  # 1: nothing is found


def _task_command(data: Path) -> list[str]:
    settings = ("confirmation=no", "verbose=nothing", "hooks=off", "gc=on", "news.version=9.9.9")
    return ["task", "rc:/dev/null", f"rc.data.location={data}", *(f"rc.{s}" for s in settings)]


def _task(row: ItemRow) -> dict[str, object]:
    closed = row.status in CLOSED_STATUSES
    stamp = "%Y%m%dT090000Z"
    task: dict[str, object] = {
        "description": row.title,
        "status": "completed" if closed else "pending",
        "entry": row.created_on.strftime(stamp),
        "project": f"meeting{row.meeting_ordinal}",
        "tags": list(row.tags),
    }
    if row.due:
        task["due"] = row.due.strftime(stamp)
    if closed and row.closed_on:
        task["end"] = row.closed_on.strftime(stamp)
    return task
