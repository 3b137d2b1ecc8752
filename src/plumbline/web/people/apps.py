"""The app of people."""

from django.apps import AppConfig


class People(AppConfig):
    """Accounts and the trail."""

    name = "plumbline.web.people"
    label = "people"

    def ready(self) -> None:
        """Hear of passwords that were changed."""
        from allauth.account.signals import password_changed

        from plumbline.web.people.signing_in import settled

        password_changed.connect(settled)
