"""From a filter to SQL: the one compiler that every list, screen and report goes through."""
