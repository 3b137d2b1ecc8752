"""The three tables, and the triggers that make them append-only."""

from typing import Any

from django.db import migrations, models

import plumbline.web.book.models
from plumbline.web.book import triggers


def _install(apps: Any, schema_editor: Any) -> None:
    triggers.install(schema_editor)


class Migration(migrations.Migration):
    """Made once; later changes are migrations of their own."""

    initial = True

    dependencies: list[Any] = []

    operations = [
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", plumbline.web.book.models.PositionField(primary_key=True, serialize=False)),
                ("root", models.BinaryField(max_length=32)),
                ("note", models.TextField()),
                ("frontier", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Content",
            fields=[
                ("position", plumbline.web.book.models.PositionField(primary_key=True, serialize=False)),
                ("payload", models.TextField()),
                ("salt", models.BinaryField(max_length=32)),
                ("fingerprint", models.BinaryField(max_length=16)),
            ],
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("position", plumbline.web.book.models.PositionField(primary_key=True, serialize=False)),
                ("line", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("case", models.CharField(max_length=60)),
                ("body", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("at", models.CharField(max_length=8, null=True)),
                ("recorded_at", models.DateTimeField()),
                ("entered_by", models.CharField(max_length=60)),
                ("approved_by", models.CharField(max_length=60)),
                ("supersedes", models.BigIntegerField(null=True)),
                ("erases", models.BigIntegerField(null=True)),
                ("leaf", models.BinaryField(max_length=32)),
            ],
            options={
                "indexes": [models.Index(fields=["case"], name="entry_case")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("entered_by", models.F("approved_by")), _negated=True), name="two_persons"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("entered_by", ""), _negated=True), models.Q(("approved_by", ""), _negated=True)
                        ),
                        name="both_named",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("supersedes", None), ("supersedes__lt", models.F("position")), _connector="OR"
                        ),
                        name="supersedes_earlier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("erases", None), ("erases__lt", models.F("position")), _connector="OR"),
                        name="erases_earlier",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("supersedes__isnull", False)),
                        fields=("supersedes",),
                        name="superseded_once",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("erases__isnull", False)), fields=("erases",), name="erased_once"
                    ),
                ],
            },
        ),
        migrations.RunPython(_install, migrations.RunPython.noop),
    ]
