#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""Precision and recall of opportunities: opportunity_figures.py KITHCTL MAIL-FOLDER LABELS.jsonl [WORKSPACES]

MAIL-FOLDER holds USER.mbox.xz and users.tsv (user, owner addresses …); a line of LABELS has message_id, user, kinds, gold,
bulk. Each mailbox is taken in whole; what Kith shows (confidence from .5 on) is compared for the letters on which the
readers agree. "half 0" are the letters whose Message-ID's SHA-256 is even: they may be looked at; "half 1" may not.
WORKSPACES: a folder where the workspaces are kept; without it they are thrown away.
"""
import csv
import hashlib
import json
import lzma
import math
import pathlib
import subprocess
import sys
import tempfile


def wilson(good, all_):
    if all_ == 0:
        return "-"
    z, p = 1.96, good / all_
    middle = (p + z * z / (2 * all_)) / (1 + z * z / all_)
    half = z * math.sqrt(p * (1 - p) / all_ + z * z / (4 * all_ * all_)) / (1 + z * z / all_)
    return f"{p:.2f} [{middle - half:.2f}, {middle + half:.2f}]"


def half_of(message_id):
    return hashlib.sha256(message_id.encode()).digest()[-1] % 2


def found_in(kithctl, mailbox, owners, workspaces, user):
    workspace = workspaces / user
    base = [kithctl, "--workspace", str(workspace), "--json"]
    if not workspace.exists():
        path = workspaces / (user + ".mbox")
        path.write_bytes(lzma.open(mailbox).read())
        flags = [word for owner in owners for word in ("--owner", owner)]
        subprocess.run(base + ["import", "mail", str(path)] + flags, check=True, stdout=subprocess.DEVNULL)
        path.unlink()
    out = subprocess.run(base + ["opportunities", "list", "--limit", "100000"], check=True, stdout=subprocess.PIPE)
    found = {}
    for one in json.loads(out.stdout)["opportunities"]:
        found.setdefault(one["message_id"].strip("<>"), {})[one["kind"]] = one["confidence"]
    return found


def tell(name, letters):
    hit = sum(len(kinds & set(found)) for kinds, found in letters)
    shown = sum(len(found) for _, found in letters)
    meant = sum(len(kinds) for kinds, _ in letters)
    any_hit = sum(1 for kinds, found in letters if kinds and found)
    any_shown, any_meant = sum(1 for _, f in letters if f), sum(1 for k, _ in letters if k)
    print(f"{name:8} {len(letters):4} letters  kinds: precision {wilson(hit, shown)} of {shown}, "
          f"recall {wilson(hit, meant)} of {meant}")
    print(f"{'':8} whatever the kind: precision {wilson(any_hit, any_shown)}, recall {wilson(any_hit, any_meant)}")


def main():
    kithctl, folder, labels = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    kept = tempfile.TemporaryDirectory()
    workspaces = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else kept.name)
    workspaces.mkdir(parents=True, exist_ok=True)
    owners = {row["user"]: row["owner_addresses"] if "owner_addresses" in row else list(row.values())[1]
              for row in csv.DictReader(open(folder / "users.tsv", encoding="utf-8"), delimiter="\t")}
    gold, mailboxes = [], {}
    for line in labels.read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        if one["gold"] and (folder / (one["user"] + ".mbox.xz")).exists():
            gold.append(one)
    for user in sorted({one["user"] for one in gold}):
        addresses = owners[user].replace(",", " ").replace(";", " ").split()
        mailboxes[user] = found_in(kithctl, folder / (user + ".mbox.xz"), addresses, workspaces, user)
    halves = ([], [])
    for one in gold:
        message_id = one["message_id"].strip("<>")
        found = mailboxes[one["user"]].get(message_id, {})
        halves[half_of(message_id)].append((set(one["kinds"]), found))
        if half_of(message_id) == 0 and set(found) != set(one["kinds"]):
            print(json.dumps({"message_id": message_id, "user": one["user"], "meant": one["kinds"], "found": found}))
    for number, letters in enumerate(halves):
        tell(f"half {number}", letters)
    tell("both", halves[0] + halves[1])


if __name__ == "__main__":
    main()
