"""The app of this part."""

from django.apps import AppConfig


class Bulletin(AppConfig):
    """See the package."""

    name = "plumbline.web.bulletin"
    label = "bulletin"
