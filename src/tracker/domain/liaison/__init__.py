"""The rules of liaison statements: their lives, their completeness, the words on them."""
