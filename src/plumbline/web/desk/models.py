"""The desk's tables: what waits to become records. Nothing here counts until another person approved it."""

from django.db import models

from plumbline.errors import Words


class State(models.TextChoices):
    """How far a draft has come. ``approving`` is between a checker's word and the ledger's entry."""

    DRAFT = "draft", "草稿 draft"
    SUBMITTED = "submitted", "待审批 submitted"
    RETURNED = "returned", "已退回 returned"
    APPROVING = "approving", "正在入账 being entered"
    APPROVED = "approved", "已入账 approved"
    CANCELLED = "cancelled", "已取消 cancelled"

    @property
    def words(self) -> Words:
        """The state's name in both languages."""
        return Words(*self.label.split(" ", 1))


OPEN = (State.DRAFT, State.RETURNED)
"""States in which whoever entered a draft may still change it."""


class Batch(models.Model):
    """The accepted rows of one sheet: its file's name, how many rows, the rows themselves as frames (frames.py)."""

    name = models.CharField(max_length=120)
    rows = models.PositiveIntegerField()
    content = models.BinaryField()


class Draft(models.Model):
    """One record, one withdrawal (kind "") or one batch on its way into the ledger, by one account for its body.

    ``once`` is a key of the account's own forms; ``fields`` are texts as typed; ``supersedes`` and ``why`` are of
    corrections; ``checked_by`` and ``moment`` (UTC) of the approval, by which its entry is known again; ``version``
    grows with every change.
    """

    once = models.CharField(max_length=40)
    line = models.CharField(max_length=40)
    kind = models.CharField(max_length=60, blank=True)
    body = models.CharField(max_length=40)
    fields = models.JSONField(default=dict)
    supersedes = models.BigIntegerField(null=True)
    why = models.CharField(max_length=120, blank=True)
    batch = models.OneToOneField(Batch, null=True, on_delete=models.PROTECT)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    entered_by = models.CharField(max_length=40)
    checked_by = models.CharField(max_length=40, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    moment = models.DateTimeField(null=True)
    position = models.BigIntegerField(null=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """Lists go by body and by account; no two approvals by a checker are of one moment, no two drafts by one key."""

        indexes = (models.Index(fields=("body", "state")), models.Index(fields=("entered_by", "state")))
        constraints = (
            models.UniqueConstraint(fields=("checked_by", "moment"), name="desk_one_moment"),
            models.UniqueConstraint(fields=("entered_by", "once"), name="desk_once"),
        )

    @property
    def withdraws(self) -> bool:
        """Whether this takes a record back, with nothing in its place."""
        return not self.kind and self.batch_id is None

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.state in OPEN

    @property
    def state_words(self) -> Words:
        """The state's name in both languages."""
        return State(self.state).words


class Sampled(models.Model):
    """One row of a batch that a checker has to look at before the rest may be approved together."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE)
    checker = models.CharField(max_length=40)
    row = models.PositiveIntegerField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        """Each row is drawn once for a checker."""

        constraints = (models.UniqueConstraint(fields=("draft", "checker", "row"), name="desk_one_row"),)
