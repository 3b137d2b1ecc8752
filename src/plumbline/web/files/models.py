"""What is kept of files beside the ledger: erasures asked for, and photos sent with records."""

from django.db import models


class Erasure(models.Model):
    """That the content at a position be erased by an order: who asked for it, and who confirmed or refused it."""

    position = models.BigIntegerField()
    line = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    case = models.CharField(max_length=60)
    order = models.CharField(max_length=60)
    ordered_by = models.CharField(max_length=40)
    ordered_on = models.DateField()
    asked_by = models.CharField(max_length=40)
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.CharField(max_length=40, blank=True)
    decided_at = models.DateTimeField(null=True)
    confirmed = models.BooleanField(default=False)

    class Meta:
        """One at a time for a position."""

        constraints = (
            models.UniqueConstraint(fields=("position",), condition=models.Q(decided_by=""), name="asked_once"),
        )


class Photo(models.Model):
    """That a photo, kept beside the ledger by the SHA-256 of its bytes, was sent with a draft (``once``) of a case."""

    digest = models.CharField(max_length=64)
    once = models.CharField(max_length=40)
    line = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    case = models.CharField(max_length=60)
    sent_by = models.CharField(max_length=40)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Looked for by case; each photo once for a draft."""

        indexes = (models.Index(fields=("body", "case")),)
        constraints = (models.UniqueConstraint(fields=("digest", "once"), name="photo_once"),)
