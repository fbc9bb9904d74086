#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""Writes a table of invented people, the same on every machine: make_contacts.py FILE [ROWS] [SEED].

Nine columns, about 130 bytes a row: two names, an address of one's own, a number, firm, title, town,
country and the day of the first contact; a quarter of the firms in quotes because of their comma.
"""
import random
import sys

SYLLABLES = ("ba be bi bo da de di do fa fe ga ge ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe "
             "ra re ri ro sa se si so ta te ti to va ve vi vo za zu").split()
TITLES = ("Head of Purchasing", "Engineer", "Managing Director", "Office Manager", "Sales Lead", "Buyer", "CFO", "CTO")
COUNTRIES = (("Germany", "+4930"), ("France", "+331"), ("Austria", "+431"), ("Norway", "+4722"), ("Spain", "+3491"))


def word(rng, least, most):
    return "".join(rng.choices(SYLLABLES, k=rng.randint(least, most)))


def main():
    path = sys.argv[1]
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 6)
    given = [word(rng, 2, 3).capitalize() for _ in range(3000)]
    family = [word(rng, 2, 4).capitalize() for _ in range(20000)]
    firms = [word(rng, 2, 3).capitalize() + rng.choice((" GmbH", " AS", " & Sons", ", Inc.")) for _ in range(30000)]
    towns = [word(rng, 2, 4).capitalize() for _ in range(2000)]
    with open(path, "w", encoding="utf-8", newline="") as out:
        out.write("First name,Last name,E-mail,Phone,Company,Job title,City,Country,First contact\r\n")
        for n in range(rows):
            first, last, firm = rng.choice(given), rng.choice(family), rng.choice(firms)
            country, code = rng.choice(COUNTRIES)
            host = "".join(c for c in firm.split()[0].lower() if c.isalpha())
            quoted = f'"{firm}"' if "," in firm else firm
            out.write(f"{first},{last},{first.lower()}.{last.lower()}.{n}@{host}.example,{code} "
                      f"{rng.randint(2000000, 9999999)},{quoted},{rng.choice(TITLES)},{rng.choice(towns)},{country},"
                      f"{rng.randint(2015, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}\r\n")


if __name__ == "__main__":
    main()
