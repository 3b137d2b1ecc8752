"""No file, however made, brings a traceback, a hang or the machine's memory: each ends in words or in text."""

import io
import os
import sys
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import docx
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import raw

from plumbline.documents import child, find, load, sandbox
from plumbline.documents.answers import Answer, pack, unpack
from plumbline.documents.limits import FILE_BYTES, TEXT_BYTES, ZIP_DEPTH, ZIP_ENTRIES
from plumbline.errors import Broken, InputError, NotFound, NotText, TooLarge, Unsafe


def read(data: bytes):
    return load("-", stdin=io.BytesIO(data))


def word() -> bytes:
    stream = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("受理案件三件。")
    document.save(stream)
    return stream.getvalue()


def with_parts(parts: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    """Return a good Word file with parts added or put in the place of its own."""
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(word())) as good, ZipFile(stream, "w", method) as made:
        for name in dict.fromkeys([*good.namelist(), *parts]):
            made.writestr(name, parts.get(name) or good.read(name))
    return stream.getvalue()


def pdf(text: str = "Plumbline") -> bytes:
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    page = document.new_page(595, 842)
    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    line = raw.FPDFPageObj_CreateTextObj(document, font, 12)
    letters = (text + "\0").encode("utf-16-le")
    raw.FPDFText_SetText(line, (raw.FPDF_WCHAR * (len(letters) // 2)).from_buffer_copy(letters))
    raw.FPDFPage_InsertObject(page, line)
    raw.FPDFPage_GenerateContent(page)
    document.save(stream)
    return stream.getvalue()


class Endless(io.RawIOBase):
    """A stream without end that counts what is taken from it."""

    def __init__(self, what: bytes) -> None:
        self.what, self.taken = what, 0

    def read(self, size: int = -1) -> bytes:
        assert size >= 0
        self.taken += size
        return (self.what * (size // len(self.what) + 1))[:size]


# ---- what a path leads to


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    path = tmp_path / "report.txt"
    os.mkfifo(path)
    with pytest.raises(InputError, match=r"that is a pipe or a device, not a file. .* give - as the name"):
        load(path)
    with pytest.raises(NotFound, match="no document in that folder"):
        find([str(tmp_path)])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_put_in_the_place_of_a_file_is_refused_too(tmp_path, monkeypatch):
    plain, path = tmp_path / "plain.txt", tmp_path / "report.txt"
    plain.write_text("1")
    os.mkfifo(path)
    status = os.stat(plain)
    monkeypatch.setattr("plumbline.documents.sources.os.stat", lambda _: status)
    with pytest.raises(InputError, match="a pipe or a device"):
        load(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_a_device_is_refused():
    with pytest.raises(InputError, match="a pipe or a device"):
        load("/dev/zero")


def test_links_in_a_circle_lead_nowhere(tmp_path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.symlink_to(second)
    second.symlink_to(first)
    with pytest.raises(NotFound, match="a link that leads nowhere"):
        load(first)


def test_a_folder_linked_into_itself_is_walked_once(tmp_path):
    (tmp_path / "a.txt").write_text("1")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert find([str(tmp_path)]) == [tmp_path / "a.txt"]


# ---- too much


@pytest.mark.parametrize("name", ["report.txt", "report.pdf", "report.docx"])
def test_a_file_of_200_megabytes_is_refused_by_its_size(tmp_path, name):
    path = tmp_path / name
    with open(path, "wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(TooLarge, match="it is over 64 MB, the most Plumbline reads"):
        load(path)


def test_a_text_over_the_limit_is_refused_after_its_head(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"a" * (TEXT_BYTES + 1))
    with pytest.raises(TooLarge, match="it is over 20 MB"):
        load(path)


@pytest.mark.parametrize(("what", "most"), [(b"a", TEXT_BYTES), (b"%PDF-1.7 ", FILE_BYTES), (b"PK\3\4", FILE_BYTES)])
def test_an_endless_stream_is_read_to_the_limit_and_no_further(what, most):
    stream = Endless(what)
    with pytest.raises(TooLarge, match=f"it is over {most // 1_000_000} MB"):
        load("-", stdin=stream)
    assert stream.taken == most + 1


def test_an_endless_binary_stream_is_refused_by_its_head():
    stream = Endless(b"\0")
    with pytest.raises(NotText, match="byte 0 is one that no text holds"):
        load("-", stdin=stream)
    assert stream.taken < 10_000


# ---- not text


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        ("报告".encode() + b"\0", 6),
        (b"a" * 9000 + b"\0", 9000),
        ("报告\0".encode("utf-16"), 6),
        ("报告".encode("utf-16-le"), None),
        (bytes(range(1, 32)), 0),
        (b"\x7fELF\x02\x01\x01" + bytes(90), 7),
    ],
)
def test_binary_content_is_refused_with_its_first_byte(data, offset):
    with pytest.raises(NotText) as caught:
        read(data)
    assert offset is None or f"byte {offset} is one that no text holds" in str(caught.value)
    assert "UTF-8" in caught.value.todo.en


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
def test_text_named_as_another_format_is_broken(tmp_path, ending):
    path = tmp_path / f"report{ending}"
    path.write_text("受理案件三件。", encoding="utf-8")
    with pytest.raises(Broken, match=f"its name ends in {ending}, but its content is something else"):
        load(path)


@given(st.binary(max_size=300).filter(lambda data: not data.lstrip().startswith((b"<", b"PK", b"%PDF"))))
def test_any_bytes_at_all_end_in_text_or_in_words(data):
    try:
        said = read(data).text
    except InputError as error:
        said = error.in_("zh")
    assert said.strip()
    assert said.encode()


# ---- Word


def entity_bomb() -> bytes:
    levels = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "lol">{levels}]><w>&e9;</w>'.encode()


@pytest.mark.parametrize(
    "name", ["word/document.xml", "word/styles.xml", "docProps/core.xml", "_rels/.rels", "x/hidden"]
)
def test_entities_in_any_part_are_unsafe(name):
    with pytest.raises(Unsafe, match="declares a DOCTYPE or an ENTITY"):
        read(with_parts({name: entity_bomb()}))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_entities_are_found_in_utf16_too(encoding):
    bomb = entity_bomb().decode().replace("?>", ' encoding="utf-16"?>', 1).encode(encoding)
    with pytest.raises(Unsafe, match="declares a DOCTYPE or an ENTITY"):
        read(with_parts({"word/document.xml": bomb}))


@pytest.mark.parametrize("xml", [b'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE', "<?xml?>".encode("cp037")])
def test_an_encoding_that_hides_entities_is_unsafe(xml):
    with pytest.raises(Unsafe, match="an encoding that can hide what it says"):
        read(with_parts({"word/document.xml": xml}))


def test_a_picture_that_declares_a_doctype_is_harmless():
    svg = b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" ""><svg/>'
    assert read(with_parts({"word/media/image1.svg": svg})).text == "受理案件三件。\n"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/bomb.xml": b"<a>" + b" " * 300_000_000},
        {f"word/{i}.xml": b" " * 900_000 for i in range(40)},
    ],
)
def test_a_compression_bomb_is_unsafe(parts):
    with pytest.raises(Unsafe, match="a compression bomb"):
        read(with_parts(parts))


def test_a_declared_size_is_enough_to_be_a_bomb():
    data = bytearray(with_parts({"word/x.xml": b"<a/>"}))
    at = data.index(b"PK\1\2")
    data[at + 24 : at + 28] = (4_000_000_000).to_bytes(4, "little")
    with pytest.raises(Unsafe, match="a compression bomb"):
        read(bytes(data))


def test_too_many_parts_are_unsafe():
    with pytest.raises(Unsafe, match="more parts than any document"):
        read(with_parts({f"word/{i}": b"x" for i in range(ZIP_ENTRIES)}))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "word/../../x", "C:/x", "word\\x", "a/" * ZIP_DEPTH + "b/c"]
)
def test_a_part_that_leads_out_of_the_file_is_unsafe(name):
    with pytest.raises(Unsafe, match="a part's name leads out of it"):
        read(with_parts({name: b"x"}))


def test_two_parts_of_one_name_are_unsafe():
    data = with_parts({"word/aaaa.xml": b"<a/>", "word/bbbb.xml": b"<a/>"}).replace(b"word/bbbb.xml", b"word/aaaa.xml")
    with pytest.raises(Unsafe, match="comes twice"):
        read(data)


def test_an_unusual_compression_is_broken():
    with pytest.raises(Broken, match=r"it is damaged or cut off\. Fetch it again"):
        read(with_parts({}, ZIP_BZIP2))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_word_file_cut_off_is_broken(share):
    data = word()
    with pytest.raises(Broken, match="it is damaged or cut off"):
        read(data[: int(len(data) * share)])


@pytest.mark.parametrize("xml", [b"<w:document", b"", b"<a/>", b"<a>" * 100_000])
def test_a_word_file_with_a_damaged_text_is_broken(xml):
    with pytest.raises(Broken):
        read(with_parts({"word/document.xml": xml or b" "}))


def test_tables_in_tables_without_end_are_broken_and_do_not_crash():
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    cells = "<w:tbl><w:tr><w:tc>" * 20_000
    with pytest.raises(Broken):
        read(with_parts({"word/document.xml": f'<w:document xmlns:w="{space}"><w:body>{cells}'.encode()}))


# ---- PDF


def test_a_good_pdf_is_read_so_that_the_bad_ones_below_mean_something():
    assert read(pdf("12 cases.")).text == "12 cases.\n"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_a_pdf_cut_off_is_broken_even_where_some_pages_are_left(share):
    data = pdf()
    with pytest.raises(Broken, match="it is damaged or cut off"):
        read(data[: int(len(data) * share)])


def test_a_pdf_of_nothing_but_its_signature_is_broken():
    with pytest.raises(Broken, match="it is damaged or cut off"):
        read(b"%PDF-1.7\n" + os.urandom(2000) + b"\n%%EOF")


def test_a_pdf_locked_with_a_password_says_so():
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{'41' * 32}>/U<{'42' * 32}>/P -4>>/ID[<41><41>]"
    data = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    table = "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n"
    tail = f"{table}trailer<</Size 3/Root 1 0 R{lock}>>\nstartxref\n{len(data)}\n%%EOF\n"
    with pytest.raises(NotText, match=r"it is locked with a password\. Open it with its password"):
        read(data + tail.encode())


def test_a_pdf_of_too_many_pages_is_refused():
    document, stream = pypdfium2.PdfDocument.new(), io.BytesIO()
    for _ in range(401):
        document.new_page(100, 100)
    document.save(stream)
    with pytest.raises(TooLarge, match="it has over 400 pages"):
        read(stream.getvalue())


# ---- HTML


def test_elements_in_elements_without_end_are_unsafe():
    with pytest.raises(Unsafe, match="its elements are nested too deep"):
        read(b"<html><body>" + b"<div>" * 100_000 + b"x")


def test_elements_nested_as_deep_as_pages_are_come_through():
    assert read(b"<html><body>" + b"<div>" * 1000 + b"deep").text == "deep\n"


def test_a_page_of_entities_is_only_as_long_as_they_are():
    page = b'<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><html><body>&b;&#0;&#xD800;1'
    assert read(page).text.encode().endswith(b"1\n")


# ---- the child process


def test_a_child_out_of_time_is_stopped(monkeypatch):
    monkeypatch.setattr(sandbox, "WALL_SECONDS", 0)
    monkeypatch.setattr(sandbox, "_COMMAND", ("-c", "import time; time.sleep(3600)"))
    with pytest.raises(Unsafe, match=r"reading it took too long and was stopped\. If you trust it"):
        read(word())


@pytest.mark.skipif(sys.platform != "linux", reason="limits differ elsewhere")
@pytest.mark.parametrize(
    ("work", "error", "said"),
    [
        ("while True: pass", Unsafe, "took too long"),
        ("bytearray(2_000_000_000)", Unsafe, "took too much memory"),
        ("open(sys.argv[2], 'w').write('1')", Broken, "damaged"),
        ("os.abort()", Broken, "damaged"),
        ("sys.exit(3)", Broken, "damaged"),
        ("os.write(1, b'nonsense'); os._exit(0)", Broken, "damaged"),
        ("[os.write(1, bytes(1_000_000)) for _ in range(100)]", Broken, "damaged"),
    ],
)
def test_a_parser_gone_wild_harms_only_its_child(monkeypatch, tmp_path, work, error, said):
    code = (
        "import os, sys; from plumbline.documents import child, refusals, answers; child.CPU_SECONDS = 1\n"
        f"def parse(data):\n    {work}\n"
        "child.parser = lambda format: parse; sys.argv[1:1] = ['docx']; child.main()"
    )
    monkeypatch.setattr(sandbox, "_COMMAND", ("-P", "-c", code, str(tmp_path / "written")))
    with pytest.raises(error, match=said):
        read(word())
    assert not (tmp_path / "written").exists() or not (tmp_path / "written").stat().st_size


def test_a_child_that_cannot_be_started_is_said(monkeypatch):
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(InputError, match="the system cannot read it"):
        read(word())


def test_the_child_does_not_take_its_modules_from_where_the_user_stands(tmp_path, monkeypatch):
    for name in ("plumbline", "docx", "lxml", "struct"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert read(word()).text == "受理案件三件。\n"


def test_the_child_sees_no_secret_of_the_environment(monkeypatch):
    monkeypatch.setenv("PLUMBLINE_SECRET", "1")
    code = "import os; print(sorted(name for name in os.environ if 'PLUMBLINE' in name or name == 'PATH'))"
    assert sandbox.ask(("-c", code), b"", "-", 100, 30) == b"['PATH']\n"


def test_text_over_the_limit_is_refused_by_the_child(monkeypatch):
    monkeypatch.setattr(child, "parser", lambda format: lambda data: Answer("准" * (TEXT_BYTES // 3 + 1)))
    with pytest.raises(TooLarge, match="it is over 20 MB"):
        unpack(child.reply("docx", b""), "-")


@given(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.lists(st.tuples(st.integers(0, 2**32 - 1), st.just(7))),
    st.booleans(),
)
def test_an_answer_comes_back_as_it_was_sent(text, spans, commentable):
    answer = Answer(text, tuple(spans), commentable)
    assert unpack(pack(answer), "x") == answer


@given(st.binary())
def test_bytes_that_are_no_answer_are_a_value_error(data):
    with pytest.raises(ValueError):  # noqa: PT011
        unpack(data, "x")
