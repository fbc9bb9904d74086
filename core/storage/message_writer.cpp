// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/storage/message_writer.h"

#include "core/base/text.h"
#include "core/storage/inbox_store.h"
#include "core/storage/search_store.h"
#include "core/storage/search_text.h"

#include <QCryptographicHash>

#include <algorithm>

namespace kith::storage {

namespace {

constexpr int kHashBits = 20;
constexpr qint64 kLastSecond = (qint64(1) << 33) - 1;

Address senderOf(const Letter& letter) {
    return !letter.from.empty() ? letter.from.front() : letter.sender.value_or(Address{});
}

std::chrono::milliseconds dateOf(const Letter& letter) {
    return letter.date ? letter.date->sinceEpoch : std::chrono::milliseconds{0};
}

/// Equal letters have equal hashes: Message-ID, sender, date, text without white space, attachments.
qint64 dedupeHash(const Letter& letter) {
    const QString& body = letter.text.isEmpty() ? letter.html : letter.text;
    QString dense(body.size(), Qt::Uninitialized);
    QChar* end = dense.data();
    for (const QChar c : body) {
        if (!c.isSpace()) {
            *end++ = c;
        }
    }
    QCryptographicHash hash(QCryptographicHash::Sha1);  // names, no secret
    hash.addData(letter.rfc822MessageId.trimmed().toUtf8());
    const QByteArray second = QByteArray::number(qint64(dateOf(letter).count() / 1000));
    for (const QByteArray& part : {QByteArray("\n"), addressKey(senderOf(letter).address).toUtf8(), QByteArray("\n"),
                                   second, QByteArray("\n")}) {
        hash.addData(part);
    }
    if (letter.rfc822MessageId.isEmpty()) {
        hash.addData(letter.subject.toUtf8());
    }
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(dense.constData()),
                                qsizetype(end - dense.constData()) * qsizetype(sizeof(QChar))));
    for (const Attachment& attachment : letter.attachments) {
        hash.addData(attachment.sha256);
    }
    return text::stableHash(hash.result());
}

}  // namespace

bool isSystemLabel(const QString& name) {
    static const QSet<QString> words{QStringLiteral("INBOX"),  QStringLiteral("SENT"),    QStringLiteral("DRAFT"),
                                     QStringLiteral("SPAM"),   QStringLiteral("TRASH"),   QStringLiteral("IMPORTANT"),
                                     QStringLiteral("UNREAD"), QStringLiteral("STARRED"), QStringLiteral("CHAT")};
    return words.contains(name) || name.startsWith(QLatin1String("CATEGORY_"));
}

Result<qint64> labelIdFor(Database& database, const QString& name) {
    const auto known = database.number("SELECT id FROM labels WHERE name = ?", name);
    if (!known || *known) {
        return known ? Result<qint64>(**known) : Result<qint64>(known.error());
    }
    const qint64 id = database.ids().next();
    const auto made = database.run("INSERT INTO labels (id, name, kind) VALUES (?, ?, ?)", id, name,
                                   isSystemLabel(name) ? QStringLiteral("system") : QStringLiteral("user"));
    return made ? Result<qint64>(id) : Result<qint64>(made.error());
}

Result<void> MessageWriter::loadOwners() {
    if (m_owners) {
        return {};
    }
    QSet<QString> owners;
    Statement rows = m_database.query("SELECT address FROM owner_addresses");
    while (rows.next()) {
        owners.insert(rows.text(0));
    }
    if (rows.failed()) {
        return rows.error();
    }
    m_owners = owners;
    return {};
}

Result<AddOutcome> MessageWriter::add(const IncomingMessage& incoming) {
    Q_ASSERT(m_database.inTransaction());
    if (const auto owners = loadOwners(); !owners) {
        return owners.error();
    }
    const auto place = findPlace(incoming);
    if (!place) {
        return place.error();
    }
    if (place->existing) {
        return known(incoming, *place);
    }
    const ThreadingInput input = threadingInput(incoming, *place, subjectForm(incoming.letter.subject));
    const auto thread = m_threading.place(input);
    if (!thread) {
        return thread.error();
    }
    const Letter& letter = incoming.letter;
    Result<void> done = writeMessage(incoming, *place, *thread, input);
    done = done ? writePeople(letter, place->id) : done;
    done = done ? writeDue(incoming, place->id) : done;
    done = done ? writeParts(incoming, place->id) : done;
    done = done ? writeAttachments(letter, place->id) : done;
    done = done ? writeLabels(incoming.labels, place->id) : done;
    done = done ? writeSearch(incoming, place->id) : done;
    if (!done) {
        return done.error();
    }
    m_touched.insert(thread->value);
    return AddOutcome{true, place->id, *thread};
}

Result<AddOutcome> MessageWriter::known(const IncomingMessage& incoming, const Place& place) {
    if (incoming.import) {
        // Its server has it already; now a file has it too, so it outlives the account.
        const auto both = m_database.run("UPDATE messages SET import_id = ? WHERE id = ? AND import_id IS NULL AND "
                                         "account_id IS NOT NULL",
                                         incoming.import, place.id);
        if (!both) {
            return both.error();
        }
    }
    if (incoming.threadKeys.empty()) {
        return AddOutcome{false, place.id, *place.existing};
    }
    const auto thread = m_threading.join(*place.existing, incoming.threadKeys);
    if (!thread) {
        return thread.error();
    }
    m_touched.insert(thread->value);
    return AddOutcome{false, place.id, *thread};
}

