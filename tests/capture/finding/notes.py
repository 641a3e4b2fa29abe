"""Small records, captured as if they were files."""

from __future__ import annotations

from tracker.capture.capturing import capture_outline
from tracker.capture.readers.markdown import outline_of_markdown
from tracker.capture.readers.plain import outline_of_text
from tracker.domain.proposals import CaptureResult, Proposal

HEAD = (
    "# Tools Committee Meeting 2024-03-05\n\n"
    "## Present\n\n- Ada Berg\n- Sam Okoro\n- Li Wei\n\n## Notes\n\n"
)


def capture_notes(*lines: str, head: str = HEAD) -> CaptureResult:
    """What is found in Markdown notes of a meeting of Ada, Sam and Li on 5 March 2024."""
    return capture_outline(outline_of_markdown(head + "\n\n".join(lines) + "\n"))


def proposals_of(*lines: str) -> tuple[Proposal, ...]:
    """The proposals found in these lines of notes."""
    return capture_notes(*lines).proposals


def capture_text(text: str) -> CaptureResult:
    """What is found in a plain text."""
    return capture_outline(outline_of_text(text))
