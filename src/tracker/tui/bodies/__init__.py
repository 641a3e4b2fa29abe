"""What views show between their bars. Imported after the first frame."""
