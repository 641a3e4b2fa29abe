"""The table of commands: name, where it lives, its one-line help and its section in ``--help``."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One command. ``target`` is ``module:attribute`` in this package."""

    target: str
    help: str
    section: str


READ, RECORD, FOLLOW, GIVE, KEEP = SECTIONS = (
    "Read",
    "Record",
    "Follow up",
    "Give back",
    "Keep",
)

COMMANDS: dict[str, Entry] = {
    "ui": Entry("ui:ui_command", "Open the terminal UI; so does tracker alone.", READ),
    "list": Entry("listing:list_command", "List items, by default the open ones.", READ),
    "queue": Entry("listing:queue_command", "List what lacks an owner or a date.", READ),
    "search": Entry("searching:search_command", "Find items by words, closed ones too.", READ),
    "show": Entry("showing:show_command", "Show everything about items.", READ),
    "history": Entry("history:history_command", "Show what changed, by whom and when.", READ),
    "add": Entry("adding:add_command", "Add an item in one line.", RECORD),
    "capture": Entry("capturing:capture_command", "Read a report, judge its outcomes.", RECORD),
    "start": Entry("progressing:start_command", "Take items up.", FOLLOW),
    "done": Entry("progressing:done_command", "Report items done.", FOLLOW),
    "confirm": Entry("progressing:confirm_command", "Confirm what is reported done.", FOLLOW),
    "reopen": Entry("progressing:reopen_command", "Take up again what was closed.", FOLLOW),
    "standing": Entry("closing:standing_command", "Let outcomes come up each meeting.", FOLLOW),
    "retire": Entry("closing:retire_command", "End standing outcomes by decision.", FOLLOW),
    "withdraw": Entry("closing:withdraw_command", "Withdraw items.", FOLLOW),
    "overtaken": Entry("closing:overtaken_command", "Say that events overtook items.", FOLLOW),
    "supersede": Entry("closing:supersede_command", "Say what took items' place.", FOLLOW),
    "status": Entry("progressing:status_command", "Set the status of items.", FOLLOW),
    "assign": Entry("owning:assign_command", "Give items an owner.", FOLLOW),
    "contribute": Entry("owning:contribute_command", "Let others work on items too.", FOLLOW),
    "due": Entry("scheduling:due_command", "Set when items are due.", FOLLOW),
    "wait": Entry("scheduling:wait_command", "Say on whom items wait.", FOLLOW),
    "note": Entry("annotating:note_command", "Write a note on items.", FOLLOW),
    "evidence": Entry("annotating:evidence_command", "Record what shows it was done.", FOLLOW),
    "tag": Entry("marking:tag_command", "Add tags, take tags away.", FOLLOW),
    "title": Entry("marking:title_command", "Give an item another title.", FOLLOW),
    "change": Entry("amending:change_command", "Put right what items are, and come from.", FOLLOW),
    "priority": Entry("marking:priority_command", "Say how pressing items are.", FOLLOW),
    "relate": Entry("relating:relate_command", "Say how items stand to each other.", FOLLOW),
    "unrelate": Entry("relating:unrelate_command", "Take a relation away.", FOLLOW),
    "block": Entry("relating:block_command", "Say what items are blocked by.", FOLLOW),
    "corrigendum": Entry("annotating:corrigendum_command", "Correct adopted text.", FOLLOW),
    "liaison": Entry("liaison:liaison_command", "Follow liaison statements to the end.", FOLLOW),
    "group": Entry("groups:group_command", "Keep groups; choose the current one.", KEEP),
    "person": Entry("people:person_command", "Keep people.", KEEP),
    "office": Entry("offices:office_command", "Keep offices and who holds them.", KEEP),
    "meeting": Entry("meetings:meeting_command", "Keep meetings; move one.", KEEP),
    "document": Entry("documents:document_command", "Keep documents.", KEEP),
    "reader": Entry("readers:reader_command", "Keep readers of the digest.", KEEP),
    "filter": Entry("saved_filters:filter_command", "Keep filters under a name.", KEEP),
    "summary": Entry(
        "reporting:summary_command", "Say where things stand: the Chair's page.", GIVE
    ),
    "followup": Entry("reporting:followup_command", "Follow outcomes up for a meeting.", GIVE),
    "digest": Entry("digesting:digest_command", "Say what is to be done; mail it.", GIVE),
    "remind": Entry("reminding:remind_command", "Remind owners of what is due, by mail.", GIVE),
    "chase": Entry("chasing:chase_command", "Chase owners now, by mail, with a note.", FOLLOW),
    "calendar": Entry("calendar:calendar_command", "Give deadlines and meetings as .ics.", GIVE),
    "register": Entry("reporting:register_command", "List liaison statements as a document.", GIVE),
    "owners": Entry("reporting:owners_command", "List open items by owner.", GIVE),
    "preparation": Entry("reporting:preparation_command", "Prepare the next meeting.", GIVE),
    "handover-brief": Entry("reporting:handover_command", "Brief a new Chair or officer.", GIVE),
    "parent-report": Entry("reporting:parent_report_command", "Report to the parent body.", GIVE),
    "template": Entry("template:template_command", "Write the .docx to make your own.", GIVE),
    "record": Entry("reporting:record_command", "Give the full record of an item.", GIVE),
    "completion": Entry("completing:completion_command", "Let your shell complete.", KEEP),
    "demo": Entry("demo:demo_command", "Try tracker out on a sample group.", READ),
    "undo": Entry("undoing:undo_command", "Undo a change, by default your last.", KEEP),
    "redo": Entry("undoing:redo_command", "Do again what you undid last.", KEEP),
}
