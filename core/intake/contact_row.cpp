// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/intake/contact_row.h"

#include "core/base/text.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>

namespace kith::intake {

namespace {

const QStringList& dateFields() {
    static const QStringList fields{QStringLiteral("birthday"),      QStringLiteral("anniversary"),
                                    QStringLiteral("first_contact"), QStringLiteral("last_contact"),
                                    QStringLiteral("last_meeting"),  QStringLiteral("created_at"),
                                    QStringLiteral("modified_at")};
    return fields;
}

bool isNameField(const QString& field) {
    return field == QStringLiteral("name") || field.endsWith(QStringLiteral("_name"));
}

QString cellText(const CsvCell& cell) {
    const std::string_view text = trimmedCell(cell.text);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Null is a family name; - is none.
bool saysNothing(const QString& text, const QString& field) {
    if (text.isEmpty()) {
        return true;
    }
    if (text.size() > 16 || (isNameField(field) && text.at(0).isLetter() && text != QStringLiteral("N/A"))) {
        return false;
    }
    return (wordTraits(text.toStdString()) & kCsvNull) != 0;
}

/// "home", "mailing", …: which of several addresses a column belongs to.
QString addressGroup(const QString& header) {
    for (const char* group :
         {"home", "privat", "work", "business", "gesch", "other", "mailing", "billing", "shipping"}) {
        if (header.contains(QLatin1String(group), Qt::CaseInsensitive)) {
            return QString::fromLatin1(group);
        }
    }
    return {};
}

class RowReader {
public:
    RowReader(const CsvRow& row, const ContactReading& reading)
        : m_row(row)
        , m_reading(reading) {
        m_contact.values.reserve(reading.choices.size() + 2);
        m_contact.line = row.line;
        m_contact.begin = row.begin;
        m_contact.end = row.end;
    }

    IntakeContact read();

private:
    void take(int column, const FieldChoice& choice, QString text);
    void takeEmails(int column, const FieldChoice& choice, const QString& text);
    void add(const FieldChoice& choice, const QString& value, int column) {
        m_contact.values.push_back({choice.field, choice.kind, value, column});
    }
    void composeName();
    void composeAddresses();
    void judge();
    QString first(const char* field) const;

    const CsvRow& m_row;
    const ContactReading& m_reading;
    IntakeContact m_contact;
};

QString RowReader::first(const char* field) const {
    const auto found = std::ranges::find_if(
        m_contact.values, [&](const ContactValue& value) { return value.field == QLatin1String(field); });
    return found == m_contact.values.end() ? QString() : found->value;
}

void RowReader::takeEmails(int column, const FieldChoice& choice, const QString& text) {
    QString bad;
    for (const QString& address : partEmails(text, &bad)) {
        add(choice, address, column);
    }
    if (!bad.isEmpty() && m_contact.problem.isEmpty()) {
        m_contact.problem = QStringLiteral("\"%1\" is no e-mail address (column %2)")
                                .arg(text::elided(bad, 60), m_reading.names.value(column));
        m_contact.problemColumn = column;
        m_contact.problemText = text;
    }
}

void RowReader::take(int column, const FieldChoice& choice, QString text) {
    if (!m_reading.replacements.isEmpty()) {
        text = m_reading.replacements.value(replacementKey(column, text), text);
    }
    if (saysNothing(text, choice.field)) {
        return;
    }
    if (choice.field == QStringLiteral("record_id")) {
        m_contact.recordId = text;
        add(choice, text, column);
    } else if (choice.field == QStringLiteral("email")) {
        takeEmails(column, choice, text);
    } else if (choice.field == QStringLiteral("phone")) {
        for (const QString& number : partPhones(text)) {
            add(choice, number, column);
        }
    } else if (choice.field == QStringLiteral("label")) {
        static const QRegularExpression marks(QStringLiteral("\\s*(?:[,;|\\n]|:::)\\s*"));
        for (const QString& label : text.split(marks, Qt::SkipEmptyParts)) {
            add(choice, label, column);
        }
    } else if (dateFields().contains(choice.field)) {
        add(choice, isoDate(text, m_reading.orders[static_cast<std::size_t>(column)]), column);
    } else {
        add(choice, text, column);
    }
}

void RowReader::composeName() {
    const QString given = first("first_name");
    const QString family = first("last_name");
    m_contact.name = first("name");
    if (m_contact.name.isEmpty()) {
        m_contact.name = QStringList{given, first("middle_name"), family}.join(u' ').simplified();
        if (!m_contact.name.isEmpty()) {
            m_contact.values.insert(m_contact.values.begin(), {QStringLiteral("name"), {}, m_contact.name, -1});
        }
    }
    // The parts say nothing more where the name is just the two words of them.
    if (m_contact.name == given + u' ' + family && !given.contains(u' ') && !family.contains(u' ')) {
        std::erase_if(m_contact.values, [](const ContactValue& value) {
            return value.field == QStringLiteral("first_name") || value.field == QStringLiteral("last_name");
        });
    }
}

void RowReader::composeAddresses() {
    if (first("street").isEmpty()) {
        return;
    }
    QHash<QString, QHash<QString, QString>> groups;
    for (const ContactValue& value : m_contact.values) {
        for (const char* part : {"street", "postal_code", "city", "state", "country"}) {
            if (value.field == QLatin1String(part)) {
                QString& there = groups[addressGroup(m_reading.names.value(value.column))][value.field];
                there += there.isEmpty() ? value.value : QStringLiteral(", ") + value.value;
            }
        }
    }
    for (auto group = groups.begin(); group != groups.end(); ++group) {
        const QString street = group->value(QStringLiteral("street"));
        if (street.isEmpty() || group->size() < 2) {
            continue;
        }
        const QString town =
            QStringList{group->value(QStringLiteral("postal_code")), group->value(QStringLiteral("city"))}
                .join(u' ')
                .simplified();
        QStringList parts{street, town, group->value(QStringLiteral("state")), group->value(QStringLiteral("country"))};
        parts.removeAll(QString());
        m_contact.values.push_back({QStringLiteral("address"), group.key(), parts.join(QStringLiteral(", ")), -1});
    }
}

void RowReader::judge() {
    const std::size_t columns = m_reading.choices.size();
    const auto extra =
        std::ranges::find_if(m_row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(columns, m_row.cells.size())),
                             m_row.cells.end(), [](const CsvCell& cell) { return !trimmedCell(cell.text).empty(); });
    if (extra != m_row.cells.end() && m_contact.problem.isEmpty()) {
        m_contact.problem = QStringLiteral("the row has %1 cells, the table %2").arg(m_row.cells.size()).arg(columns);
    }
    const bool someone = !m_contact.name.isEmpty() || !m_contact.recordId.isEmpty() || !first("email").isEmpty() ||
                         !first("phone").isEmpty() || !first("company").isEmpty();
    if (!someone && m_contact.problem.isEmpty()) {
        m_contact.problem = m_row.isEmpty() ? QStringLiteral("the row is empty")
                                            : QStringLiteral("neither a name nor an address nor a number");
    }
}

IntakeContact RowReader::read() {
    const std::size_t columns = std::min(m_reading.choices.size(), m_row.cells.size());
    for (std::size_t c = 0; c < columns; ++c) {
        if (!m_reading.choices[c].isIgnored()) {
            take(static_cast<int>(c), m_reading.choices[c], cellText(m_row.cells[c]));
        }
    }
    composeName();
    composeAddresses();
    judge();
    return std::move(m_contact);
}

}  // namespace

IntakeContact readContactRow(const CsvRow& row, const ContactReading& reading) {
    return RowReader(row, reading).read();
}

QString replacementKey(int column, const QString& text) {
    return QString::number(column) + u'\n' + text;
}

QStringList partEmails(const QString& cell, QString* bad) {
    static const QString parting = QStringLiteral(",;|<>: \t\r\n");
    const bool one = std::ranges::none_of(cell, [](QChar c) { return c.isSpace() || parting.contains(c); });
    if (one && isEmailCell(cell.toStdString())) {
        return {cell.toLower()};
    }
    static const QRegularExpression marks(QStringLiteral("(?:[,;|\\s]|:::)+"));
    static const QRegularExpression bracketed(QStringLiteral("<([^<>\\s]+@[^<>\\s]+)>"));
    QStringList pieces;
    QString rest = cell;
    for (auto match = bracketed.globalMatch(cell); match.hasNext();) {
        pieces << match.next().captured(1);
    }
    if (pieces.isEmpty()) {
        rest.remove(QStringLiteral("mailto:"), Qt::CaseInsensitive);
        pieces = rest.split(marks, Qt::SkipEmptyParts);
    }
    QStringList addresses;
    for (QString& piece : pieces) {
        piece = piece.toLower();
        if (!isEmailCell(piece.toStdString())) {
            *bad = bad->isEmpty() ? (pieces.size() > 1 && !cell.contains(u'@') ? cell : piece) : *bad;
        } else if (!addresses.contains(piece)) {
            addresses << piece;
        }
    }
    return addresses;
}

QStringList partPhones(const QString& cell) {
    if (std::ranges::none_of(cell, [](QChar c) {
            return c == u';' || c == u'|' || c == u'\n' || c == u':' || c == u',' || c == u'/';
        })) {
        return cell.trimmed().isEmpty() ? QStringList() : QStringList{cell.trimmed()};
    }
    static const QRegularExpression marks(QStringLiteral("\\s*(?:[;|\\n]|:::|,(?=\\s*[+(0-9])|\\s/\\s(?=\\+|00))\\s*"));
    QStringList numbers;
    for (const QString& number : cell.split(marks, Qt::SkipEmptyParts)) {
        if (!numbers.contains(number.trimmed()) && !number.trimmed().isEmpty()) {
            numbers << number.trimmed();
        }
    }
    return numbers;
}

QString isoDate(const QString& cell, CsvDateOrder order) {
    static const QRegularExpression numbers(
        QStringLiteral("^(\\d{1,4})\\s*[-/. ]\\s*(\\d{1,2})\\s*[-/. ]\\s*(\\d{1,4})\\.?(?=$|[ T,])"));
    if (cell.size() == 10 && cell[4] == u'-' && cell[7] == u'-' && QDate::fromString(cell, Qt::ISODate).isValid()) {
        return cell;
    }
    const auto match = numbers.match(cell);
    if (!match.hasMatch()) {
        return cell;
    }
    int year = match.captured(3).toInt();
    int month = match.captured(2).toInt();
    int day = match.captured(1).toInt();
    if (match.capturedLength(1) == 4 || order == CsvDateOrder::Ymd) {
        std::swap(year, day);
    } else if (order == CsvDateOrder::Mdy) {
        std::swap(day, month);
    } else if (order != CsvDateOrder::Dmy) {
        return cell;
    }
    if (year < 100) {
        year += year < 50 ? 2000 : 1900;
    }
    const QDate date(year, month, day);
    const QString rest = cell.mid(match.capturedEnd(0));
    return date.isValid() ? date.toString(Qt::ISODate) + rest : cell;
}

}  // namespace kith::intake
