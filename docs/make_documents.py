"""Make the pictures of the documents that the documentation shows, from the sample group.

python docs/make_documents.py

Pages are drawn by poppler (pdftoppm), Word documents and spreadsheets are laid out by LibreOffice
(soffice), web pages by Chromium, and colours are cut down by ImageMagick (convert).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PICTURES = Path(__file__).parent / "pictures" / "documents"
LANGUAGES = ("en", "ar")
RESOLUTION = 80
"""Dots an inch: a page is about 660 wide, and its text can be read."""

COLOURS = 28


class Shown(NamedTuple):
    """A document to be shown: the name of its picture, the command, the format it is drawn from."""

    name: str
    command: str
    form: str = "pdf"
    languages: tuple[str, ...] = LANGUAGES


SHOWN = (
    Shown("summary", "summary"),
    Shown("followup", "followup --symbol CWG-COP-17/4"),
    Shown("digest", "digest --days 100"),
    Shown("register", "register"),
    Shown("owners", "owners"),
    Shown("preparation", "preparation"),
    Shown("handover-brief", "handover-brief"),
    Shown("parent-report", "parent-report"),
    Shown("record", "record 5"),
    Shown("liaison-document", "liaison document 9"),
    Shown("liaison-indicators", "liaison indicators"),
    Shown("followup-word", "followup --symbol CWG-COP-17/4", "docx"),
    Shown("summary-page", "summary", "html"),
    Shown("digest-mail", "digest --days 100", "mail html"),
    Shown("followup-sheet", "followup", "xlsx"),
)


def run(*command: str | Path) -> None:
    """Run a program, quietly unless it fails."""
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603


def made(shown: Shown, language: str, sample: Path, folder: Path) -> Path:
    """Make a document in a language by the command that a user types."""
    ending = "html" if shown.form == "mail html" else shown.form
    path = folder / f"{shown.name}-{language}.{ending}"
    tracker = (sys.executable, "-m", "tracker", "--db", sample)
    how = ("--language", language, "--format", shown.form, "--output", path)
    run(*tracker, *shown.command.split(), *how)
    return path


def drawn(path: Path, folder: Path) -> Path:
    """Draw the first page of a document."""
    picture = folder / f"{path.stem}.png"
    if path.suffix == ".html":
        window = ("--window-size=860,1010", f"--screenshot={picture}")
        run("chromium", "--headless", "--no-sandbox", "--hide-scrollbars", *window, path.as_uri())
        return picture
    if path.suffix != ".pdf":
        office = f"-env:UserInstallation={(folder / 'office').as_uri()}"
        run("soffice", office, "--headless", "--convert-to", "pdf", "--outdir", folder, path)
        path = path.with_suffix(".pdf")
    run("pdftoppm", "-r", str(RESOLUTION), "-png", "-singlefile", path, picture.with_suffix(""))
    return picture


def save(picture: Path) -> None:
    """Cut a picture to what is on it, and its colours down, without any note of when it was made."""
    frame = ("-trim", "+repage", "-bordercolor", "white", "-border", "14")
    few = (
        "-dither",
        "None",
        "-colors",
        str(COLOURS),
        "-strip",
        "-define",
        "png:compression-level=9",
    )
    run("convert", picture, *frame, *few, PICTURES / picture.name)


def main() -> None:
    """Make the sample, every document in every language, and its picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = folder / "sample.sqlite3"
        run(sys.executable, "-m", "tracker", "demo", "--keep", sample)
        for shown in SHOWN:
            for language in shown.languages:
                save(drawn(made(shown, language, sample, folder), folder))


if __name__ == "__main__":
    main()
