"""The studio behind its page: the draft in memory, its edits, its file, its problems."""
