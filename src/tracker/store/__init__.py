"""The database: opening, tables, reading, versions, search, migrating, backup. Imports nothing itself."""
