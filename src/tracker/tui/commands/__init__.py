"""Commands: each declared once; keys, key bar, palette, help and keymap read the declaration."""
