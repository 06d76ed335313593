"""What is true: frozen values and pure functions. Reads no file, knows no clock, no database, no window."""
