// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// In which encoding a file was written, by its bytes alone; and bytes of it as UTF-8 and back.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <string_view>

namespace kith::intake {

struct CsvEncoding {
    QString name;      ///< "utf-8", "windows-1252", "shift_jis", …, lower case; "utf-8" for plain ASCII too
    int markBytes{0};  ///< of the byte order mark
    double confidence{1};
    bool ascii{false};     ///< every byte means the same in nearly all encodings
    qint64 strayBytes{0};  ///< bytes that are not UTF-8 in a file that otherwise is; read as windows-1252
};

/// whole: all bytes of the file (mapped; read once, front to back).
CsvEncoding detectEncoding(std::string_view whole);
/// For a name that the user gave; empty confidence 0 where nobody knows it.
bool isKnownEncoding(const QString& name);

/// Bytes to UTF-8, chunk by chunk; what has no meaning becomes U+FFFD (in UTF-8: the letter of windows-1252).
class CsvDecoder {
public:
    explicit CsvDecoder(const QString& encoding);
    ~CsvDecoder();
    Q_DISABLE_COPY_MOVE(CsvDecoder)

    bool isOpen() const;
    /// Appends to out; keeps an unfinished character for the next chunk.
    void feed(std::string_view bytes, QByteArray* out);
    /// What is left over means nothing.
    void finish(QByteArray* out);
    qint64 lost() const { return m_lost; }

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
    bool m_utf8{false};
    QByteArray m_rest;
    qint64 m_lost{0};
};

/// UTF-8 text in the given encoding; what it lacks becomes "?".
QByteArray encodedAs(std::string_view utf8, const QString& encoding);

}  // namespace kith::intake
