"""Define the characters that are invisible or change how the text around them is read."""

from __future__ import annotations

import re

# Control characters but tab and line feed, those that turn the direction of text, and those that take no
# room. U+2060 is left out: our own writers put it beside bold words.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2061-\u206f\ufeff\ufff9-\uffff\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
