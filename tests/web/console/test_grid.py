"""Grid and road: a report from the spot with its photo, there once however often it is sent; verified by another."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational
from tests.web.console.test_files import file, text

from plumbline.lines.hazards.records import Found, Rectified
from plumbline.web.book import Book
from plumbline.web.book.appending import append
from plumbline.web.book.cases import case

Client = Callable[[str], Any]
CENTRE = "城关区综治中心"
BY: dict[str, Any] = {"entered_by": "录入甲", "approved_by": "审批乙", "recorded_at": datetime(2026, 1, 6, tzinfo=UTC)}
REPORT = {
    "sector": "道路交通",
    "road": "g30",
    "post": "k1745+300",
    "on": "2026-01-05",
    "north": "36.061",
    "east": "103.83",
}


def picture(size: tuple[int, int] = (40, 30), kind: str = "JPEG") -> bytes:
    """A picture that says in its EXIF where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Phone of somebody"
    exif.get_ifd(0x8825)[2] = (IFDRational(36), IFDRational(3), IFDRational(39))
    out = BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, exif=exif)
    return out.getvalue()


def photo_of(data: bytes) -> BytesIO:
    sent = BytesIO(data)
    sent.name = "IMG_0001.jpg"
    return sent


def drafts(number: str) -> list[Any]:
    from plumbline.web.desk.models import Draft

    return [draft for draft in Draft.objects.filter(line="hazards") if draft.fields.get("case") == number]


def approved(client_of: Client, number: str) -> None:
    [draft] = drafts(number)
    said = {"act": "approve", "version": draft.version}
    assert client_of("grid-checker").post(f"/approvals/{draft.pk}/decide", said).status_code == 302


def found(book: Book, number: str, **said: Any) -> None:
    record = Found(case=number, body=CENTRE, on=date(2026, 1, 2), sector="消防", **{"grid": "620102-7"} | said)
    append(book, [record], **BY)


def mended(book: Book, number: str, by: str, post: str | None = None) -> None:
    append(book, [Rectified(case=number, body=CENTRE, on=date(2026, 1, 3), fixed_by=by, fixed_post=post)], **BY)


def test_a_report_waits_for_approval_and_then_is_in_the_ledger(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕801号"
    answer = client_of("grid").post("/grid/report", REPORT | {"number": number, "key": "a1"})
    assert answer.headers["Location"] == "/grid/"
    assert number in text(client_of("grid").get("/grid/"))
    assert not len(case(console, "hazards", number))
    [draft] = drafts(number)
    assert "36.061000°" in text(client_of("grid-checker").get(f"/approvals/{draft.pk}/"))
    approved(client_of, number)
    row = case(console, "hazards", number).row(0, named=True)
    assert (row["body"], row["on"], row["entered_by"], row["approved_by"]) == (
        CENTRE,
        "2026-01-05",
        "grid",
        "grid-checker",
    )
    assert '"post":"K1745+300"' in row["fields"]
    assert '"latitude_microdegrees":36061000' in row["fields"]
    assert "待整改" in text(client_of("grid").get("/grid/", {"road": "G30"}))


def test_sent_again_it_is_there_once(client_of: Client) -> None:
    number = "城安隐〔2026〕802号"
    for _ in range(3):
        sent = REPORT | {"number": number, "key": "a2", "photo": photo_of(picture())}
        answer = client_of("grid").post("/grid/report", sent, headers={"accept": "application/json"})
        assert answer.json()["number"] == number
    [draft] = drafts(number)
    assert draft.state == "submitted"
    from plumbline.web.files.models import Photo

    assert Photo.objects.filter(case=number).count() == 1


def test_without_a_number_it_gets_one_and_the_same_when_sent_again(client_of: Client) -> None:
    headers = {"accept": "application/json"}
    sent = [client_of("grid").post("/grid/report", REPORT | {"key": "a3"}, headers=headers).json() for _ in range(2)]
    assert sent[0]["number"].startswith("隐报〔2026〕")
    assert sent[0] == sent[1]
    assert len(drafts(sent[0]["number"])) == 1


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"road": "", "post": "", "north": "", "east": ""}, "place"),
        ({"north": "", "post": ""}, "place"),
        ({"post": "1745"}, "post"),
        ({"north": "36°3'"}, "north"),
        ({"north": "91"}, "north"),
        ({"sector": ""}, "sector"),
        ({"on": "2199-01-01"}, "on"),
        ({"number": "王某某"}, "number"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    client_of: Client, wrong: dict[str, str], place: str
) -> None:
    typed = REPORT | {"number": "城安隐〔2026〕803号", "key": "a4"} | wrong
    page = text(client_of("grid").post("/grid/report", typed), 422)
    _, _, after = page.partition(f'id="{place}-wrong"')
    assert not after.partition(">")[0].strip()
    assert after.partition(">")[2].partition("<")[0]
    for name in ("number", "road", "post", "north", "sector", "on"):
        assert f'value="{typed[name]}"'.replace("'", "&#x27;") in page
    assert 'name="key" value="a4"' in page
    faults = client_of("grid").post("/grid/report", typed, headers={"accept": "application/json"}).json()["faults"]
    assert list(faults) == [place]
    assert not drafts(typed["number"])


