from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ran

HOUSE_WORDS = "Printed in the house's own way"


@pytest.fixture
def house(tracker: Callable[..., Ran], tmp_path: Path) -> Path:
    """Give a template that was written by the command and then changed by a person."""
    path = tmp_path / "house.docx"
    ran = tracker("template", path)
    assert (ran.code, ran.out) == (0, "")
    word = docx.Document(str(path))
    word.add_paragraph(HOUSE_WORDS)
    word.save(str(path))
    return path


def lines_of(path: Path) -> list[str]:
    """Give the paragraphs of a document for Word."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_a_template_is_written_changed_and_used(
    tracker: Callable[..., Ran], tmp_path: Path, house: Path
) -> None:
    """What the command writes can be changed in Word, and reports then look like it."""
    made = tmp_path / "followup.docx"
    assert tracker("followup", "--template", house, "-o", made).code == 0
    assert HOUSE_WORDS in lines_of(made)
    assert "Action required" in lines_of(made)


def test_a_template_somebody_worked_on_is_not_written_over(
    tracker: Callable[..., Ran], house: Path
) -> None:
    """The file stays; the command says so."""
    before = house.read_bytes()
    ran = tracker("template", house)
    assert ran.code == 1
    assert "is there already" in ran.err
    assert house.read_bytes() == before


def test_a_template_in_a_folder_that_is_not_there(
    tracker: Callable[..., Ran], tmp_path: Path
) -> None:
    """One line, no traceback."""
    ran = tracker("template", tmp_path / "nowhere" / "house.docx")
    assert ran.code == 1
    assert ran.err.count("\n") == 1


def test_the_settings_name_the_template_of_a_group(
    tracker: Callable[..., Ran], tmp_path: Path, house: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A group's documents look like its template without an option; others do not."""
    config = tmp_path / "config.toml"
    monkeypatch.setenv("TRACKER_CONFIG", str(config))
    for group, dressed in (("CWG-COP", True), ("CWG-OTHER", False)):
        config.write_text(f"[templates]\n{group} = '{house}'\n", encoding="utf-8")
        made = tmp_path / f"{group}.docx"
        assert tracker("followup", "-o", made).code == 0
        assert (HOUSE_WORDS in lines_of(made)) is dressed


def test_a_template_that_is_no_text_is_refused(
    tracker: Callable[..., Ran], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong setting is told with the file and its place."""
    config = tmp_path / "config.toml"
    monkeypatch.setenv("TRACKER_CONFIG", str(config))
    config.write_text("[templates]\nCWG-COP = 7\n", encoding="utf-8")
    ran = tracker("followup")
    assert ran.code == 2
    assert "CWG-COP" in ran.err
