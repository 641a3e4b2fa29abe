-- One line of a list of meetings, with the group and how many items came from each.
SELECT
    m.id, m.group_id, m.ordinal, m.title, m.starts_on, m.ends_on, m.place, m.chair_id, m.retired,
    g.acronym AS group_acronym, g.document_days, g.report_days,
    COALESCE(p.name, '') AS chair_name,
    COALESCE(n.items, 0) AS items
FROM {meeting} m
JOIN {working_group} g ON g.id = m.group_id
LEFT JOIN {person} p ON p.id = m.chair_id
LEFT JOIN (
    SELECT i.meeting_id, count(*) AS items FROM {item} i WHERE NOT i.retired GROUP BY i.meeting_id
) n ON n.meeting_id = m.id
