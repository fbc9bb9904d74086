// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/session_memory.h"

#include "ui/bring_home.h"
#include "ui/house_door.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace kith::ui {

namespace {

QString sessionKey() {
    return QStringLiteral("window.session");
}

}  // namespace

QString sessionToText(const Session& session) {
    QJsonArray panes;
    for (const int width : session.panes) {
        panes.append(width);
    }
    const QJsonObject object{
        {QStringLiteral("geometry"), QString::fromLatin1(session.geometry.toBase64())},
        {QStringLiteral("panes"), panes},
        {QStringLiteral("sidebar"), session.sidebar},
        {QStringLiteral("colours"), session.colours},
        {QStringLiteral("compact"), session.compact},
        {QStringLiteral("text_scale"), session.textScale},
        {QStringLiteral("list"), session.list},
        {QStringLiteral("thread"), QString::number(session.thread)},
    };
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Session sessionFromText(const QString& text) {
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    Session session;
    session.geometry = QByteArray::fromBase64(object.value(QLatin1String("geometry")).toString().toLatin1());
    const QJsonArray panes = object.value(QLatin1String("panes")).toArray();
    for (const auto& width : panes) {
        session.panes << std::clamp(width.toInt(), 0, 10000);
    }
    session.sidebar = object.value(QLatin1String("sidebar")).toBool(true);
    session.colours = object.value(QLatin1String("colours")).toString();
    session.compact = object.value(QLatin1String("compact")).toBool(false);
    session.textScale = std::clamp(object.value(QLatin1String("text_scale")).toDouble(1.0), 0.8, 2.0);
    session.list = object.value(QLatin1String("list")).toString();
    session.thread = object.value(QLatin1String("thread")).toString().toLongLong();
    return session;
}

SessionMemory::SessionMemory(HouseDoor& house, QObject* parent)
    : QObject(parent)
    , m_house(house) {
    m_later.setSingleShot(true);
    m_later.setInterval(400);
    connect(&m_later, &QTimer::timeout, this, &SessionMemory::flush);
}

void SessionMemory::load(std::function<void(const Session&)> take) {
    bringHome(this, m_house.setting(sessionKey(), {}), [this, take = std::move(take)](const auto& text) {
        m_stored = text ? sessionFromText(*text) : Session{};
        take(m_stored);
    });
}

void SessionMemory::keep(const Session& session) {
    m_waiting = session;
    m_later.start();
}

void SessionMemory::flush() {
    m_later.stop();
    if (m_waiting && *m_waiting != m_stored) {
        m_stored = *m_waiting;
        m_house.setSetting(sessionKey(), sessionToText(m_stored));
    }
    m_waiting.reset();
}

}  // namespace kith::ui
