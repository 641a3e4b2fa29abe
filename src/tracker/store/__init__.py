"""The database: opening it, its tables, reading, versions, search, migrating, backup. Imports nothing by itself."""
