"""Documents that the renderer tests share: a realistic follow-up and small special cases."""

from __future__ import annotations

from datetime import date

from tracker.domain.document_tree import (
    Band,
    BulletList,
    Document,
    DocumentHeader,
    FieldBlock,
    Heading,
    Notice,
    NumberedList,
    Paragraph,
    PrintedWords,
    Quote,
    Row,
    Series,
    Table,
    Tone,
    ageing,
    alert,
    bars,
    date_column,
    emphasis,
    inline,
    link,
    muted,
    ref_column,
    rows_of,
    status_column,
    strong,
    text_column,
    trend,
)

MORE_INVOLVEMENT = (
    "More involvement and participation of the stakeholders at the meetings, as this is a unique "
    "platform for sharing information and lessons learned."
)

OUTCOME_COLUMNS = (
    ref_column("Ref"),
    text_column("Outcome as adopted", weight=4.5),
    text_column("Action taken", weight=3),
    status_column("Status"),
    date_column("Due"),
)

OUTCOME_ROWS: tuple[Row, ...] = (
    Band("7.1 Fifteenth meeting, 26 September 2019"),
    (
        1,
        "The Chair encouraged ideas on how to get more answers from young people.",
        "Youth networks of three members contacted; evidence at each meeting.",
        "standing",
        None,
    ),
    (2, MORE_INVOLVEMENT, muted("None recorded."), "standing", None),
    (
        3,
        "The membership is invited to be aware of how important it is to evaluate programmes.",
        muted("None recorded."),
        "standing",
        None,
    ),
    (
        4,
        (
            "A first liaison statement will be sent to ITU Study Group 2 to inform it of the "
            "work on the Guidelines."
        ),
        inline("Sent as ", link("CWG-COP LS 1", "https://example.org/ls/1"), " on 12 Mar 2020."),
        "implemented",
        date(2020, 3, 31),
    ),
    (
        5,
        "A second liaison statement will be sent to ITU-D to ask about the household indicators.",
        "Sent on 12 Mar 2020. The reply is awaited.",
        alert("under implementation, overdue"),
        date(2020, 6, 30),
    ),
    Band("7.2 Sixteenth meeting, 4 February 2020"),
    (
        6,
        "The Mascot will be posted online.",
        inline("Posted: ", link("https://example.org/mascot", "https://example.org/mascot")),
        "reported done",
        date(2020, 5, 29),
    ),
    (
        7,
        MORE_INVOLVEMENT,
        "Reiterates 2, first adopted 26 Sep 2019.",
        "standing",
        None,
    ),
)

HEADER = DocumentHeader(
    group="Council Working Group on Child Online Protection",
    meeting="Seventeenth meeting",
    place_and_date="Geneva, 12 October 2020",
    symbol="CWG-COP-17/4",
    date=date(2020, 9, 28),
    original_language="English",
    source="Secretariat",
)

MONTHS = ("Mar 2020", "Apr 2020", "May 2020", "Jun 2020", "Jul 2020", "Aug 2020", "Sep 2020")

TREND = trend(
    "Open and closed items by month",
    MONTHS,
    Series("Open", (7, 9, 12, 11, 9, 8, 6)),
    Series("Closed", (0, 1, 2, 5, 8, 10, 13)),
    alt="Open items rose to 12 in May 2020 and fell to 6; 13 have been closed.",
)

AGES = ageing(
    "Age of the open items",
    (("under 30 days", 1), ("30 to 90 days", 2), ("90 to 180 days", 0), ("over 180 days", 4)),
    name="Open items",
    alt="Four of seven open items are older than 180 days.",
)

GROUPS = bars(
    "Open items by owner",
    (("Secretariat", 4), ("Chair", 2), ("No owner yet", 1)),
    name="Open items",
    alt="The Secretariat owns four of the seven open items.",
)

