// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/state.h"

#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace kith::emulator {
namespace {

constexpr quint32 kFormat = 1;

using Places = QHash<quint64, SavedPlace>;

QString stateFile(const QString& folder) {
    return folder + QStringLiteral("/gmail.state");
}

QString bytesFile(const QString& folder, const Mailbox& mailbox) {
    return folder + QStringLiteral("/gmail-") +
           QString::fromLatin1(
               mailbox.address().toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Error unwritable(const QString& path) {
    return {ErrorKind::Denied, QStringLiteral("cannot write %1").arg(path), {}};
}

QDataStream& operator<<(QDataStream& out, const StoredLabel& label) {
    return out << static_cast<quint32>(label.key) << label.id << label.name << label.messageListVisibility
               << label.labelListVisibility << label.textColor << label.backgroundColor << label.gone;
}

QDataStream& operator>>(QDataStream& in, StoredLabel& label) {
    quint32 key = 0;
    in >> key >> label.id >> label.name >> label.messageListVisibility >> label.labelListVisibility >>
        label.textColor >> label.backgroundColor >> label.gone;
    label.key = static_cast<LabelKey>(key);
    return in;
}

QDataStream& operator<<(QDataStream& out, const HistoryRecord& record) {
    out << record.id << static_cast<quint32>(record.changes.size());
    for (const HistoryChange& change : record.changes) {
        out << static_cast<quint8>(change.kind) << change.message << change.thread << change.labels << change.after;
    }
    return out;
}

QDataStream& operator>>(QDataStream& in, HistoryRecord& record) {
    quint32 count = 0;
    in >> record.id >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        HistoryChange& change = record.changes.emplace_back();
        quint8 kind = 0;
        in >> kind >> change.message >> change.thread >> change.labels >> change.after;
        change.kind = static_cast<ChangeKind>(kind);
    }
    return in;
}

/// One file of all bytes a mailbox ever saved; the state says where each message's are.
class ByteFile {
public:
    explicit ByteFile(const QString& path)
        : m_file(path) {}

    Result<Places> append(const Mailbox& mailbox, const Places& known) {
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append)) {
            return unwritable(m_file.fileName());
        }
        Places places;
        for (const StoredMessage* message : mailbox.inOrder()) {
            const auto there = known.constFind(message->id);
            if (there != known.cend()) {
                places.insert(message->id, *there);
                continue;
            }
            places.insert(message->id, {m_file.size(), message->raw.size()});
            if (m_file.write(message->raw) != message->raw.size()) {
                return unwritable(m_file.fileName());
            }
        }
        return m_file.flush() ? Result<Places>(places) : unwritable(m_file.fileName());
    }

    bool openToRead() { return m_file.open(QIODevice::ReadOnly); }
    QByteArray read(const SavedPlace& place) {
        return m_file.seek(place.offset) ? m_file.read(place.size) : QByteArray();
    }

private:
    QFile m_file;
};

void writeMessages(QDataStream& out, const Mailbox& mailbox, const Places& places) {
    out << static_cast<quint64>(mailbox.inOrder().size());
    for (const StoredMessage* message : mailbox.inOrder()) {
        const SavedPlace place = places.value(message->id);
        out << message->id << message->threadId << message->historyId << message->sequence << message->internalDate
            << message->labels << place.offset << place.size;
    }
}

void writeRest(QDataStream& out, const Mailbox& mailbox) {
    out << mailbox.ids.state() << static_cast<quint64>(mailbox.labels.everEach().size());
    for (const StoredLabel& label : mailbox.labels.everEach()) {
        out << label;
    }
    const auto records = mailbox.history.after(0);
    out << mailbox.history.current() << mailbox.history.floor() << static_cast<quint64>(records.size());
    for (const HistoryRecord& record : records) {
        out << record;
    }
    out << static_cast<quint64>(mailbox.drafts.all().size());
    for (const StoredDraft& draft : mailbox.drafts.all()) {
        out << draft.id << draft.message;
    }
    out << static_cast<quint64>(mailbox.sendAs.size());
    for (const SendAs& alias : mailbox.sendAs) {
        out << alias.address << alias.name << alias.replyTo << alias.signatureHtml << alias.isPrimary
            << alias.isDefault;
    }
}

