// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Labels that come, go and change their names at the server.
#include "core/storage/remote_merge.h"
#include "core/storage/rows.h"

namespace kith::storage {

namespace {

QStringList replacedLabel(QStringList names, const QString& before, const QString& after) {
    for (QString& name : names) {
        if (labelKey(name) == labelKey(before)) {
            name = after;
        }
    }
    return names;
}

}  // namespace

Result<std::vector<QString>> RemoteMerge::carriers(const StoredLabel& label, const QString& formerName) {
    std::vector<QString> found;
    const auto walked =
        RemoteStore(m_database, m_account).walk([&](const QString& remoteId, const QStringList& labels) {
            if (labels.contains(label.id)) {
                found.push_back(remoteId);
            }
        });
    if (!walked) {
        return walked.error();
    }
    Statement open =
        m_database.query("SELECT remote_id, add_labels FROM outbox WHERE account_id = ? AND state < 2", m_account);
    while (open.next()) {
        if (!formerName.isEmpty() && labelSet(open.text(1).split(QLatin1Char('\n'))).contains(labelKey(formerName))) {
            found.push_back(open.text(0));
        }
    }
    return open.failed() ? Result<std::vector<QString>>(open.error()) : found;
}

/// Where nobody else uses the local label it changes its name; every message follows at once.
Result<bool> RemoteMerge::renamedAsWhole(const StoredLabel& before, const StoredLabel& after) {
    if (labelKey(before.name) == labelKey(snoozedLabel()) || labelKey(after.name) == labelKey(snoozedLabel())) {
        return false;  // more than a word
    }
    const auto names = book();
    if (!names) {
        return names.error();
    }
    for (const StoredLabel& other : (*names)->labels()) {
        if (other.id != before.id && labelKey(other.name) == labelKey(before.name)) {
            return false;  // two names on their way past each other
        }
    }
    const auto local = labelRows(m_database, before.name);
    const auto taken = labelRows(m_database, after.name);
    if (!local || !taken) {
        return local ? taken.error() : local.error();
    }
    const bool sameWord = labelKey(before.name) == labelKey(after.name);
    if (local->size() != 1 || (!taken->empty() && !sameWord)) {
        return false;
    }
    const qint64 row = local->front();
    const auto foreign = m_database.number("SELECT count(*) FROM message_labels ml WHERE ml.label_id = ? AND NOT "
                                           "EXISTS (SELECT 1 FROM remote_messages r WHERE r.message_id = "
                                           "ml.message_id AND r.account_id = ? AND r.extra = '')",
                                           row, m_account);
    const auto others = m_database.number("SELECT count(*) FROM remote_labels WHERE account_id <> ?", m_account);
    if (!foreign || !others) {
        return foreign ? others.error() : foreign.error();
    }
    if (foreign->value_or(0) > 0 || others->value_or(0) > 0) {
        return false;
    }
    const auto renamedRow = m_database.run("UPDATE labels SET name = ? WHERE id = ?", after.name, row);
    return renamedRow ? Result<bool>(true) : Result<bool>(renamedRow.error());
}

Result<void> RemoteMerge::renamedInOutbox(const QString& remoteId, const QString& before, const QString& after) {
    struct Row {
        qint64 id;
        QString add, remove, tried;
    };
    const auto rows = allRows(
        m_database.query("SELECT id, add_labels, remove_labels, tried FROM outbox WHERE account_id = ? AND state < 2 "
                         "AND (? = '' OR remote_id = ?)",
                         m_account, remoteId, remoteId),
        [&](const Statement& row) {
            const auto text = [&](int column) {
                return replacedLabel(row.text(column).split(QLatin1Char('\n')), before, after).join(QLatin1Char('\n'));
            };
            return Row{row.integer(0), text(1), text(2), text(3)};
        });
    if (!rows) {
        return rows.error();
    }
    for (const Row& row : *rows) {
        const auto saved = m_database.run("UPDATE outbox SET add_labels = ?, remove_labels = ?, tried = ? WHERE id = ?",
                                          row.add, row.remove, row.tried, row.id);
        if (!saved) {
            return saved.error();
        }
    }
    return {};
}

Result<void> RemoteMerge::renamedOne(const QString& remoteId, const LabelBook& before, const LabelBook& after,
                                     const StoredLabel& label) {
    const auto row = RemoteStore(m_database, m_account).row(remoteId);
    if (!row || !*row || !(*row)->message) {
        return row ? Result<void>() : Result<void>(row.error());
    }
    m_planner.setBook(m_account, before);
    const auto was = m_planner.links((*row)->message);
    m_planner.setBook(m_account, after);
    if (!was) {
        return was.error();
    }
    if (const QString former = before.name(label.id); !former.isEmpty()) {
        if (const auto said = renamedInOutbox(remoteId, former, label.name); !said) {
            return said;
        }
    }
    const auto is = m_planner.links((*row)->message);
    return is ? showChange((*row)->message, unitedWish(*was), unitedWish(*is)) : Result<void>(is.error());
}

Result<void> RemoteMerge::renamed(const StoredLabel& label) {
    const auto current = book();
    if (!current) {
        return current.error();
    }
    const LabelBook before = **current;
    LabelBook after = before;
    after.insert(label);
    const StoredLabel former = before.labels().value(label.id);
    const auto found = carriers(label, former.name);
    if (!found) {
        return found.error();
    }
    const auto whole = former.name.isEmpty() ? Result<bool>(false) : renamedAsWhole(former, label);
    if (!whole) {
        return whole.error();
    }
    m_planner.setBook(m_account, after);
    if (*whole) {
        if (const auto said = renamedInOutbox({}, former.name, label.name); !said) {
            return said;
        }
    } else {
        for (const QString& remoteId : *found) {
            if (const auto one = renamedOne(remoteId, before, after, label); !one) {
                return one;
            }
        }
    }
    return keepLabel(label);
}

Result<void> RemoteMerge::keepLabel(const StoredLabel& label) {
    const auto current = book();
    if (!current) {
        return current.error();
    }
    (*current)->insert(label);
    const auto saved = RemoteLabelStore(m_database, m_account).save(label);
    if (!saved || label.system) {
        return saved;
    }
    // Lists of labels offer it before any message carries it.
    const auto local = labelRowFor(m_database, label.name);
    return local ? done(m_database.run("UPDATE labels SET colour = ? WHERE id = ? AND colour <> ?", label.background,
                                       *local, label.background))
                 : Result<void>(local.error());
}

Result<void> RemoteMerge::dropLabel(const QString& labelId) {
    const auto current = book();
    if (!current) {
        return current.error();
    }
    const StoredLabel former = (*current)->labels().value(labelId);
    (*current)->remove(labelId);
    const auto removed = RemoteLabelStore(m_database, m_account).remove(labelId);
    if (!removed || former.system) {
        return removed;
    }
    return done(m_database.run("DELETE FROM labels WHERE name = ? AND NOT EXISTS (SELECT 1 FROM message_labels ml "
                               "WHERE ml.label_id = labels.id) AND NOT EXISTS (SELECT 1 FROM remote_labels r WHERE "
                               "r.name = labels.name)",
                               former.name));
}

}  // namespace kith::storage
