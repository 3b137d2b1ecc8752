"""Django's settings: what every book needs. Each book's own database is added when it is opened (book/opening.py)."""

import os

from plumbline.web.databases import database

SECRET_KEY = os.environ.get("PLUMBLINE_SECRET_KEY", "")
INSTALLED_APPS = ["plumbline.web.book"]
DATABASES = {
    "default": database(os.environ.get("PLUMBLINE_BOOK", "plumbline-book"), os.environ.get("DATABASE_URL", ""))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
