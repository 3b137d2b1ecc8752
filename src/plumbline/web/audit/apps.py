"""The app of this part."""

from django.apps import AppConfig


class Audit(AppConfig):
    """See the package."""

    name = "plumbline.web.audit"
    label = "audit"
