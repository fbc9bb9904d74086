#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""AUC of "the owner replied" for whole mailboxes: replay_auc.py KITHCTL FOLDER [USER…]

FOLDER holds USER.mbox.xz, users.tsv (user, owner addresses, messages) and messages.tsv.xz (user, message_id, direction,
label …). Each mailbox is taken in by kithctl and replayed in time order; every message is scored before its answer is
known. Prints a line a mailbox and the mean: Kith, and the baseline that knows the history with the sender only; then, for
the mailboxes whose names' SHA-256 is odd (the scale of AnswerChance was fitted on the others), how far the stated chance of
an answer is from what came (ECE, 10 bins), and the share of mail that could be filed at 5 % error by being sure first.
"""
import csv
import hashlib
import json
import lzma
import pathlib
import subprocess
import sys
import tempfile


def auc(scored):
    """Rank statistic with ties halved; scored: (score, positive)."""
    ranked = sorted(scored)
    positives = sum(1 for _, positive in ranked if positive)
    negatives = len(ranked) - positives
    if positives == 0 or negatives == 0:
        return None
    rank_sum, i = 0.0, 0
    while i < len(ranked):
        j = i
        while j < len(ranked) and ranked[j][0] == ranked[i][0]:
            j += 1
        rank_sum += (i + j + 1) / 2 * sum(1 for k in range(i, j) if ranked[k][1])
        i = j
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


def calibration_error(stated):
    """stated: (probability, came true)."""
    bins = [[0.0, 0] for _ in range(10)]
    for p, true in stated:
        bins[min(9, int(p * 10))][0] += p
        bins[min(9, int(p * 10))][1] += true
    return sum(abs(said - came) for said, came in bins) / max(1, len(stated))


def coverage(stated, allowed):
    """The largest share, the surest first, of which at most `allowed` are wrong."""
    wrong = best = 0
    for count, (p, true) in enumerate(sorted(stated, key=lambda one: min(one[0], 1 - one[0])), 1):
        wrong += (p >= 0.5) != true
        if wrong <= allowed * count:
            best = count
    return best / max(1, len(stated))


def replay(kithctl, mailbox, owners):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "box.mbox"
        path.write_bytes(lzma.open(mailbox).read())
        base = [kithctl, "--workspace", folder + "/workspace", "--json"]
        flags = [word for owner in owners for word in ("--owner", owner)]
        subprocess.run(base + ["import", "mail", str(path)] + flags, check=True, stdout=subprocess.DEVNULL)
        out = subprocess.run(base + ["evaluate", "replay"] + flags, check=True, stdout=subprocess.PIPE).stdout
    return {line["message_id"].strip("<>"): line for line in map(json.loads, out.splitlines())}


def main():
    kithctl, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    wanted = set(sys.argv[3:])
    labels = {}
    with lzma.open(folder / "messages.tsv.xz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["direction"] == "in" and row["label"]:
                labels.setdefault(row["user"], {})[row["message_id"].strip("<>")] = row["label"] == "replied"
    totals, held_out = [], []
    print(f"{'mailbox':16} {'scored':>7} {'replied':>8} {'Kith':>7} {'history':>8}")
    for row in csv.DictReader(open(folder / "users.tsv", encoding="utf-8"), delimiter="\t"):
        user = row["user"]
        if wanted and user not in wanted:
            continue
        lines = replay(kithctl, folder / f"{user}.mbox.xz", row["owner_addresses"].split())
        known = [(lines[key], positive) for key, positive in labels.get(user, {}).items() if key in lines]
        ours = auc([(line["importance"], positive) for line, positive in known])
        base = auc([(line["baseline"], positive) for line, positive in known])
        if ours is None:
            continue
        totals.append((ours, base))
        if hashlib.sha256(user.encode()).digest()[0] & 1:
            held_out += [(line["answer_probability"], positive) for line, positive in known]
        print(f"{user:16} {len(known):7} {sum(p for _, p in known):8} {ours:7.3f} {base:8.3f}", flush=True)
    if totals:
        print(f"{'mean':16} {'':7} {'':8} {sum(o for o, _ in totals) / len(totals):7.3f}"
              f" {sum(b for _, b in totals) / len(totals):8.3f}")
    if held_out:
        print(f"chance of an answer, {len(held_out)} messages of mailboxes not fitted on:"
              f" ECE {calibration_error(held_out):.3f}, coverage at 5 % error {coverage(held_out, 0.05):.3f},"
              f" error at full coverage {sum((p >= 0.5) != t for p, t in held_out) / len(held_out):.3f}")


if __name__ == "__main__":
    main()
