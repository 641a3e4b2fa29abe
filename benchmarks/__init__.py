"""Commands that print figures and ratios. They are no tests: no figure makes anything fail."""
