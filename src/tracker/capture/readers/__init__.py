"""Readers of files: each gives the same outline, whatever the file is."""
