"""Each report is a function from a reader, a period or a date to a document tree."""
