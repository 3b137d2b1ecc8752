"""What was taken on, and what became of it: 受理 = 办结 + 在办, 受理 = 旧存 + 新收."""

import re
from collections.abc import Iterator
from typing import Literal

from plumbline.claims.relations.asserted import summed, within
from plumbline.claims.relations.lines import Line
from plumbline.claims.shapes import Relation

State = Literal["done", "left", "carried", ""]

DONE = "|".join(
    """
    审结 办结 执结 查结 侦结 结案 办毕 完毕 终结 完成 完工 竣工 销号 销案 成功 找回 归还 化解 整改 处置 查处 处理 答复 回复 办复
    采纳 落实 通过 破获 破案 侦破 调成 达成协议 解除 解矫 (?<!应)出席 实到 (?<!应)到会 到位 鉴定 检验 应考 立案办理 核查 审查
    移送 认定 兑现 发还
    """.split()
)
REST = r"尚未|剩余|其余|余下|转入下|结转下|结转至|缺席|请假|尚有|还有"
WAITING = rf"{REST}|尚|仍|正在|等待|(?<![招接对款期看])待(?!遇)|在(?:办|审|侦|查|核|途|册|诉|执|建|调)"
DONE_BEFORE = re.compile(rf"(?:(?:{DONE})(?:案件|的|了)?|完成[^，；]{{1,4}}|^已[^，；]{{2,6}})$")
DONE_AFTER = re.compile(rf"^(?:(?:均|都|已经?|全部|得到|予以|被|成功|顺利|核查|答复)+(?:{DONE})|(?:{DONE})$)")
LEFT_BEFORE = re.compile(rf"(?:{WAITING})[^，；]{{0,7}}$|未[^，；]{{1,3}}$")
LEFT_AFTER = re.compile(rf"^(?:{WAITING}|未)")
ALL_THE_REST = re.compile(rf"{REST}|未[^，；]{{1,3}}$")
CARRIED = re.compile(r"(?:旧存|上年结转|上年未结|结转(?!下|至)|存案|遗留|积存|新收|新受理|当年受理)[^，；]{0,4}$")
INTAKE = re.compile(
    r"受理|办理|接收|接受|收到|收案|新收|立案|接报|接警|接访|排查|发现|查出|摸排|应出席|应到|登记|征集|收集|交办|启动|承接|承办"
    r"|审查|受案|共有|现有|在册总|共$|计$"
)
ALL_TAKEN_ON = re.compile(r"受理|收到|接收|接报|审议")
ONLY_NEW = re.compile(r"收案$|新收[^，]{0,12}$")
TURNS_AWAY = re.compile(r"其中|包括|中有|另有|此外|同时")
ANOTHER_NOUN = re.compile(r"(?!案件|均|全部|已)[\u4e00-\u9fff]")
NEAR, WIDE = 12, 48
"""Characters before a number that tell its state, and those that tell what it counts."""
SHORT = 8
"""Characters of a clause that can name no new subject."""


def state(line: Line, i: int) -> State:
    """Say what the words beside a claim tell of the things counted: dealt with, left over, or carried over and new."""
    words, after = line.clause(i)[-NEAR:], line.claims[i].right
    if CARRIED.search(words):
        return "carried"
    if LEFT_BEFORE.search(words) or LEFT_AFTER.search(after):
        return "left"
    done = DONE_BEFORE.search(words) and not ANOTHER_NOUN.match(after)
    return "done" if done or DONE_AFTER.search(after) else ""


def intakes(line: Line) -> Iterator[Relation]:
    """Yield what the words assert of things taken on and what became of them."""
    for i, total in enumerate(line.claims):
        if not line.counts[i] or _elided(line, i):
            continue
        chain = [(k, state(line, k)) for k in followed_by_states(line, i)]
        carried = [k for k, s in chain if s == "carried"]
        if len(carried) > 1:
            yield summed(total, line.drafts(carried), "旧存与新收")
        yield from _settled(line, i, [k for k, s in chain if s != "carried"])


def _elided(line: Line, i: int) -> bool:
    """Say whether a claim only tells what became of things counted before: 审结90件, 未结10件."""
    told = state(line, i)
    return told in ("left", "carried") or (told == "done" and len(line.clause(i)) <= SHORT)


def followed_by_states(line: Line, i: int) -> list[int]:
    """Return the places of the counts right after claim ``i`` that tell what became of what it counts."""
    found: list[int] = []
    for k in line.on(i, line.unit(i)):
        last = found[-1] if found else i
        if not state(line, k) or TURNS_AWAY.search(line.gaps[k]) or _another(line, i, k) or _afresh(line, last, k):
            break
        found.append(k)
    return found


def _another(line: Line, i: int, k: int) -> bool:
    """Say whether claim ``k`` is of another body."""
    total, d = line.claims[i], line.claims[k]
    return d.who != total.who and d.who_how == "stated" and d.who in line.gaps[k]


def _afresh(line: Line, last: int, k: int) -> bool:
    """Say whether claim ``k`` opens a statement of its own after a semicolon, rather than going on about the same."""
    if line.together(last, k):
        return False
    first = not line.together(k - 1, k)
    return not first or len(line.gaps[k]) > SHORT or state(line, k) == "carried"


def _settled(line: Line, i: int, rest: list[int]) -> Iterator[Relation]:
    """Yield 受理 = 办结 + 在办 where both are told, 受理 ≥ 办结 where only the first is."""
    done = [k for k in rest if state(line, k) == "done"]
    left = [k for k in rest if state(line, k) == "left"]
    if done and left and (taken_on(line, i) or any(ALL_THE_REST.search(line.clause(k)) for k in left)):
        yield summed(line.claims[i], line.drafts(rest), "办结与在办")
    elif done and not left and _only_of_these(line, i, done[0]):
        yield within(line.claims[i], line.claims[done[0]], "受理与办结")


def taken_on(line: Line, i: int) -> bool:
    """Say whether the words of claim ``i`` tell of things taken on, found or entered."""
    return bool(INTAKE.search(line.told(i)[-WIDE:]))


def _only_of_these(line: Line, i: int, k: int) -> bool:
    """Say whether what was done can only be done to what was taken on: 已办结, or 受理, which counts old cases too."""
    if "已" in line.clause(k):
        return taken_on(line, i)
    return bool(ALL_TAKEN_ON.search(line.told(i)[-WIDE:])) and not ONLY_NEW.search(line.clause(i))


def mixed(line: Line, places: list[int]) -> bool:
    """Say whether claims tell of things dealt with and of things left, or of things carried over and new."""
    kinds = [state(line, k) for k in places]
    return ("left" in kinds and "done" in kinds) or kinds.count("carried") > 1
