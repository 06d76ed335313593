"""Charts of paper: vector drawings, each with its finding as alternative text."""
