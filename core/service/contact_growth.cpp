// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_growth.h"

#include "core/people/contact_fields.h"
#include "core/people/signature_vote.h"
#include "core/people/value_forms.h"
#include "core/storage/codec.h"
#include "core/storage/contact_store.h"
#include "core/storage/growth_store.h"

#include <QJsonArray>

#include <algorithm>

namespace kith::service {

namespace {

constexpr int kVotingLetters = 8;
constexpr qsizetype kVotingText = 20'000;

people::Dealings dealingsOf(const storage::GrowthCandidate& candidate) {
    people::Dealings dealings;
    dealings.ownerWrote = int(candidate.known.sentTo);
    dealings.ownerAnswered = int(candidate.known.replied);
    dealings.mattered = candidate.matters ? 1 : 0;
    // Everything from them was bulk: two of it are no person's two letters.
    dealings.received = candidate.known.bulk ? 0 : int(candidate.known.received);
    if (candidate.newest) {
        dealings.bulk = storage::unpackedBulk(candidate.bulk);
    }
    dealings.subject = candidate.subject;
    return dealings;
}

storage::Observation headerValue(const storage::GrowthCandidate& from, const char* field, const QString& value) {
    storage::Observation one;
    one.entity = QStringLiteral("address:") + from.known.key;
    one.field = QString::fromLatin1(field);
    one.value = value;
    one.normalized = people::comparedForm(one.field, value);
    one.source = QStringLiteral("header");
    one.message = from.newest ? from.newest : from.toThem;
    one.method = from.newest ? QStringLiteral("header.from/1") : QStringLiteral("header.to/1");
    one.confidence = from.newest ? 0.95 : 0.85;
    one.observedAt = from.newest ? from.known.lastSeen : from.known.lastSentTo;
    one.validFrom = one.observedAt;
    return one;
}

Result<void> makeContact(storage::ChangeWriter& change, Cellar& cellar, const storage::GrowthCandidate& candidate) {
    storage::ContactStore store(*cellar.database);
    const auto id = store.add(change, candidate.known.name, QStringLiteral("grown"));
    const auto named =
        id ? store.addIdentity(change, *id, {QStringLiteral("email"), candidate.known.key}) : Result<void>(id.error());
    if (!named) {
        return named;
    }
    std::vector<storage::Observation> known{headerValue(candidate, "email", candidate.known.key)};
    if (!candidate.newest && !candidate.known.name.isEmpty()) {  // what they call themselves was read with their mail
        known.push_back(headerValue(candidate, "name", candidate.known.name));
    }
    const auto added = cellar.observations.addFound(known);
    return added ? Result<void>() : Result<void>(added.error());
}

/// What a letter's author wrote themselves, from its beginning: quotations end it.
QString ownText(const storage::LetterParts& letter) {
    int end = int(letter.text.size());
    for (const Zone& zone : letter.zones) {
        if (zone.kind == ZoneKind::Quote || zone.kind == ZoneKind::QuoteHeader) {
            end = std::min(end, zone.start);
        }
    }
    // Offsets are code points; a text with characters beyond the first plane loses a little of its end.
    return letter.text.left(std::min<qsizetype>(end, kVotingText));
}

Result<qint64> readSignature(Cellar& cellar, const QString& address, const people::PersonRules& rules) {
    const auto ids = cellar.messages.fromSender(address, {}, kVotingLetters);
    if (!ids || ids->size() < 2) {
        return ids ? Result<qint64>(0) : Result<qint64>(ids.error());
    }
    std::vector<storage::LetterParts> parts;
    std::vector<QString> texts;
    for (const MessageId id : *ids) {
        const auto letter = cellar.messages.letterParts(id);
        if (!letter) {
            return letter.error();
        }
        parts.push_back(letter->value_or(storage::LetterParts{}));
        texts.push_back(ownText(parts.back()));
    }
    const auto voted = people::votedSignature(texts);
    if (!voted || voted->places.empty()) {
        return 0;
    }
    const people::SignaturePlace& place = voted->places.front();
    const auto message = cellar.messages.message((*ids)[size_t(place.text)]);
    if (!message || !*message) {
        return message ? Result<qint64>(0) : Result<qint64>(message.error());
    }
    Letter letter;
    letter.text = parts[size_t(place.text)].text;
    letter.zones = parts[size_t(place.text)].zones;
    letter.from = {(*message)->from};
    people::ContactHints hints;
    hints.ownAddresses = rules.ownAddresses;
    hints.signatureStart = place.start;
    hints.signatureEnd = place.end;
    std::vector<storage::Observation> found;
    for (const people::ContactField& field : people::contactFields(letter, hints)) {
        if (field.start < place.start || field.end > place.end) {
            continue;
        }
        storage::Observation one;
        one.entity = QStringLiteral("address:") + address;
        one.field = field.field;
        one.value = field.raw;
        one.normalized = field.value;
        one.source = QStringLiteral("signature");
        one.kind = field.kind;
        one.message = (*message)->id;
        one.start = field.start;
        one.end = field.end;
        one.method = QStringLiteral("repeated.%1/%2").arg(field.field).arg(people::contactMethodVersion);
        one.confidence = std::max(field.confidence, voted->confidence * 0.95);
        one.observedAt = (*message)->date;
        one.validFrom = one.observedAt;
        found.push_back(std::move(one));
    }
    return cellar.observations.addFound(found);
}

/// Signatures are read a few people at a time, so that others may write between.
constexpr int kDecidedAtOnce = 400;
constexpr int kReadAtOnce = 25;

Result<void> writeContacts(Cellar& cellar, const std::vector<storage::GrowthCandidate>& chosen) {
    if (chosen.empty()) {
        return {};
    }
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("contacts.grown"),
                                                    QStringLiteral("local"),
                                                    {},
                                                    {},
                                                    QStringLiteral("%1 people became contacts").arg(chosen.size()),
                                                    {{QStringLiteral("people"), qint64(chosen.size())}},
                                                    true});
    for (const storage::GrowthCandidate& candidate : chosen) {
        if (const auto made = makeContact(change, cellar, candidate); !made) {
            return made.error();
        }
    }
    const auto done = change.commit();
    return done ? Result<void>() : Result<void>(done.error());
}

