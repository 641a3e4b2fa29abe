"""The composition root: settings, clock, actor, which database; the demo."""
