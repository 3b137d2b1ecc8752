"""Review and audit in a real browser: a report pasted and watched, a Word file taken along, the book verified and proved."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from browsing import DESK, EN, IN_BROWSER, PHONE, ZH, Tab
from plumbline.ledger.proof_files import differs

pytestmark = IN_BROWSER
TEXT = "检察机关受理案件113件，办结110件，在办4件。"


@pytest.mark.parametrize(
    ("more", "kind", "status"), [(ZH | DESK, "分项不等于总数", "不符"), (EN | PHONE, "broken sum", "differs")]
)
def test_a_pasted_report_is_watched_and_seen_annotated(
    browser: Any, served: str, more: dict[str, Any], kind: str, status: str
) -> None:
    tab = Tab(browser, served, "reporter", **more)
    tab.goto("/review/")
    assert tab.fits()
    tab.page.fill("#id_text", TEXT)
    tab.page.click("form.fields button")
    tab.page.wait_for_selector("iframe.page", timeout=60_000)
    assert tab.fits()
    row = tab.page.locator("tbody tr", has_text=kind)
    assert row.count() == 1
    row.locator("a").click()
    frame = tab.page.frame_locator("iframe.page")
    frame.locator(".card").wait_for()
    assert status in frame.locator(".card .card-status").inner_text().lower()
    assert not tab.said


def test_a_word_file_comes_back_with_comments(browser: Any, served: str, tmp_path: Path) -> None:
    sent = tmp_path / "报告.docx"
    made = docx.Document()
    made.add_paragraph(TEXT)
    made.save(str(sent))
    tab = Tab(browser, served, "clerk", **ZH, **PHONE)
    tab.goto("/review/")
    tab.page.set_input_files("#id_this", sent)
    tab.page.click("form.fields button")
    tab.page.wait_for_selector("iframe.page", timeout=60_000)
    with tab.page.expect_download() as given:
        tab.page.click("a.button >> nth=0")
    assert given.value.suggested_filename == "报告-审读.docx"
    given.value.save_as(tmp_path / "back.docx")
    back = docx.Document(str(tmp_path / "back.docx"))
    assert back.paragraphs[0].text == TEXT
    assert any("分项" in c.text for c in back.comments)


def test_without_script_the_page_of_a_reading_goes_on_by_itself(browser: Any, served: str) -> None:
    tab = Tab(browser, served, "supervisor", java_script_enabled=False, **ZH, **DESK)
    tab.goto("/review/")
    tab.page.fill("#id_text", TEXT)
    tab.page.click("form.fields button")
    tab.page.wait_for_selector("iframe.page", timeout=60_000)
    assert tab.page.frame_locator("iframe.page").locator("article").inner_text().startswith("检察机关")


def test_one_byte_too_many_is_said_in_the_form(browser: Any, served: str, tmp_path: Path) -> None:
    sent = tmp_path / "大.docx"
    with sent.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60_000_001)
    tab = Tab(browser, served, "officer", **EN, **DESK)
    tab.goto("/review/")
    tab.page.set_input_files("#id_this", sent)
    tab.page.click("form.fields button")
    tab.page.wait_for_selector("#error_this", timeout=60_000)
    assert "60 MB" in tab.page.inner_text("#error_this")
    assert tab.page.get_attribute("#id_this", "aria-invalid") == "true"


@pytest.mark.parametrize(("more", "holds"), [(ZH | PHONE, "全部相符"), (EN | DESK, "All as it was written")])
def test_the_auditor_seals_verifies_and_takes_a_proof(
    browser: Any, served: str, tmp_path: Path, more: dict[str, Any], holds: str
) -> None:
    tab = Tab(browser, served, "auditor", **more)
    tab.goto("/audit/")
    tab.page.click("form[action='/audit/seal'] button")
    tab.page.click("form[action='/audit/verify'] button")
    tab.page.wait_for_url("**/audit/#verified", timeout=60_000)
    assert holds in tab.page.inner_text("main")
    assert tab.fits()
    tab.goto("/audit/proof?position=2")
    assert tab.fits()
    with tab.page.expect_download() as given:
        tab.page.click("a.button")
    given.value.save_as(tmp_path / "proof.json")
    proof = json.loads((tmp_path / "proof.json").read_text(encoding="utf-8"))
    assert differs(proof, proof["verifier"]) is None
    for path in ("/audit/trail", "/audit/export", "/audit/growth"):
        tab.goto(path)
        assert tab.fits()
    assert not tab.said


def test_an_export_is_watched_and_fetched(browser: Any, served: str, tmp_path: Path) -> None:
    tab = Tab(browser, served, "auditor", **EN, **PHONE)
    tab.goto("/audit/export")
    tab.page.check("input[value=trials]")
    tab.page.click("form.fields button")
    tab.page.wait_for_selector("a.button", timeout=60_000)
    with tab.page.expect_download() as given:
        tab.page.click("a.button")
    assert given.value.suggested_filename.endswith(".zip")
    tab.goto("/audit/trail?account=auditor")
    assert "Event log, taken out" in tab.page.inner_text("main")
