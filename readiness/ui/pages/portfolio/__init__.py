"""The views of the Portfolio and their parts."""
