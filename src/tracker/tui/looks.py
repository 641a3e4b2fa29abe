"""The two looks of our own, beside Textual's themes."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="tracker-dark",
    primary="#7aa2c8",
    secondary="#8a9bb0",
    accent="#d8a657",
    foreground="#d7dce2",
    background="#14181d",
    surface="#191e24",
    panel="#222931",
    success="#8fb573",
    warning="#d8a657",
    error="#e06c65",
    dark=True,
    variables={
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#2f4a66",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#27313c",
        "block-cursor-blurred-foreground": "#d7dce2",
        "input-selection-background": "#2f4a66",
        "border": "#7aa2c8",
        "border-blurred": "#222931",
        "scrollbar": "#39434f",
        "scrollbar-background": "#191e24",
        "footer-key-foreground": "#d8a657",
    },
)
LIGHT = Theme(
    name="tracker-light",
    primary="#235a8c",
    secondary="#53657a",
    accent="#8f5a00",
    foreground="#1d242c",
    background="#f4f2ec",
    surface="#fbfaf6",
    panel="#e7e4db",
    success="#3f7a2c",
    warning="#8f5a00",
    error="#b3261e",
    dark=False,
    variables={
        "block-cursor-foreground": "#10202f",
        "block-cursor-background": "#c4d8ea",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#dfe3e4",
        "block-cursor-blurred-foreground": "#1d242c",
        "input-selection-background": "#c4d8ea",
        "border": "#235a8c",
        "border-blurred": "#e7e4db",
        "scrollbar": "#c3beb1",
        "scrollbar-background": "#f4f2ec",
        "footer-key-foreground": "#8f5a00",
    },
)
OWN = (DARK, LIGHT)
