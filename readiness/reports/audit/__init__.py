"""The audit file: how an assessment came about, and how to check that without this program."""
