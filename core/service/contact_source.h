// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A file as one person after the other, whatever its format: tables and vCards.
#pragma once

#include "core/intake/contact_row.h"
#include "core/intake/csv_schema.h"

#include <QFile>

#include <memory>

namespace kith::intake {
class VCardReader;
}

namespace kith::service {

/// Where a row stands that was not taken in; reason: only where the file of rejects tells it.
struct RejectedRow {
    qint64 line{0};
    std::size_t begin{0};
    std::size_t end{0};
    QString reason;
};

class ContactSource {
public:
    virtual ~ContactSource() = default;
    /// Nothing at the end. A person with a problem is told like any other; errors end the reading.
    virtual Result<std::optional<intake::IntakeContact>> next() = 0;
    virtual std::size_t bytesRead() const = 0;
    virtual std::size_t bytesAll() const = 0;
    /// Under which kind of identity its record ids are kept.
    virtual QString recordKind() const = 0;
    /// What was rejected as a file that can be imported again.
    virtual Result<void> writeRejects(const QString& path, const std::vector<RejectedRow>& rejects) = 0;
};

RejectedRow rejectedRow(const intake::IntakeContact& contact);

/// A table that was understood and mapped.
class TableSource final : public ContactSource {
public:
    TableSource(const intake::CsvText& text, const intake::CsvSchema& schema, intake::ContactReading reading,
                QString preset);

    Result<std::optional<intake::IntakeContact>> next() override;
    std::size_t bytesRead() const override { return m_reader.position(); }
    std::size_t bytesAll() const override { return m_text.bytes().size(); }
    QString recordKind() const override;
    /// The header rows and the rejected rows, byte for byte as they stand in the file.
    Result<void> writeRejects(const QString& path, const std::vector<RejectedRow>& rejects) override;

private:
    const intake::CsvText& m_text;
    const intake::CsvSchema& m_schema;
    intake::ContactReading m_reading;
    QString m_preset;
    intake::CsvReader m_reader;
    intake::CsvRow m_row;
    qint64 m_left;
    int m_skip;
    std::size_t m_released{0};
};

class CardSource final : public ContactSource {
public:
    static Result<std::unique_ptr<CardSource>> open(const QString& path);
    CardSource();
    ~CardSource() override;

    Result<std::optional<intake::IntakeContact>> next() override;
    std::size_t bytesRead() const override;
    std::size_t bytesAll() const override;
    QString recordKind() const override { return QStringLiteral("vcard"); }
    Result<void> writeRejects(const QString& path, const std::vector<RejectedRow>& rejects) override;

private:
    QFile m_file;
    std::unique_ptr<intake::VCardReader> m_reader;
    std::size_t m_told{0};  ///< rejects of the reader that were given on
};

}  // namespace kith::service
