"""Finding in an outline: group, meetings, chair, document, outcomes."""