/// Who the next addresses are; how many rows were taken.
Result<int> decideSome(Cellar& cellar, const people::PersonRules& rules, GrowthReport& report) {
    storage::Transaction transaction(*cellar.database);
    storage::GrowthStore store(*cellar.database);
    const auto due = store.due(storage::GrowthStage::Who, kDecidedAtOnce);
    if (!due || due->empty()) {
        return due ? Result<int>(0) : Result<int>(due.error());
    }
    std::vector<storage::GrowthCandidate> chosen;
    std::vector<storage::Correspondent> counted;
    for (const storage::GrowthDue& row : *due) {
        const auto candidate = store.candidate(row.address);
        if (!candidate) {
            return candidate.error();
        }
        const Address address{candidate->known.name, candidate->known.key};
        const auto decision = people::personDecision(address, dealingsOf(*candidate), rules);
        ++report.byReason[decision.reason];
        if (decision.becomesContact && !candidate->held) {
            chosen.push_back(*candidate);
        }
        if (candidate->known.received + candidate->known.sentTo > 0) {
            counted.push_back(candidate->known);
        }
        const bool read = (candidate->held || decision.becomesContact) && candidate->known.received > 1;
        if (const auto moved = store.advance(row, read); !moved) {
            return moved.error();
        }
    }
    const auto saved = cellar.correspondents.save(counted);
    const auto written = saved ? writeContacts(cellar, chosen) : saved;
    const auto done = written ? transaction.commit() : written;
    report.made += done ? qint64(chosen.size()) : 0;
    return done ? Result<int>(int(due->size())) : Result<int>(done.error());
}

Result<int> readSome(Cellar& cellar, const people::PersonRules& rules, GrowthReport& report) {
    storage::Transaction transaction(*cellar.database);
    storage::GrowthStore store(*cellar.database);
    const auto due = store.due(storage::GrowthStage::Signature, kReadAtOnce);
    if (!due || due->empty()) {
        return due ? Result<int>(0) : Result<int>(due.error());
    }
    for (const storage::GrowthDue& row : *due) {
        const auto read = readSignature(cellar, row.address, rules);
        const auto moved = read ? store.advance(row, false) : Result<void>(read.error());
        if (!moved) {
            return moved.error();
        }
        report.signatures += *read;
    }
    const auto done = transaction.commit();
    return done ? Result<int>(int(due->size())) : Result<int>(done.error());
}

