from __future__ import annotations

from datetime import date

import pytest

from tests.capture.finding.notes import capture_notes, capture_text, proposals_of
from tracker.capture.finding.dates import find_dates
from tracker.capture.finding.language import read_language, words_of
from tracker.capture.finding.ordinals import find_meetings_named
from tracker.domain.proposals import ChairFound

ENGLISH, FRENCH, SPANISH = (read_language(name) for name in ("english", "french", "spanish"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("held on 26 September 2019 in", date(2019, 9, 26), date(2019, 9, 26)),
        ("September 26, 2019", date(2019, 9, 26), date(2019, 9, 26)),
        ("July 26th, 2017", date(2017, 7, 26), date(2017, 7, 26)),
        ("26-28 September 2019", date(2019, 9, 26), date(2019, 9, 28)),
        ("30 September to 2 October 2019", date(2019, 9, 30), date(2019, 10, 2)),
        ("2019-09-26T13:00Z", date(2019, 9, 26), date(2019, 9, 26)),
        ("26.9.2019", date(2019, 9, 26), date(2019, 9, 26)),
    ],
)
def test_dates_in_english(text: str, first: date, last: date) -> None:
    """Days and spans of days as records write them."""
    (found,) = find_dates(text, ENGLISH)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    "text", ["31 February 2019", "May we go on", "Resolution 1306", "05/06/2019"]
)
def test_no_dates(text: str) -> None:
    """Impossible days, other numbers, and what could be May or June."""
    assert find_dates(text, ENGLISH) == []


def test_dates_in_french_and_spanish() -> None:
    """The first of a month, and the little words between."""
    assert find_dates("le 1er mars 2021", FRENCH)[0].first == date(2021, 3, 1)
    assert find_dates("el 4 de febrero de 2020", SPANISH)[0].first == date(2020, 2, 4)


@pytest.mark.parametrize(
    ("text", "ordinals"),
    [
        ("the fifteenth and sixteenth meetings", (15, 16)),
        ("its 15th meeting", (15,)),
        ("the twenty-first plenary meeting", (21,)),
        ("the 33rd ISO/TC 154 plenary meeting", (33,)),
        ("Minutes of the 15 th meeting", (15,)),
    ],
)
def test_ordinals_of_meetings(text: str, ordinals: tuple[int, ...]) -> None:
    """In words and in figures, alone and in lists."""
    assert [named.ordinals for named in find_meetings_named(text, ENGLISH)] == [ordinals]


def test_ordinals_in_french_and_spanish() -> None:
    """Figures with their endings, and words."""
    assert [n.ordinals for n in find_meetings_named("la 15e réunion", FRENCH)] == [(15,)]
    assert [
        n.ordinals for n in find_meetings_named("les douzième et treizième réunions", FRENCH)
    ] == [(12, 13)]
    assert [n.ordinals for n in find_meetings_named("la 5.ª reunión", SPANISH)] == [(5,)]
    assert [n.ordinals for n in find_meetings_named("decimoquinta reunión", SPANISH)] == [(15,)]


def test_language_is_told_by_small_words() -> None:
    """English when nothing tells."""
    assert (
        words_of("Le comité a décidé que la proposition est retenue par les membres").code == "fr"
    )
    assert words_of("El comité decidió que la propuesta de los miembros se publique").code == "es"
    assert words_of("12345").code == "en"


@pytest.mark.parametrize(
    ("text", "day", "words"),
    [
        ("ACTION: Sam to write it by 20 March", date(2024, 3, 20), "20 March"),
        ("ACTION: Sam to write it by 2024-04-01", date(2024, 4, 1), "2024-04-01"),
        ("ACTION: Sam to write it today", date(2024, 3, 5), "today"),
        ("ACTION: Sam to write it before the end of April", None, "the end of April"),
        ("ACTION: Sam to write it next week", None, "next week"),
        ("ACTION: Sam to write it by February 2", None, "February 2"),
        ("ACTION: Sam may write it", None, None),
        ("ACTION: Sam to correct the text of 3 May 2023", None, None),
    ],
)
def test_due_dates(text: str, day: date | None, words: str | None) -> None:
    """Certain days are resolved; a day that is past is not pushed into another year."""
    (found,) = proposals_of(text)
    assert (found.due, found.due_text) == (day, words)


def test_header_of_a_report() -> None:
    """Symbol, date, title and Chair by their labels, the meeting by its ordinal."""
    result = capture_text(
        "Document C24/12-E\n3 March 2024\n\nTitle: Report of the group\nChair: Ms Ada Berg (Norway)\n"
        "Place: Oslo\n\nMinutes of the 5th meeting of the Expert Group on Widgets\n\n"
        "1\tOpening\n1.1\tThe meeting was opened. Document C24/99 was presented.\n"
    )
    assert (result.symbol, result.date) == ("C24/12-E", date(2024, 3, 3))
    assert result.title == "Report of the group"
    assert result.chair == ChairFound("Ada Berg", "Norway")
    assert [m.ordinal for m in result.meetings] == [5]
    assert result.place == "Oslo"


def test_group_of_a_title() -> None:
    """A record that names its body only in its title."""
    assert capture_notes("Nothing.").group is not None
    assert (
        capture_notes("Nothing.", head="# Acta de la 5.ª reunión del Comité de Normas\n\n").group
        is not None
    )


def test_record_in_french() -> None:
    """Decisions, invitations, commitments and due dates in French."""
    found = capture_notes(
        "Le comité a décidé de retenir la proposition du groupe pour les membres.",
        "Claire enverra le devis au bureau avant le 30 mars 2024.",
        "Les membres sont invités à transmettre leurs remarques au secrétariat.",
        "L'ordre du jour est adopté.",
        "Marc pense que le logo est beau, et il le dit dans les réunions.",
        head="# Compte rendu de la 7e réunion du comité\n\n**Date :** 14 mars 2024\n\n"
        "## Présents\n\n- Claire Fontaine\n- Marc Lenoir\n\n## Site\n\n",
    ).proposals
    assert [(p.kind, p.owner, p.due) for p in found] == [
        ("decision", None, None),
        ("action", "Claire", date(2024, 3, 30)),
        ("invitation", None, None),
    ]
    assert found[2].addressee == "membres"


def test_record_in_spanish() -> None:
    """Decisions, invitations, commitments and due dates in Spanish."""
    found = capture_notes(
        "Se acordó mantener el texto de la guía para los miembros.",
        "Ana enviará el borrador a los miembros antes del 20 de noviembre.",
        "Se invita a los miembros a presentar comentarios por escrito.",
        "El acta de la reunión anterior fue aprobada.",
        "Jorge señaló que el borrador será publicado por otros en su página.",
        head="# Acta de la 5.ª reunión del Comité\n\n**Fecha:** 9 de noviembre de 2024\n\n"
        "## Asistentes\n\n- Ana Ríos\n- Jorge Medina\n\n## Desarrollo\n\n",
    ).proposals
    assert [(p.kind, p.owner, p.due) for p in found] == [
        ("decision", None, None),
        ("action", "Ana", date(2024, 11, 20)),
        ("invitation", None, None),
    ]
