"""The console as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from plumbline.lean import without_pandas

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "plumbline.web.console.settings")
without_pandas()
application = get_wsgi_application()
