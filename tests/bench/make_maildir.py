#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""Writes a Maildir of invented mail, the same on every machine: make_maildir.py FOLDER [COUNT] [SEED].

35 % plain text, 50 % text and HTML, 15 % with an attachment; about 16 KB a message; words drawn
by Zipf's law from a vocabulary of invented words; a fifth of the messages answer an earlier one.
"""
import base64
import bisect
import os
import random
import sys
from email.utils import formatdate

VOCABULARY = 30_000
PEOPLE = 600
FIRMS = 120
EPOCH = 1_700_000_000
SYLLABLES = ("ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ka ke ki ko la le li lo lu ma me mi mo mu "
             "na ne ni no pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo za ze zo").split()


class Words:
    """Draws words so that the n-th most frequent comes about 1/n as often as the first."""

    def __init__(self, rng):
        self.rng = rng
        seen = dict.fromkeys("".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(VOCABULARY * 2))
        self.words = list(seen)[:VOCABULARY]
        self.sums, total = [], 0.0
        for rank in range(1, len(self.words) + 1):
            total += 1 / rank
            self.sums.append(total)

    def some(self, count):
        total = self.sums[-1]
        return [self.words[bisect.bisect_left(self.sums, self.rng.random() * total)] for _ in range(count)]

    def line(self, low, high):
        return " ".join(self.some(self.rng.randint(low, high))).capitalize()

    def text(self, count):
        """Sentences and paragraphs, wrapped at about 76 characters."""
        lines, line = [], ""
        for number, word in enumerate(self.some(count)):
            if number % 14 == 0:
                word = word.capitalize()
            if number % 14 == 13:
                word += "."
            if len(line) + len(word) > 76:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
            if number % 98 == 97:
                lines += [line, ""]
                line = ""
        return lines + [line]


class Mailbox:
    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.words = Words(self.rng)
        firms = ["".join(self.rng.choices(SYLLABLES, k=3)) + ".example" for _ in range(FIRMS)]
        names = [(self.words.line(1, 1), self.words.line(1, 1)) for _ in range(PEOPLE)]
        self.people = [(f"{a} {b}", f"{a}.{b}.{i}@{self.rng.choice(firms)}".lower())
                       for i, (a, b) in enumerate(names)]
        self.sent = []

    def headers(self, number):
        name, address = self.people[min(int(self.rng.expovariate(0.01)), PEOPLE - 1)]
        subject, thread = self.words.line(3, 8), []
        if self.sent and self.rng.random() < 0.2:
            subject, thread = self.rng.choice(self.sent[-2000:])
            subject = subject if subject.startswith("Re: ") else f"Re: {subject}"
        ident = f"<{number}.{self.rng.getrandbits(48):012x}@{address.split('@')[1]}>"
        when = EPOCH + number * 2400 + self.rng.randint(0, 2000)
        lines = [f"Received: from mail.{address.split('@')[1]} by mx.fjordlight.example; {formatdate(when)}",
                 f"From: {name} <{address}>", "To: Mara Lindqvist <mara@fjordlight.example>",
                 f"Subject: {subject}", f"Date: {formatdate(when)}", f"Message-ID: {ident}", "MIME-Version: 1.0"]
        if thread:
            lines += [f"In-Reply-To: {thread[-1]}", "References: " + "\n ".join(thread[-8:])]
        self.sent.append((subject, thread + [ident]))
        return lines

    def text_part(self, count):
        return ['Content-Type: text/plain; charset="utf-8"', "Content-Transfer-Encoding: 8bit", "",
                *self.words.text(count), "-- ", self.words.line(2, 3)]

    def html_part(self, count):
        body = []
        for line in self.words.text(count):
            body.append(f'<p style="margin:0 0 8px;font-family:sans-serif">{line}</p>' if line else "<br>")
        return ['Content-Type: text/html; charset="utf-8"', "Content-Transfer-Encoding: 8bit", "",
                "<html><body>", *body, "</body></html>"]

    def attachment(self):
        size = int(self.rng.lognormvariate(10.3, 0.9))
        data = base64.encodebytes(self.rng.randbytes(min(size, 400_000))).decode().splitlines()
        name = self.words.line(1, 1)
        return [f'Content-Type: application/pdf; name="{name}.pdf"', "Content-Transfer-Encoding: base64",
                f'Content-Disposition: attachment; filename="{name}.pdf"', "", *data]

    def message(self, number):
        kind, count = self.rng.random(), max(20, int(self.rng.lognormvariate(5.93, 0.75)))
        lines = self.headers(number)
        if kind < 0.35:
            return lines + self.text_part(count)
        boundary = f"={self.rng.getrandbits(64):016x}="
        subtype, parts = "alternative", [self.text_part(count), self.html_part(count)]
        if kind >= 0.85:
            subtype, parts = "mixed", [self.text_part(count), self.attachment()]
        lines += [f'Content-Type: multipart/{subtype}; boundary="{boundary}"', ""]
        for part in parts:
            lines += [f"--{boundary}", *part]
        return lines + [f"--{boundary}--"]


def main():
    folder, count, seed = sys.argv[1], int((sys.argv[2:3] or ["20000"])[0]), int((sys.argv[3:4] or ["1"])[0])
    for name in ("cur", "new", "tmp"):
        os.makedirs(os.path.join(folder, name), exist_ok=True)
    mailbox, size = Mailbox(seed), 0
    for number in range(count):
        data = ("\n".join(mailbox.message(number)) + "\n").encode()
        size += len(data)
        with open(os.path.join(folder, "cur", f"{EPOCH + number}.{number}.bench:2,S"), "wb") as file:
            file.write(data)
    print(f"{count} messages, {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
