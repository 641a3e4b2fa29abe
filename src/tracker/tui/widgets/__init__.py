"""Widgets: each shows one thing, posts small frozen messages and knows no sibling."""
