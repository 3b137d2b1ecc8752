"""The app of this part."""

from django.apps import AppConfig


class Review(AppConfig):
    """See the package."""

    name = "plumbline.web.review"
    label = "review"
