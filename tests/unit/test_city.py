"""The example city: its registers give the published figures exactly, are sound record by record, and keep every limit."""

from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import cache

import polars as pl
import pytest

from plumbline.demo.city import City, city, whole
from plumbline.lines import line

SEED = 2020
ORGANISED = ("涉黑", "涉恶")
WIDER = ("涉黑", "涉恶", "涉霸", "涉伞")
LAST = date(2020, 12, 31)
Rows = list[dict]


@cache
def drawn() -> City:
    return whole(SEED)


def records(name: str, kind: str, tags: tuple[str, ...] = ()) -> pl.DataFrame:
    rows = drawn().registers[name, kind]
    within = [pl.col("scope").str.contains(f"|{tag}|", literal=True) for tag in tags]
    return rows.filter(pl.any_horizontal(within)) if tags else rows


def cases(rows: pl.DataFrame) -> int:
    return rows.select("body", "case", "on").n_unique()


def persons(rows: pl.DataFrame) -> int:
    return rows.select("body", "case", "person").n_unique()


def test_the_police_figures_are_the_published_ones() -> None:
    assert records("investigations", "Disbanded").height == 122
    assert records("investigations", "Cleared", ORGANISED)["incidents"].sum() == 1256
    assert persons(records("investigations", "Caught", ORGANISED)) == 1580
    funds = records("assets", "Controlled", ORGANISED).filter(pl.col("nature") == "资金")
    assert round(funds["amount_fen"].sum() / 10**10, 2) == 29.26


def test_the_procuratorates_figures_are_the_published_ones() -> None:
    received, concluded = (records("prosecutions", kind, ORGANISED) for kind in ("Received", "Concluded"))
    assert (cases(received), persons(received)) == (113, 1022)
    assert (cases(concluded), persons(concluded)) == (110, 995)
    assert received.join(concluded, on=["body", "case"], how="anti").select("body", "case").n_unique() == 3


def test_the_courts_figures_are_the_published_ones() -> None:
    docketed, concluded = (records("trials", kind, WIDER) for kind in ("Docketed", "Concluded"))
    assert (cases(docketed), docketed["persons"].sum()) == (103, 957)
    assert (cases(concluded), concluded["persons"].sum()) == (93, 806)
    pending = docketed.join(concluded, on=["body", "case"], how="anti")
    heard = pending.join(records("trials", "Heard"), on=["body", "case"], how="semi")
    assert (heard.height, pending.height - heard.height) == (7, 3)


def test_the_gap_between_procuratorates_and_courts_is_named_link_by_link() -> None:
    # 110 concluded - 4 not prosecuted - 2 moved - 1 withdrawn = 103 prosecuted, 995 - 9 - 18 - 3 - 16 = 949 persons;
    # 103 - 4 in transit - 2 tried elsewhere + 6 of wider scope + 1 from elsewhere - 3 joined + 2 split = 103 docketed.
    decided = records("prosecutions", "Decided", ORGANISED)
    outcomes = {
        row["outcome"]: row["case"]
        for row in decided.group_by("outcome").agg(pl.col("case").len()).iter_rows(named=True)
    }
    assert (outcomes["起诉"], outcomes["移送他院"], outcomes["撤回移送"]) == (949, 18, 3)
    assert 995 - 949 - 18 - 3 == outcomes.get("酌定不起诉", 0) + outcomes.get("存疑不起诉", 0) == 25
    prosecuted = decided.filter(pl.col("outcome") == "起诉")
    assert cases(prosecuted) == 103
    linked = records("links", "Linked").filter(pl.col("to_line") == "trials")
    sent = linked.join(prosecuted.select("body", "case").unique(), on=["body", "case"], how="semi")
    how = {row[0]: row[1:] for row in sent.group_by("how").agg(pl.len(), pl.col("persons").sum()).iter_rows()}
    assert how["改变管辖"] == (2, 19)
    assert how["分案"] == (4, 44)
    assert how["并案"][0] == 3
    underway = sent.join(
        records("trials", "Docketed"), left_on=["to_body", "to_case"], right_on=["body", "case"], how="anti"
    )
    assert underway.filter(pl.col("how") == "移送").height == 4
    assert underway.filter(pl.col("how") == "移送")["persons"].sum() == 31
    came = linked.filter(pl.col("how") == "改变管辖", pl.col("to_body").str.contains("天水").not_())
    assert (came.height, came["persons"].sum()) == (1, 11)


