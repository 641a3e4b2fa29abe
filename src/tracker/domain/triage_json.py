"""Decisions on proposals, as data for JSON and back without loss."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from tracker.domain.records.parties import Party
from tracker.domain.triage import Decision, DueSaid, Edits, Facts, Target, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

Data = dict[str, Any]


def decisions_to_data(decisions: Mapping[str, Decision]) -> Data:
    """Give the decisions by key; what was not changed or not said is left out."""
    return {key: _decision_data(decision) for key, decision in decisions.items()}


def decisions_from_data(data: Mapping[str, Any]) -> dict[str, Decision]:
    """Give back what ``decisions_to_data`` wrote."""
    return {key: _decision(each) for key, each in data.items()}


def facts_to_data(facts: Facts) -> Data:
    """Give what was said of the document; what is unknown is left out."""
    day = facts.issued_on.isoformat() if facts.issued_on else ""
    said = {
        "symbol": facts.symbol,
        "revision": facts.revision,
        "issued_on": day,
        "group": facts.group,
    }
    return {name: value for name, value in said.items() if value}


def facts_from_data(data: Mapping[str, Any]) -> Facts:
    """Give back what ``facts_to_data`` wrote."""
    return Facts(
        symbol=data.get("symbol", ""),
        revision=data.get("revision", ""),
        issued_on=_day(data.get("issued_on")),
        group=data.get("group", ""),
    )


def _decision_data(decision: Decision) -> Data:
    said: Data = {
        "edits": _edits_data(decision.edits),
        "reiterates": decision.reiterates and list(decision.reiterates),
        "corrects": decision.corrects,
        "reason": decision.reason,
    }
    kept = {name: value for name, value in said.items() if value not in (None, "", {})}
    return {"verdict": str(decision.verdict), **kept}


def _decision(data: Data) -> Decision:
    target = data.get("reiterates")
    return Decision(
        verdict=Verdict(data["verdict"]),
        edits=_edits(data.get("edits", {})),
        reiterates=Target(*target) if target else None,
        corrects=data.get("corrects"),
        reason=data.get("reason", ""),
    )


def _edits_data(edits: Edits) -> Data:
    due = edits.due
    said: Data = {
        "title": edits.title,
        "kind": edits.kind,
        "addressee": edits.addressee,
        "owner": None if edits.owner is None else list(edits.owner),
        "due": None if due is None else [due.date and due.date.isoformat(), *due[1:]],
    }
    return {name: value for name, value in said.items() if value is not None}


def _edits(data: Data) -> Edits:
    owner, due = data.get("owner"), data.get("due")
    return Edits(
        title=data.get("title"),
        kind=data.get("kind"),
        addressee=data.get("addressee"),
        owner=None if owner is None else Party(*owner),
        due=None if due is None else DueSaid(_day(due[0]), *due[1:]),
    )


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
