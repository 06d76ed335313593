"""Small, reusable widgets, one a file: they take plain values and the theme, never a session."""
