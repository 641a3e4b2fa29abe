"""What commands ask before they change something. Imported when a command runs, not before."""
