// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_export.h"

#include "core/service/contact_book.h"

#include <QIODevice>

namespace kith::service {

namespace {

constexpr int kExportPage = 500;

struct ExportColumn {
    const char* title;
    const char* field;
    size_t place;
};

constexpr ExportColumn kColumns[] = {
    {"name", "name", 0},       {"email", "email", 0},     {"email_2", "email", 1},
    {"phone", "phone", 0},     {"phone_2", "phone", 1},   {"job_title", "job_title", 0},
    {"company", "company", 0}, {"address", "address", 0}, {"linkedin_url", "linkedin_url", 0},
    {"url", "url", 0},         {"sources", "", 0},
};

QString cellOf(const ContactCard& card, const ExportColumn& column) {
    if (*column.field == '\0') {
        QStringList sources;
        for (const storage::Observation& one : card.observations) {
            if (!sources.contains(one.source)) {
                sources << one.source;
            }
        }
        sources.sort();
        return sources.join(QLatin1Char(' '));
    }
    const people::FieldFacts* facts = card.field(QString::fromLatin1(column.field));
    size_t place = 0;
    for (size_t i = 0; facts != nullptr && i < facts->choices.size(); ++i) {
        if (facts->choices[i].shown && place++ == column.place) {
            return facts->choices[i].value;
        }
    }
    return column.place == 0 && facts == nullptr && QByteArray(column.field) == "name" ? card.name : QString();
}

bool writeRow(QIODevice& device, const QByteArrayList& cells) {
    return device.write(cells.join(',') + "\r\n") > 0;
}

Error cannotWrite(const QIODevice& device) {
    return {ErrorKind::Full, QStringLiteral("the contacts could not be written: %1").arg(device.errorString()),
            QStringLiteral("Look whether the disk has room.")};
}

}  // namespace

QByteArray csvCell(const QString& text) {
    QString cell = text;
    const QString dangerous = QStringLiteral("=+-@\t\r\n|%");
    if (!cell.isEmpty() && dangerous.contains(cell.front())) {
        cell.prepend(QLatin1Char('\''));
    }
    const bool quoted = cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('"')) ||
                        cell.contains(QLatin1Char('\n')) || cell.contains(QLatin1Char('\r'));
    return quoted ? "\"" + cell.replace(QLatin1Char('"'), QStringLiteral("\"\"")).toUtf8() + "\"" : cell.toUtf8();
}

Result<qint64> exportContactsCsv(Cellar& cellar, QIODevice& device, std::stop_token stop) {
    ContactBook book(cellar);
    QByteArrayList titles;
    for (const ExportColumn& column : kColumns) {
        titles << column.title;
    }
    if (device.write("\xef\xbb\xbf") < 0 || !writeRow(device, titles)) {
        return cannotWrite(device);
    }
    storage::ContactQuery query;
    query.limit = kExportPage;
    for (qint64 written = 0;;) {
        const auto page = book.list(query);
        if (!page || page->empty()) {
            return page ? Result<qint64>(written) : Result<qint64>(page.error());
        }
        for (const storage::ContactSummary& summary : *page) {
            if (stop.stop_requested()) {
                return Error{ErrorKind::Cancelled, QStringLiteral("the export was stopped"), {}};
            }
            const auto card = book.card(summary.id);
            if (!card) {
                return card.error();
            }
            QByteArrayList cells;
            for (const ExportColumn& column : kColumns) {
                cells << csvCell(cellOf(*card, column));
            }
            if (!writeRow(device, cells)) {
                return cannotWrite(device);
            }
            ++written;
        }
        query.afterName = page->back().sortKey;
        query.after = page->back().id;
    }
}

}  // namespace kith::service
