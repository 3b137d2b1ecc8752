"""plumbline account: the first accounts of a console, given on the server itself."""

from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.helps import Listing
from plumbline.cli.language import language
from plumbline.cli.opening import say
from plumbline.cli.options import BOOK, LANG
from plumbline.errors import Refused, Words

HELP = """控制台的账号：在服务器上新建，如第一个账号管理员。

Accounts of the console, given on the server itself: the first administrator, for one.

其余账号由账号管理员在浏览器中新建。

All others are given by an administrator in the browser.
"""
ADD = """新建账号；首个密码由终端输入，或生成一个、只显示一次。

Give an account; its first password is typed on the terminal, or made and shown once.

\b
角色 / Roles: clerk checker officer supervisor reporter auditor administrator
例 / Examples:
  plumbline account add admin-01 --role administrator --body 兰州市委政法委
  plumbline account add clerk-03 --role clerk --body 城关区人民法院 --lines "trials assets" --ask
"""
TODO = {
    "code": Words("请换一个账号", "Give another CODE"),
    "role": Words("请改 --role", "Correct --role"),
    "body": Words("请改 --body", "Correct --body"),
    "lines": Words("请改 --lines", "Correct --lines"),
}
"""What to do about a fault, by the field."""


@click.group(name="account", cls=Listing, help=HELP, context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Give accounts."""


@command.command(help=ADD)
@click.argument("code")
@click.option("--role", required=True, help="角色。 Its role.")
@click.option("--body", required=True, help="单位。 Its body.")
@click.option("--lines", default="", help="条线代码，空格分开；默认全部。 Lines of work; default: all.")
@click.option("--ask", is_flag=True, help="在终端输入首个密码。 Type the first password on the terminal.")
@BOOK
@LANG
def add(code: str, role: str, body: str, lines: str, ask: bool, folder: Path, lang: str | None) -> None:
    """Give an account of the console of a book."""
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.console.serving import prepare

        prepare(folder, trial=False, plain=True)
        from plumbline.web.people import giving

        asked = giving.Asked(code, role, body, tuple(lines.split()))
        for field, what in giving.faults(asked, new=True).items():
            raise Refused(code if field == "code" else f"--{field}", what, TODO[field])
        secret = _typed(spoken, code) if ask else giving.password()
        giving.give(asked, secret, "plumbline account add")
        _told(code, "" if ask else secret, spoken)


def _typed(lang: str, code: str) -> str:
    """Return the password typed twice; Refused where it is too weak."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from plumbline.web.people.models import Account

    secret: str = click.prompt(Words("首个密码", "First password").in_(lang), hide_input=True, confirmation_prompt=True)
    try:
        validate_password(secret, Account(username=code))
    except ValidationError as error:
        what = Words(
            "密码太弱：须十二个字符以上，不是常见的", "the password is too weak: twelve characters, not a common one"
        )
        raise Refused(code, what, Words("请换一个，或不用 --ask", "Choose another, or leave out --ask")) from error
    return secret


def _told(code: str, secret: str, lang: str) -> None:
    say(Words(f"账号已新建：{code}", f"the account is there: {code}"), lang)
    if secret:
        say(Words(f"首个密码（只显示这一次）：{secret}", f"its first password (shown this once): {secret}"), lang)
    say(
        Words("首次登录后须更换密码，并设第二因素。", "It is replaced at the first signing in; then a second factor."),
        lang,
    )
