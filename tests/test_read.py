"""What `find_documents` reads from each kind of file, and what it says of those that it cannot read."""

import gzip
import html
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told import read as read_text
from told import tell

from kg.errors import ReadError, UnknownKindError
from kg.extract.files import source
from kg.extract.files.decode import decode
from kg.extract.files.read import find_documents
from kg.extract.reading import read_document
from kg.model import Document
from kg.resources import folder

STORY = "Delegations of Kenya and Peru met in Lima. They agreed on a plan for the minefields of both countries."


def read(*sources: Path | str) -> tuple[list[Document], list[ReadError]]:
    found = list(find_documents([str(item) for item in sources]))
    return [d for d in found if isinstance(d, Document)], [e for e in found if isinstance(e, ReadError)]


def read_one(path: Path) -> Document:
    documents, errors = read(path)
    assert errors == []
    (document,) = documents
    return document


def make_pdf(text: str) -> bytes:
    """Write the smallest PDF that shows lines of text, an empty one as a gap."""
    stream = "BT /F1 12 Tf 72 700 Td ({}) Tj ET".format(") Tj 0 -14 Td (".join(text.split("\n"))).encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Minefields of Peru) >>",
    ]
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def make_docx(paragraphs: Sequence[str], title: str = "") -> bytes:
    import docx

    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Kenya"
    table.rows[0].cells[1].text = "State Party"
    document.add_paragraph("Peru", style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def make_zip(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


# ---- text ----------------------------------------------------------------------------------------------------


def test_a_text_file_keeps_every_character(tmp_path: Path) -> None:
    text = "Zürich 🌍\r\n\r\n\tSigned by Côte d’Ivoire.\n\x0cPage 2\n"
    (tmp_path / "report.v2.txt").write_bytes(text.encode())
    document = read_one(tmp_path / "report.v2.txt")
    assert document.text == text
    assert document.identifier == "report.v2"
    assert len(document.sha256) == 64


def test_front_matter_stays_in_the_text_and_gives_title_date_and_address(tmp_path: Path) -> None:
    text = f'---\ntitle: "Peru and Kenya"\ndate: 2008-09-26\nurl: https://example.org/a\n---\n\n{STORY}\n'
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    document = read_one(tmp_path / "a.md")
    assert document.text == text
    assert (document.title, document.issued, document.source) == (
        "Peru and Kenya",
        "2008-09-26",
        "https://example.org/a",
    )


@pytest.mark.parametrize("written", ["26 September 2008", "2008-13-01", "2008-02-30", "soon", ""])
def test_a_date_that_is_not_iso_is_left_to_the_text(tmp_path: Path, written: str) -> None:
    (tmp_path / "a.md").write_text(f"---\ndate: {written}\n---\n{STORY}", encoding="utf-8")
    assert read_one(tmp_path / "a.md").issued is None


def test_the_first_heading_is_the_title(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Home | News\n\nTalks on mines held in Lima\n\n{STORY}", encoding="utf-8")
    assert read_one(tmp_path / "a.txt").title == "Talks on mines held in Lima"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfLima met.", "Lima met."),
        ("Réunion à Genève, le 3 mai – fin".encode("cp1252"), "Réunion à Genève, le 3 mai – fin"),
        ("They met in Lima.\n".encode("utf-16"), "They met in Lima.\n"),
        ("They met in Lima.\n".encode("utf-16-le"), "They met in Lima.\n"),
        ("They met in Lima.\n".encode("utf-16-be"), "They met in Lima.\n"),
    ],
)
def test_an_encoding_that_plainly_fits_is_used(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x00\x01\x02\x03" * 50, "binary"),
        (bytes(range(256)) * 4, "binary"),
        (b"\x89PNG\r\n\x1a\n and more", "binary"),
        (b"%PDF-1.4 by another name", "binary"),
        (b"\x01\x02\x03\x04\x05 control \x06\x07\x08", "binary"),
        ("Genève, Zürich".encode()[:-5] + b"\xff\xfe rich", "wrongly encoded"),
        (b"Gen\xc3\xa8ve and \xe9 in one file", "wrongly encoded"),
        (b"\x81\x8d\x8f\x90 and \x9d", "wrongly encoded"),
        (b"\xff\xfe\x00", "wrongly encoded"),
        (b"\xff\xfe" + "漢字仮名交じり文".encode("utf-16-be"), "wrongly encoded"),
    ],
)
def test_what_is_not_text_is_named_with_the_reason(tmp_path: Path, data: bytes, why: str) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    documents, errors = read(tmp_path)
    assert [d.identifier for d in documents] == ["good"]
    (error,) = errors
    assert error.source == str(tmp_path / "bad.txt")
    assert why in error.why


