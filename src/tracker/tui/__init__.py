"""The terminal UI: an app of views, each of small widgets that talk by messages."""
