// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/enrichment_emulators.h"

#include "tests/emulators/attio/attio_people.h"

namespace kith::emulator {
namespace {

const QString attioPeople = QStringLiteral("people");

/// "records.query": what faults and the log call it.
QString attioCallOf(const Request& request) {
    const QStringList path = request.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const QString last = path.value(path.size() - 1);
    if (path.contains(QStringLiteral("records"))) {
        return last == QLatin1String("query")     ? QStringLiteral("records.query")
               : last == QLatin1String("records") ? QStringLiteral("records.assert")
                                                  : QStringLiteral("records.get");
    }
    return last;
}

Error orderTrouble(const QString& detail) {
    return {ErrorKind::Malformed, detail, {}};
}

Result<void> knownOrders(const QJsonObject& order, const QStringList& known) {
    for (const QString& key : order.keys()) {
        if (!known.contains(key)) {
            return orderTrouble(QStringLiteral("there is no ") + key);
        }
    }
    return {};
}

std::optional<OnyxEdition> editionOf(const QString& word) {
    static const QHash<QString, OnyxEdition> editions{{QStringLiteral("search"), OnyxEdition::Search},
                                                      {QStringLiteral("enterprise"), OnyxEdition::Enterprise},
                                                      {QStringLiteral("chat"), OnyxEdition::Chat}};
    const auto found = editions.constFind(word);
    return found == editions.cend() ? std::nullopt : std::optional(*found);
}

}  // namespace

Answer AttioEmulator::handle(const Request& request) {
    return answered(m_ground, {Endpoint::Attio, attioCallOf(request), m_latency}, request,
                    [&] { return m_api.handle(request, m_ground.clock.now()); });
}

Result<QJsonObject> AttioEmulator::order(const QJsonObject& order) {
    if (auto known = knownOrders(order, {QStringLiteral("revoke"), QStringLiteral("rates"), QStringLiteral("people"),
                                         QStringLiteral("rename"), QStringLiteral("merge"), QStringLiteral("forget"),
                                         QStringLiteral("delete")});
        !known) {
        return known.error();
    }
    if (order.contains(u"revoke")) {
        m_api.revoke(order[u"revoke"].toBool());
    }
    if (order.contains(u"rates")) {
        m_api.rate().setLimits({order[u"rates"][u"reads"].toInt(100), order[u"rates"][u"writes"].toInt(25)});
    }
    if (order.contains(u"people")) {
        plantPeople(m_api.book(), order[u"people"].toInt(), m_ground.clock.now());
    }
    if (order.contains(u"rename")) {
        const QJsonValue names = order[u"rename"];
        m_api.book().rename(names[u"object"].toString(attioPeople), names[u"from"].toString(), names[u"to"].toString());
    }
    if (order.contains(u"delete")) {
        const AttioRecord* gone = person(order[u"delete"].toString());
        if (gone == nullptr || !m_api.book().remove(attioPeople, QString(gone->id))) {
            return orderTrouble(QStringLiteral("nobody has this address"));
        }
    }
    return order.contains(u"merge") ? merge(order[u"merge"].toArray(), order[u"forget"].toBool())
                                    : Result<QJsonObject>(QJsonObject());
}

Result<QJsonObject> AttioEmulator::merge(const QJsonArray& addresses, bool forget) {
    const AttioRecord* primary = person(addresses.at(0).toString());
    const AttioRecord* secondary = person(addresses.at(1).toString());
    if (primary == nullptr || secondary == nullptr || primary == secondary) {
        return orderTrouble(QStringLiteral("merge wants the addresses of two people"));
    }
    // Copies: the records move while they are merged.
    const QString first = primary->id;
    const QString second = secondary->id;
    const QString merged = m_api.book().merge(attioPeople, first, second, m_ground.clock.now(), forget);
    return QJsonObject{{QStringLiteral("record_id"), merged}};
}

AttioRecord* AttioEmulator::person(const QString& address) {
    const QString id = m_api.book().owner(attioPeople, QStringLiteral("email_addresses"), address);
    return id.isEmpty() ? nullptr : m_api.book().record(attioPeople, id);
}

void AttioEmulator::reset() {
    m_api.revoke(false);
    m_api.rate().setLimits({});
    m_latency = Millis{0};
}

Answer OnyxEmulator::handle(const Request& request) {
    return answered(m_ground, {Endpoint::Onyx, request.path.section(QLatin1Char('/'), -1), m_latency}, request,
                    [&] { return m_api.handle(request); });
}

Result<QJsonObject> OnyxEmulator::order(const QJsonObject& order) {
    if (auto known = knownOrders(order, {QStringLiteral("edition"), QStringLiteral("revoke"),
                                         QStringLiteral("fail_inside"), QStringLiteral("document")});
        !known) {
        return known.error();
    }
    if (order.contains(u"edition")) {
        const auto edition = editionOf(order[u"edition"].toString());
        if (!edition) {
            return orderTrouble(QStringLiteral("edition is search, enterprise or chat"));
        }
        m_api.setEdition(*edition);
    }
    if (order.contains(u"revoke")) {
        m_api.revoke(order[u"revoke"].toBool());
    }
    if (order.contains(u"fail_inside")) {
        m_api.failInside(order[u"fail_inside"].toBool());
    }
    if (const QJsonValue document = order[u"document"]; document.isObject()) {
        m_api.library().add({QStringLiteral("file__%1").arg(m_api.library().size()), document[u"title"].toString(),
                             document[u"link"].toString(), document[u"source"].toString(QStringLiteral("file")),
                             document[u"content"].toString(), attioTime(m_ground.clock.now())});
    }
    return QJsonObject();
}

void OnyxEmulator::reset() {
    m_api.revoke(false);
    m_api.failInside(false);
    m_api.setEdition(OnyxEdition::Search);
    m_latency = Millis{0};
}

}  // namespace kith::emulator
