// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Ids as Gmail gives them out: 16 hex digits that tell nothing, history ids that rise with gaps, all from one seed.
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace kith::emulator {

/// The same seed gives the same ids in the same order.
class IdSource {
public:
    explicit IdSource(quint64 seed)
        : m_state(seed) {}

    quint64 random();
    /// 0 <= result < below; below is not 0.
    quint64 random(quint64 below) { return random() % below; }
    /// 16 hex digits that begin with 1, so below 2^63.
    quint64 messageId() { return (random() & 0x0fffffffffffffffULL) | 0x1000000000000000ULL; }
    /// To be added to the last history id: at least 1.
    quint64 historyGap() { return 1 + random(random(8) == 0 ? 400 : 24); }

    quint64 state() const { return m_state; }
    void setState(quint64 state) { m_state = state; }

private:
    quint64 m_state;
};

/// 16 hex digits, lower case.
QByteArray idText(quint64 id);
/// Nothing where the text is no such id.
std::optional<quint64> idOf(QStringView text);

/// Text that says nothing to a client and is known again: page tokens, attachment ids. The salt keeps kinds apart.
QByteArray sealed(const QByteArray& content, quint64 salt);
std::optional<QByteArray> unsealed(const QByteArray& text, quint64 salt);

}  // namespace kith::emulator