# ---- other kinds of file -------------------------------------------------------------------------------------

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Talks in Lima &amp; beyond</title>
<meta property="article:published_time" content="2008-09-26T08:00:00+02:00">
<link rel="canonical" href="https://example.org/talks"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Talks in Lima</h1><p>{STORY}</p><p>{STORY.replace("Kenya", "Chad")}</p></article>
<footer>Cookies</footer></body></html>"""


def test_a_page_gives_its_main_text_title_date_and_address(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    document = read_one(tmp_path / "a.html")
    assert STORY in document.text
    assert "Cookies" not in document.text
    assert (document.title, document.issued) == ("Talks in Lima & beyond", "2008-09-26")
    assert document.source == "https://example.org/talks"


def test_a_pdf_gives_its_text_and_title(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(make_pdf("Kenya and Peru met in Lima."))
    document = read_one(tmp_path / "a.pdf")
    assert document.text.strip() == "Kenya and Peru met in Lima."
    assert document.title == "Minefields of Peru"


def test_the_gaps_of_a_pdf_part_its_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(
        make_pdf("Kenya hosted the talks,\nand Peru came.\n\nThe next ones\nwill be in Lima.")
    )
    assert (
        read_one(tmp_path / "a.pdf").text
        == "Kenya hosted the talks,\nand Peru came.\n\nThe next ones\nwill be in Lima."
    )


def test_an_office_document_gives_paragraphs_tables_and_lists(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(make_docx(["Kenya and Peru met.", "", "They agreed."], "Talks"))
    document = read_one(tmp_path / "a.docx")
    assert document.text == "Kenya and Peru met.\n\nThey agreed.\n\nKenya | State Party\n\n• Peru"
    assert document.title == "Talks"


@pytest.mark.parametrize("subtype", ["plain", "html"])
def test_a_message_gives_its_body_subject_and_day(tmp_path: Path, subtype: str) -> None:
    message = EmailMessage()
    message["Subject"] = "Talks in Lima"
    message["Date"] = "Fri, 26 Sep 2008 23:30:00 -0500"
    message.set_content(STORY if subtype == "plain" else f"<html><body><p>{STORY}</p></body></html>", subtype=subtype)
    (tmp_path / "a.eml").write_bytes(bytes(message))
    document = read_one(tmp_path / "a.eml")
    assert STORY in document.text.replace("\n", " ").replace("  ", " ")
    assert (document.title, document.issued) == ("Talks in Lima", "2008-09-26")


def test_each_line_of_json_is_a_document(tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "d1", "text": STORY, "date": "2008-09-26", "url": "https://example.org/1", "title": "Talks"}),
        "",
        '{"id": "d2", "text": ',
        json.dumps({"text": STORY, "date": "yesterday", "url": "javascript:alert(1)"}),
        json.dumps({"id": 4, "text": "  "}),
        json.dumps([1, 2]),
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    documents, errors = read(tmp_path / "a.jsonl")
    assert [(d.identifier, d.title, d.issued, d.source) for d in documents] == [
        ("d1", "Talks", "2008-09-26", "https://example.org/1"),
        ("a-4", None, None, None),
    ]
    assert [error.source.rpartition(":")[2] for error in errors] == ["3", "5", "6"]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.pdf", b"%PDF-1.4\nnonsense", "damaged PDF"),
        ("a.pdf", b"", "PDF"),
        ("a.pdf", make_pdf(""), "a scan?"),
        ("a.pdf", make_pdf("They met.")[:300], "PDF"),
        ("a.docx", b"PK\x03\x04 nonsense", "damaged DOCX"),
        ("a.docx", make_zip({"a.xml": b"<a/>"}), "damaged DOCX"),
        ("a.docx", make_docx(["They met."])[:2000], "damaged DOCX"),
        ("a.html", b"", "empty"),
        ("a.html", b"<html><body></body></html>", "no text"),
        ("a.eml", b"", "no text"),
        ("a.txt.gz", b"not gzip", "gzip"),
        ("a.txt.gz", gzip.compress(STORY.encode())[:-20], "end"),
        ("a.zip", b"PK\x03\x04 nonsense", "zip"),
        ("a.exe", b"MZ", "unknown kind"),
        ("README", b"text", "unknown kind"),
    ],
)
def test_damaged_files_are_named_and_passed_over(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY, encoding="utf-8")
    documents, errors = read(tmp_path / name, tmp_path / "good.txt")
    assert [d.identifier for d in documents] == ["good"]
    (error,) = errors
    assert error.source == str(tmp_path / name)
    assert why in error.why


MAKERS: list[tuple[str, Callable[[], bytes]]] = [
    ("a.pdf", lambda: make_pdf("Kenya and Peru met in Lima.")),
    ("a.docx", lambda: make_docx(["Kenya and Peru met."])),
    ("a.html", lambda: PAGE.encode()),
    ("a.zip", lambda: make_zip({"b.txt": STORY.encode()})),
    ("a.txt.gz", lambda: gzip.compress(STORY.encode())),
]


@pytest.mark.parametrize(("name", "make"), MAKERS, ids=[name for name, _ in MAKERS])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=4))
def test_no_damage_raises(
    tmp_path: Path, name: str, make: Callable[[], bytes], changes: list[tuple[float, bytes]]
) -> None:
    data = bytearray(make())
    for place, patch in changes:
        at = int(place * len(data))
        data[at : at + len(patch)] = patch
    (tmp_path / name).write_bytes(bytes(data))
    documents, errors = read(tmp_path / name)
    assert len(documents) + len(errors) <= 1


def test_a_member_that_lost_its_name_is_told_of(tmp_path: Path) -> None:
    damaged = make_zip({"b.txt": STORY.encode(), "c.txt": STORY.encode()}).replace(b"b.txt", b"\0.txt")
    (tmp_path / "a.zip").write_bytes(damaged)
    documents, errors = read(tmp_path / "a.zip")
    assert len(documents) == 1
    assert [error for error in errors if "without a name" in str(error)]


# ---- folders, archives, names ----------------------------------------------------------------------------------


def test_a_folder_is_read_in_order_with_all_below_it(tmp_path: Path) -> None:
    for name in ["b.txt", "a/z.md", "a/c.txt", "ignored.csv", ".hidden/x.txt", ".y.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    documents, errors = read(tmp_path)
    assert [d.identifier for d in documents] == ["c", "z", "b"]
    (passed_over,) = errors
    assert isinstance(passed_over, UnknownKindError)
    assert passed_over.kind == ".csv"


def test_documents_that_share_a_name_carry_their_folder(tmp_path: Path) -> None:
    for name in ["x/a.txt", "y/a.txt", "y/b.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    documents, _ = read(tmp_path)
    assert [d.identifier for d in documents] == ["x/a", "y/a", "b"]


def test_documents_that_share_name_and_folder_are_still_told_apart(tmp_path: Path) -> None:
    names = ["p/x/a.txt", "q/x/a.txt", "q/x/a.md"]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    found = [d.identifier for d in read(tmp_path)[0]]
    assert found == [d.identifier for d in read(tmp_path / "p", tmp_path / "q")[0]]
    assert found == ["p/x/a.txt", "x/a.md", "q/x/a.txt"]
    assert not any(str(tmp_path) in identifier for identifier in found)


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    assert len(read(tmp_path, tmp_path / "a.txt", f"{tmp_path}/./a.txt")[0]) == 1


def test_archives_are_read_without_unpacking(tmp_path: Path) -> None:
    members = {
        "b.txt": STORY.encode(),
        "sub/a.html": PAGE.encode(),
        "../../evil.txt": STORY.encode(),
        "__MACOSX/b.txt": b"x",
        "picture.png": b"x",
        "inner.zip": make_zip({"c.txt": b"x"}),
        "lines.jsonl": json.dumps({"id": "l1", "text": STORY}).encode(),
        "empty.txt": b"",
    }
    box = tmp_path / "box"
    box.mkdir()
    (box / "all.zip").write_bytes(make_zip(members))
    documents, errors = read(box)
    assert sorted(d.identifier for d in documents) == ["a", "b", "evil", "l1"]
    assert sorted(e.source.rpartition(":")[2] for e in errors) == ["empty.txt", "inner.zip", "picture.png"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["all.zip", "box"]


def test_a_packed_file_is_named_after_what_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "d1", "text": STORY}).encode()))
    documents, errors = read(tmp_path)
    assert [(d.identifier, d.text) for d in documents] == [("a", STORY), ("d1", STORY)]
    assert errors == []


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.zip", "a.jsonl"])
def test_what_is_too_large_is_named(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LARGEST", 1000)
    text = ("x" * 80 + "\n") * 100
    data = {
        "a.txt": text.encode(),
        "a.txt.gz": gzip.compress(text.encode()),
        "a.zip": make_zip({"b.txt": text.encode()}),
        "a.jsonl": json.dumps({"text": text}).encode(),
    }
    (tmp_path / name).write_bytes(data[name])
    documents, errors = read(tmp_path / name)
    assert documents == []
    assert "larger" in errors[0].why


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    documents, errors = read(tmp_path / "none.txt")
    assert documents == []
    assert str(errors[0]) == f"{tmp_path / 'none.txt'}: no such file or directory"


@pytest.mark.parametrize(
    ("data", "identifiers"),
    [
        (STORY.encode(), ["stdin"]),
        (PAGE.encode(), ["stdin"]),
        (
            json.dumps({"id": "d1", "text": STORY}).encode() + b"\n" + json.dumps({"text": STORY}).encode(),
            ["d1", "stdin-2"],
        ),
        (b"", []),
    ],
)
def test_standard_input_is_read(data: bytes, identifiers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    documents, errors = read("-")
    assert [d.identifier for d in documents] == identifiers
    assert len(errors) == (not identifiers)


def test_addresses_are_not_followed_unless_asked_for() -> None:
    documents, errors = read("https://example.org/a.txt")
    assert documents == []
    assert "not asked for" in errors[0].why


def test_an_address_on_this_machine_is_read(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is optional")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    documents, errors = read(f"file://{tmp_path}/*.txt")
    assert [(d.identifier, d.text) for d in documents] == [("a", STORY)]
    assert errors == []


def test_known_documents_are_passed_over_before_they_are_parsed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    first = read_one(tmp_path / "a.txt")
    asked: list[tuple[str, str]] = []

    def known(identifier: str, sha256: str) -> bool:
        asked.append((identifier, sha256))
        return sha256 == first.sha256

    (found,) = find_documents([str(tmp_path)], known=known)
    assert isinstance(found, ReadError)
    assert [identifier for identifier, _ in asked] == ["a", "b"]


BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.skipif(BROWSER is None, reason="no Chromium or Chrome on this machine to print a PDF")
@pytest.mark.parametrize("name", ["D13", "D37", "D42"])
def test_a_printed_text_says_what_the_text_says(tmp_path: Path, name: str) -> None:
    """Headings, lists, tables and paragraphs over two pages, between running heads, are read as those of the text."""
    text = (folder("corpus") / f"{name}.txt").read_text(encoding="utf-8")
    shown = "".join(f"<p>{html.escape(line)}</p>" for line in text.splitlines() if line.strip())
    style = "@page { size: A5 } body { font: 11pt serif }"
    page = f'<html><meta charset="utf-8"><style>{style}</style><body>{shown}</body></html>'
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    printed = tmp_path / f"{name}.pdf"
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu"]
    command += ["--no-first-run", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run(  # noqa: S603 -- a page of our own
        [*command, f"--print-to-pdf={printed}", f"file://{tmp_path}/page.html"],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    assert tell(read_document(read_one(printed))) == tell(read_text(text))


def test_what_stands_beside_a_text_never_costs_the_text(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": STORY, "title": "Half \ud800pair\x00 and\n line", "url": "https://example.org/\ud800"},
        {"id": "b", "text": STORY, "title": "\x07", "date": "٢٠١٠-٠١-٠١"},
        {"id": "c", "text": f"{STORY} \ud800"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    documents, errors = read(tmp_path / "a.jsonl")
    assert [(document.title, document.issued, document.source) for document in documents] == [
        ("Half pair and line", None, None),
        (None, None, None),
    ]
    assert [error.why for error in errors] == ["wrongly encoded: half of a surrogate pair"]


def test_what_is_no_file_among_the_files_is_named_and_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").symlink_to("b.txt")
    os.mkfifo(tmp_path / "c.txt")
    documents, errors = read(tmp_path)
    assert [document.identifier for document in documents] == ["a"]
    assert [Path(error.source).name for error in errors] == ["b.txt", "c.txt"]


def test_an_empty_name_is_not_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    assert [str(found) for found in find_documents([""])] == ["an empty name: name a file or a folder"]
