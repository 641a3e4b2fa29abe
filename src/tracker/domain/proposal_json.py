"""What capture found, as data for JSON and back without loss.

Data of an earlier version may lack fields, which are then unknown, and may hold ones that are no
longer known, which are then left out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.domain.proposals import (
    BulletFound,
    CaptureResult,
    ChairFound,
    GroupFound,
    Match,
    MeetingFound,
    Proposal,
)
from tracker.domain.vocabulary import Basis, Purpose

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Found = TypeVar("Found")
Data = dict[str, Any]


def result_to_data(result: CaptureResult) -> Data:
    """Give everything found in a document as dicts, lists, texts and numbers."""
    plain: Data = _plain(asdict(result))
    return plain


def result_from_data(data: Mapping[str, Any]) -> CaptureResult:
    """Give back what ``result_to_data`` wrote."""
    return _made(
        CaptureResult,
        data,
        group=_optional(_group),
        meetings=_many(_meeting),
        chair=_optional(_chair),
        date=_optional(dt.date.fromisoformat),
        proposals=_many(_proposal),
        bullets=_many(_bullet),
    )


def proposal_to_data(proposal: Proposal) -> Data:
    """Give one proposal as data."""
    plain: Data = _plain(asdict(proposal))
    return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _made(
    kind: Callable[..., Found], data: Mapping[str, Any], **readers: Callable[[Any], Any]
) -> Found:
    known = {each.name for each in fields(kind)}  # type: ignore[arg-type]
    return kind(
        **{
            name: readers[name](value) if name in readers else value
            for name, value in data.items()
            if name in known
        }
    )


def _optional(reader: Callable[[Any], Found]) -> Callable[[Any], Found | None]:
    return lambda value: None if value is None else reader(value)


def _many(reader: Callable[[Any], Found]) -> Callable[[Any], tuple[Found, ...]]:
    return lambda values: tuple(reader(value) for value in values)


def _group(data: Data) -> GroupFound:
    return _made(GroupFound, data, aliases=tuple)


def _chair(data: Data) -> ChairFound:
    return _made(ChairFound, data)


def _meeting(data: Data) -> MeetingFound:
    return _made(MeetingFound, data, dates=_many(dt.date.fromisoformat))


def _bullet(data: Data) -> BulletFound:
    return _made(BulletFound, data)


def _match(data: Data) -> Match:
    return _made(Match, data)


def _proposal(data: Data) -> Proposal:
    return _made(
        Proposal,
        data,
        purpose=_optional(Purpose),
        owner_basis=_optional(Basis),
        due=_optional(dt.date.fromisoformat),
        due_basis=_optional(Basis),
        matches=_many(_match),
    )
