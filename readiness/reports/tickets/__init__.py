"""The roadmap for the tools in which work is tracked: tickets and dates."""