bool readMessages(QDataStream& in, Mailbox& mailbox, ByteFile& bytes, Places& places) {
    quint64 count = 0;
    in >> count;
    for (quint64 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        StoredMessage message;
        SavedPlace place;
        in >> message.id >> message.threadId >> message.historyId >> message.sequence >> message.internalDate >>
            message.labels >> place.offset >> place.size;
        message.raw = bytes.read(place);
        if (message.raw.size() != place.size) {
            return false;
        }
        places.insert(message.id, place);
        mailbox.restore(std::move(message));
    }
    return in.status() == QDataStream::Ok;
}

void readRest(QDataStream& in, Mailbox& mailbox) {
    quint64 state = 0;
    quint64 count = 0;
    in >> state >> count;
    for (quint64 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        StoredLabel label;
        in >> label;
        if (!label.system()) {
            mailbox.labels.restore(label);
        }
    }
    quint64 current = 0;
    quint64 floor = 0;
    in >> current >> floor >> count;
    std::vector<HistoryRecord> records;
    for (quint64 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        in >> records.emplace_back();
    }
    mailbox.history.restore(current, floor, std::move(records));
    in >> count;
    for (quint64 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        StoredDraft draft;
        in >> draft.id >> draft.message;
        mailbox.drafts.add(std::move(draft));
    }
    mailbox.sendAs.clear();
    in >> count;
    for (quint64 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        SendAs& alias = mailbox.sendAs.emplace_back();
        in >> alias.address >> alias.name >> alias.replyTo >> alias.signatureHtml >> alias.isPrimary >> alias.isDefault;
    }
    mailbox.ids.setState(state);
}

Result<void> writeState(const Service& service, const QString& path) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return unwritable(path);
    }
    QDataStream out(&file);
    out << kFormat << service.dice.state() << static_cast<quint64>(service.accounts.size());
    for (const Account& account : service.accounts) {
        out << account.mailbox->address();
        writeMessages(out, *account.mailbox, account.saved);
        writeRest(out, *account.mailbox);
    }
    return out.status() == QDataStream::Ok && file.commit() ? Result<void>() : unwritable(path);
}

}  // namespace

Result<void> saveState(Service& service, const QString& folder) {
    if (!QDir().mkpath(folder)) {
        return unwritable(folder);
    }
    const bool again = service.savedIn == folder;
    for (Account& account : service.accounts) {
        const QString path = bytesFile(folder, *account.mailbox);
        if (!again || account.saved.isEmpty()) {
            QFile::remove(path);
        }
        auto places = ByteFile(path).append(*account.mailbox, again ? account.saved : Places());
        if (!places) {
            return places.error();
        }
        account.saved = std::move(*places);
    }
    service.savedIn = folder;
    return writeState(service, stateFile(folder));
}

Result<void> loadState(Service& service, const QString& folder) {
    QFile file(stateFile(folder));
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::NotFound, QStringLiteral("nothing is saved in %1").arg(folder), {}};
    }
    QDataStream in(&file);
    quint32 format = 0;
    quint64 dice = 0;
    quint64 count = 0;
    in >> format >> dice >> count;
    const Error damaged{ErrorKind::Damaged, QStringLiteral("%1 cannot be read").arg(file.fileName()), {}};
    for (quint64 i = 0; format == kFormat && i < count && in.status() == QDataStream::Ok; ++i) {
        QString address;
        in >> address;
        Account account{std::make_unique<Mailbox>(address, 0, service.clock), {}, {}};
        ByteFile bytes(bytesFile(folder, *account.mailbox));
        if (!bytes.openToRead() || !readMessages(in, *account.mailbox, bytes, account.saved)) {
            return damaged;
        }
        readRest(in, *account.mailbox);
        service.accounts.push_back(std::move(account));
    }
    service.dice.setState(dice);
    service.savedIn = folder;
    return format == kFormat && in.status() == QDataStream::Ok ? Result<void>() : damaged;
}

}  // namespace kith::emulator
