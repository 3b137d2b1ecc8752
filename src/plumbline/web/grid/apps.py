"""The app of this part."""

from django.apps import AppConfig


class Grid(AppConfig):
    """See the package."""

    name = "plumbline.web.grid"
    label = "grid"
