#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""Python's own e-mail package reads what Kith writes, and finds what was meant.

Run by ctest as: mime_writer_test.py PROGRAM, which is mime_samples.
"""
import email
import email.policy
import email.utils
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = sys.argv[1]


def ace(address):
    local, _, domain = address.rpartition("@")
    return local + "@" + domain.encode("idna").decode()


def people(message, header):
    field = message[header]
    return [[a.display_name, a.addr_spec] for a in field.addresses] if field else []


def unflowed(text):
    """RFC 3676 as a reader does it; quotes of one depth flow together."""
    out, current = [], None
    for line in text.replace("\r\n", "\n").split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        rest = line[depth:]
        rest = rest[1:] if rest.startswith(" ") else rest
        flows = rest.endswith(" ") and rest != "-- "
        if current is not None and current[0] == depth:
            current[1] += rest
        else:
            if current is not None:
                out.append(current)
            current = [depth, rest]
        if not flows:
            out.append(current)
            current = None
    if current is not None:
        out.append(current)
    return out


def words(text):
    return re.sub(r"[\s>]+", " ", text).strip()


class Letters(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([PROGRAM, cls.folder.name], check=True, timeout=60)
        cls.letters = []
        for path in sorted(glob.glob(os.path.join(cls.folder.name, "*.eml"))):
            with open(path, "rb") as file:
                raw = file.read()
            with open(path[:-4] + ".json", encoding="utf-8") as file:
                cls.letters.append((raw, email.message_from_bytes(raw, policy=email.policy.default), json.load(file)))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_there_are_enough(self):
        self.assertGreaterEqual(len(self.letters), 200)

    def test_no_part_is_broken_and_every_line_is_one_that_mail_carries(self):
        for raw, message, _ in self.letters:
            for part in message.walk():
                self.assertEqual(part.defects, [])
            head = raw.split(b"\r\n\r\n", 1)[0]
            self.assertNotIn(b"\n", raw.replace(b"\r\n", b""))
            self.assertTrue(all(byte < 128 for byte in head))
            self.assertLessEqual(max(len(line) for line in raw.split(b"\r\n")), 998)

    def test_headers_say_what_was_meant(self):
        for _, message, meant in self.letters:
            self.assertEqual(message["subject"], meant["subject"])
            for header in ("from", "to", "cc", "bcc"):
                self.assertEqual(people(message, header), [[n, ace(a)] for n, a in meant[header]])
            self.assertEqual(str(message["message-id"]).strip(), "<" + meant["message_id"] + ">")
            self.assertEqual(re.findall(r"<([^>]+)>", str(message["references"] or "")), meant["references"])
            self.assertEqual(re.findall(r"<([^>]+)>", str(message["in-reply-to"] or "")),
                             [meant["in_reply_to"]] if meant["in_reply_to"] else [])
            self.assertEqual(int(message["date"].datetime.timestamp()), meant["date"])
            self.assertEqual(message["date"].datetime.utcoffset().total_seconds() / 60, meant["offset_minutes"])

    def test_text_and_html_hold_the_words_and_quotes_stay_quotes(self):
        for _, message, meant in self.letters:
            plain = message.get_body(("plain",))
            self.assertEqual(plain.get_param("format"), "flowed")
            text = plain.get_content()
            lines = unflowed(text)
            self.assertEqual(words(" ".join(line for _, line in lines)), words(meant["text"]))
            quoted = [words(line) for depth, line in lines if depth > 0 and line.strip()]
            self.assertEqual(quoted, [words(line) for line in meant["text"].split("\n") if line.startswith(">")])
            html = message.get_body(("html",))
            self.assertEqual(html is not None, meant["html"])
            if html is not None:
                shown = re.sub(r"<[^>]+>", " ", html.get_content())
                for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
                    shown = shown.replace(entity, sign)
                self.assertEqual(words(shown), words(meant["text"]))

    def test_files_come_whole_and_by_their_names(self):
        for _, message, meant in self.letters:
            found = [[part.get_filename(), hashlib.sha256(part.get_payload(decode=True)).hexdigest()]
                     for part in message.iter_attachments()]
            self.assertEqual(found, meant["files"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
