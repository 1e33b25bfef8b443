"""
Looks in a page for the element of each block by its id, and compares the words, spaces apart: without calls of notes, the way
back from a footnote and the number of a heading, which are no part of a block. Prints how many blocks there are; exit code 1,
with the first ids whose words are others, if there are any.

Arguments: the page (HTML), the file with the blocks.
"""

import html.parser
import json
import re
import sys
import unicodedata


class Page(html.parser.HTMLParser):
    """Words by id."""

    def __init__(self):
        super().__init__()
        self.words = {}
        self.open = []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if "id" in attributes:
            self.words[attributes["id"]] = ""
        if tag not in ("br", "meta", "link", "img", "hr", "input"):
            is_call = tag == "sup" or "data-footnote-backref" in attributes
            self.open.append((tag, attributes.get("id"), is_call))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if any(is_call for _, _, is_call in self.open):
            return
        is_heading = any(re.fullmatch("h[1-6]", tag) for tag, _, _ in self.open)
        for _, own, _ in self.open:
            if own is not None:
                begins = is_heading and self.words[own] == ""
                self.words[own] += re.sub(r"^[\d.]+ ", "", data) if begins else data


def plain(words):
    return " ".join(unicodedata.normalize("NFC", words).split())


page = Page()
with open(sys.argv[1], encoding="utf-8") as file:
    page.feed(file.read())
with open(sys.argv[2], encoding="utf-8") as file:
    blocks = json.load(file)
wrong = [own for own, text in blocks.items() if plain(page.words.get(own, "")) != plain(text)]
print(len(blocks))
for own in wrong[:5]:
    print(own, file=sys.stderr)
sys.exit(1 if wrong else 0)
