"""What the screens ask of the rooms below, always in threads, never on the event loop."""
