"""What a kind of record may not be: the rules every model is held to, and their words for what they found."""

import re
from typing import Any, get_type_hints

import ibis.expr.types as ir
from pydantic import TypeAdapter, ValidationError

from plumbline.records import Kind, Record

PERSONAL = """
name names xingming surname alias nickname photo face fingerprint idcard id_card id_number identity passport sfz shenfen
phone mobile tel shouji dianhua email mail wechat weixin qq address addr dizhi zhuzhi residence home household hukou
birth birthday shengri age nianling gender sex xingbie ethnic ethnicity nation nationality minzu religion faith belief
zongjiao xinyang political politics party health disease illness marriage spouse parent child relative family_name
occupation employer income account bank plate contact opinion petitioner location gps
""".split()
"""Words that no field's name may have among its parts."""

PERSONAL_LABELS = """
姓名 名字 别名 绰号 曾用名 照片 人脸 指纹 身份证 证件号 护照 电话 手机 邮箱 微信 住址 地址 户籍 籍贯 居住 出生 生日 年龄 性别 民族
国籍 宗教 信仰 政治面貌 党派 健康 病史 婚姻 配偶 父母 子女 亲属 职业 工作单位 收入 账号 银行卡 车牌 联系方式 言论
信访人 位置 行踪 备注
""".split()
"""Words that no Chinese label may hold. 备注 is there as a remark can hold all of the others."""

TOKENS = frozenset({"person"})
COUNTED = frozenset(
    {
        "persons",
        "incidents",
        "months",
        "round",
        "ordinal",
        "officers",
        "measures",
        "units",
        "claimed",
        "corrected",
        "police",
        "police_required",
        "volunteers",
        "volunteers_required",
        "capacity",
        "parties",
        "days",
        "documents",
    }
)
"""What whole numbers may count without a unit in the name: the name is the unit."""
AMOUNTS = ("_fen", "_microdegrees", "_metres", "_minutes")
TAKEN = {name for name in dir(ir.Table) if not name.startswith("_")}
LONGEST = 120
IDENTITIES = ("13912345678", "电话 13912345678", "620102198001011234")


def faults(kind: Kind) -> list[str]:
    """Return what is wrong with a kind, one line each; nothing for a kind that may be."""
    found = [f"{kind.name}.{name}: {fault}" for name in kind.model.model_fields for fault in _field(kind.model, name)]
    return found or _columns(kind)


def _field(model: type[Record], name: str) -> list[str]:
    field = model.model_fields[name]
    written = str(field.annotation)
    checks = {
        "an Ibis table has that name": name in TAKEN,
        "names a person": _personal(name),
        "floats are not exact": "float" in written or "Decimal" in written,
        "nested or open values": bool(re.search(r"\b(dict|list|set|Any|object|bytes)\b", written)),
        "free text": _free(model, name),
    }
    return [fault for fault, holds in checks.items() if holds]


def _personal(name: str) -> bool:
    parted = re.sub(r"\d", "_", f"_{name}_")
    return name not in TOKENS | {"persons"} and any(f"_{word}_" in parted for word in PERSONAL)


def _free(model: type[Record], name: str) -> bool:
    """Whether a field takes text without end, or an identity or telephone number in its text."""
    adapter: TypeAdapter[Any] = TypeAdapter(get_type_hints(model, include_extras=True)[name])
    worded = _takes(adapter, "某") or _takes(adapter, "某某某")
    return _takes(adapter, "某" * (LONGEST + 1)) or (worded and any(_takes(adapter, text) for text in IDENTITIES))


def _takes(adapter: TypeAdapter[Any], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


def _columns(kind: Kind) -> list[str]:
    """What is wrong with the columns that a kind gives."""
    found = []
    for column in kind.columns:
        zh, en = column.label
        checks = {
            "the Chinese label is not Chinese": not re.search(r"[\u4e00-\u9fff]", zh),
            "the English label is not English": not en or not en.isascii(),
            "labelled as if it named a person": any(word in zh for word in PERSONAL_LABELS),
            "no unit in its name": column.type == "int64"
            and column.name not in COUNTED
            and not column.name.endswith(AMOUNTS),
        }
        found += [f"{kind.name}.{column.name}: {fault}" for fault, holds in checks.items() if holds]
    return found
