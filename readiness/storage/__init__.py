"""What is kept: the workspace file, and the only place that knows SQL."""
