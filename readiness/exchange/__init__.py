"""What is shared: questionnaires and answers as files, theirs ⇄ domain."""
