-- Every name a group answers to: its acronym, its full name and its aliases.
SELECT g.id AS group_id, g.acronym AS name, 1 AS rank FROM {working_group} g WHERE NOT g.retired
UNION ALL
SELECT g.id, g.name, 2 FROM {working_group} g WHERE NOT g.retired AND g.name <> ''
UNION ALL
SELECT a.group_id, a.alias, 3 FROM {group_alias} a JOIN {working_group} g ON g.id = a.group_id
WHERE NOT g.retired
