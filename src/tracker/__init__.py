"""Tracker of meeting outcomes, action items and liaison statements of a working group."""

__version__ = "0.1.0"
