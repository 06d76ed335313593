"""What one can do: one thin module a use, the same for the window and the command line."""
