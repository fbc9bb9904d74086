// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Labels as sets: what changed, what is merged from both sides, who wins. Pure.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace kith::storage {

/// Names by the form in which they are compared: servers tell labels apart without case.
using LabelSet = QMap<QString, QString>;

QString labelKey(const QString& name);
LabelSet labelSet(const QStringList& names);
LabelSet united(const LabelSet& one, const LabelSet& other);
LabelSet without(const LabelSet& set, const LabelSet& gone);

struct LabelChange {
    LabelSet add;
    LabelSet remove;

    bool isEmpty() const { return add.isEmpty() && remove.isEmpty(); }
    bool operator==(const LabelChange&) const = default;
};

LabelChange difference(const LabelSet& from, const LabelSet& to);
LabelSet applied(const LabelSet& set, const LabelChange& change);

/// Something that both sides changed and that cannot stand together: the user's word stood.
struct LabelConflict {
    QString kept;     ///< what the user had set
    QString dropped;  ///< what the server had set

    bool operator==(const LabelConflict&) const = default;
};

struct LabelMerge {
    LabelSet merged;
    std::vector<LabelConflict> conflicts;
};

/// base: the server's truth last seen; local: what the user wants; remote: the server's truth now. What the user
/// changed (or what is said again because nobody knows whether it arrived: tried) stays as the user wants it,
/// everything else follows the server. Of INBOX, TRASH, SPAM and snoozed, and of the Priority/ labels, what the
/// server set anew gives way to what the user set anew.
LabelMerge threeWayMerge(const LabelSet& base, const LabelSet& local, const LabelSet& remote,
                         const LabelSet& tried = {});

/// INBOX without its message being there: put off until later.
QString snoozedLabel();
bool isPriorityLabel(const QString& name);
/// The server alone says these (SENT, DRAFT, CHAT): never sent.
bool isServerLabel(const QString& name);
/// Words of this house that no server knows (MUTED): never sent, never taken away.
bool isHouseLabel(const QString& name);

}  // namespace kith::storage
