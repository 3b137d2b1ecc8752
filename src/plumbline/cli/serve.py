"""plumbline serve: the console, where people work in a browser."""

import os
from pathlib import Path

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.opening import say
from plumbline.cli.options import BOOK, LANG
from plumbline.errors import OutputError, Words

HOST = click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址。 The address to listen on.")
PORT = click.option("--port", default=8765, show_default=True, type=click.IntRange(1, 65535), help="端口。 The port.")
TRIAL = click.option(
    "--trial",
    is_flag=True,
    help="试用：各角色的账号，不要第二因素，只在本机。 Try it: accounts for each role, no second factor, this machine.",
)
HELP = """在浏览器中工作：录入、审批、期限、案卷、指标、对账、报告、审读、审计。

Work in a browser: enter, approve, time limits, cases, figures, reconciliation, reports, review, audit.

不设任何东西即用 SQLite，只在本机；上线见 docs/how-to/production.md。

With nothing set it uses SQLite and answers on this machine only; for others see docs/how-to/production.md.

\b
例 / Examples:
  plumbline serve --trial --book out/demo/plumbline-book
  plumbline serve --book plumbline-book --port 9000
"""


@click.command(name="serve", help=HELP)
@HOST
@PORT
@TRIAL
@BOOK
@LANG
def command(host: str, port: int, trial: bool, folder: Path, lang: str | None) -> None:
    """Serve the console of a book until interrupted."""
    spoken = language(lang)
    with guarded(spoken):
        from plumbline.web.console.serving import LOCAL, prepare, require_free, serve

        here = host in LOCAL and not os.environ.get("PLUMBLINE_PROXY")
        if trial and not here:
            what = Words("试用只能在本机，不经代理", "a trial is for this machine only, behind no proxy")
            todo = Words(
                "请去掉 --trial，或去掉 --host 和 PLUMBLINE_PROXY", "Take out --trial, or --host and PLUMBLINE_PROXY"
            )
            raise OutputError("--trial", what, todo)
        require_free(host, port)
        prepare(folder, trial=trial, plain=here)
        if trial:
            _sign_ins(spoken)
        else:
            _no_trial(folder, spoken)
        say(
            Words(f"准绳 http://{host}:{port}/ （Ctrl-C 结束）", f"Plumbline http://{host}:{port}/ (Ctrl-C ends it)"),
            spoken,
        )
        serve(host, port)


def _no_trial(folder: Path, lang: str) -> None:
    """Shut the accounts to try with, and say how the first account is given where there is none."""
    from plumbline.web.people.models import Account
    from plumbline.web.people.trial import shut

    shut()
    if not Account.objects.exists():
        told = f"plumbline account add admin-01 --role administrator --body BODY --book {folder}"
        say(
            Words(f"还没有账号；请另开终端运行 {told}", f"There is no account yet; in another terminal run {told}"),
            lang,
        )


def _sign_ins(lang: str) -> None:
    from plumbline.web.people.models import Role
    from plumbline.web.people.trial import PASSWORD, sign_ins

    say(Words(f"试用账号，密码都是 {PASSWORD}", f"Accounts to try, each with the password {PASSWORD}"), lang)
    for account in sign_ins():
        say(
            Words(
                f"  {account.username:14} {Role(account.role).words.zh} · {account.body}",
                f"  {account.username:14} {Role(account.role).words.en} · {account.body}",
            ),
            lang,
        )
