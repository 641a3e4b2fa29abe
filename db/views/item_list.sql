-- One line of every list of items. No clock: overdue, stalled and due soon compare with a day given by the reader.
SELECT
    i.id, i.ref, i.uid, i.sort, i.group_id, i.meeting_id, i.document_id,
    i.section, i.bullet, i.position, i.title, i.text, i.kind, i.addressee, i.adoption, i.adopted_on,
    i.status, i.owner_person_id, i.owner_office_id, i.owner_group_id, i.owner_basis,
    i.due, i.due_basis, i.due_meeting_id, i.due_days_before, i.priority, i.tags,
    i.waiting_on, i.waiting_since, i.reported_on, i.closed_on, i.created_on, i.changed_on, i.retired,
    g.acronym AS group_acronym,
    m.ordinal AS meeting_ordinal,
    m.title AS meeting_title,
    m.starts_on AS meeting_on,
    d.symbol AS document_symbol,
    d.revision AS document_revision,
    COALESCE(p.name, og.acronym || ' ' || o.title, wg.acronym, '') AS owner_name,
    l.direction AS direction,
    l.state AS liaison_state,
    (SELECT count(*) FROM {link} r WHERE r.to_id = i.id AND r.relation = 'reiterates') AS reiterated,
    (SELECT count(*) FROM {extension} e WHERE e.item_id = i.id) AS extensions,
    EXISTS (
        SELECT 1 FROM {link} b JOIN {item} t ON t.id = b.to_id
        WHERE b.from_id = i.id AND b.relation = 'blocked by' AND NOT t.retired
        AND t.status IN ('pending', 'under implementation', 'reported done', 'standing')
    ) AS blocked
FROM {item} i
JOIN {working_group} g ON g.id = i.group_id
LEFT JOIN {meeting} m ON m.id = i.meeting_id
LEFT JOIN {document} d ON d.id = i.document_id
LEFT JOIN {person} p ON p.id = i.owner_person_id
LEFT JOIN {office} o ON o.id = i.owner_office_id
LEFT JOIN {working_group} og ON og.id = o.group_id
LEFT JOIN {working_group} wg ON wg.id = i.owner_group_id
LEFT JOIN {liaison} l ON l.item_id = i.id
