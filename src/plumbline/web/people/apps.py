"""The app of people."""

from django.apps import AppConfig


class People(AppConfig):
    """Accounts and the trail."""

    name = "plumbline.web.people"
    label = "people"
