"""The forms of English verbs, for patterns that name a verb once."""

import re

_IRREGULAR = {
    "hold": "hold holds held holding",
    "take": "take takes took taken taking",
    "give": "give gives gave given giving",
    "make": "make makes made making",
    "bring": "bring brings brought bringing",
    "lead": "lead leads led leading",
    "run": "run runs ran running",
    "speak": "speak speaks spoke spoken speaking",
    "meet": "meet meets met meeting",
    "pay": "pay pays paid paying",
    "bear": "bear bears bore borne bearing",
    "send": "send sends sent sending",
    "come": "come comes came coming",
    "sit": "sit sits sat sitting",
    "be": "be is are was were been being am",
    "have": "have has had having",
    "do": "do does did done doing",
    "go": "go goes went gone going",
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "set": "set sets setting",
    "put": "put puts putting",
    "draw": "draw draws drew drawn drawing",
    "fly": "fly flies flew flown flying",
    "see": "see sees saw seen seeing",
    "begin": "begin begins began begun beginning",
    "become": "become becomes became becoming",
    "leave": "leave leaves left leaving",
    "withdraw": "withdraw withdraws withdrew withdrawn withdrawing",
    "deposit": "deposit deposits deposited depositing",
    "lay": "lay lays laid laying",
    "teach": "teach teaches taught teaching",
    "greet": "greet greets greeted greeting",
    "remain": "remain remains remained remaining",
    "keep": "keep keeps kept keeping",
    "stand": "stand stands stood standing",
    "hand": "hand hands handed handing",
    "underwrite": "underwrite underwrites underwrote underwritten underwriting",
    "oversee": "oversee oversees oversaw overseen overseeing",
    "deliver": "deliver delivers delivered delivering",
    "join": "join joins joined joining",
    "open": "open opens opened opening",
    "offer": "offer offers offered offering",
    "visit": "visit visits visited visiting",
    "host": "host hosts hosted hosting",
    "co-host": "co-host co-hosts co-hosted co-hosting cohost cohosts cohosted cohosting",
    "convene": "convene convenes convened convening",
    "get": "get gets got gotten getting",
    "bid": "bid bids bade bidden bidding",
    "write": "write writes wrote written writing",
    "show": "show shows showed shown showing",
    "find": "find finds found finding",
    "know": "know knows knew known knowing",
    "welcome": "welcome welcomes welcomed welcoming",
    "preside": "preside presides presided presiding",
}


def inflect(verb: str) -> list[str]:
    """List the forms of a verb, British and American.

    >>> inflect("organise")
    ['organise', 'organises', 'organised', 'organising', 'organize', 'organizes', 'organized', 'organizing']
    >>> inflect("accompany")
    ['accompany', 'accompanies', 'accompanied', 'accompanying']
    """
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    stem = verb
    if verb.endswith("e"):
        stem = verb[:-1]
        forms = [verb, verb + "s", stem + "ed", stem + "ing"]
    elif re.search(r"[^aeiou]y$", verb):
        forms = [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    elif re.search(r"(?:s|x|z|ch|sh)$", verb):
        forms = [verb, verb + "es", verb + "ed", verb + "ing"]
    elif re.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", verb):
        forms = [verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    else:
        forms = [verb, verb + "s", verb + "ed", verb + "ing"]
    if verb.endswith("ise"):
        forms += [re.sub(r"is(e|es|ed|ing)$", r"iz\1", form) for form in forms]
    return forms
