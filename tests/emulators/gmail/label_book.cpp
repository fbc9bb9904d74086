// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/label_book.h"

#include <QSet>

namespace kith::emulator {
namespace {

struct SystemLabel {
    const char* name;
    const char* inMessageList;
    const char* inLabelList;
};

constexpr SystemLabel kSystemLabels[] = {
    {"INBOX", "", ""},
    {"SENT", "", ""},
    {"DRAFT", "", ""},
    {"UNREAD", "", ""},
    {"STARRED", "", ""},
    {"IMPORTANT", "hide", "labelHide"},
    {"SPAM", "hide", "labelHide"},
    {"TRASH", "hide", "labelHide"},
    {"CHAT", "hide", "labelHide"},
    {"CATEGORY_PERSONAL", "hide", "labelHide"},
    {"CATEGORY_SOCIAL", "hide", "labelHide"},
    {"CATEGORY_PROMOTIONS", "hide", "labelHide"},
    {"CATEGORY_UPDATES", "hide", "labelHide"},
    {"CATEGORY_FORUMS", "hide", "labelHide"},
};

/// Made once and shared: a mailbox comes and goes ten thousand times in a test run.
const std::deque<StoredLabel>& systemLabels() {
    static const std::deque<StoredLabel> labels = [] {
        std::deque<StoredLabel> made;
        for (const SystemLabel& one : kSystemLabels) {
            const QString name = QString::fromLatin1(one.name);
            made.push_back({static_cast<LabelKey>(made.size()),
                            name,
                            name,
                            QString::fromLatin1(one.inMessageList),
                            QString::fromLatin1(one.inLabelList),
                            {},
                            {},
                            false});
        }
        return made;
    }();
    return labels;
}

const QHash<QString, LabelKey>& systemKeys(bool folded) {
    const auto table = [](bool fold) {
        QHash<QString, LabelKey> keys;
        for (const StoredLabel& label : systemLabels()) {
            keys.insert(fold ? label.id.toCaseFolded() : label.id, label.key);
        }
        return keys;
    };
    static const QHash<QString, LabelKey> byId = table(false);
    static const QHash<QString, LabelKey> byName = table(true);
    return folded ? byName : byId;
}

}  // namespace

LabelBook::LabelBook()
    : m_labels(systemLabels())
    , m_byId(systemKeys(false))
    , m_byName(systemKeys(true)) {
}

QList<const StoredLabel*> LabelBook::all() const {
    QList<const StoredLabel*> existing;
    for (const StoredLabel& label : m_labels) {
        if (!label.gone) {
            existing << &label;
        }
    }
    return existing;
}

StoredLabel* LabelBook::byId(const QString& id) {
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &label(*found);
}

const StoredLabel* LabelBook::byId(const QString& id) const {
    const auto found = m_byId.constFind(id);
    return found == m_byId.cend() ? nullptr : &label(*found);
}

const StoredLabel* LabelBook::byName(const QString& name) const {
    const auto found = m_byName.constFind(name.toCaseFolded());
    return found == m_byName.cend() ? nullptr : &label(*found);
}

bool LabelBook::isReserved(const QString& name) {
    static const QSet<QString> more = {
        QStringLiteral("drafts"),   QStringLiteral("chats"),     QStringLiteral("muted"), QStringLiteral("snoozed"),
        QStringLiteral("all mail"), QStringLiteral("scheduled"), QStringLiteral("bin"),   QStringLiteral("sent mail"),
    };
    const QString folded = name.trimmed().toCaseFolded();
    return systemKeys(true).contains(folded) || more.contains(folded) || folded.startsWith(u'^');
}

LabelKey LabelBook::create(const QString& id, const QString& name) {
    StoredLabel made;
    made.id = id;
    made.name = name;
    made.key = static_cast<LabelKey>(m_labels.size());
    restore(made);
    return made.key;
}

void LabelBook::rename(LabelKey key, const QString& name) {
    m_byName.remove(label(key).name.toCaseFolded());
    label(key).name = name;
    m_byName.insert(name.toCaseFolded(), key);
}

void LabelBook::remove(LabelKey key) {
    m_byId.remove(label(key).id);
    m_byName.remove(label(key).name.toCaseFolded());
    label(key).gone = true;
}

void LabelBook::restore(const StoredLabel& label) {
    m_labels.push_back(label);
    if (!label.gone) {
        m_byId.insert(label.id, label.key);
        m_byName.insert(label.name.toCaseFolded(), label.key);
    }
}

}  // namespace kith::emulator
