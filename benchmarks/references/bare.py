"""The floor for a Python program: sqlite3 and print. ``bare.py DATABASE list|show|search [WORD]``."""

import sqlite3
import sys

connection = sqlite3.connect(sys.argv[1])
match sys.argv[2]:
    case "list":
        rows = connection.execute(
            "SELECT ref, title, status, due FROM item"
            " WHERE status IN ('pending', 'under implementation', 'reported done', 'standing')"
            " AND due BETWEEN '2026-11-24' AND '2026-12-01' ORDER BY due"
        )
    case "show":
        rows = connection.execute("SELECT * FROM item WHERE ref = ?", (sys.argv[3],))
    case "search":
        rows = connection.execute(
            "SELECT i.ref, i.title FROM search_index f JOIN search_text s ON s.id = f.rowid"
            " JOIN item i ON i.id = s.item_id WHERE search_index MATCH ?",
            (sys.argv[3],),
        )
    case _:
        rows = connection.execute(
            "SELECT json_object('ref', ref, 'title', title, 'text', text, 'status', status,"
            " 'kind', kind, 'due', due, 'section', section, 'tags', tags) FROM item ORDER BY ref"
        )
for row in rows:
    print(*row)
