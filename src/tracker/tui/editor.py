"""The person's own editor, for long texts."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path

from tracker.domain.errors import TrackerError


class NoEditor(TrackerError):
    """No editor could be run."""

    def __init__(self, command: str) -> None:
        super().__init__(f"The editor “{command}” could not be run. Set EDITOR to one that can.")


def edited(text: str) -> str:
    """Give the text as it is after editing. Raises ``NoEditor``; the text is as it was then."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory(prefix="tracker-") as folder:
        path = Path(folder) / "text.md"
        path.write_text(text, encoding="utf-8")
        try:
            subprocess.run([*shlex.split(command), str(path)], check=True)  # noqa: S603 - theirs
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            raise NoEditor(command) from error
        return path.read_text(encoding="utf-8").removesuffix("\n")
