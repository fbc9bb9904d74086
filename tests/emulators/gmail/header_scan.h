// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The header fields of a mail where they stand in its bytes: nothing is copied, nothing decoded.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace kith::emulator {

struct HeaderField {
    QByteArrayView name;
    QByteArrayView value;  ///< after the colon, folded as it stands, without the last line end
    QByteArrayView whole;  ///< with the last line end
};

/// Goes through the fields in order; lines that are no field are passed over.
class HeaderScan {
public:
    explicit HeaderScan(QByteArrayView mail);
    std::optional<HeaderField> next();
    /// Once next() gave nothing: where the body starts.
    qsizetype position() const { return m_at; }

private:
    QByteArrayView m_mail;
    qsizetype m_at{0};
};

/// The first one of this name (compared without case); empty where there is none.
QByteArrayView headerValue(QByteArrayView mail, QByteArrayView name);
/// Unfolded, encoded words decoded.
QString headerText(QByteArrayView mail, QByteArrayView name);
qsizetype bodyStart(QByteArrayView mail);
/// The mail without the fields of this name.
QByteArray withoutHeader(const QByteArray& mail, QByteArrayView name);
/// The mail with this field put in front, in the mail's own line ends.
QByteArray withHeader(const QByteArray& mail, QByteArrayView name, QByteArrayView value);
/// A parameter of a structured field, as charset of Content-Type: quotes taken off.
QByteArray headerParameter(QByteArrayView value, QByteArrayView name);

}  // namespace kith::emulator
