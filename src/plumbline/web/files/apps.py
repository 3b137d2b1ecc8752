"""The app of this part."""

from django.apps import AppConfig


class Files(AppConfig):
    """See the package."""

    name = "plumbline.web.files"
    label = "files"