def test_the_year_2020_has_22_files_on_the_environment() -> None:
    prosecuted = records("prosecutions", "Decided", ("环境资源",)).filter(pl.col("outcome") == "起诉")
    assert cases(prosecuted.filter(pl.col("on").dt.year() == 2020)) == 22
    assert cases(records("investigations", "Cleared", ("环境资源",)).filter(pl.col("on").dt.year() == 2020)) == 22


@pytest.mark.parametrize(("name", "kind"), sorted(drawn().registers), ids=lambda part: part)
def test_every_record_is_one_its_model_takes(name: str, kind: str) -> None:
    model = line(name).kinds[kind].model
    rows = records(name, kind)
    assert rows.columns == list(model.model_fields)
    assert [model(**row).model_dump() for row in rows.iter_rows(named=True)] == rows.to_dicts()
    assert rows["on"].min() >= date(2018, 1, 1)
    assert rows["on"].max() <= LAST


def test_nothing_comes_before_what_it_follows() -> None:
    for name, kind in drawn().registers:
        model = line(name).kinds[kind].model
        for before in model.follows:
            key = list(model.keyed_by)
            first = records(name, before).group_by(key).agg(pl.col("on").min().alias("first"))
            met = records(name, kind).join(first, on=key, how="left")
            assert met.filter(pl.col("on") < pl.col("first")).is_empty(), (name, kind, before)
            assert met["first"].null_count() == 0, (kind, before)


def test_every_hazard_is_on_the_map_near_its_district_and_its_cell_or_post_says_where() -> None:
    found = records("hazards", "Found")
    north, east = (found[f"{axis}itude_microdegrees"] / 1e6 for axis in ("lat", "long"))
    places = found.with_columns(north=north, east=east)
    widths = places.group_by("body").agg(pl.col("north", "east").max() - pl.col("north", "east").min())
    assert widths["north"].max() < 0.15
    assert widths["east"].max() < 0.18
    in_cells = (
        places.drop_nulls("grid").group_by("grid").agg(pl.col("north", "east").max() - pl.col("north", "east").min())
    )
    assert in_cells["north"].max() < 0.004
    assert in_cells["east"].max() < 0.005
    on_roads = places.drop_nulls("post").group_by("body", "road", "post").agg(pl.col("north", "east").n_unique())
    assert on_roads["north"].max() == 1


def test_no_case_number_is_given_twice() -> None:
    for name, kind in (("investigations", "Filed"), ("trials", "Docketed"), ("custody", "Detained")):
        assert records(name, kind)["case"].is_unique().all()
    received = records("prosecutions", "Received").select("case", "body").unique()
    assert received["case"].is_unique().all()


def test_two_draws_of_one_seed_are_the_same_and_another_seed_is_not() -> None:
    again, other = whole(SEED), whole(SEED + 1)
    assert all(again.registers[key].equals(rows) for key, rows in drawn().registers.items())
    assert not other.registers["custody", "Detained"].equals(drawn().registers["custody", "Detained"])


def test_a_city_of_another_scale_is_as_many_times_the_figures_and_gives_no_number_twice() -> None:
    runs = [run.registers for run in city(SEED, 21)]
    docketed = pl.concat([run["trials", "Docketed"] for run in runs])
    received = pl.concat([run["prosecutions", "Received"] for run in runs])
    received = received.filter(pl.col("scope").is_in(["|涉黑|", "|涉恶|"]))
    assert len(runs) == 2
    assert (cases(received), persons(received)) == (113 * 21, 1022 * 21)
    assert docketed.select("body", "case").is_duplicated().sum() == 0


