"""``tracker tag``, ``title`` and ``priority``: how items are told apart."""

from __future__ import annotations

from itertools import takewhile

import click

from tracker.cli.arguments import WordsMissing, looks_like_refs, refs_then_name
from tracker.cli.echo import echo
from tracker.cli.place import changing, examples, note_option, workplace
from tracker.domain.refs import parse_ref, parse_refs

PRIORITIES = ("high", "normal", "low")


@click.command(
    "tag",
    epilog=examples("tag 12 14 +web -draft"),
    # A minus takes a tag away, so this command has no options of one letter.
    context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]},
)
@click.argument("words", nargs=-1, required=True, metavar="REF… +TAG… -TAG…")
@click.option("--note", default="", help="Why; kept with the change.")
@click.pass_context
def tag_command(ctx: click.Context, words: tuple[str, ...], note: str) -> None:
    """Add tags to items and take others away."""
    place = workplace(ctx)
    numbers = list(takewhile(looks_like_refs, words))
    refs, tags = parse_refs(numbers), words[len(numbers) :]
    unknown = next((word for word in tags if word.startswith("--")), None)
    if unknown:
        raise click.NoSuchOption(unknown, ctx=ctx)
    if not tags:
        raise WordsMissing("tag")
    gone = [word[1:] for word in tags if word.startswith("-")]
    new = [word.removeprefix("+") for word in tags if not word.startswith("-")]
    from tracker.desk.annotate import tag

    with changing(place, "tag", note) as work:
        items = tag(work, refs, new, gone)
    echo(items, " ".join([*(f"+{name}" for name in new), *(f"-{name}" for name in gone)]))


@click.command("title", epilog=examples("title 12 Mascot online"))
@click.argument("ref", metavar="REF")
@click.argument("words", nargs=-1, required=True, metavar="TITLE")
@note_option
@click.pass_context
def title_command(ctx: click.Context, ref: str, words: tuple[str, ...], note: str) -> None:
    """Give an item another short title. The text as adopted stays as it is."""
    place, number = workplace(ctx), parse_ref(ref)
    from tracker.desk.titles import retitle

    with changing(place, "title", note) as work:
        item = retitle(work, number, " ".join(words))
    echo([item], "retitled")


@click.command("priority", epilog=examples("priority 12 14 high"))
@click.argument("words", nargs=-1, required=True, metavar="REF… high|normal|low")
@note_option
@click.pass_context
def priority_command(ctx: click.Context, words: tuple[str, ...], note: str) -> None:
    """Say how pressing items are."""
    place = workplace(ctx)
    refs, word = refs_then_name(words, "priority")
    typed = word.casefold().lstrip("!")
    named = [name for name in PRIORITIES if typed and name.startswith(typed)]
    from tracker.desk.annotate import prioritize

    priority = named[0] if named else word
    with changing(place, "priority", note) as work:
        items = prioritize(work, refs, priority)
    echo(items, f"priority {priority}")
