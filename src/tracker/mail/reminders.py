"""Reminders: one mail an owner, by the cadence or by hand, and a list of those nobody can reach."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tracker.domain.records.deliveries import MailKind
from tracker.mail.editions import list_id, written
from tracker.mail.sending import Parcel
from tracker.reports.asked import Asked
from tracker.reports.reminder import reminder, subject
from tracker.reports.words import Words
from tracker.store.reading.addressees import addressees_of, owners_of
from tracker.store.reading.deliveries import last_mail
from tracker.store.reading.instants import newest_seq

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from tracker.domain.mail_address import Mailbox
    from tracker.domain.records.item_row import ItemRow
    from tracker.domain.records.parties import GroupRow
    from tracker.mail.message import Letter
    from tracker.mail.sending import Stamped
    from tracker.store.database import Reader
    from tracker.store.reading.reminding import Reminded

NO_OWNER = "no owner"


@dataclass(slots=True)
class Bundle:
    """What one addressee is reminded of: items by the role in which they own them."""

    to: Mailbox
    language: str
    owned: dict[str, list[Reminded]] = field(default_factory=dict)

    @property
    def lines(self) -> list[Reminded]:
        """Give the items with their steps, each once."""
        found = [line for lines in self.owned.values() for line in lines]
        return sorted(dict.fromkeys(found), key=lambda line: line.item.ref)


class Unreached(NamedTuple):
    """An item that nobody can be reminded of, and why."""

    item: ItemRow
    why: str


def bundled(
    reader: Reader,
    lines: Sequence[Reminded],
    today: dt.date,
    told: frozenset[tuple[str, str]] = frozenset(),
) -> tuple[list[Bundle], list[Unreached]]:
    """Bundle items by whom to write to about them; offices resolve to their holders on the day.

    What ``told`` has (see ``reminded_of``) is not told to the same address again.
    """
    owners = owners_of(reader, [line.item.id for line in lines])
    reached = {owner: addressees_of(reader, owner, today) for owner in set(owners.values())}
    bundles: dict[str, Bundle] = {}
    lost: list[Unreached] = []
    for line in lines:
        owner = owners.get(line.item.id)
        if owner is None or not reached[owner].addressees:
            lost.append(Unreached(line.item, reached[owner].why if owner else NO_OWNER))
            continue
        for addressee in reached[owner].addressees:
            to, language, role = addressee
            if (to.address, line.told) in told:
                continue
            bundle = bundles.setdefault(to.address.casefold(), Bundle(to, language))
            bundle.owned.setdefault(role, []).append(line)
    return sorted(bundles.values(), key=lambda bundle: bundle.to), lost


@dataclass(frozen=True, slots=True)
class Reminding:
    """One round of reminders in a group: the scheduled one of a day, or somebody's chase.

    ``edition`` is its key in the ledger; ``note`` is what ``by`` says in a chase.
    """

    reader: Reader
    group: GroupRow
    today: dt.date
    edition: str
    kind: MailKind
    note: str = ""
    by: str = ""

    def parcel(self, bundle: Bundle) -> Parcel:
        """Give the mail to one addressee, ready to be sent."""
        return Parcel(
            self.edition,
            self.kind,
            self.group.id,
            self.today,
            bundle.to,
            newest_seq(self.reader),
            lambda stamped: self._written(bundle, stamped),
            about=" ".join(line.told for line in bundle.lines),
        )

    def _written(self, bundle: Bundle, stamped: Stamped) -> Letter:
        asked = Asked(self.reader, self.group.id, self.today, Words(bundle.language))
        owned = {
            self._role(role): [line.item for line in lines] for role, lines in bundle.owned.items()
        }
        return written(
            reminder(asked, owned, note=self.note, by=self.by),
            stamped,
            subject=subject(asked, [line.item for line in bundle.lines]),
            references=self._before(stamped.to.address),
            list_id=list_id("reminders", self.group.acronym, stamped.sender.domain),
            automatic=self.kind is MailKind.REMINDERS,
        )

    def _before(self, address: str) -> str:
        """Give the Message-ID of the last reminder that reached the address, to be shown under it."""
        kind = MailKind.REMINDERS
        last = last_mail(self.reader, kind, self.group.id, address, but=self.edition)
        return last.message_id if last else ""

    def _role(self, role: str) -> str:
        return role.removeprefix(f"{self.group.acronym} ")


def scheduled(reader: Reader, group: GroupRow, today: dt.date) -> Reminding:
    """Give the round of reminders of a day."""
    edition = f"{group.acronym}/{MailKind.REMINDERS}/{today}"
    return Reminding(reader, group, today, edition, MailKind.REMINDERS)


def chase(
    reader: Reader, group: GroupRow, today: dt.date, refs: Sequence[int], *, note: str, by: str
) -> Reminding:
    """Give somebody's chase of items; the same words about the same items are one chase a day."""
    mark = hashlib.sha256(note.encode()).hexdigest()[:6]
    named = ",".join(map(str, sorted(refs)))
    edition = f"{group.acronym}/{MailKind.CHASE}/{today}/{named}/{mark}"
    return Reminding(reader, group, today, edition, MailKind.CHASE, note, by)