Result<MessageWriter::Place> MessageWriter::findPlace(const IncomingMessage& incoming) {
    Place place;
    place.dedupe = dedupeHash(incoming.letter);
    if (!incoming.identity.isEmpty()) {
        const QByteArray apart = QByteArray::number(place.dedupe) + ' ' + incoming.identity;
        place.dedupe = text::stableHash(apart);
    }
    place.rfc822Key = messageIdKey(incoming.letter.rfc822MessageId);
    {
        Statement twin = m_database.query("SELECT id, thread_id FROM messages WHERE rfc822_key = ? AND dedupe = ?",
                                          place.rfc822Key, place.dedupe);
        if (twin.next()) {
            place.id = twin.id<MessageId>(0);
            place.existing = twin.id<ThreadId>(1);
            return place;
        }
        if (twin.failed()) {
            return twin.error();
        }
    }
    const qint64 second = std::clamp<qint64>(dateOf(incoming.letter).count() / 1000, 0, kLastSecond);
    place.id.value = std::max<qint64>(1, (second << kHashBits) | (place.dedupe & ((1 << kHashBits) - 1)));
    while (true) {
        const auto taken = m_database.number("SELECT id FROM messages WHERE id = ?", place.id);
        if (!taken) {
            return taken.error();
        }
        if (!*taken) {
            return place;
        }
        ++place.id.value;
    }
}

ThreadingInput MessageWriter::threadingInput(const IncomingMessage& incoming, const Place& place,
                                             const SubjectForm& subject) const {
    const Letter& letter = incoming.letter;
    ThreadingInput input;
    input.message = place.id;
    input.date = dateOf(letter);
    const auto addKey = [&](qint64 key) {
        if (key != 0 && std::ranges::find(input.keys, key) == input.keys.end()) {
            input.keys.push_back(key);
        }
    };
    addKey(place.rfc822Key);
    for (const QString& id : letter.inReplyTo) {
        addKey(messageIdKey(id));
    }
    for (const QString& id :
         letter.references.mid(std::max<qsizetype>(0, letter.references.size() - kMostReferences))) {
        addKey(messageIdKey(id));
    }
    for (const qint64 key : incoming.threadKeys) {
        addKey(key);
    }
    if (!subject.base.isEmpty()) {
        input.subjectKey = std::max<qint64>(1, text::stableHash(subject.base.toUtf8()));
        input.seeksParent = subject.isReply && letter.inReplyTo.isEmpty() && letter.references.isEmpty();
    }
    const auto addPeople = [&](const Addresses& people) {
        for (const Address& person : people) {
            if (const QString key = addressKey(person.address); !key.isEmpty() && !m_owners->contains(key)) {
                input.people.insert(key);
            }
        }
    };
    addPeople(letter.from);
    addPeople(letter.to);
    addPeople(letter.cc);
    return input;
}

int MessageWriter::toOwner(const Letter& letter) const {
    const auto names = [&](const Addresses& people) {
        return std::ranges::any_of(people, [&](const Address& a) { return m_owners->contains(addressKey(a.address)); });
    };
    return names(letter.to) ? 1 : names(letter.cc) ? 2 : 0;
}

