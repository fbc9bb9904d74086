// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google_control.h"

#include "tests/emulators/gmail/other_client.h"

#include "core/base/text.h"

#include <QJsonDocument>

namespace kith::emulator {
namespace {

const QString controlRoot = QStringLiteral("/__control/");

Answer controlRefused(int status, const QString& why) {
    return jsonAnswer(status, {{QStringLiteral("error"), why}});
}

Answer controlDone(const QJsonObject& result = {}) {
    QJsonObject body = result;
    body.insert(QStringLiteral("ok"), true);
    return jsonAnswer(200, body);
}

Answer noSuchAccount() {
    return controlRefused(404, QStringLiteral("no such account"));
}

QStringList controlWords(const QJsonValue& list) {
    QStringList words;
    for (const QJsonValue& word : list.toArray()) {
        words << word.toString();
    }
    return words;
}

QJsonObject messageRow(const Mailbox& mailbox, const QString& id) {
    const StoredMessage* stored = mailbox.find(idOf(id).value_or(0));
    return {{QStringLiteral("id"), id},
            {QStringLiteral("threadId"), stored ? QString::fromLatin1(idText(stored->threadId)) : QString()}};
}

}  // namespace

Answer GoogleControl::handle(const Request& request) {
    const QString call = request.path.startsWith(controlRoot) ? request.path.mid(controlRoot.size()) : QString();
    const bool asks = call == QLatin1String("log");
    if (!asks && !knows(call)) {
        return controlRefused(404, QStringLiteral("no such control call"));
    }
    const QByteArray verb = request.verb == "HEAD" ? "GET" : request.verb;
    if (verb != (asks ? "GET" : "POST")) {
        Answer answer = controlRefused(405, QStringLiteral("method not allowed"));
        answer.headers.emplace_back("Allow", asks ? "GET, HEAD" : "POST");
        return answer;
    }
    if (asks) {
        const QString since = request.query.queryItemValue(QStringLiteral("since"));
        return jsonAnswer(200, m_google.log().toJson(since.toLongLong()));
    }
    return posted(call, request);
}

bool GoogleControl::knows(const QString& call) const {
    static const QStringList common{QStringLiteral("latency"), QStringLiteral("clock"), QStringLiteral("faults"),
                                    QStringLiteral("reset")};
    static const QStringList googles{QStringLiteral("quota"),   QStringLiteral("mail"),    QStringLiteral("change"),
                                     QStringLiteral("account"), QStringLiteral("history"), QStringLiteral("tokens"),
                                     QStringLiteral("consent")};
    return common.contains(call) || (m_hasGoogle && googles.contains(call)) ||
           (m_model != nullptr && call == QLatin1String("model")) || part(call) != nullptr;
}

const ServedPart* GoogleControl::part(const QString& call) const {
    const auto found =
        std::find_if(m_parts.begin(), m_parts.end(), [&](const ServedPart& served) { return served.call == call; });
    return found == m_parts.end() ? nullptr : &*found;
}

Answer GoogleControl::posted(const QString& call, const Request& request) {
    const QByteArray body = request.body.trimmed().isEmpty() ? QByteArray("{}") : request.body;
    QJsonParseError trouble;
    const QJsonDocument document = QJsonDocument::fromJson(body, &trouble);
    if (document.isNull()) {
        return controlRefused(400, trouble.errorString());
    }
    if (call == QLatin1String("faults")) {
        const QJsonValue list = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        const Result<int> taken = m_google.faults().add(list);
        return taken ? controlDone({{QStringLiteral("faults"), *taken}}) : controlRefused(400, taken.error().detail);
    }
    if (!document.isObject()) {
        return controlRefused(400, QStringLiteral("an object is expected"));
    }
    const QJsonObject order = document.object();
    using Call = Answer (GoogleControl::*)(const QJsonObject&);
    static const QHash<QString, Call> calls{
        {QStringLiteral("quota"), &GoogleControl::quota},     {QStringLiteral("latency"), &GoogleControl::latency},
        {QStringLiteral("clock"), &GoogleControl::clock},     {QStringLiteral("mail"), &GoogleControl::mail},
        {QStringLiteral("change"), &GoogleControl::change},   {QStringLiteral("account"), &GoogleControl::account},
        {QStringLiteral("history"), &GoogleControl::history}, {QStringLiteral("tokens"), &GoogleControl::tokens},
        {QStringLiteral("consent"), &GoogleControl::consent}, {QStringLiteral("model"), &GoogleControl::model},
        {QStringLiteral("reset"), &GoogleControl::reset}};
    m_google.noteChange();
    if (const ServedPart* served = part(call)) {
        const auto taken = served->order(order);
        return taken ? controlDone(*taken) : controlRefused(400, taken.error().detail);
    }
    return (this->*(*calls.constFind(call)))(order);
}

Answer GoogleControl::quota(const QJsonObject& order) {
    const QString table = order[u"table"].toString();
    if (!table.isEmpty() && table != QLatin1String("2026") && table != QLatin1String("legacy")) {
        return controlRefused(400, QStringLiteral("table is 2026 or legacy"));
    }
    const GmailOptions& now = m_google.gmail().options();
    const double units = order[u"units_per_minute"].toDouble(now.unitsPerMinute);
    const int concurrent = order[u"concurrent"].toInt(now.concurrent);
    if (units < 0 || concurrent < 0) {
        return controlRefused(400, QStringLiteral("a limit is 0 (none) or more"));
    }
    m_google.gmail().setQuota(units, concurrent);
    if (!table.isEmpty()) {
        m_google.gmail().setUnitTable(table == QLatin1String("legacy") ? UnitTable::Legacy : UnitTable::Since2026);
    }
    return controlDone();
}

Answer GoogleControl::latency(const QJsonObject& order) {
    const int milliseconds = order[u"milliseconds"].toInt(-1);
    if (milliseconds < 0) {
        return controlRefused(400, QStringLiteral("milliseconds is 0 or more"));
    }
    m_google.setLatency(Millis(milliseconds));
    if (m_model) {
        m_model->setLatency(Millis(milliseconds));
    }
    for (const ServedPart& served : m_parts) {
        served.latency(Millis(milliseconds));
    }
    return controlDone();
}

Answer GoogleControl::clock(const QJsonObject& order) {
    const double seconds = order[u"advance_seconds"].toDouble(-1);
    if (seconds < 0) {
        return controlRefused(400, QStringLiteral("advance_seconds is 0 or more: this clock only goes ahead"));
    }
    m_google.clock().advance(Millis(qint64(seconds * 1000)));
    return controlDone({{QStringLiteral("now"), text::rfc3339(m_google.clock().now())}});
}

Answer GoogleControl::mail(const QJsonObject& order) {
    Mailbox* mailbox = mailboxOf(order);
    if (!mailbox) {
        return noSuchAccount();
    }
    const auto raw = QByteArray::fromBase64Encoding(
        order[u"raw"].toString().toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!raw || raw.decoded.isEmpty()) {
        return controlRefused(400, QStringLiteral("raw is an RFC 822 message in base64url"));
    }
    OtherClient client(*mailbox);
    const QString id = order.contains(u"labels") ? client.insert(raw.decoded, controlWords(order[u"labels"]))
                                                 : client.deliver(raw.decoded);
    return id.isEmpty() ? controlRefused(400, QStringLiteral("the message was not taken"))
                        : controlDone(messageRow(*mailbox, id));
}

Answer GoogleControl::change(const QJsonObject& order) {
    Mailbox* mailbox = mailboxOf(order);
    if (!mailbox) {
        return noSuchAccount();
    }
    OtherClient client(*mailbox);
    const QString id = order[u"id"].toString();
    bool done = mailbox->find(idOf(id).value_or(0)) != nullptr;
    if (done && (order.contains(u"add") || order.contains(u"remove"))) {
        done = client.edit(id, controlWords(order[u"add"]), controlWords(order[u"remove"]));
    }
    if (done && order[u"trash"].toBool()) {
        done = client.trash(id);
    }
    if (done && order[u"untrash"].toBool()) {
        done = client.untrash(id);
    }
    if (done && order[u"delete"].toBool()) {
        done = client.deleteForGood(id);
    }
    return done ? controlDone() : controlRefused(404, QStringLiteral("no such message or label"));
}

Answer GoogleControl::account(const QJsonObject& order) {
    const QString address = order[u"address"].toString();
    if (!address.contains(QLatin1Char('@'))) {
        return controlRefused(400, QStringLiteral("address is missing"));
    }
    m_google.gmail().addAccount(address);
    return controlDone();
}

Answer GoogleControl::history(const QJsonObject& order) {
    if (!order[u"expire"].toBool()) {
        return controlRefused(400, QStringLiteral("expire: true is all that history knows"));
    }
    if (order.contains(u"account") && !mailboxOf(order)) {
        return noSuchAccount();
    }
    for (const QString& address : m_google.gmail().accounts()) {
        Mailbox* mailbox = m_google.gmail().mailbox(address);
        if (!order.contains(u"account") || mailbox == mailboxOf(order)) {
            mailbox->history.expire();
        }
    }
    return controlDone();
}

Answer GoogleControl::tokens(const QJsonObject& order) {
    if (order[u"revoke"].toBool()) {
        m_google.oauth().tokens().revokeAll();
    } else if (order[u"expire"].toBool()) {
        m_google.oauth().tokens().expireAccess();
    } else {
        return controlRefused(400, QStringLiteral("expire: true or revoke: true"));
    }
    return controlDone();
}

Answer GoogleControl::consent(const QJsonObject& order) {
    static const QHash<QString, BrowserPlay::Decision> decisions{
        {QStringLiteral("ask"), BrowserPlay::Decision::Ask},
        {QStringLiteral("allow"), BrowserPlay::Decision::Allow},
        {QStringLiteral("deny"), BrowserPlay::Decision::Deny}};
    const auto found = decisions.constFind(order[u"decision"].toString());
    if (found == decisions.cend()) {
        return controlRefused(400, QStringLiteral("decision is ask, allow or deny"));
    }
    m_google.oauth().setPlay({*found, order[u"account"].toString(), controlWords(order[u"without"])});
    return controlDone();
}

Answer GoogleControl::model(const QJsonObject& order) {
    const auto taken = m_model->order(order);
    return taken ? controlDone() : controlRefused(400, taken.error().detail);
}

Answer GoogleControl::reset(const QJsonObject& /*order*/) {
    if (m_model) {
        m_model->reset();
    }
    for (const ServedPart& served : m_parts) {
        served.reset();
    }
    m_google.faults().clear();
    m_google.log().clear();
    m_google.gmail().setQuota(0, 0);
    m_google.setLatency(Millis(0));
    m_google.gmail().setUnitTable(UnitTable::Since2026);
    m_google.oauth().setPlay({});
    return controlDone();
}

Mailbox* GoogleControl::mailboxOf(const QJsonObject& order) {
    const QString address = order[u"account"].toString();
    return address.isEmpty() ? &m_google.firstMailbox() : m_google.gmail().mailbox(address);
}

}  // namespace kith::emulator
