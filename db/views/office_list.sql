-- Every term of every office; who holds it on a day is for the reader to ask (no clock in a view).
SELECT
    o.id AS office_id, o.group_id, o.title, o.retired, g.acronym AS group_acronym,
    t.id AS term_id, t.person_id, t.from_date, t.to_date, COALESCE(p.name, '') AS holder
FROM {office} o
JOIN {working_group} g ON g.id = o.group_id
LEFT JOIN {term} t ON t.office_id = o.id
LEFT JOIN {person} p ON p.id = t.person_id
