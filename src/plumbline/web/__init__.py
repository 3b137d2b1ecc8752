"""The Django project: whatever has a user, a session, a database or a browser."""
