"""Liaison statements as they come in: the fields of the template, found in a document or a mail."""
