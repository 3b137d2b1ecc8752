"""The app of this part."""

from django.apps import AppConfig


class Desk(AppConfig):
    """See the package."""

    name = "plumbline.web.desk"
    label = "desk"
