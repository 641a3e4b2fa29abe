"""The present tables as SQLModel classes, one module a subject.

A module is imported when a change touches its tables, never all of them at once: each class
costs start-up time. The database itself is made by the migrations, and a test holds both together.
"""
