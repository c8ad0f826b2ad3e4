"""Bytes made into text: UTF-8 first, another encoding only where it plainly fits, else a reason why not."""

import codecs
import re
from collections.abc import Iterator

from kg.errors import ReadError

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")
_UTF8_PAIR = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN = re.compile(
    rb"(?<=[A-Za-z\xc0-\xff])[\xc0-\xff]|[\xc0-\xff](?=[A-Za-z\xc0-\xff])|[\x91-\x97\x85\x80\x84\x8b\x9b\xa0\xa3\xa7\xa9\xab\xae\xb0-\xb3"
    rb"\xb7\xb9-\xbe]|(?<=[A-Za-z])[\x8a\x8c\x8e\x9a\x9c\x9e\x9f]|[\x8a\x8c\x8e\x9a\x9c\x9e\x9f](?=[a-z])|(?<=[\s(\"'\x91\x93])[\xe0\xc0\xe9\xc9](?=\s)"
)
_SAMPLE = 200_000


def decode(data: bytes, name: str) -> str:
    r"""Decode the bytes of a text file, keeping every character and line ending as it is.

    A byte order mark is obeyed and left out. Raises ReadError, under the name given, for what is empty, binary
    or wrongly encoded.

    >>> decode("Genève\r\n".encode(), "a.txt"), decode("Genève et Zürich".encode("cp1252"), "b.txt")
    ('Genève\r\n', 'Genève et Zürich')
    """
    if not data.strip():
        raise ReadError(name, "empty")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise ReadError(name, f"binary ({what}), not text")
    text = _decode_strictly(data, name)
    if not text.strip():
        raise ReadError(name, "empty")
    if len(_CONTROL.findall(text, 0, _SAMPLE)) > max(2, len(text[:_SAMPLE]) // 500):
        raise ReadError(name, "binary, not text")
    return text


def _decode_strictly(data: bytes, name: str) -> str:
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if encoding in {"utf-8", "utf-8-sig"} or _is_prose(text):
            return text
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    if marked:
        raise ReadError(name, f"wrongly encoded: marked as {marked.removesuffix('-sig').upper()}, but it is not")
    if b"\x00" in data:
        raise ReadError(name, "binary, not text")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        why = f"wrongly encoded: byte 0x{data[error.start]:02x} at {error.start} is not UTF-8, and nothing else fits"
        raise ReadError(name, why) from error
    raise ReadError(name, "wrongly encoded")


def _candidates(data: bytes) -> Iterator[str]:
    """Yield the encodings worth trying, the likeliest first."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield encoding
            return
    sample = data[:_SAMPLE]
    if b"\x00" in sample:
        even, odd = sample[::2].count(0), sample[1::2].count(0)
        if min(even, odd) * 20 < max(even, odd) and max(even, odd) * 4 > len(sample):
            yield "utf-16-le" if odd > even else "utf-16-be"
        return
    yield "utf-8"
    if _UTF8_PAIR.search(data):
        return  # UTF-8 that is broken in places: another encoding would only hide the damage
    high = re.findall(rb"[\x80-\xff]", sample)
    fitting = sum(len(match) for match in _WESTERN.findall(sample))
    if len(high) * 5 <= len(sample) and fitting >= len(high):
        yield "cp1252"
    elif len(high) * 4 > len(sample):
        yield from _detect(sample)


def _detect(sample: bytes) -> Iterator[str]:
    """Ask charset-normalizer about text that is mostly not Latin."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, threshold=0.1).best()
    if best and best.percent_coherence > 30:
        yield best.encoding


def _is_prose(text: str) -> bool:
    """Tell words from noise that happens to decode: mostly letters and blanks, of few scripts."""
    sample = text[:_SAMPLE]
    plain = sum(c.isalpha() or c.isspace() for c in sample)
    ideographs = sum("\u2e80" <= c <= "\ud7ff" or c >= "\ue000" for c in sample)
    return plain * 10 >= len(sample) * 6 and ideographs * 10 < len(sample)
