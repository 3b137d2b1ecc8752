"""What verifying the whole book found, kept with its moment."""

from django.db import models


class Verification(models.Model):
    """The book was verified: by whom, when (UTC), how many entries, and the first difference, if there was one."""

    account = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    size = models.BigIntegerField()
    zh = models.TextField(blank=True)
    en = models.TextField(blank=True)

    class Meta:
        """The latest is looked at first."""

        ordering = ("-at", "-id")
