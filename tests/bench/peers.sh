#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
# Times notmuch, mu and Kith taking in the same Maildir: peers.sh KITHCTL [MESSAGES] [ROUNDS]
# Each starts on an empty index with the files read once before, so that all find the same warm cache;
# rounds alternate between the programs and the fastest of each counts.
set -euo pipefail

kithctl=$(realpath -m "${1:?usage: peers.sh KITHCTL [MESSAGES] [ROUNDS]}")
messages=${2:-20000}
rounds=${3:-2}
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
scratch=$(mktemp -d "${TMPDIR:-/tmp}/kith-peers.XXXXXX")
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch/home XDG_CACHE_HOME=$scratch/cache LC_ALL=C.UTF-8
mkdir -p "$HOME" "$XDG_CACHE_HOME"
mail=$scratch/mail

warm_up() {
  sync
  find "$mail" -type f -print0 | xargs -0 cat >/dev/null
}

timed() { # name, command…: appends "name seconds cpu-seconds peak-MB"
  local name=$1
  shift
  warm_up
  /usr/bin/time -f '%e %U %S %M' -o "$scratch/time" "$@" >"$scratch/$name.log" 2>&1 || {
    printf '%s failed:\n' "$name" >&2
    tail -5 "$scratch/$name.log" >&2
    return 1
  }
  tail -1 "$scratch/time" | awk -v name="$name" '{print name, $1, $2 + $3, $4 / 1024}' >>"$scratch/results"
}

take_in_notmuch() {
  rm -rf "$mail/.notmuch"
  cat >"$HOME/.notmuch-config" <<CONFIG
[database]
path=$mail
[user]
name=Mara Lindqvist
primary_email=mara@fjordlight.example
[new]
tags=
CONFIG
  timed notmuch notmuch new
  du -sm "$mail/.notmuch" | awk '{print $1}' >"$scratch/notmuch.size"
  rm -rf "$mail/.notmuch"
}

take_in_mu() {
  rm -rf "$scratch/mu"
  timed mu sh -c "mu init --muhome='$scratch/mu' --maildir='$mail' --my-address=mara@fjordlight.example &&
    exec mu index --muhome='$scratch/mu'"
  du -sm "$scratch/mu" | awk '{print $1}' >"$scratch/mu.size"
}

take_in_kith() {
  rm -rf "$scratch/kith"
  timed kith "$kithctl" --workspace "$scratch/kith" --json import mail "$mail" --owner mara@fjordlight.example
  du -sm "$scratch/kith" | awk '{print $1}' >"$scratch/kith.size"
}

report() {
  local name
  for name in notmuch mu kith; do
    awk -v name=$name -v size="$(cat "$scratch/$name.size" 2>/dev/null || echo 0)" '
      $1 == name && (best == "" || $2 < best) {best = $2; cpu = $3}
      $1 == name && $4 > peak {peak = $4}
      END {if (best != "") print name, best, cpu, peak, size}' "$scratch/results"
  done | awk -v messages="$messages" '
    {name[NR] = $1; time[NR] = $2; cpu[NR] = $3; peak[NR] = $4; size[NR] = $5; if ($1 == "kith") kith = $2}
    END {
      printf "%-8s %9s %9s %11s %9s %9s %10s\n", "", "seconds", "cpu s", "messages/s", "peak MB", "index MB", "kith is"
      for (i = 1; i <= NR; i++)
        printf "%-8s %9.1f %9.1f %11.0f %9.0f %9d %10s\n", name[i], time[i], cpu[i], messages / time[i], peak[i],
          size[i], kith && name[i] != "kith" ? sprintf("%.2f x", time[i] / kith) : ""
    }'
}

python3 "$here/make_maildir.py" "$mail" "$messages"
for ((round = 0; round < rounds; round++)); do
  take_in_notmuch
  take_in_mu
  if [[ -x $kithctl ]]; then take_in_kith; fi
done
report
