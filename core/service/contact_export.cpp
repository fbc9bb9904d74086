// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/service/contact_export.h"

#include "core/intake/vcard_writer.h"
#include "core/service/contact_book.h"

#include <QIODevice>
#include <QSaveFile>

#include <functional>

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

namespace {

/// The card in the words of a vCard: what is shown, nothing that lost.
intake::VCard vcardOf(const ContactCard& card) {
    intake::VCard written;
    written.uid = QStringLiteral("kith-contact-%1").arg(card.id.value);
    written.formattedName = card.name;
    const QStringList words = card.name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    written.name.family = words.size() > 1 ? words.last() : QString();
    written.name.given = words.size() > 1 ? words.mid(0, words.size() - 1).join(QLatin1Char(' ')) : card.name;
    written.title = card.value(QStringLiteral("job_title"));
    if (const QString company = card.value(QStringLiteral("company")); !company.isEmpty()) {
        written.organisation = {company};
    }
    const auto each = [&card](const char* field, const auto& take) {
        const people::FieldFacts* facts = card.field(QString::fromLatin1(field));
        for (size_t i = 0; facts != nullptr && i < facts->choices.size(); ++i) {
            if (facts->choices[i].shown) {
                take(facts->choices[i]);
            }
        }
    };
    each("email", [&](const people::Choice& one) { written.emails.push_back({one.value, {}, false, {}}); });
    each("phone", [&](const people::Choice& one) {
        const QString type = one.kind == QStringLiteral("mobile") ? QStringLiteral("cell")
                             : one.kind == QStringLiteral("fax")  ? QStringLiteral("fax")
                                                                  : QStringLiteral("work");
        written.phones.push_back({one.value, {type}, false, {}});
    });
    each("url", [&](const people::Choice& one) { written.urls.push_back({one.value, {}, false, {}}); });
    each("linkedin_url", [&](const people::Choice& one) {
        written.profiles.push_back({one.value, {QStringLiteral("linkedin")}, false, {}});
    });
    each("address", [&](const people::Choice& one) {
        intake::VCardAddress address;
        address.street = one.value;  // one line, as it was found
        written.addresses.push_back(address);
    });
    return written;
}

/// Every card that fits, in the order of the list.
Result<qint64> forEachCard(Cellar& cellar, storage::ContactQuery query, std::stop_token stop,
                           const std::function<Result<void>(const ContactCard&)>& take) {
    ContactBook book(cellar);
    query.limit = kExportPage;
    query.after = {};
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
            const auto taken = card ? take(*card) : Result<void>(card.error());
            if (!taken) {
                return taken.error();
            }
            ++written;
        }
        query.afterName = page->back().sortKey;
        query.beforeTime = page->back().lastSeen;
        query.after = page->back().id;
    }
}

}  // namespace

Result<qint64> exportContactsCsv(Cellar& cellar, QIODevice& device, std::stop_token stop,
                                 const storage::ContactQuery& query) {
    QByteArrayList titles;
    for (const ExportColumn& column : kColumns) {
        titles << column.title;
    }
    if (device.write("\xef\xbb\xbf") < 0 || !writeRow(device, titles)) {
        return cannotWrite(device);
    }
    return forEachCard(cellar, query, stop, [&](const ContactCard& card) -> Result<void> {
        QByteArrayList cells;
        for (const ExportColumn& column : kColumns) {
            cells << csvCell(cellOf(card, column));
        }
        return writeRow(device, cells) ? Result<void>() : Result<void>(cannotWrite(device));
    });
}

Result<qint64> exportContactsVCard(Cellar& cellar, QIODevice& device, std::stop_token stop,
                                   const storage::ContactQuery& query) {
    return forEachCard(cellar, query, stop, [&](const ContactCard& card) -> Result<void> {
        const QByteArray bytes = intake::writeVCard(vcardOf(card), intake::VCardVersion::V40);
        return device.write(bytes) == bytes.size() ? Result<void>() : Result<void>(cannotWrite(device));
    });
}

Result<qint64> exportContacts(Cellar& cellar, const QString& path, ContactFile kind, const storage::ContactQuery& query,
                              std::stop_token stop) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Error{ErrorKind::Denied, QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()),
                     QStringLiteral("Name a file in a folder that you may write to.")};
    }
    const auto written = kind == ContactFile::Csv ? exportContactsCsv(cellar, file, stop, query)
                                                  : exportContactsVCard(cellar, file, stop, query);
    if (!written) {
        file.cancelWriting();
        return written;
    }
    return file.commit() ? written : Result<qint64>(cannotWrite(file));
}

}  // namespace kith::service
