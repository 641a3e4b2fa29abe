"""``tracker template``: the document for Word that a group makes its own documents from."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.cli.place import examples
from tracker.cli.printing import say
from tracker.domain.errors import Refused


class TemplateThere(Refused):
    """A template somebody has worked on is not written over."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already. Name a file that does not exist yet.")


@click.command("template", epilog=examples("template house.docx", "followup --template house.docx"))
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
def template_command(path: Path) -> None:
    """Write the document that .docx reports are made from, for you to change in Word.

    Its styles, page, headers and footers are yours to change. Words in double braces, such as
    {{group}}, are filled in; the report comes where {{report}} stands.
    """
    from tracker.render.docx_reference import reference
    from tracker.render.formats import CannotWrite

    try:
        with path.open("xb") as file:
            file.write(reference())
    except FileExistsError as error:
        raise TemplateThere(path) from error
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    say(f"{path} is written. Change it in Word; `tracker followup --template {path}` uses it.")
