"""The console's tables of people: accounts, and the trail of what each read. No account holds a person's name."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from plumbline.errors import Words
from plumbline.records.fields import holds_identity


class Role(models.TextChoices):
    """What an account does. Whoever manages accounts neither reads cases nor approves."""

    CLERK = "clerk", "录入员 clerk"
    CHECKER = "checker", "审批员 checker"
    OFFICER = "officer", "承办人 officer"
    SUPERVISOR = "supervisor", "督办人 supervisor"
    REPORTER = "reporter", "报告起草人 report office"
    AUDITOR = "auditor", "审计员 auditor"
    ADMINISTRATOR = "administrator", "账号管理员 administrator"

    @property
    def words(self) -> Words:
        """The role's name in both languages."""
        return Words(*self.label.split(" ", 1))


class Accounts(BaseUserManager):
    """Makes accounts."""

    def create_user(self, username: str, password: str | None = None, **said: Any) -> "Account":
        """Return a new account, saved; ValidationError for a name that is none."""
        account: Account = self.model(username=username, **said)
        account.set_password(password)
        account.full_clean(exclude=["password"])
        account.save(using=self._db)
        return account


def _nobody(value: str) -> None:
    from django.core.exceptions import ValidationError

    if holds_identity(value) or not value.isprintable():
        raise ValidationError("账号不得含有证件号或手机号 An account holds no identity or telephone number")


class Account(AbstractBaseUser):
    """An account: a code and not a name; its body, its role, its lines of work ("" for all)."""

    username = models.CharField("账号 account", max_length=40, unique=True, validators=[_nobody])
    body = models.CharField("单位 body", max_length=40)
    role = models.CharField("角色 role", max_length=16, choices=Role.choices)
    lines = models.CharField("条线 lines of work", max_length=200, blank=True)
    is_active = models.BooleanField("可登录 may sign in", default=True)
    passing = models.BooleanField("须换密码 has a password to replace", default=False)

    objects = Accounts()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["body", "role"]

    def __str__(self) -> str:
        """Return the account's code."""
        return str(self.username)

    def works_on(self, line: str) -> bool:
        """Return whether a line of work is this account's."""
        return not self.lines or line in self.lines.split()


class Read(models.Model):
    """Someone read a case, or took records out: who, what, when (UTC)."""

    account = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)
    line = models.CharField(max_length=40)
    case = models.CharField(max_length=60)
    body = models.CharField(max_length=40)
    what = models.CharField(max_length=40)

    class Meta:
        """The trail is looked at by account, by case and by day."""

        indexes = (models.Index(fields=("account", "at")), models.Index(fields=("case",)), models.Index(fields=("at",)))


class Token(models.Model):
    """What a program signs in with in an account's place until it ends: only its hash is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="tokens")
    name = models.CharField(max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    ends = models.DateTimeField()
