"""Composing and sending mail, and the ledger of what was sent."""
