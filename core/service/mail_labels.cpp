// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/mail_labels.h"

#include "core/service/cellar.h"
#include "core/storage/message_marks.h"
#include "core/storage/message_writer.h"

#include <QHash>

#include <algorithm>

namespace kith::service {

namespace {

/// What Gmail takes.
constexpr qsizetype longestLabel = 225;

/// Labels that are actions of ours in disguise, not the user's words.
bool isOwnLabel(const QString& name) {
    return name == QLatin1String("MUTED");
}

Error noSuchName(const QString& name) {
    return {ErrorKind::Malformed, QStringLiteral("not a name for a label: \"%1\"").arg(name.left(80)),
            QStringLiteral("A label needs a name of at most 225 characters that Gmail does not use itself.")};
}

/// The label's name as it is written already, where only the case differs; names cannot differ by case at Gmail.
Result<QString> knownName(const QString& typed, const std::vector<storage::LabelInfo>& known) {
    const QString name = typed.trimmed();
    if (name.isEmpty() || name.size() > longestLabel || !isUserLabel(name.toUpper())) {
        return noSuchName(typed);
    }
    const auto same = std::find_if(known.begin(), known.end(), [&name](const storage::LabelInfo& label) {
        return label.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return same == known.end() ? name : same->name;
}

QString labelSummary(const LabelChange& change, qsizetype count) {
    QStringList removed = change.remove;
    const bool moved = removed.removeAll(QStringLiteral("INBOX")) > 0;
    if (moved && !change.add.isEmpty()) {
        return QStringLiteral("Move %1 conversations to %2").arg(count).arg(change.add.join(QStringLiteral(", ")));
    }
    QString what = change.add.join(QStringLiteral(", "));
    if (!removed.isEmpty()) {
        what += (what.isEmpty() ? QStringLiteral("without ") : QStringLiteral("; without ")) +
                removed.join(QStringLiteral(", "));
    }
    return QStringLiteral("Label %1 conversations: %2").arg(count).arg(what);
}

}  // namespace

bool isUserLabel(const QString& name) {
    return !storage::isSystemLabel(name) && !isOwnLabel(name);
}

Result<std::vector<MailLabel>> readLabels(Cellar& cellar, const std::vector<ThreadId>& threads) {
    const auto known = storage::labels(*cellar.database);
    if (!known) {
        return known.error();
    }
    QHash<QString, int> carried;
    for (const ThreadId thread : threads) {
        const auto names = storage::labelsOfThread(*cellar.database, thread);
        if (!names) {
            return names.error();
        }
        for (const QString& name : *names) {
            ++carried[name];
        }
    }
    std::vector<MailLabel> mine;
    for (const storage::LabelInfo& label : *known) {
        if (!label.system && !isOwnLabel(label.name)) {
            mine.push_back({label.name, label.colour, label.messages, carried.value(label.name)});
        }
    }
    std::sort(mine.begin(), mine.end(),
              [](const MailLabel& a, const MailLabel& b) { return a.name.compare(b.name, Qt::CaseInsensitive) < 0; });
    return mine;
}

Result<Receipt> setLabels(Cellar& cellar, const std::vector<ThreadId>& threads, const LabelChange& asked) {
    const auto known = storage::labels(*cellar.database);
    const auto all = storage::messagesOfThreads(*cellar.database, threads);
    if (!known || !all) {
        return known ? all.error() : known.error();
    }
    LabelChange change = asked;
    for (QString& name : change.add) {
        const auto resolved = knownName(name, *known);
        if (!resolved) {
            return resolved.error();
        }
        name = *resolved;
    }
    storage::ChangeInfo info;
    info.kind = asked.remove.contains(QStringLiteral("INBOX")) ? QStringLiteral("message.move")
                                                               : QStringLiteral("message.label");
    info.actor = QStringLiteral("user");
    info.entity = threads.size() == 1 ? QStringLiteral("thread:%1").arg(threads.front().value) : QString();
    info.summary = labelSummary(change, static_cast<qsizetype>(threads.size()));
    storage::ChangeWriter writer(*cellar.database, info);
    storage::MessageMarks marks(writer);
    for (const QString& name : change.remove) {
        marks.setLabel(*all, name, false);
    }
    for (const QString& name : change.add) {
        marks.setLabel(*all, name, true);
    }
    const auto done = writer.commit();
    if (!done) {
        return done.error();
    }
    return Receipt{*done, info.kind.section(QLatin1Char('.'), 1), static_cast<int>(threads.size()), info.summary, {}};
}

}  // namespace kith::service
