// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// JSON written straight into the answer's bytes, leaving out what the fields mask does not want.
#pragma once

#include "tests/emulators/gmail/field_mask.h"

#include <QByteArray>
#include <QStringView>

#include <vector>

namespace kith::emulator {

class JsonOut {
public:
    JsonOut(const MaskNode& mask, bool pretty, qsizetype sizeHint = 512);

    /// Whether a field of the open object is wanted: for values that are dear to make.
    bool wants(QByteArrayView name) const;

    /// Opens; false where it is not wanted, and end() must not be called then.
    bool object(QByteArrayView name);
    bool array(QByteArrayView name);
    /// An object as an element of the open array.
    void object();
    void end();

    void text(QByteArrayView name, QStringView value);
    /// Plain ASCII that needs no escape: ids.
    void ascii(QByteArrayView name, QByteArrayView value);
    void number(QByteArrayView name, qint64 value);
    /// A 64-bit number, which JSON carries as a string.
    void longNumber(QByteArrayView name, quint64 value);
    void boolean(QByteArrayView name, bool value);
    /// base64url with padding.
    void bytes(QByteArrayView name, const QByteArray& value);
    void element(QStringView value);

    QByteArray take();

private:
    struct Level {
        const MaskNode* mask{nullptr};  ///< null: everything below is wanted
        bool isArray{false};
        bool empty{true};
    };

    bool key(QByteArrayView name);
    void comma();
    void indent();
    void quoted(QStringView value);

    QByteArray m_out;
    std::vector<Level> m_levels;
    bool m_pretty;
};

}  // namespace kith::emulator
