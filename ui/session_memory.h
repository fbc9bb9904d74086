// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What the window remembers from one day to the next: places, sizes, looks; kept as one setting of the workspace.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>
#include <optional>

namespace kith::ui {

class HouseDoor;

struct Session {
    QByteArray geometry;
    QList<int> panes;  ///< widths of sidebar, list, reader, context
    bool sidebar{true};
    QString colours;  ///< system, light, dark, contrast
    bool compact{false};
    double textScale{1.0};
    QString list;      ///< word of the list that was shown
    qint64 thread{0};  ///< the conversation that was open

    bool operator==(const Session&) const = default;
};

QString sessionToText(const Session& session);
/// Whatever cannot be read is as on the first day.
Session sessionFromText(const QString& text);

class SessionMemory : public QObject {
    Q_OBJECT
public:
    SessionMemory(HouseDoor& house, QObject* parent);

    void load(std::function<void(const Session&)> take);
    /// Written a little later, so that dragging a splitter is one write.
    void keep(const Session& session);
    /// Writes at once what still waits.
    void flush();

private:
    HouseDoor& m_house;
    QTimer m_later;
    std::optional<Session> m_waiting;
    Session m_stored;
};

}  // namespace kith::ui