# The limits, counted here by the shorter of the law's readings: a month ends on the day of the same number.


def after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def events(name: str) -> dict[str, Rows]:
    """All records of a line by case, in order of their days."""
    found: dict[str, Rows] = {}
    for (of, kind), rows in drawn().registers.items():
        for row in rows.iter_rows(named=True) if of == name else ():
            found.setdefault(row["case"], []).append({**row, "kind": kind})
    return {case: sorted(rows, key=lambda r: (r["on"], str(r["at"] or ""))) for case, rows in found.items()}


def first(rows: Rows, kind: str, since: date = date.min, **wanted: object) -> dict | None:
    return next(
        (r for r in rows if r["kind"] == kind and r["on"] >= since and all(r[k] == v for k, v in wanted.items())), None
    )


def ends(rows: Rows, kind: str, since: date = date.min, **wanted: object) -> date:
    """The day something stops, or the registers' last day where it has not."""
    found = first(rows, kind, since, **wanted)
    return found["on"] if found else LAST


def test_every_detention_keeps_its_limits() -> None:
    allowed = {"一般": 3, "特殊情况": 7, "流窜多次结伙": 30, "监察移送": 10}
    for rows in events("custody").values():
        detained = first(rows, "Detained")
        stop = min(ends(rows, "ArrestAsked"), ends(rows, "ArrestDecided"), ends(rows, "Freed"))
        assert (stop - detained["on"]).days < allowed[detained["ground"]], rows
        if asked := first(rows, "ArrestAsked"):
            assert (ends(rows, "ArrestDecided") - asked["on"]).days < 7
        for decided in (r for r in rows if r["kind"] == "ArrestDecided" and not r["approved"]):
            assert first(rows, "Freed")["on"] == decided["on"]


def test_what_must_follow_within_24_hours_does() -> None:
    for rows in events("custody").values():
        for kind in ("Housed", "FamilyTold", "Interrogated"):
            begun = [
                datetime.combine(r["on"], r["at"])
                for r in rows
                if r["kind"] in ("Detained", *(("Arrested",) if kind != "Housed" else ()))
            ]
            done = [datetime.combine(r["on"], r["at"]) for r in rows if r["kind"] == kind]
            late = [b for b in begun if not any(b <= d <= b + timedelta(hours=24) for d in done)]
            assert all(b.date() >= LAST for b in late), rows


def test_only_the_two_planted_episodes_pass_their_months_of_investigation() -> None:
    late = [rows for rows in events("custody").values() if first(rows, "Arrested") and _inquiry_over(rows)]
    assert sorted(first(rows, "Arrested")["on"] for rows in late) == [date(2019, 5, 15), date(2020, 2, 29)]


def _inquiry_over(rows: Rows) -> bool:
    arrested = first(rows, "Arrested")["on"]
    months = {
        "侦查延长一个月": (1, "上一级检察院"),
        "侦查延长二个月": (2, "省级检察院"),
        "重刑再延长二个月": (2, "省级检察院"),
    }
    end = after(arrested, 2)
    for row in (r for r in rows if r["kind"] == "Extended" and r["rule"] in months):
        more, approver = months[row["rule"]]
        assert row["approver"] == approver
        assert row["on"] <= end - timedelta(days=7)
        end = after(end, more)
    return min(ends(rows, "HandedOver", stage="审查起诉"), ends(rows, "Freed")) > end


def test_every_stage_of_custody_after_it_keeps_its_limit() -> None:
    for rows in events("custody").values():
        stages = [r for r in rows if r["kind"] == "HandedOver"]
        for stage, following in zip(stages, [*stages[1:], None], strict=False):
            until = following["on"] if following else ends(rows, "Freed")
            assert until <= _stage_end(rows, stage, until), rows


