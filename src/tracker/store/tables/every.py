"""Every table with versions, parents before what hangs on them. Imported where all are needed."""

from tracker.store.tables.annotation import (
    Contributor,
    Corrigendum,
    Evidence,
    Extension,
    Link,
    Note,
)
from tracker.store.tables.choice import DigestReader, SavedFilter
from tracker.store.tables.document import Document, DocumentMeeting
from tracker.store.tables.group import Group, GroupAlias
from tracker.store.tables.item import Item
from tracker.store.tables.liaison import Attachment, Contact, Destination, Liaison
from tracker.store.tables.meeting import Meeting
from tracker.store.tables.person import Office, Person, Term

EVERY_TABLE = (
    Group,
    GroupAlias,
    Person,
    Office,
    Term,
    Meeting,
    Document,
    DocumentMeeting,
    Item,
    Note,
    Evidence,
    Contributor,
    Link,
    Extension,
    Corrigendum,
    Liaison,
    Destination,
    Contact,
    Attachment,
    SavedFilter,
    DigestReader,
)
