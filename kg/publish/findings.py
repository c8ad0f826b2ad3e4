"""What `kg check` prints: every finding with the document and the words that it rests on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.publish.table import to_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kg.graph.check import Finding, Severity

COLUMNS = ("severity", "check", "focus", "message", "document", "quote")
_WORDS: dict[Severity, tuple[str, str]] = {
    "violation": ("violation", "violations"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}


def to_findings(findings: Sequence[Finding], form: str) -> str:
    """Write findings as rows."""
    cells = ((f.severity, f.check, f.focus, f.message, f.document, f.quote) for f in findings)
    return to_text(COLUMNS, cells, form)


def count_findings(findings: Sequence[Finding]) -> str:
    """Say how many findings there are of each severity, the gravest first.

    >>> count_findings([])
    '0 violations, 0 warnings, 0 notes'
    """
    found = Counter(finding.severity for finding in findings)
    return ", ".join(f"{found[severity]:,} {words[found[severity] != 1]}" for severity, words in _WORDS.items())
