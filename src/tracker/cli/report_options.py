"""The options that every report has, and what they ask for."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from tracker.cli.place import as_at_option, json_option, past_day, workplace
from tracker.cli.report_output import bar_on_terminal, check_form, give

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.cli.progress_bar import ProgressBar
    from tracker.domain.document_tree import Document
    from tracker.reports.asked import Asked


class Wish(NamedTuple):
    """How a report was asked for."""

    output: str
    form: str
    template: str
    only: str
    as_at: str | None
    language: str
    private: bool
    printed: bool
    all_groups: bool
    bar: ProgressBar | None = None

    def give(self, document: Document) -> None:
        """Write the finished report where it was wished for."""
        give(document, output=self.output, form=self.form, template=self.template, bar=self.bar)


FORMATS = "terminal, text, markdown, html, docx, pdf, xlsx, csv, json"
_OPTIONS = (
    click.option(
        "--output", "-o", default="", metavar="FILE", help="FILE; its ending is the format."
    ),
    click.option("--format", "form", default="", metavar="NAME", help=f"One of {FORMATS}."),
    click.option(
        "--template", default="", metavar="FILE", help="The group's own .docx for styles."
    ),
    click.option(
        "--filter", "only", default="", metavar="FILTER", help="Only of items that meet it."
    ),
    as_at_option,
    json_option,
    click.option("--language", default="en", metavar="CODE", help="Of the report's own words."),
    click.option("--private", is_flag=True, help="With private notes; every page is marked."),
    click.option("--printed", is_flag=True, help="With the day of printing; not with --as-at."),
    click.option("--all-groups", is_flag=True, help="Of every group of ours."),
)


def report_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of every report; the command gets them as one ``wish``."""

    @wraps(command)
    def run(ctx: click.Context, *, as_json: bool, **options: Any) -> None:
        wish = Wish(**{name: options.pop(name) for name in Wish._fields if name in options})
        wish = checked(wish, as_json=as_json)
        template = wish.template or _template_of_group(ctx, wish)
        with bar_on_terminal() as bar:
            command(ctx, wish=wish._replace(template=template, bar=bar), **options)

    shaped: Callable[..., None] = run
    for option in reversed(_OPTIONS):
        shaped = option(shaped)
    return shaped


def checked(wish: Wish, *, as_json: bool) -> Wish:
    """Give the wish with its format. Raises ``UsageError`` where two options contradict each other."""
    form = wish.form
    if as_json:
        if form and form.strip().lower() != "json":
            raise click.UsageError(f"--json and --format {form} are two formats. Give one.")
        form = "json"
    check_form(form, wish.output, wish.template)
    if wish.printed and wish.as_at:
        raise click.UsageError(
            "--printed does not go with --as-at: the report of a past day is the same whenever it"
            " is printed."
        )
    return wish._replace(form=form)


def _template_of_group(ctx: click.Context, wish: Wish) -> str:
    """Give the template that the settings name for the group, if any."""
    place = workplace(ctx)
    if wish.all_groups or "templates" not in place.settings.more:
        return ""
    return place.settings.template_of(place.group.acronym)


def asked(ctx: click.Context, wish: Wish) -> Asked:
    """Put together what the report is asked: reader, group, day, filter, language."""
    from tracker.reports.asked import Asked
    from tracker.reports.catalogues import check_language
    from tracker.reports.words import Words

    check_language(wish.language)
    place = workplace(ctx)
    day = past_day(place, wish.as_at)
    reader, today = place.reader_at(day), day or place.today
    request = Asked(
        reader,
        None if wish.all_groups else place.group.id,
        today,
        Words(wish.language),
        private=wish.private,
        printed_on=place.today if wish.printed and day is None else None,
    )
    if not wish.only.strip():
        return request
    from dataclasses import replace

    from tracker.cli.selecting import compiled, parsed

    only = compiled(place, reader, parsed(reader, wish.only), today, None)
    return replace(request, only=only, only_words=wish.only)