def test_only_what_a_photo_shows_is_kept(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕804号"
    sent = picture((4000, 3000))
    assert b"Phone of somebody" in sent
    client_of("grid").post("/grid/report", REPORT | {"number": number, "key": "a5", "photo": photo_of(sent)})
    from plumbline.web.files.models import Photo

    photo = Photo.objects.get(case=number)
    kept = (console.folder / "photos" / photo.digest).read_bytes()
    assert hashlib.sha256(kept).hexdigest() == photo.digest
    assert b"Phone of somebody" not in kept
    with Image.open(BytesIO(kept)) as shown:
        assert not shown.getexif()
        assert (shown.format, shown.size) == ("JPEG", (1600, 1200))


@pytest.mark.parametrize("data", [b"no picture", b"GIF89a" + b"\0" * 40, picture()[:200], b"\xff" * 12_000_001])
def test_what_is_no_photo_is_refused_at_its_field(client_of: Client, data: bytes) -> None:
    sent = REPORT | {"number": "城安隐〔2026〕805号", "key": "a6", "photo": photo_of(data)}
    faults = client_of("grid").post("/grid/report", sent, headers={"accept": "application/json"}).json()["faults"]
    assert list(faults) == ["photo"]
    assert not drafts("城安隐〔2026〕805号")


def test_a_picture_built_to_fill_the_memory_is_refused(client_of: Client) -> None:
    out = BytesIO()
    Image.new("1", (30_000, 30_000)).save(out, "PNG")
    sent = REPORT | {"number": "城安隐〔2026〕806号", "key": "a7", "photo": photo_of(out.getvalue())}
    faults = client_of("grid").post("/grid/report", sent, headers={"accept": "application/json"}).json()["faults"]
    assert list(faults) == ["photo"]


def test_a_photo_is_seen_by_those_who_may_read_its_case_and_goes_with_its_record(
    client_of: Client, console: Book
) -> None:
    from plumbline.web.files.models import Photo
    from plumbline.web.people.models import Read

    number = "城安隐〔2026〕807号"
    sent = REPORT | {"number": number, "key": "a8", "photo": photo_of(picture((41, 31)))}
    client_of("grid").post("/grid/report", sent)
    approved(client_of, number)
    digest = Photo.objects.get(case=number).digest
    assert f"/photos/{digest}" in text(client_of("grid").get(file(CENTRE, number, "hazards")))
    seen = {
        who: client_of(who).get(f"/photos/{digest}").status_code
        for who in ("grid", "auditor", "clerk", "administrator")
    }
    assert seen == {"grid": 200, "auditor": 200, "clerk": 404, "administrator": 403}
    assert set(Read.objects.filter(case=number, what="photo").values_list("account", flat=True)) == {"grid", "auditor"}
    position = case(console, "hazards", number)["position"][0]
    order = {"order": "（2026）甘0102行审2号", "ordered_by": "兰州市中级人民法院", "ordered_on": "2026-02-01"}
    assert client_of("grid-checker").post(f"/entries/{position}/erasing", order).status_code == 302
    from plumbline.web.files.models import Erasure

    asked = Erasure.objects.get(position=position)
    assert client_of("auditor").post(f"/erasures/{asked.pk}", {"decision": "confirm"}).status_code == 302
    assert client_of("grid").get(f"/photos/{digest}").status_code == 404
    assert not (console.folder / "photos" / digest).exists()


def test_who_reports(client_of: Client, console: Book) -> None:
    from plumbline.web.people.models import Account

    if not Account.objects.filter(username="trials-only").exists():
        Account.objects.create_user("trials-only", role="clerk", body=CENTRE, lines="trials")
    for who in ("checker", "auditor", "supervisor", "reporter", "administrator", "trials-only"):
        for address in ("/grid/", "/grid/report", "/grid/places.json"):
            assert (who, address, client_of(who).get(address).status_code) == (who, address, 403)
        assert client_of(who).post("/grid/report", REPORT | {"key": "a9"}).status_code == 403


def test_own_segment_shows_own_open_hazards_by_road_and_cell(client_of: Client, console: Book) -> None:
    found(console, "城安隐〔2026〕810号", grid="620102-81")
    found(console, "城安隐〔2026〕811号", grid=None, road="S811", post="K5")
    own = text(client_of("grid").get("/grid/"))
    assert "810号" in own
    assert "城安隐〔2020〕1号" not in own  # the emergency bureau's
    road = text(client_of("grid").get("/grid/", {"road": "S811"}))
    assert "811号" in road
    assert "810号" not in road
    cell = text(client_of("grid").get("/grid/", {"grid": "620102-81"}))
    assert "810号" in cell
    assert "811号" not in cell


def test_the_map_has_what_the_book_has_coordinates_of(client_of: Client, console: Book) -> None:
    for n, post in ((1, "K3"), (2, "K1+500")):
        where = {"latitude_microdegrees": 36_000_000 + n, "longitude_microdegrees": 103_000_000 + n}
        found(console, f"城安隐〔2026〕82{n}号", grid=None, road="S82", post=post, **where)
    drawn = client_of("grid").get("/grid/places.json").json()["features"]
    [road] = [f for f in drawn if f["properties"]["what"] == "road" and f["properties"]["road"] == "S82"]
    assert road["geometry"] == {"type": "LineString", "coordinates": [[103.000002, 36.000002], [103.000001, 36.000001]]}
    points = [f for f in drawn if f["properties"]["what"] == "hazard" and f["properties"]["road"] == "S82"]
    assert [p["geometry"]["coordinates"] for p in points] == [[103.000001, 36.000001], [103.000002, 36.000002]]


def test_verified_by_another_than_put_it_right(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕830号"
    found(console, number)
    mended(console, number, "雁滩街道办事处")
    assert f"/grid/verify/{number}" in _plain(text(client_of("grid").get("/grid/")))
    said = {"on": "2026-01-04", "passed": "yes", "key": "v1"}
    assert client_of("grid").post(f"/grid/verify/{number}", said).status_code == 302
    approved(client_of, number)
    last = case(console, "hazards", number).row(-1, named=True)
    assert last["kind"] == "Verified"
    assert '"fixed_by":"雁滩街道办事处"' in last["fields"]
    assert f'"verified_by":"{CENTRE}"' in last["fields"]
    assert "已复查，待销号" in text(client_of("grid").get("/grid/"))


def test_nobody_verifies_their_own_work(client_of: Client, console: Book) -> None:
    number = "城安隐〔2026〕831号"
    found(console, number)
    mended(console, number, CENTRE, "岗3")
    said = {"on": "2026-01-04", "passed": "yes", "key": "v2", "fixed_by": "另一单位"}
    assert "应由他人复查" in text(client_of("grid").post(f"/grid/verify/{number}", said), 422)
    same = text(client_of("grid").post(f"/grid/verify/{number}", said | {"verified_post": "岗3"}), 422)
    assert 'value="岗3"' in same
    assert client_of("grid").post(f"/grid/verify/{number}", said | {"verified_post": "岗7"}).status_code == 302


def test_what_was_not_put_right_is_not_verified(client_of: Client, console: Book) -> None:
    found(console, "城安隐〔2026〕832号")
    assert client_of("grid").get("/grid/verify/城安隐〔2026〕832号").status_code == 404
    assert client_of("grid").get("/grid/verify/城安隐〔2020〕1号").status_code == 404


def _plain(page: str) -> str:
    from urllib.parse import unquote

    return unquote(page)