Result<void> MessageWriter::writeMessage(const IncomingMessage& incoming, const Place& place, ThreadId thread,
                                         const ThreadingInput& input) {
    const Letter& letter = incoming.letter;
    const Address from = senderOf(letter);
    const auto done = m_database.run(
        "INSERT INTO messages (id, thread_id, account_id, import_id, rfc822_message_id, rfc822_key, dedupe, subject, "
        "subject_key, seeks_parent, from_name, from_address, from_key, from_domain, date_ms, date_offset_min, snippet, "
        "language, size, attachment_count, has_html, bulk, is_bulk, from_owner, to_owner, owner_asks, in_inbox, "
        "unread, "
        "starred) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        place.id, thread, incoming.account ? std::optional(incoming.account) : std::nullopt,
        incoming.import ? std::optional(incoming.import) : std::nullopt, letter.rfc822MessageId, place.rfc822Key,
        place.dedupe, letter.subject, input.subjectKey, input.seeksParent, from.name, from.address,
        addressKey(from.address), addressDomain(from.address), input.date,
        letter.date ? int(letter.date->offset.count()) : 0, incoming.snippet, incoming.language,
        qint64(incoming.raw.size()), qint64(letter.attachments.size()), !letter.html.isEmpty(),
        Statement::Utf8{packedBulk(letter.bulk)}, isBulk(letter.bulk), incoming.fromOwner, toOwner(letter),
        incoming.ownerAsks, incoming.labels.contains(QStringLiteral("INBOX")), incoming.unread, incoming.starred);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> MessageWriter::writePeople(const Letter& letter, MessageId id) {
    const std::pair<int, const Addresses*> kinds[] = {
        {0, &letter.to}, {1, &letter.cc}, {2, &letter.bcc}, {3, &letter.replyTo}};
    for (const auto& [kind, people] : kinds) {
        int position = 0;
        for (const Address& person : *people) {
            const auto done =
                m_database.run("INSERT INTO message_recipients (message_id, kind, position, name, address, "
                               "address_key) VALUES (?, ?, ?, ?, ?, ?)",
                               id, kind, position++, person.name, person.address, addressKey(person.address));
            if (!done) {
                return done.error();
            }
        }
    }
    return {};
}

/// With whom something passed: contacts may grow out of it.
Result<void> MessageWriter::writeDue(const IncomingMessage& incoming, MessageId id) {
    const Letter& letter = incoming.letter;
    QSet<QString> keys;
    if (!incoming.fromOwner) {
        keys.insert(addressKey(senderOf(letter).address));
    } else {
        for (const Addresses* people : {&letter.to, &letter.cc, &letter.bcc}) {
            for (const Address& person : *people) {
                keys.insert(addressKey(person.address));
            }
        }
    }
    for (const QString& key : keys) {
        if (key.isEmpty() || m_owners->contains(key)) {
            continue;
        }
        const auto due = m_database.run("INSERT INTO growth_due (address_key, since) VALUES (?, ?) ON CONFLICT "
                                        "(address_key) DO UPDATE SET since = excluded.since, stage = 0",
                                        key, id);
        if (!due) {
            return due.error();
        }
    }
    return {};
}

Result<void> MessageWriter::writeParts(const IncomingMessage& incoming, MessageId id) {
    const Letter& letter = incoming.letter;
    const bool other = !incoming.searchText.isEmpty() && incoming.searchText != letter.text;
    const auto body =
        m_database.run("INSERT INTO message_text (message_id, body, zones, search_text, text_is_from_html, "
                       "in_reply_to, references_list) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?)",
                       id, letter.text.toUtf8(), packedZones(letter.zones),
                       other ? std::optional(incoming.searchText.toUtf8()) : std::nullopt, letter.textIsFromHtml,
                       letter.inReplyTo.join(QLatin1Char('\n')), letter.references.join(QLatin1Char('\n')));
    if (!body) {
        return body.error();
    }
    const auto source = m_database.run("INSERT INTO message_source (message_id, zstd) VALUES (?, ?)", id,
                                       m_compressor.compressed(incoming.raw));
    return source ? Result<void>() : Result<void>(source.error());
}

Result<void> MessageWriter::writeAttachments(const Letter& letter, MessageId id) {
    int position = 0;
    for (const Attachment& attachment : letter.attachments) {
        const auto done =
            m_database.run("INSERT INTO attachments (message_id, position, filename, content_type, disposition, "
                           "content_id, size, sha256, "
                           "part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           id, position++, attachment.filename, attachment.contentType, attachment.disposition,
                           attachment.contentId, attachment.size, Statement::Utf8{attachment.sha256}, attachment.part);
        if (!done) {
            return done.error();
        }
    }
    return {};
}

Result<void> MessageWriter::writeLabels(const QStringList& labels, MessageId id) {
    for (const QString& name : labels) {
        if (name == QLatin1String("UNREAD") || name == QLatin1String("STARRED")) {
            continue;  // kept as flags
        }
        const auto label = labelId(name);
        if (!label) {
            return label.error();
        }
        const auto done = m_database.run("INSERT INTO message_labels (message_id, label_id) VALUES (?, ?) "
                                         "ON CONFLICT (message_id, label_id) DO NOTHING",
                                         id, *label);
        if (!done) {
            return done.error();
        }
    }
    return {};
}

Result<qint64> MessageWriter::labelId(const QString& name) {
    if (const auto known = m_labels.constFind(name); known != m_labels.constEnd()) {
        return *known;
    }
    const auto id = labelIdFor(m_database, name);
    if (id) {
        m_labels.insert(name, *id);
    }
    return id;
}

Result<void> MessageWriter::writeSearch(const IncomingMessage& incoming, MessageId id) {
    const Letter& letter = incoming.letter;
    const Address from = senderOf(letter);
    SearchDocument document{id,
                            letter.subject,
                            searchPeople({}, from.name, from.address),
                            {},
                            incoming.searchText.isEmpty() ? letter.text : incoming.searchText};
    for (const Addresses* people : {&letter.to, &letter.cc, &letter.bcc}) {
        for (const Address& person : *people) {
            document.recipients = searchPeople(document.recipients, person.name, person.address);
        }
    }
    return SearchStore(m_database).index(document);
}

Result<std::vector<ThreadId>> MessageWriter::settle() {
    std::vector<ThreadId> threads;
    for (const qint64 id : std::exchange(m_touched, {})) {
        threads.push_back(ThreadId{id});
    }
    m_owners.reset();
    m_labels.clear();
    std::ranges::sort(threads);
    const auto fresh = InboxStore(m_database).refreshThreads(threads);
    return fresh ? Result<std::vector<ThreadId>>(threads) : Result<std::vector<ThreadId>>(fresh.error());
}

}  // namespace kith::storage
