// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/seed.h"

#include "tests/emulators/gmail/header_scan.h"
#include "tests/emulators/gmail/mail_time.h"
#include "tests/emulators/gmail/seed_labels.h"
#include "tests/emulators/gmail/thread_marks.h"

#include "core/domain/address.h"
#include "core/mail/address_parser.h"

#include <QSet>

#include <algorithm>

namespace kith::emulator {
namespace {

constexpr int kEnoughToTell = 2000;

NewMessage seeded(Mailbox& mailbox, const intake::RawMessage& message, bool ofFolders) {
    NewMessage made;
    made.raw = message.bytes;
    auto date = dateHeaderOf(message.bytes);
    if (!date && message.fileDate) {
        date = message.fileDate->count();
    }
    if (!date) {
        date = receivedDateOf(message.bytes);
    }
    made.internalDate = date.value_or(0);
    made.labels = seedLabels(mailbox, message, ofFolders);
    const QByteArrayView thread = headerValue(message.bytes, "X-GM-THRID");
    made.group = thread.isEmpty() ? 0 : hashOf(thread);
    return made;
}

void makeDrafts(Mailbox& mailbox) {
    for (const StoredMessage* message : mailbox.inOrder()) {
        if (message->has(LabelKey::Draft) && !mailbox.drafts.ofMessage(message->id)) {
            mailbox.drafts.add({QStringLiteral("r%1").arg(static_cast<qint64>(mailbox.ids.random())), message->id});
        }
    }
}

/// Goes through all that can be read; the error where the path cannot be opened.
template <class Visit>
Result<SeedReport> eachMessage(const QString& path, Visit visit) {
    auto archive = intake::MailArchive::open(path);
    if (!archive) {
        return archive.error();
    }
    SeedReport report;
    const bool ofFolders = (*archive)->kindName() == u"mail folder";
    while (true) {
        auto item = (*archive)->next({});
        if (!item) {
            ++report.rejects;  // the file breaks off here; the end comes next
            continue;
        }
        if (std::holds_alternative<intake::EndOfArchive>(*item)) {
            return report;
        }
        if (const auto* message = std::get_if<intake::RawMessage>(&*item)) {
            ++report.messages;
            if (!visit(*message, ofFolders)) {
                return report;
            }
        } else {
            ++report.rejects;
        }
    }
}

}  // namespace

Result<SeedReport> plantSeed(Mailbox& mailbox, const QString& path) {
    std::vector<NewMessage> messages;
    const auto report = eachMessage(path, [&](const intake::RawMessage& message, bool ofFolders) {
        messages.push_back(seeded(mailbox, message, ofFolders));
        return true;
    });
    if (!report) {
        return report.error();
    }
    std::ranges::stable_sort(messages, {}, &NewMessage::internalDate);
    mailbox.plant(messages);
    makeDrafts(mailbox);
    return report;
}

Result<QString> ownerOfSeed(const QString& path) {
    QHash<QString, int> counts;
    int seen = 0;
    const auto report = eachMessage(path, [&](const intake::RawMessage& message, bool) {
        QStringList addresses;
        for (const char* name : {"Delivered-To", "X-Original-To", "From", "To", "Cc"}) {
            for (const Address& address : mail::parseAddresses(headerValue(message.bytes, name))) {
                if (mail::isAddrSpec(address.address)) {
                    addresses << addressKey(address.address);
                }
            }
        }
        addresses.removeDuplicates();
        for (const QString& address : addresses) {
            ++counts[address];
        }
        return ++seen < kEnoughToTell;
    });
    if (!report) {
        return report.error();
    }
    QString best;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const int most = counts.value(best);
        if (it.value() > most || (it.value() == most && it.key() < best)) {
            best = it.key();
        }
    }
    return best;
}

Result<std::vector<Address>> sendersOfSeed(const QString& path) {
    std::vector<Address> senders;
    QSet<QString> met;
    const auto report = eachMessage(path, [&](const intake::RawMessage& message, bool) {
        const QByteArrayView from = headerValue(message.bytes, "From");
        for (const Address& one : mail::parseAddresses(from)) {
            const QString key = addressKey(one.address);
            if (!key.isEmpty() && !met.contains(key)) {
                met.insert(key);
                senders.push_back(one);
            }
        }
        return true;
    });
    return report ? Result<std::vector<Address>>(std::move(senders)) : Result<std::vector<Address>>(report.error());
}

}  // namespace kith::emulator
