"""The first tables: every present table with its versions, the change sets, search, choices.

Revision: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

OPEN_END = 2**62

# By code point, as SQLite has it: the order of a list does not depend on a server's language.
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
OPEN_ITEMS = (
    "NOT retired AND status IN ('pending', 'under implementation', 'reported done', 'standing')"
)


def text(name: str, default: str | None = "") -> sa.Column:
    """Give a text column that is never NULL; ``default=None`` makes a value required."""
    return sa.Column(name, TEXT, nullable=False, server_default=default)


def day(name: str, *, required: bool = False) -> sa.Column:
    """Give a date column, NULL while the date is unknown."""
    return sa.Column(name, sa.Date(), nullable=not required)


def number(name: str, default: int | None = None) -> sa.Column:
    """Give a whole-number column, NULL while unknown unless it has a default."""
    return sa.Column(
        name,
        sa.Integer(),
        nullable=default is None,
        server_default=None if default is None else str(default),
    )


def flag(name: str) -> sa.Column:
    """Give a yes-or-no column, no by default."""
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())


def facts() -> sa.Column:
    """Give the column for what a sentence of the program's own says, as JSON; "" where one typed."""
    return text("facts")


def refers(name: str, target: str, *, required: bool = False) -> sa.Column:
    """Give a foreign key."""
    return sa.Column(name, sa.Integer(), sa.ForeignKey(target), nullable=not required)


