// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/triage/dealings_json.h"

namespace kith::triage {

QJsonObject toJson(const Dealings& dealings) {
    const SenderHistory& s = dealings.sender;
    const ThreadState& t = dealings.thread;
    return {
        {QStringLiteral("received"), s.received},
        {QStringLiteral("sent_to"), s.sentTo},
        {QStringLiteral("replied_to"), s.repliedTo},
        {QStringLiteral("received_unanswered"), s.receivedUnanswered},
        {QStringLiteral("domain_received"), s.domainReceived},
        {QStringLiteral("domain_sent_to"), s.domainSentTo},
        {QStringLiteral("domain_replied_to"), s.domainRepliedTo},
        {QStringLiteral("first_seen"), static_cast<qint64>(s.firstSeen.count())},
        {QStringLiteral("last_received"), static_cast<qint64>(s.lastReceived.count())},
        {QStringLiteral("last_sent"), static_cast<qint64>(s.lastSent.count())},
        {QStringLiteral("last_replied"), static_cast<qint64>(s.lastReplied.count())},
        {QStringLiteral("median_reply_hours"), s.medianReplyHours},
        {QStringLiteral("known_contact"), s.knownContact},
        {QStringLiteral("open_opportunity"), s.openOpportunity},
        {QStringLiteral("depth"), t.depth},
        {QStringLiteral("owner_wrote"), t.ownerWrote},
        {QStringLiteral("owner_started"), t.ownerStarted},
        {QStringLiteral("last_speaker_owner"), t.lastSpeakerOwner},
    };
}

std::optional<Dealings> dealingsFromJson(const QJsonObject& object) {
    if (!object.contains(QStringLiteral("received"))) {
        return std::nullopt;
    }
    Dealings dealings;
    SenderHistory& s = dealings.sender;
    s.received = object.value(QStringLiteral("received")).toInt();
    s.sentTo = object.value(QStringLiteral("sent_to")).toInt();
    s.repliedTo = object.value(QStringLiteral("replied_to")).toInt();
    s.receivedUnanswered = object.value(QStringLiteral("received_unanswered")).toInt();
    s.domainReceived = object.value(QStringLiteral("domain_received")).toInt();
    s.domainSentTo = object.value(QStringLiteral("domain_sent_to")).toInt();
    s.domainRepliedTo = object.value(QStringLiteral("domain_replied_to")).toInt();
    s.firstSeen = std::chrono::milliseconds(object.value(QStringLiteral("first_seen")).toInteger());
    s.lastReceived = std::chrono::milliseconds(object.value(QStringLiteral("last_received")).toInteger());
    s.lastSent = std::chrono::milliseconds(object.value(QStringLiteral("last_sent")).toInteger());
    s.lastReplied = std::chrono::milliseconds(object.value(QStringLiteral("last_replied")).toInteger());
    s.medianReplyHours = object.value(QStringLiteral("median_reply_hours")).toDouble(-1);
    s.knownContact = object.value(QStringLiteral("known_contact")).toBool();
    s.openOpportunity = object.value(QStringLiteral("open_opportunity")).toBool();
    dealings.thread.depth = object.value(QStringLiteral("depth")).toInt();
    dealings.thread.ownerWrote = object.value(QStringLiteral("owner_wrote")).toBool();
    dealings.thread.ownerStarted = object.value(QStringLiteral("owner_started")).toBool();
    dealings.thread.lastSpeakerOwner = object.value(QStringLiteral("last_speaker_owner")).toBool();
    return dealings;
}

}  // namespace kith::triage
