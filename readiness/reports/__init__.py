"""What is printed: the words of a report (pure), its charts and pages, and the worker that makes it."""