QStringList wordsIn(const QJsonValue& list) {
    QStringList words;
    for (const QJsonValue& one : list.toArray()) {
        words << one.toString();
    }
    return words;
}

}  // namespace

QString personRulesKey() {
    return QStringLiteral("contacts.rules");
}

Result<people::PersonRules> loadPersonRules(Cellar& cellar) {
    const auto kept = cellar.settings.object(personRulesKey());
    const auto own = cellar.owners.addresses();
    if (!kept || !own) {
        return kept ? own.error() : kept.error();
    }
    people::PersonRules rules;
    rules.ownAddresses = *own;
    rules.always = wordsIn(kept->value(QStringLiteral("always")));
    rules.never = wordsIn(kept->value(QStringLiteral("never")));
    rules.growing = kept->value(QStringLiteral("growing")).toBool(rules.growing);
    rules.writtenTo = kept->value(QStringLiteral("written_to")).toBool(rules.writtenTo);
    rules.answered = kept->value(QStringLiteral("answered")).toBool(rules.answered);
    rules.wroteTwice = kept->value(QStringLiteral("wrote_twice")).toBool(rules.wroteTwice);
    rules.roleAddresses = kept->value(QStringLiteral("role_addresses")).toBool(rules.roleAddresses);
    rules.mattering = kept->value(QStringLiteral("mail_that_matters")).toBool(rules.mattering);
    rules.enough = std::max(1, kept->value(QStringLiteral("enough")).toInt(rules.enough));
    return rules;
}

QJsonObject personRulesJson(const people::PersonRules& rules) {
    return {{QStringLiteral("always"), QJsonArray::fromStringList(rules.always)},
            {QStringLiteral("never"), QJsonArray::fromStringList(rules.never)},
            {QStringLiteral("growing"), rules.growing},
            {QStringLiteral("written_to"), rules.writtenTo},
            {QStringLiteral("answered"), rules.answered},
            {QStringLiteral("wrote_twice"), rules.wroteTwice},
            {QStringLiteral("role_addresses"), rules.roleAddresses},
            {QStringLiteral("mail_that_matters"), rules.mattering},
            {QStringLiteral("enough"), rules.enough}};
}

Result<qint64> addressesDue(Cellar& cellar) {
    return storage::GrowthStore(*cellar.database).dueCount();
}

Result<bool> growSome(Cellar& cellar, const people::PersonRules& rules, GrowthReport& report) {
    auto taken = decideSome(cellar, rules, report);
    if (taken && *taken == 0) {
        taken = readSome(cellar, rules, report);
    }
    const auto left = taken ? addressesDue(cellar) : Result<qint64>(taken.error());
    if (!left) {
        return left.error();
    }
    report.left = *left;
    return *taken > 0;
}

Result<GrowthReport> growContacts(Cellar& cellar, std::stop_token stop,
                                  const std::function<void(const GrowthReport&)>& after) {
    const auto rules = loadPersonRules(cellar);
    if (!rules) {
        return rules.error();
    }
    GrowthReport report;
    while (!stop.stop_requested()) {
        const auto more = growSome(cellar, *rules, report);
        if (!more) {
            return more.error();
        }
        if (!*more) {
            return report;
        }
        if (after) {
            after(report);
        }
    }
    return report;
}

Result<void> savePersonRules(Cellar& cellar, const people::PersonRules& rules) {
    storage::ChangeWriter change(*cellar.database, {QStringLiteral("settings.changed"),
                                                    QStringLiteral("user"),
                                                    {},
                                                    {},
                                                    QStringLiteral("Who becomes a contact"),
                                                    {},
                                                    true});
    cellar.settings.set(change, personRulesKey(), personRulesJson(rules));
    const auto again = storage::GrowthStore(*cellar.database).dueAgain();
    const auto done = again ? change.commit() : Result<ChangeId>(again.error());
    return done ? Result<void>() : Result<void>(done.error());
}

}  // namespace kith::service
