"""What is seen: the only part that knows Qt, apart from app.py."""
