// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/label_merge.h"

namespace kith::storage {

namespace {

/// Of each group a message should carry one at most; 0: no group.
int exclusiveGroup(const QString& key) {
    static const QString places[] = {labelKey(QStringLiteral("INBOX")), labelKey(QStringLiteral("TRASH")),
                                     labelKey(QStringLiteral("SPAM")), labelKey(snoozedLabel())};
    for (const QString& place : places) {
        if (key == place) {
            return 1;
        }
    }
    return isPriorityLabel(key) ? 2 : 0;
}

}  // namespace

QString labelKey(const QString& name) {
    return name.toCaseFolded();
}

LabelSet labelSet(const QStringList& names) {
    LabelSet set;
    for (const QString& name : names) {
        set.insert(labelKey(name), name);
    }
    return set;
}

LabelSet united(const LabelSet& one, const LabelSet& other) {
    LabelSet all = other;
    all.insert(one);
    return all;
}

LabelSet without(const LabelSet& set, const LabelSet& gone) {
    LabelSet rest;
    for (auto it = set.begin(); it != set.end(); ++it) {
        if (!gone.contains(it.key())) {
            rest.insert(rest.end(), it.key(), it.value());
        }
    }
    return rest;
}

LabelChange difference(const LabelSet& from, const LabelSet& to) {
    return {without(to, from), without(from, to)};
}

LabelSet applied(const LabelSet& set, const LabelChange& change) {
    return united(without(set, change.remove), change.add);
}

LabelMerge threeWayMerge(const LabelSet& base, const LabelSet& local, const LabelSet& remote, const LabelSet& tried) {
    const LabelSet all = united(united(base, local), united(remote, tried));
    const auto pending = [&](const QString& key) {
        return local.contains(key) != base.contains(key) || tried.contains(key);
    };
    LabelMerge merge;
    QString setByUser[3];
    for (auto it = all.begin(); it != all.end(); ++it) {
        const bool mine = pending(it.key());
        if (mine ? local.contains(it.key()) : remote.contains(it.key())) {
            merge.merged.insert(it.key(), it.value());
        }
        if (mine && local.contains(it.key())) {
            setByUser[exclusiveGroup(it.key())] = it.value();
        }
    }
    for (auto it = remote.begin(); it != remote.end(); ++it) {
        const int group = exclusiveGroup(it.key());
        const bool setByServer = !base.contains(it.key()) && !pending(it.key());
        if (group > 0 && setByServer && !setByUser[group].isEmpty()) {
            merge.merged.remove(it.key());
            merge.conflicts.push_back({setByUser[group], it.value()});
        }
    }
    return merge;
}

QString snoozedLabel() {
    return QStringLiteral("Kith/Snoozed");
}

bool isPriorityLabel(const QString& name) {
    return name.startsWith(QLatin1String("Priority/"), Qt::CaseInsensitive);
}

bool isServerLabel(const QString& name) {
    return name == QLatin1String("SENT") || name == QLatin1String("DRAFT") || name == QLatin1String("CHAT");
}

bool isHouseLabel(const QString& name) {
    return name == QLatin1String("MUTED");
}

}  // namespace kith::storage
