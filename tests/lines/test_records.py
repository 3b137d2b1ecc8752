"""Every record type of every line is held to the rules; types planted here show that the rules refuse."""

from datetime import date
from typing import Annotated, Any

import pytest
from pydantic import create_model

from lines.rules import PERSONAL, faults
from plumbline.lines import lines
from plumbline.records import Amount, Category, Count, Kind, Record, Text, Token, kind_of, label

KINDS = [kind for line in lines() for kind in line.kinds.values()]


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: f"{k.line}.{k.name}")
def test_a_record_type_breaks_no_rule(kind: Kind) -> None:
    assert faults(kind) == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: f"{k.line}.{k.name}")
def test_a_record_type_follows_kinds_of_its_own_line(kind: Kind) -> None:
    siblings = {k.name for k in KINDS if k.line == kind.line}
    assert set(kind.model.follows) <= siblings


def test_kinds_of_a_line_are_keyed_by_the_same_fields() -> None:
    for line in lines():
        assert len({kind.model.keyed_by for kind in line.kinds.values()}) == 1, line.name


def planted(name: str, annotation: Any) -> Kind:
    model = create_model("Planted", __base__=Record, __doc__="栽植 Planted.", **{name: (annotation, ...)})
    model.__module__ = "plumbline.lines.planted.records"
    return kind_of(model)


@pytest.mark.parametrize("name", PERSONAL)
def test_a_field_that_names_a_person_is_refused(name: str) -> None:
    assert faults(planted(name, Annotated[Category, label("类别", "category")]))


@pytest.mark.parametrize("name", ["suspect_name", "home_address", "phone2", "shenfen_hao", "victim_faith"])
def test_so_is_one_that_does_so_in_part_of_its_name(name: str) -> None:
    assert any(
        "names a person" in fault for fault in faults(planted(name, Annotated[Category, label("类别", "category")]))
    )


@pytest.mark.parametrize("zh", ["姓名", "嫌疑人姓名", "身份证号", "联系电话", "家庭住址", "宗教信仰", "备注"])
def test_so_is_one_whose_label_does(zh: str) -> None:
    assert faults(planted("mark", Annotated[Category, label(zh, "mark")])) == [
        "Planted.mark: labelled as if it named a person"
    ]


@pytest.mark.parametrize(
    ("name", "annotation", "fault"),
    [
        ("story", Annotated[str, label("经过", "story")], "free text"),
        ("story", Annotated[str | None, label("经过", "story")], "free text"),
        ("amount_yuan", Annotated[float, label("金额", "amount")], "floats are not exact"),
        ("parts", Annotated[list[str], label("各部分", "parts")], "nested or open values"),
        ("more", Annotated[dict[str, str], label("其他", "more")], "nested or open values"),
        ("count", Annotated[Count, label("数", "count")], "an Ibis table has that name"),
        ("schema", Annotated[Category, label("式", "schema")], "an Ibis table has that name"),
        ("filter", Annotated[Category, label("筛", "filter")], "an Ibis table has that name"),
        ("amount", Annotated[Amount, label("金额", "amount")], "no unit in its name"),
        ("length", Annotated[Count, label("长度", "length")], "no unit in its name"),
        ("charge", Annotated[Category, label("charge", "charge")], "the Chinese label is not Chinese"),
        ("charge", Annotated[Category, label("罪名", "罪名")], "the English label is not English"),
    ],
)
def test_what_else_is_refused(name: str, annotation: Any, fault: str) -> None:
    assert f"Planted.{name}: {fault}" in faults(planted(name, annotation))


@pytest.mark.parametrize(
    ("name", "annotation"),
    [
        ("charge", Annotated[Category, label("罪名", "charge")]),
        ("document", Annotated[Text | None, label("文书号", "document")]),
        ("person", Annotated[Token, label("人员标识", "person")]),
        ("paid_fen", Annotated[Amount, label("金额（分）", "paid in fen")]),
        ("until", Annotated[date | None, label("至", "until")]),
    ],
)
def test_what_is_well_made_passes(name: str, annotation: Any) -> None:
    assert faults(planted(name, annotation)) == []


def test_a_field_without_a_label_has_no_columns() -> None:
    with pytest.raises(TypeError, match="no label"):
        faults(planted("bare", Category))
