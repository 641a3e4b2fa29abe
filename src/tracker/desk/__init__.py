"""What people do: adopt, record, assign, send, reply, confirm, reiterate, retire, hand over, undo."""
