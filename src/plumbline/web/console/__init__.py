"""The console: the Django project that people sign in to with a browser. Nothing here computes: it shows and asks."""