FOLLOW_UP = Document(
    "Matters arising from the fifteenth and sixteenth meetings",
    (
        Heading("Summary"),
        Paragraph.of(
            "This document shows what became of the seven outcomes of the fifteenth and sixteenth "
            "meetings. One is implemented, one is reported done, ",
            alert("one is overdue"),
            " and four are standing.",
        ),
        Heading("Action required"),
        Paragraph.of(
            "The Group is invited to ",
            strong("note"),
            " this document and to ",
            strong("confirm"),
            " that outcome 6 is implemented.",
        ),
        Heading("References"),
        BulletList.of(
            inline(emphasis("Report of the fifteenth and sixteenth meetings"), ", Document C20/57"),
            inline("Resolution 1306 ", muted("(Council, 2009)")),
        ),
        Heading("Follow-up of the outcomes", number="1"),
        Paragraph.of("Outcomes stand in the order of the report.", number="1.1"),
        Table(OUTCOME_COLUMNS, OUTCOME_ROWS, caption="Outcomes and action taken"),
        Heading("Where things stand", number="2"),
        FieldBlock.of(
            ("Open", 6),
            ("Overdue", alert("1")),
            ("Replies awaited", "1 (ITU-D, since 12 Mar 2020)"),
            ("Next meeting", date(2020, 10, 12)),
        ),
        TREND,
        AGES,
        GROUPS,
        Heading("Text to be confirmed", level=2, number="2.1"),
        Quote("The Mascot will be posted online.", "C20/57, paragraph 7.2"),
        Notice.of("One deadline has passed: the reply of ITU-D.", tone=Tone.WARNING),
        Notice.of("Every liaison statement went out within 40 days.", tone=Tone.GOOD),
        Notice.of("Nothing else to report.", tone=Tone.QUIET),
        NumberedList.of("Note the document.", "Confirm outcome 6."),
        Table(OUTCOME_COLUMNS[:2], (), caption="Withdrawn outcomes", empty="None."),
    ),
    header=HEADER,
    as_at=date(2020, 9, 25),
    printed_on=date(2020, 9, 28),
)

ARABIC = Document(
    "المسائل الناشئة عن الاجتماعين الخامس عشر والسادس عشر",
    (
        Heading("ملخص"),
        Paragraph.of(
            "تعرض هذه الوثيقة متابعة نتائج الاجتماعين. ",
            alert("نتيجة واحدة متأخرة."),
            " انظر الوثيقة C20/57.",
        ),
        Heading("متابعة النتائج", number="1"),
        Table(
            (
                ref_column("الرقم"),
                text_column("النتيجة كما اعتُمدت", weight=4),
                status_column("الحالة"),
                date_column("الموعد"),
            ),
            (
                (4, "إرسال بيان اتصال أول إلى لجنة الدراسات 2.", "نُفذت", date(2020, 3, 31)),
                (
                    5,
                    "A second liaison statement will be sent to ITU-D.",
                    "قيد التنفيذ",
                    date(2020, 6, 30),
                ),
            ),
            caption="النتائج والإجراءات المتخذة",
        ),
        BulletList.of("أولاً", "ثانياً"),
        bars(
            "البنود المفتوحة حسب المسؤول",
            (("الأمانة", 4), ("الرئيس", 2)),
            name="مفتوحة",
            alt="الأمانة مسؤولة عن أربعة بنود.",
        ),
    ),
    header=DocumentHeader(
        group="فريق العمل التابع للمجلس المعني بحماية الأطفال على الخط",
        meeting="الاجتماع السابع عشر",
        place_and_date="جنيف، 12 أكتوبر 2020",
        symbol="CWG-COP-17/4-A",
        date=date(2020, 9, 28),
        original_language="الإنكليزية",
        source="الأمانة",
    ),
    language="ar",
    direction="rtl",
    as_at=date(2020, 9, 25),
    words=PrintedWords(
        document="الوثيقة {symbol}",
        original="الأصل: {language}",
        source="المصدر: {source}",
        as_at="الحالة في {date}",
        printed_on="طُبعت في {date}",
        section="القسم",
    ),
)


def many_rows(count: int) -> Document:
    """A document with one table of ``count`` ordinary rows."""
    rows: list[Row] = [
        (n, f"Outcome number {n}: {MORE_INVOLVEMENT}", "Work goes on.", "pending", date(2026, 1, 1))
        for n in range(1, count + 1)
    ]
    return Document("Many outcomes", (Table(OUTCOME_COLUMNS, rows),))


def rows_on_demand(count: int) -> Document:
    """The same number of rows, each made when it is come to, as reports make them."""

    def row(number: int) -> Row:
        text = f"Outcome number {number}: {MORE_INVOLVEMENT}"
        return (number, text, "Work goes on.", "pending", date(2026, 1, 1))

    return Document("Many outcomes", (Table(OUTCOME_COLUMNS, rows_of(range(count), row)),))
