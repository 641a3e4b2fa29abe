"""Views: each a screen that keeps its state while others are looked at."""