def _stage_end(rows: Rows, stage: dict, until: date) -> date:
    base = {"补充侦查": 1, "审查起诉": 1, "审判": 2}[stage["stage"]]
    end = after(stage["on"], base)
    rule, level = {"审查起诉": ("审查起诉延长", "本级检察院"), "审判": ("审判延长三个月", "上一级法院")}.get(
        stage["stage"], ("", "")
    )
    granted = first(rows, "Extended", stage["on"], rule=rule)
    if not granted or granted["on"] > until:
        return end
    assert granted["approver"] == level
    return end + timedelta(days=15) if rule == "审查起诉延长" else after(end, 3)


def test_every_review_for_prosecution_keeps_its_limit() -> None:
    for rows in events("prosecutions").values():
        received = first(rows, "Received")
        for begins in _review_begins(rows):
            back = first(rows, "Returned", begins)
            until = min(back["on"] if back else LAST, ends(rows, "Concluded", begins))
            quick = timedelta(days=15 if received["over_one_year"] else 10)
            end = begins + quick if received["procedure"] == "速裁" else after(begins, 1)
            end += timedelta(days=15) if first(rows, "Extended", begins) else timedelta()
            assert until <= end, rows
        for back in (r for r in rows if r["kind"] == "Returned"):
            assert ends(rows, "Resubmitted", back["on"]) <= after(back["on"], 1)


def _review_begins(rows: Rows) -> Iterator[date]:
    yield first(rows, "Received")["on"]
    yield from (r["on"] for r in rows if r["kind"] == "Resubmitted")


def test_every_first_instance_keeps_its_limit() -> None:
    for rows in events("trials").values():
        docketed = first(rows, "Docketed")
        pauses = sum(
            ((ends(rows, "Resumed", r["on"]) - r["on"]) for r in rows if r["kind"] == "Suspended"), timedelta()
        )
        anew = first(rows, "Converted") or first(rows, "Retransferred")
        if first(rows, "Postponed") and not anew:
            assert (LAST - first(rows, "Postponed")["on"]).days <= 28
            continue
        assert ends(rows, "Concluded") <= _trial_end(docketed, rows, anew) + pauses, rows


def _trial_end(docketed: dict, rows: Rows, anew: dict | None) -> date:
    if anew:
        return after(anew["on"], 2)
    begins, quick = docketed["on"], docketed["procedure"]
    if quick == "简易":
        return after(begins, 1) + timedelta(days=15) if docketed["over_three_years"] else begins + timedelta(days=20)
    if quick == "速裁":
        return begins + timedelta(days=15 if docketed["over_one_year"] else 10)
    extended = first(rows, "Extended")
    if extended:
        assert (extended["approver"], extended["months"]) == ("上一级法院", 3)
        assert extended["on"] <= after(begins, 2) - timedelta(days=15)
    return after(begins, 5 if extended else 2)


def test_everything_frozen_is_frozen_anew_within_six_months() -> None:
    items: dict[tuple[str, str], Rows] = {}
    for rows in events("assets").values():
        for row in rows:
            items.setdefault((row["case"], row["item"]), []).append(row)
    for rows in items.values():
        if first(rows, "Controlled")["measure"] != "冻结":
            continue
        days = [r["on"] for r in rows if r["kind"] in ("Controlled", "Renewed")]
        for day, following in zip(days, [*days[1:], min(ends(rows, "Released"), LAST)], strict=True):
            assert following <= after(day, 6)


@pytest.mark.parametrize("draw", [events], ids=["events"])
def test_the_registers_have_what_the_limits_are_about(draw: Callable[[str], dict[str, Rows]]) -> None:
    kinds = {
        (name, r["kind"])
        for name in ("custody", "prosecutions", "trials")
        for rows in draw(name).values()
        for r in rows
    }
    wanted = {"Extended", "Suspended", "Resumed", "Converted", "Postponed", "Retransferred", "Excluded"}
    assert wanted <= {kind for name, kind in kinds if name == "trials"}
    assert {"Returned", "Resubmitted", "Extended"} <= {kind for name, kind in kinds if name == "prosecutions"}
