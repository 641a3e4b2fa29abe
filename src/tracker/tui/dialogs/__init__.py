"""Dialogues: short ones lie at the bottom, so that the list above stays in view."""