def versioned(name: str, *columns: sa.Column) -> None:
    """Make a present table and, beside it, its versions valid in [from_seq, to_seq)."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        *columns,
        sqlite_autoincrement=True,
    )
    op.create_table(
        f"{name}_version",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(c.name, c.type, nullable=c.nullable) for c in columns),
        sa.Column("from_seq", sa.BigInteger(), nullable=False),
        sa.Column("to_seq", sa.BigInteger(), nullable=False, server_default=str(OPEN_END)),
        sa.PrimaryKeyConstraint("id", "from_seq"),
    )
    op.create_index(f"{name}_version_from", f"{name}_version", ["from_seq"])
    # Both ends, so that «what held at n» is answered from the index alone.
    op.create_index(f"{name}_version_to", f"{name}_version", ["to_seq", "from_seq"])


def change_sets() -> None:
    """Make the head row, which gives the one order of commits, and the change sets."""
    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), sa.CheckConstraint("id = 1"), primary_key=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("next_ref", sa.Integer(), nullable=False),
        text("last_recorded"),
    )
    op.execute("INSERT INTO head (id, seq, next_ref, last_recorded) VALUES (1, 0, 1, '')")
    op.create_table(
        "change_set",
        sa.Column("seq", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("uid", TEXT, nullable=False, unique=True),
        text("recorded_at", None),
        text("actor", None),
        text("verb", None),
        text("note"),
        sa.Column("undoes", sa.BigInteger(), nullable=True),
        sa.Column("redoes", sa.BigInteger(), nullable=True),
    )
    op.create_index("change_set_recorded", "change_set", ["recorded_at"])


def parties() -> None:
    """Make groups, people and offices."""
    versioned(
        "working_group",
        text("acronym", None),
        text("name"),
        refers("parent_id", "working_group.id"),
        text("timezone", "UTC"),
        flag("ours"),
        number("document_days", 12),
        number("report_days", 28),
        flag("retired"),
    )
    versioned(
        "group_alias",
        refers("group_id", "working_group.id", required=True),
        text("alias", None),
    )
    versioned(
        "person",
        text("name", None),
        text("email"),
        text("organization"),
        text("country"),
        text("phone"),
        flag("retired"),
    )
    versioned(
        "office",
        refers("group_id", "working_group.id", required=True),
        text("title", None),
        flag("retired"),
    )
    versioned(
        "term",
        refers("office_id", "office.id", required=True),
        refers("person_id", "person.id", required=True),
        day("from_date"),
        day("to_date"),
    )


def meetings_and_documents() -> None:
    """Make meetings, documents and which document reports on which meeting."""
    versioned(
        "meeting",
        refers("group_id", "working_group.id", required=True),
        number("ordinal"),
        text("title"),
        day("starts_on"),
        day("ends_on"),
        text("place"),
        refers("chair_id", "person.id"),
        flag("retired"),
    )
    versioned(
        "document",
        refers("group_id", "working_group.id", required=True),
        text("symbol"),
        text("revision"),
        text("title"),
        day("issued_on"),
        text("language", "en"),
        text("source"),
        text("summary"),
        text("action_required"),
        text("url"),
        text("file_name"),
        text("fingerprint"),
        flag("retired"),
    )
    versioned(
        "document_meeting",
        refers("document_id", "document.id", required=True),
        refers("meeting_id", "meeting.id", required=True),
    )


def items() -> None:
    """Make the items, with the indexes that the lists live on."""
    versioned(
        "item",
        sa.Column("ref", sa.Integer(), nullable=False),
        text("uid", None),
        text("sort", None),
        refers("group_id", "working_group.id", required=True),
        refers("meeting_id", "meeting.id"),
        refers("document_id", "document.id"),
        text("section"),
        number("bullet"),
        # The place among the paragraphs of the document, as one number that sorts.
        sa.Column("position", sa.BigInteger(), nullable=False, server_default="0"),
        text("title"),
        text("text"),
        text("kind"),
        text("addressee"),
        text("adoption"),
        day("adopted_on"),
        text("status", None),
        refers("owner_person_id", "person.id"),
        refers("owner_office_id", "office.id"),
        refers("owner_group_id", "working_group.id"),
        text("owner_basis"),
        day("due"),
        text("due_basis"),
        refers("due_meeting_id", "meeting.id"),
        number("due_days_before"),
        text("priority", "normal"),
        text("tags"),
        text("waiting_on"),
        day("waiting_since"),
        day("reported_on"),
        day("closed_on"),
        day("created_on", required=True),
        day("changed_on", required=True),
        flag("retired"),
    )
    op.create_index("item_ref", "item", ["ref"], unique=True)
    op.create_index("item_uid", "item", ["uid"], unique=True)
    where = sa.text(OPEN_ITEMS)
    # In the order of lists, so that a page needs no sorting; the rest is what reports pick by.
    picked = ["due", "ref", "group_id", "status", "changed_on", "reported_on", "adopted_on", "id"]
    for name, columns in (("item", picked), ("item_version", ["to_seq", "from_seq", *picked])):
        op.create_index(f"{name}_open", name, columns, sqlite_where=where, postgresql_where=where)
    # Lists are filtered inside these indexes, without touching the long texts of the rows.
    # PostgreSQL limits the size of an index row, so texts that anybody may lengthen stay out there.
    listed = [
        "ref", "status", "retired", "group_id", "due", "sort", "owner_person_id",
        "owner_office_id", "owner_group_id", "meeting_id", "document_id", "priority",
        "changed_on", "closed_on", "adopted_on", "created_on", "waiting_since", "reported_on",
    ]  # fmt: skip
    if op.get_bind().dialect.name == "sqlite":
        listed += ["kind", "waiting_on", "tags", "section"]
    op.create_index("item_listed", "item", ["id", *listed])
    op.create_index("item_version_listed", "item_version", ["to_seq", "from_seq", "id", *listed])
    waiting(sqlite=op.get_bind().dialect.name == "sqlite")
    op.create_index("item_document", "item", ["document_id", "position"])
    op.create_index("item_meeting", "item", ["meeting_id", "retired"])
    op.create_index("item_closed", "item", ["closed_on"])


def waiting(*, sqlite: bool) -> None:
    """Index the few open items that wait on somebody, at present and as at a change set."""
    where = sa.text(f"{OPEN_ITEMS} AND waiting_on <> ''")
    told = ["group_id", *(["waiting_on"] if sqlite else []), "waiting_since", "id"]
    for name, columns in (("item", told), ("item_version", ["to_seq", "from_seq", *told])):
        op.create_index(
            f"{name}_waiting", name, columns, sqlite_where=where, postgresql_where=where
        )


def annotations() -> None:
    """Make what gathers on items."""
    versioned(
        "note",
        refers("item_id", "item.id", required=True),
        day("on_date", required=True),
        text("purpose", "note"),
        text("text", None),
        facts(),
        flag("private"),
        text("author"),
    )
    versioned(
        "evidence",
        refers("item_id", "item.id", required=True),
        day("on_date", required=True),
        refers("meeting_id", "meeting.id"),
        text("what", None),
        facts(),
    )
    versioned(
        "contributor",
        refers("item_id", "item.id", required=True),
        refers("person_id", "person.id"),
        refers("office_id", "office.id"),
        refers("group_id", "working_group.id"),
    )
    versioned(
        "link",
        refers("from_id", "item.id", required=True),
        refers("to_id", "item.id", required=True),
        text("relation", None),
    )
    versioned(
        "extension",
        refers("item_id", "item.id", required=True),
        day("on_date", required=True),
        day("from_due", required=True),
        day("to_due", required=True),
        text("reason"),
        facts(),
    )
    versioned(
        "corrigendum",
        refers("item_id", "item.id", required=True),
        day("on_date", required=True),
        text("symbol", None),
        text("former_text", None),
    )
    op.create_index("link_once", "link", ["from_id", "to_id", "relation"], unique=True)
    op.create_index("link_to", "link", ["to_id"])


def liaison_statements() -> None:
    """Make what liaison statements have beside what every item has."""
    versioned(
        "liaison",
        refers("item_id", "item.id", required=True),
        text("direction", None),
        text("state", None),
        text("purpose"),
        text("number"),
        text("their_reference"),
        refers("other_group_id", "working_group.id"),
        text("other_name"),
        text("questions"),
        text("study_group"),
        text("working_party"),
        text("origin"),
        text("source"),
        text("approval"),
        day("cleared_on"),
        day("deadline"),
        text("abstract"),
        text("body"),
        day("received_on"),
        day("dispatched_on"),
        day("ended_on"),
    )
    versioned(
        "destination",
        refers("item_id", "item.id", required=True),
        number("position", 0),
        refers("group_id", "working_group.id"),
        text("addressee", None),
        text("purpose"),
        day("deadline"),
        text("contact"),
        text("state", "unsent"),
        day("sent_on"),
        text("reference"),
        text("channel"),
        day("acknowledged_on"),
        day("expected_on"),
        refers("reply_item_id", "item.id"),
        day("replied_on"),
        text("disposition"),
        text("disposition_note"),
        day("considered_on"),
        refers("considered_meeting_id", "meeting.id"),
        day("closed_on"),
    )
    versioned(
        "contact",
        refers("item_id", "item.id", required=True),
        number("position", 0),
        text("name", None),
        text("organization"),
        text("country"),
        text("phone"),
        text("email"),
    )
    versioned(
        "attachment",
        refers("item_id", "item.id", required=True),
        number("position", 0),
        text("what", None),
    )


def choices() -> None:
    """Make saved filters, readers of the digest, personal preferences and pending triages."""
    versioned("saved_filter", text("name", None), text("text", None))
    op.create_index("saved_filter_name", "saved_filter", ["name"], unique=True)
    versioned(
        "digest_reader",
        refers("group_id", "working_group.id", required=True),
        refers("person_id", "person.id"),
        text("name", None),
        text("email", None),
        text("scope", "group"),
        text("language", "en"),
    )
    op.create_table(
        "preference",
        text("actor", None),
        text("name", None),
        text("value", None),
        sa.PrimaryKeyConstraint("actor", "name"),
    )
    op.create_table(
        "triage",
        sa.Column("fingerprint", TEXT, primary_key=True),
        text("file_name", None),
        text("started_at", None),
        text("actor", None),
        text("result", None),
        text("decisions", "{}"),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        text("edition", None),
        text("reader", None),
        text("name"),
        text("kind", None),
        refers("group_id", "working_group.id"),
        day("on_date", required=True),
        text("message_id", None),
        text("state", None),
        text("recorded_at", None),
        text("detail"),
        text("about"),
        number("attempts", 1),
        sa.Column("through_seq", sa.BigInteger(), nullable=False),
        sa.UniqueConstraint("edition", "reader"),
        sqlite_autoincrement=True,
    )


def children() -> None:
    """Index what hangs on an item, on the present tables and on the versions."""
    for name in (
        "note",
        "evidence",
        "contributor",
        "extension",
        "corrigendum",
        "liaison",
        "destination",
        "contact",
        "attachment",
    ):
        op.create_index(f"{name}_item", name, ["item_id"])
        # How many hang on an item at a change set is counted in the index alone.
        op.create_index(
            f"{name}_version_item", f"{name}_version", ["item_id", "from_seq", "to_seq"]
        )
    op.create_index("link_version_from_item", "link_version", ["from_id"])
    op.create_index("link_version_to_item", "link_version", ["to_id"])


def search() -> None:
    """Make the searchable words of each item, with the change sets between which they held.

    The terms are cut and folded by the program, so that both databases answer alike.
    """
    sqlite = op.get_bind().dialect.name == "sqlite"
    generated = (
        []
        if sqlite
        else [
            sa.Column(
                "vector",
                sa.dialects.postgresql.TSVECTOR(),
                sa.Computed("to_tsvector('simple', terms)", persisted=True),
            )
        ]
    )
    op.create_table(
        "search_text",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=True),
        sa.Column("item_id", sa.Integer(), sa.ForeignKey("item.id"), nullable=False),
        text("terms", None),
        sa.Column("from_seq", sa.BigInteger(), nullable=False),
        sa.Column("to_seq", sa.BigInteger(), nullable=False, server_default=str(OPEN_END)),
        *generated,
        sqlite_autoincrement=True,
    )
    op.create_index("search_text_item", "search_text", ["item_id", "to_seq"])
    if sqlite:
        search_on_sqlite()
    else:
        op.create_index("search_text_vector", "search_text", ["vector"], postgresql_using="gin")
        fold_on_postgresql()


def fold_on_postgresql() -> None:
    """Make ``folded(text)``, which SQLite gets from the program: letters and digits, no marks."""
    op.execute(
        r"""
        CREATE FUNCTION folded(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
            SELECT trim(regexp_replace(
                lower(regexp_replace(
                    normalize(said COLLATE "default", NFKD), '[\u0300-\u036f]', '', 'g')),
                '[^[:alnum:]]+', ' ', 'g'))
        $$
        """
    )


def search_on_sqlite() -> None:
    """Make the FTS5 index over ``search_text``; rows are only ever added, their words never change."""
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5"
        "(terms, content='search_text', content_rowid='id', tokenize='unicode61', prefix='1 2 3')"
    )
    op.execute(
        "CREATE TRIGGER search_text_added AFTER INSERT ON search_text BEGIN"
        " INSERT INTO search_index (rowid, terms) VALUES (new.id, new.terms); END"
    )
    op.execute(
        "CREATE TRIGGER search_text_removed AFTER DELETE ON search_text BEGIN"
        " INSERT INTO search_index (search_index, rowid, terms)"
        " VALUES ('delete', old.id, old.terms); END"
    )


def upgrade() -> None:
    """Make everything."""
    change_sets()
    parties()
    meetings_and_documents()
    items()
    annotations()
    liaison_statements()
    choices()
    children()
    search()


def downgrade() -> None:
    """Refuse: there is nothing before the first tables."""
    raise RuntimeError("There is no schema before the first one. Restore a backup instead.")
