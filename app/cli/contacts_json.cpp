// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/cli/contacts_json.h"

#include "app/cli/message_json.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <algorithm>

namespace kith::cli {

namespace {

QJsonValue timeOrNull(std::chrono::milliseconds at) {
    return at.count() == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(text::rfc3339(at));
}

QJsonObject observationJson(const storage::Observation& one) {
    const QString reference =
        one.sourceRef.isEmpty() && one.message ? QStringLiteral("message:%1").arg(one.message.value) : one.sourceRef;
    return {{QStringLiteral("id"), idText(one.id)},
            {QStringLiteral("value"), one.value},
            {QStringLiteral("normalized"), one.normalized},
            {QStringLiteral("kind"), one.kind},
            {QStringLiteral("source"), one.source},
            {QStringLiteral("source_ref"), reference},
            {QStringLiteral("message_id"), one.message ? QJsonValue(idText(one.message.value)) : QJsonValue::Null},
            {QStringLiteral("method"), one.method},
            {QStringLiteral("confidence"), one.confidence},
            {QStringLiteral("observed_at"), timeOrNull(one.observedAt)},
            {QStringLiteral("valid_from"), timeOrNull(one.validFrom)},
            {QStringLiteral("valid_to"), timeOrNull(one.validTo)},
            {QStringLiteral("start"), one.start < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(one.start)},
            {QStringLiteral("end"), one.end < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(one.end)},
            {QStringLiteral("locked"), one.locked},
            {QStringLiteral("state"), one.state}};
}

QJsonObject fieldJson(const people::FieldFacts& facts, const std::vector<storage::Observation>& observations) {
    QJsonArray values;
    for (const people::Choice& choice : facts.choices) {
        values.append(QJsonObject{{QStringLiteral("value"), choice.value},
                                  {QStringLiteral("confidence"), choice.confidence},
                                  {QStringLiteral("shown"), choice.shown},
                                  {QStringLiteral("locked"), choice.locked},
                                  {QStringLiteral("rejected"), choice.rejected},
                                  {QStringLiteral("sources"), qint64(choice.claims.size())}});
    }
    QJsonArray seen;
    for (const storage::Observation& one : observations) {
        if (one.field == facts.field) {
            seen.append(observationJson(one));
        }
    }
    const people::Choice& best = facts.choices.front();
    return {{QStringLiteral("value"), best.shown ? QJsonValue(best.value) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("confidence"), best.confidence},
            {QStringLiteral("disputed"), facts.disputed},
            {QStringLiteral("values"), values},
            {QStringLiteral("observations"), seen}};
}

}  // namespace

QJsonObject contactJson(const service::ContactCard& card) {
    QJsonArray identities;
    for (const storage::HeldIdentity& held : card.identities) {
        identities.append(QJsonObject{{QStringLiteral("kind"), held.identity.kind},
                                      {QStringLiteral("value"), held.identity.value},
                                      {QStringLiteral("contact"), idText(held.contact.value)}});
    }
    QJsonObject fields;
    for (const people::FieldFacts& facts : card.fields) {
        fields.insert(facts.field, fieldJson(facts, card.observations));
    }
    QJsonArray merges;
    for (const storage::Merge& merge : card.merges) {
        merges.append(QJsonObject{{QStringLiteral("id"), idText(merge.absorbed.value)},
                                  {QStringLiteral("into"), idText(merge.survivor.value)},
                                  {QStringLiteral("actor"), merge.actor},
                                  {QStringLiteral("reason"), merge.reason},
                                  {QStringLiteral("at"), timeOrNull(merge.at)},
                                  {QStringLiteral("evidence"), QJsonDocument::fromJson(merge.evidence).array()}});
    }
    return {{QStringLiteral("id"), idText(card.id.value)},
            {QStringLiteral("name"), card.name},
            {QStringLiteral("identities"), identities},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("merges"), merges}};
}

QJsonObject contactPairJson(const storage::ContactPair& pair, const service::ContactCard& one,
                            const service::ContactCard& other) {
    const auto brief = [](const service::ContactCard& card) {
        return QJsonObject{{QStringLiteral("id"), idText(card.id.value)},
                           {QStringLiteral("name"), card.name},
                           {QStringLiteral("email"), card.value(QStringLiteral("email"))}};
    };
    return {{QStringLiteral("one"), brief(one)},
            {QStringLiteral("other"), brief(other)},
            {QStringLiteral("probability"), pair.probability},
            {QStringLiteral("evidence"), QJsonDocument::fromJson(pair.evidence).array()}};
}

}  // namespace kith::cli
