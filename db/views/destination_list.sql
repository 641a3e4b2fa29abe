-- One line a destination of an outgoing liaison statement.
SELECT
    x.id, x.item_id, x.position, x.group_id, x.addressee, x.purpose, x.deadline, x.contact, x.state,
    x.sent_on, x.reference, x.channel, x.acknowledged_on, x.expected_on, x.reply_item_id, x.replied_on,
    x.disposition, x.disposition_note, x.considered_on, x.considered_meeting_id, x.closed_on,
    COALESCE(g.acronym, '') AS group_acronym,
    i.ref, i.title, i.group_id AS from_group_id, i.meeting_id, i.retired,
    l.state AS liaison_state, l.number, l.dispatched_on
FROM {destination} x
JOIN {item} i ON i.id = x.item_id
JOIN {liaison} l ON l.item_id = x.item_id
LEFT JOIN {working_group} g ON g.id = x.group_id
