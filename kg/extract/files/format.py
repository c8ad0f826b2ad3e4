"""The text of a document and what its container says about it, for each kind of file."""

import io
import json
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from kg.errors import OwnReportError, ReadError
from kg.extract.files.decode import decode
from kg.extract.text.passage import find_blocks
from kg.extract.words.moment import from_iso

_DAMAGE = (
    ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError, OSError,
    RecursionError, RuntimeError, TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error,
)  # fmt: skip
"""What the libraries let slip on damaged files, beside their own exceptions."""
_LARGEST_UNPACKED = 256 * 2**20
_HEAD = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The text of a document, with the title, date and address that its container gives."""

    text: str
    title: str | None = None
    issued: str | None = None
    source: str | None = None


def extract(data: bytes, suffix: str, name: str) -> Extract:
    r"""Read the bytes of a document of a kind of file; without a suffix the bytes tell the kind.

    Raises ReadError, under the name given, for damaged files, files without text and kg's own reports.

    >>> extract(b"---\ntitle: Mines\ndate: 2007-03-26\n---\nThey met.", ".md", "a.md").issued
    '2007-03-26'
    """
    if _is_own_report(data):
        raise OwnReportError(name)
    read = _READERS.get(suffix or _sniff(data), _from_text)
    found = read(data, name)
    if not found.text.strip():
        raise ReadError(name, "no text in it")
    if _has_half_pair(found.text):
        raise ReadError(name, "wrongly encoded: half of a surrogate pair")
    return replace(found, title=_tidy(found.title or ""))


def _is_own_report(data: bytes) -> bool:
    """Tell whether a page has the mark that the templates of `kg report` leave, at its top or in its last line."""
    return b'<meta name="generator" content="kg">' in data[:_HEAD] or b"<!-- generator: kg -->" in data[-_HEAD:]


def _sniff(data: bytes) -> str:
    head = data[:_HEAD].lstrip().lower()
    if head.startswith(b"%pdf-"):
        return ".pdf"
    if head.startswith(b"pk\x03\x04"):
        return ".docx"
    return ".html" if head.startswith((b"<!doctype html", b"<html")) else ".txt"


_FRONT = re.compile(r"\s*---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)


def _from_text(data: bytes, name: str) -> Extract:
    text = decode(data, name)
    front = _FRONT.match(text)
    fields: dict[str, str] = {}
    if front:
        for line in front[1].splitlines():
            key, colon, value = line.partition(":")
            if colon and key == key.strip():
                fields.setdefault(key.casefold(), value.strip().strip("\"'"))
    title = fields.get("title") or find_title(text)
    address = fields.get("url") or fields.get("source")
    return Extract(text=text, title=title, issued=well_formed(fields.get("date")), source=_address(address))


_TOP_DATE = re.compile(r"^date \d{4}-\d\d-\d\d ")


def find_title(text: str) -> str | None:
    r"""Take the first heading of a text for its title, unless it is a menu, a date or a list mark.

    >>> find_title("Home | News\n\nWorkshop on mines opens in Almaty\n\nOn Monday they met. It was good.")
    'Workshop on mines opens in Almaty'
    """
    for block in find_blocks(text)[:8]:
        words = " ".join(text[block.span.begin : block.span.end].lstrip("#").split())
        words = _TOP_DATE.sub("", words)
        if block.kind == "paragraph":
            return None
        menu = re.search(r"[|»@\[]|^[Ss]kip to", words) or len(re.findall(r"[^\W\d_]{2,}", words)) < 3
        if block.kind == "heading" and not menu and not re.search(r"\b(?:19|20)\d\d\b.{0,3}$", words):
            return words
    return None


def well_formed(written: object) -> str | None:
    """Keep a date that is ISO text, cut to its day; None for all else.

    >>> well_formed("2007-03-26T10:00:00Z"), well_formed("26 March 2007")
    ('2007-03-26', None)
    """
    if not isinstance(written, str):
        return None
    day = re.fullmatch(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ].*)?", written.strip())
    return day[1] if day and from_iso(day[1]) else None


def _address(written: object) -> str | None:
    return (
        written
        if isinstance(written, str) and re.fullmatch(r"https?://[^\s<>\"{}|\\^`\ud800-\udfff]+", written)
        else None
    )


def _has_half_pair(text: str) -> bool:
    return not text.isascii() and re.search("[\ud800-\udfff]", text) is not None


def _tidy(title: str) -> str | None:
    r"""Put a title on one line, without characters that cannot be seen or stored; None where nothing is left.

    >>> _tidy("Mines\n and\x00 \ud800peace"), _tidy("\x07")
    ('Mines and peace', None)
    """
    return " ".join("".join(c for c in title if c.isprintable() or c.isspace()).split()) or None


def _from_json(data: bytes, name: str) -> Extract:
    """Read one line of a file of JSON lines: id, text, date, url, title."""
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise ReadError(name, f"broken JSON ({error})") from error
    text = fields.get("text") if isinstance(fields, dict) else None
    if not isinstance(text, str) or not text.strip():
        raise ReadError(name, "no text in it (a line needs the field `text`)")
    title = fields.get("title")
    return Extract(
        text=text,
        title=title if isinstance(title, str) and title.strip() else find_title(text),
        issued=well_formed(fields.get("date")),
        source=_address(fields.get("url")),
    )


_HTML_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@name='dcterms.issued' or @name='DCTERMS.issued' or @name='DC.date' or @name='dc.date']/@content",
    "//meta[@name='date' or @name='pubdate' or @name='publication_date' or @itemprop='datePublished']/@content",
    "//time[@itemprop='datePublished' or @pubdate]/@datetime",
)


def _from_html(data: bytes, name: str) -> Extract:
    """Read the main text of a page, without its menus; the date only from what the page declares."""
    import lxml.html
    from lxml.etree import LxmlError
    from trafilatura import extract as extract_main_text

    page = decode(data, name)
    try:
        tree = lxml.html.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
        text = extract_main_text(page, output_format="txt", include_comments=False, favor_recall=True)
        if not text:
            text = "\n\n".join(line.strip() for line in tree.text_content().splitlines() if line.strip())
        dates = [value for path in _HTML_DATES for value in _values(tree.xpath(path))]
        titles = _values(tree.xpath("//meta[@property='og:title']/@content | //title/text()"))
        addresses = _values(tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content"))
    except (LxmlError, *_DAMAGE) as error:
        raise ReadError(name, _damaged("HTML", error)) from error
    return Extract(
        text=text,
        title=next((" ".join(title.split()) for title in titles if title.strip()), None),
        issued=next(filter(None, map(well_formed, dates)), None),
        source=next(filter(None, map(_address, addresses)), None),
    )


def _values(found: object) -> list[str]:
    return [str(value) for value in found] if isinstance(found, list) else []


def _damaged(kind: str, error: BaseException) -> str:
    return f"damaged {kind} ({type(error).__name__})"


def _from_pdf(data: bytes, name: str) -> Extract:
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    from kg.extract.files.pdf import read_pages

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files would mix with ours
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                raise ReadError(name, "locked with a password")
            text = read_pages(reader.pages)
            title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, *_DAMAGE) as error:
        raise ReadError(name, _damaged("PDF", error)) from error
    if not text.strip():
        raise ReadError(name, "no text in it (a scan?)")
    text = _without_surrogates(text)
    return Extract(text=text, title=_without_surrogates(str(title)) if title else find_title(text))


def _without_surrogates(text: str) -> str:
    """Put the replacement character where half of a pair stands, which no file could hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _from_docx(data: bytes, name: str) -> Extract:
    import docx
    from docx.opc.exceptions import OpcError
    from docx.text.paragraph import Paragraph
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _LARGEST_UNPACKED:
                raise ReadError(name, f"larger than {_LARGEST_UNPACKED // 2**20} MB unpacked")
        document = docx.Document(io.BytesIO(data))
        parts = []
        for part in document.iter_inner_content():
            if isinstance(part, Paragraph):
                bullet = "• " if part.style and "List" in str(part.style.name) else ""
                parts.append(bullet + part.text if part.text.strip() else "")
            else:
                parts += [" | ".join(cell.text.strip() for cell in row.cells) for row in part.rows]
        title = document.core_properties.title
    except (OpcError, LxmlError, *_DAMAGE) as error:
        raise ReadError(name, _damaged("DOCX", error)) from error
    text = "\n\n".join(part for part in parts if part)
    return Extract(text=text, title=title or find_title(text))


def _from_mail(data: bytes, name: str) -> Extract:
    """Read the body of a message; its subject is the title, and the day it was sent the date."""
    try:
        message = message_from_bytes(data, policy=policy.default)
        assert isinstance(message, EmailMessage)  # noqa: S101 (what this policy makes)
        body = message.get_body(("plain", "html"))
        if body is None:
            raise ReadError(name, "no text in it")
        content = body.get_content()
        sent = message["date"]
        issued = parsedate_to_datetime(str(sent)).date().isoformat() if sent else None
        subject = str(message["subject"] or "") or None
    except _DAMAGE as error:
        raise ReadError(name, _damaged("message", error)) from error
    if body.get_content_subtype() == "html":
        content = _from_html(str(content).encode(), name).text
    return Extract(text=str(content), title=subject, issued=issued)


_READERS: dict[str, Callable[[bytes, str], Extract]] = {
    ".html": _from_html,
    ".htm": _from_html,
    ".xhtml": _from_html,
    ".pdf": _from_pdf,
    ".docx": _from_docx,
    ".eml": _from_mail,
    ".jsonl": _from_json,
}
"""The reader of each kind of file; every other kind is text."""
