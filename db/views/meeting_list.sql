-- One line of a list of meetings, with the group and how many items came from each.
SELECT
    m.id, m.group_id, m.ordinal, m.title, m.starts_on, m.ends_on, m.place, m.chair_id, m.retired,
    g.acronym AS group_acronym, g.document_days, g.report_days,
    COALESCE(p.name, '') AS chair_name,
    (SELECT count(*) FROM {item} i WHERE i.meeting_id = m.id AND NOT i.retired) AS items
FROM {meeting} m
JOIN {working_group} g ON g.id = m.group_id
LEFT JOIN {person} p ON p.id = m.chair_id
