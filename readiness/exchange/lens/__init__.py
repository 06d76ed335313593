"""The AWS Well-Architected custom lens: theirs ⇄ ours (schema 2021-11-01)."""
