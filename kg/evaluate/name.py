"""When two names are taken for one: compared without case, accents, punctuation and forms of address."""

import re
import unicodedata
from collections.abc import Iterable

_ADDRESS = re.compile(r"^(?:the|h e|mr|mrs|ms|dr|ambassador|general|gen|minister) ")


def name_key(name: str) -> str:
    """Reduce a name to its plain letters and digits, without one leading article, title or form of address.

    >>> name_key("The Côte d'Ivoire"), name_key("H.E. Ms. Ana Díaz")
    ('cote d ivoire', 'ms ana diaz')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return _ADDRESS.sub("", " ".join(re.findall(r"[a-z0-9]+", plain)))


def name_keys(names: Iterable[str]) -> frozenset[str]:
    """Reduce every name that is not empty.

    >>> sorted(name_keys(["UNDP", "", "the UNDP"]))
    ['undp']
    """
    return frozenset(name_key(name) for name in names if name)
