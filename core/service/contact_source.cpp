// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_source.h"

#include "core/intake/vcard_reader.h"

#include <QSaveFile>

namespace kith::service {

namespace {

constexpr std::size_t kSourceReleaseEvery = 8 * 1024 * 1024;

QByteArray byteOrderMark(const intake::CsvEncoding& encoding) {
    if (encoding.markBytes == 0) {
        return {};
    }
    return intake::encodedAs("\xEF\xBB\xBF", encoding.name);
}

Result<void> saveBytes(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return Error{ErrorKind::Denied, path + QStringLiteral(": ") + file.errorString(),
                     QStringLiteral("Choose another place for the rejected rows.")};
    }
    return {};
}

}  // namespace

RejectedRow rejectedRow(const intake::IntakeContact& contact) {
    // A row of a table is copied as it stands; a card has no place in the file.
    return {contact.line, contact.begin, contact.end, contact.end > 0 ? QString() : contact.problem};
}

TableSource::TableSource(const intake::CsvText& text, const intake::CsvSchema& schema, intake::ContactReading reading,
                         QString preset)
    : m_text(text)
    , m_schema(schema)
    , m_reading(std::move(reading))
    , m_preset(std::move(preset))
    , m_reader(text.bytes(), schema.plan.dialect, schema.plan.start)
    , m_left(schema.rows)
    , m_skip(schema.plan.layout.preambleRows + schema.plan.layout.headerRows) {
    m_reader.expectColumns(static_cast<std::size_t>(schema.plan.layout.columns));
}

Result<std::optional<intake::IntakeContact>> TableSource::next() {
    while (m_left > 0) {
        const qint64 line = m_reader.line();
        const intake::CsvReader::Step step = m_reader.next(&m_row);
        if (step == intake::CsvReader::Step::TooLong || (m_left % 256 == 0 && !m_text.stillWhole())) {
            return Error{ErrorKind::Malformed,
                         QStringLiteral("%1, line %2: the file has no end there").arg(m_text.path()).arg(line),
                         {}};
        }
        if (step == intake::CsvReader::Step::End) {
            break;
        }
        if (m_reader.position() - m_released > kSourceReleaseEvery) {
            m_text.release(m_released, m_row.begin);
            m_released = m_row.begin;
        }
        if (m_row.isBlank()) {
            continue;
        }
        if (m_skip > 0) {
            --m_skip;
            continue;
        }
        --m_left;
        return std::optional(intake::readContactRow(m_row, m_reading));
    }
    return std::optional<intake::IntakeContact>();
}

QString TableSource::recordKind() const {
    if (m_preset == QStringLiteral("Attio People")) {
        return QStringLiteral("attio");
    }
    // Two lists may both number from one: such ids mean something only within their own export.
    const QString scope = m_preset.isEmpty() ? intake::headerFingerprint(m_reading.names).left(12)
                                             : m_preset.toLower().replace(u' ', u'_');
    return QStringLiteral("record:") + scope;
}

Result<void> TableSource::writeRejects(const QString& path, const std::vector<RejectedRow>& rejects) {
    QByteArray bytes = byteOrderMark(m_schema.encoding);
    const auto append = [&](std::size_t begin, std::size_t end) {
        bytes += intake::encodedAs(m_text.bytes().substr(begin, end - begin), m_schema.encoding.name);
    };
    const auto header = static_cast<std::size_t>(m_schema.plan.layout.preambleRows);
    for (std::size_t r = header; r < header + static_cast<std::size_t>(m_schema.plan.layout.headerRows); ++r) {
        append(m_schema.plan.head[r].begin, m_schema.plan.head[r].end);
    }
    for (const RejectedRow& reject : rejects) {
        append(reject.begin, reject.end);
    }
    return saveBytes(path, bytes);
}

CardSource::CardSource() = default;
CardSource::~CardSource() = default;

Result<std::unique_ptr<CardSource>> CardSource::open(const QString& path) {
    auto source = std::make_unique<CardSource>();
    source->m_file.setFileName(path);
    if (!source->m_file.open(QIODevice::ReadOnly)) {
        return Error{ErrorKind::Denied, path + QStringLiteral(": ") + source->m_file.errorString(),
                     QStringLiteral("Check that you may read this file.")};
    }
    source->m_reader = std::make_unique<intake::VCardReader>(source->m_file);
    return source;
}

Result<std::optional<intake::IntakeContact>> CardSource::next() {
    const auto card = m_reader->next();
    if (!card) {
        return card.error();
    }
    intake::IntakeContact contact;
    if (!*card) {
        if (m_told < m_reader->rejects().size()) {
            const intake::VCardReject& reject = m_reader->rejects()[m_told++];
            contact.line = reject.line;
            contact.problem = reject.reason;
            return std::optional(std::move(contact));
        }
        return std::optional<intake::IntakeContact>();
    }
    contact.line = (*card)->line;
    contact.recordId = (*card)->uid;
    contact.name = (*card)->displayName();
    for (const auto& [field, value] : intake::contactFields(**card)) {
        contact.values.push_back({field, {}, value, -1});
    }
    if (contact.values.empty()) {
        contact.problem = QStringLiteral("the card says nothing of anybody");
    }
    return std::optional(std::move(contact));
}

std::size_t CardSource::bytesRead() const {
    return static_cast<std::size_t>(std::max<qint64>(m_file.pos(), 0));
}

std::size_t CardSource::bytesAll() const {
    return static_cast<std::size_t>(m_file.size());
}

Result<void> CardSource::writeRejects(const QString& path, const std::vector<RejectedRow>& rejects) {
    QByteArray bytes("line,reason\r\n");
    for (const RejectedRow& reject : rejects) {
        QString reason = reject.reason;
        bytes +=
            QByteArray::number(reject.line) + ",\"" + reason.replace(u'"', QStringLiteral("\"\"")).toUtf8() + "\"\r\n";
    }
    return saveBytes(path, bytes);
}

}  // namespace kith::service
