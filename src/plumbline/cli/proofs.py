"""plumbline book prove and check-proof: an entry's proof printed, and a proof checked without the book."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from plumbline.cli.guard import guarded
from plumbline.cli.language import language
from plumbline.cli.opening import opened, say
from plumbline.cli.options import BOOK, LANG
from plumbline.errors import Broken, Refused, Words

LARGEST = 1 << 20
"""Bytes: far more than any proof with its content."""


@click.command()
@click.argument("position", type=click.IntRange(min=0), metavar="[POSITION]", required=False)
@click.option(
    "--since",
    type=click.IntRange(min=1),
    metavar="SIZE",
    help="改为证明最近的封账接续这一条数的封账。 Prove instead that the last checkpoint goes on from the one of this size.",
)
@click.option(
    "--with-content", is_flag=True, help="附盐值和内容。 With the salt and the content the leaf was made from."
)
@BOOK
@LANG
def prove(position: int | None, since: int | None, with_content: bool, folder: Path, lang: str | None) -> None:
    """输出一条记录在封账之内的证明（JSON，哈希为十六进制）。

    Print the proof that an entry is in a checkpoint, as JSON, hashes in hexadecimal.

    加 --with-content 则连内容一并证明，人员标识也在其中。用 --since 则证明账簿自那次封账以来只增不改。

    With --with-content it proves what the entry says as well, persons' tokens among it. With --since it proves that the book
    has only grown since that checkpoint.

    \b
    例 / Examples:
      plumbline book prove 0 > proof.json
      plumbline book prove --since 500 > growth.json
    """  # noqa: D301
    with guarded(language(lang)):
        from plumbline.web.book.proving import growth_since, proof, proof_with_content

        require_one(position, since, with_content=with_content)
        if since is not None:
            made = growth_since(opened(folder), since)
        else:
            made = (proof_with_content if with_content else proof)(opened(folder), position or 0)
        sys.stdout.write(json.dumps(made, ensure_ascii=False, indent=1) + "\n")


def require_one(position: int | None, since: int | None, *, with_content: bool) -> None:
    """Raise Refused unless an entry or a checkpoint is named, and not both."""
    if (position is None) == (since is None) or (since is not None and with_content):
        what = Words("要证明的是一条记录或一次封账，两者取一", "either an entry or a checkpoint is proved")
        todo = Words("请给出位置，或只给 --since 条数", "Give a position, or --since SIZE alone")
        raise Refused("POSITION", what, todo)


@click.command(name="check-proof")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--key", default="", metavar="KEY", help="验签公钥，见 book status。 The verifier key, as book status prints it."
)
@LANG
def check_proof(file: Path, key: str, lang: str | None) -> None:
    """核对证明文件与其中的封账，不需要账簿。

    Check a proof against the checkpoint in it, without the book.

    请用 --key 给出另行得到的公钥；否则只能用文件自带的。

    Give the key you had from the book's keeper with --key; without it there is only the one in the file.

    \b
    结束状态 / Exit status:
      0  成立   it holds
      1  不成立 it does not
      2  无法读取 could not read
    """  # noqa: D301
    spoken = language(lang)
    with guarded(spoken):
        wrong = _checked(file, key, spoken)
    if wrong:
        sys.exit(1)


def _checked(file: Path, key: str, lang: str) -> bool:
    from plumbline.ledger.proof_files import differs

    proof = _read(file)
    used = key or str(proof.get("verifier", ""))
    try:
        wrong = differs(proof, used)
    except ValueError as error:
        what = Words(f"不是证明，或公钥不对（{error}）", f"it is no proof, or the key is none ({error})")
        raise Broken(str(file), what, Words("请重新取得证明", "Ask for the proof again")) from None
    say(Words(f"{file}：{wrong.zh}。", f"{file}: {wrong.en}.") if wrong else _holds(file, proof), lang)
    if not key and not wrong:
        say(
            Words(
                f"公钥取自文件本身，请与账簿保管人核对：{used}",
                f"The key is the file's own; compare it with the keeper's: {used}",
            ),
            lang,
        )
    return wrong is not None


def _holds(file: Path, proof: dict[str, Any]) -> Words:
    size = proof["checkpoint"].split("\n")[1]
    if "earlier" in proof:
        before = proof["earlier"].split("\n")[1]
        return Words(
            f"{file}：证明成立，{size} 条的封账由 {before} 条的封账增长而来。",
            f"{file}: it holds; the checkpoint of {size} entries goes on from that of {before}.",
        )
    at = proof["position"]
    also = Words("，内容无误", ", and says what is in the file") if "content" in proof else Words("", "")
    return Words(
        f"{file}：证明成立，第 {at} 条在 {size} 条的封账之内{also.zh}。",
        f"{file}: it holds; position {at} is in the checkpoint of {size} entries{also.en}.",
    )


def _read(file: Path) -> dict[str, Any]:
    from plumbline.documents.sources import read_file

    data = read_file(file, lambda head: LARGEST, LARGEST)
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        what = Words("不是 JSON 写成的证明", "it is not a proof in JSON")
        raise Broken(str(file), what, Words("请重新取得证明", "Ask for the proof again"))
    return found
