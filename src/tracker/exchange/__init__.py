"""Data in and out: JSON, CSV, XLSX, iCalendar, Taskwarrior, todo.txt."""
