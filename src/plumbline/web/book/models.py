"""The book's tables. Nothing but ``writing.py`` adds to them; triggers refuse every other change (triggers.py)."""

from typing import Any

from django.db import models
from django.db.models import F, Q


class PositionField(models.BigIntegerField):
    """A 64-bit key that on SQLite is the row's own number: with a second, hidden one REPLACE could hit a row unseen."""

    def db_type(self, connection: Any) -> str:
        """Return ``integer`` on SQLite, where only that word makes it the row's number."""
        return "integer" if connection.vendor == "sqlite" else "bigint"


class Entry(models.Model):
    """A record at its position: what is known of it after its content has been erased, and its leaf."""

    position = PositionField(primary_key=True)
    line = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    case = models.CharField(max_length=60)
    body = models.CharField(max_length=40)
    on = models.DateField()
    at = models.CharField(max_length=8, null=True)
    recorded_at = models.DateTimeField()
    entered_by = models.CharField(max_length=60)
    approved_by = models.CharField(max_length=60)
    supersedes = models.BigIntegerField(null=True)
    erases = models.BigIntegerField(null=True)
    leaf = models.BinaryField(max_length=32)

    class Meta:
        """Indexes and rules; the unique ones are partial, so that loading does not pay for them."""

        constraints = (
            models.CheckConstraint(condition=~Q(entered_by=F("approved_by")), name="two_persons"),
            models.CheckConstraint(condition=~Q(entered_by="") & ~Q(approved_by=""), name="both_named"),
            models.CheckConstraint(
                condition=Q(supersedes=None) | Q(supersedes__lt=F("position")), name="supersedes_earlier"
            ),
            models.CheckConstraint(condition=Q(erases=None) | Q(erases__lt=F("position")), name="erases_earlier"),
            models.UniqueConstraint(
                fields=("supersedes",), condition=Q(supersedes__isnull=False), name="superseded_once"
            ),
            models.UniqueConstraint(fields=("erases",), condition=Q(erases__isnull=False), name="erased_once"),
        )
        indexes = (models.Index(fields=("case",), name="entry_case"),)


class Content(models.Model):
    """What an entry says: the canonical text its leaf was made from, the salt, and a keyed fingerprint of the record."""

    position = PositionField(primary_key=True)
    payload = models.TextField()
    salt = models.BinaryField(max_length=32)
    fingerprint = models.BinaryField(max_length=16)


class Checkpoint(models.Model):
    """The book sealed at a size: the signed note, and the frontier from which sealing goes on."""

    size = PositionField(primary_key=True)
    root = models.BinaryField(max_length=32)
    note = models.TextField()
    frontier = models.BinaryField()
