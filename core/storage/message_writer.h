// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Writes one letter with all its rows; used by MessageStore only.
#pragma once

#include "core/storage/codec.h"
#include "core/storage/message_store.h"
#include "core/storage/threading.h"

#include <QHash>
#include <QSet>

namespace kith::storage {

class MessageWriter {
public:
    explicit MessageWriter(Database& database)
        : m_database(database)
        , m_threading(database) {}
    Result<AddOutcome> add(const IncomingMessage& incoming);
    Result<std::vector<ThreadId>> settle();

private:
    struct Place {
        MessageId id;
        qint64 dedupe{0};
        qint64 rfc822Key{0};
        std::optional<ThreadId> existing;  ///< set: the letter is stored already
    };
    Result<AddOutcome> known(const IncomingMessage& incoming, const Place& place);
    Result<Place> findPlace(const IncomingMessage& incoming);
    Result<void> loadOwners();
    ThreadingInput threadingInput(const IncomingMessage& incoming, const Place& place,
                                  const SubjectForm& subject) const;
    Result<void> writeMessage(const IncomingMessage& incoming, const Place& place, ThreadId thread,
                              const ThreadingInput& input);
    Result<void> writePeople(const Letter& letter, MessageId id);
    Result<void> writeDue(const IncomingMessage& incoming, MessageId id);
    Result<void> writeParts(const IncomingMessage& incoming, MessageId id);
    Result<void> writeAttachments(const Letter& letter, MessageId id);
    Result<void> writeLabels(const QStringList& labels, MessageId id);
    Result<void> writeSearch(const IncomingMessage& incoming, MessageId id);
    Result<qint64> labelId(const QString& name);
    int toOwner(const Letter& letter) const;

    Database& m_database;
    Threading m_threading;
    Compressor m_compressor;
    QSet<qint64> m_touched;
    QHash<QString, qint64> m_labels;
    std::optional<QSet<QString>> m_owners;
};

/// Our own words for labels that Gmail calls system labels.
bool isSystemLabel(const QString& name);
/// Finds or makes a label.
Result<qint64> labelIdFor(Database& database, const QString& name);

}  // namespace kith::storage
