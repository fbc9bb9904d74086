// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A request's body, even an empty one, that cannot be rewound: where a connection breaks, Qt would send the request up
// to three times more without telling. What was sent must be known, and what was executed must not be twice.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <algorithm>
#include <utility>

namespace kith::net {

class OnceBody final : public QIODevice {
public:
    explicit OnceBody(QByteArray bytes)
        : m_bytes(std::move(bytes)) {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    qint64 size() const override { return m_bytes.size(); }
    bool seek(qint64 position) override { return position == m_given; }
    bool reset() override { return false; }
    bool atEnd() const override { return m_given == m_bytes.size(); }

protected:
    qint64 readData(char* data, qint64 most) override {
        if (m_given == m_bytes.size()) {
            return -1;
        }
        const qint64 count = std::min<qint64>(most, m_bytes.size() - m_given);
        std::copy_n(m_bytes.constData() + m_given, count, data);
        m_given += count;
        return count;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_given{0};
};

}  // namespace kith::net
