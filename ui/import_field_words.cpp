// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The words of the import of contacts.
#include "ui/import_columns.h"

#include <QCoreApplication>
#include <QHash>

namespace kith::ui {

namespace {

QString importTr(const char* text) {
    return QCoreApplication::translate("kith::ui::ContactImportWords", text);
}

/// Without what it means for the import.
QString plainField(const QString& word) {
    return ContactImportWords::field(word).section(u',', 0, 0);
}

}  // namespace

QString ContactImportWords::field(const QString& word) {
    if (word == QStringLiteral("ignore")) {
        return importTr("Ignore");
    }
    if (word.startsWith(QStringLiteral("custom:"))) {
        return importTr("New field: %1").arg(word.mid(7));
    }
    static const QHash<QString, const char*> titles{
        {QStringLiteral("record_id"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Record number, the key")},
        {QStringLiteral("email"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "E-mail, the key")},
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Full name")},
        {QStringLiteral("phone:work"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Work phone")},
        {QStringLiteral("phone:mobile"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Mobile phone")},
        {QStringLiteral("phone:home"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Home phone")},
        {QStringLiteral("phone:fax"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Fax")},
        {QStringLiteral("email:work"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Work e-mail")},
        {QStringLiteral("email:home"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Home e-mail")},
        {QStringLiteral("email:other"), QT_TRANSLATE_NOOP("kith::ui::ContactImportWords", "Other e-mail")},
    };
    if (const char* title = titles.value(word, nullptr)) {
        return importTr(title);
    }
    QString title = word.section(u':', 0, 0);
    title.replace(u'_', u' ');
    if (title.isEmpty()) {
        return importTr("Ignore");
    }
    title[0] = title.at(0).toUpper();
    title.replace(QStringLiteral(" url"), QStringLiteral(" address"));
    const QString kind = word.section(u':', 1);
    return kind.isEmpty() ? title : title + QStringLiteral(" (") + kind + u')';
}

QString ContactImportWords::icon(const QString& word) {
    static const QHash<QString, QString> icons{
        {QStringLiteral("email"), QStringLiteral("mail")},
        {QStringLiteral("phone"), QStringLiteral("phone")},
        {QStringLiteral("company"), QStringLiteral("building-2")},
        {QStringLiteral("country"), QStringLiteral("globe")},
        {QStringLiteral("city"), QStringLiteral("compass")},
        {QStringLiteral("label"), QStringLiteral("tag")},
        {QStringLiteral("note"), QStringLiteral("file-text")},
        {QStringLiteral("notes"), QStringLiteral("file-text")},
        {QStringLiteral("record_id"), QStringLiteral("key-round")},
        {QStringLiteral("custom"), QStringLiteral("plus")},
        {QStringLiteral("ignore"), QStringLiteral("x")},
    };
    const QString field = word.section(u':', 0, 0);
    if (const QString known = icons.value(field); !known.isEmpty()) {
        return known;
    }
    if (field.endsWith(QStringLiteral("name"))) {
        return QStringLiteral("user");
    }
    if (field.endsWith(QStringLiteral("url")) || field == QStringLiteral("website")) {
        return QStringLiteral("link");
    }
    const bool dated = field.startsWith(QStringLiteral("first_")) || field.startsWith(QStringLiteral("last_")) ||
                       field.endsWith(QStringLiteral("_at")) || field == QStringLiteral("birthday") ||
                       field == QStringLiteral("anniversary");
    return dated ? QStringLiteral("calendar") : QStringLiteral("pen-line");
}

QString ContactImportWords::encoding(const QString& name) {
    const QString upper = name.toUpper();
    return name.startsWith(QStringLiteral("windows")) ? QStringLiteral("Windows") + name.mid(7)
           : name == QStringLiteral("shift_jis")      ? QStringLiteral("Shift-JIS")
                                                      : upper;
}

QString ContactImportWords::delimiter(const QString& sign) {
    return sign == QStringLiteral(",")    ? importTr("comma")
           : sign == QStringLiteral(";")  ? importTr("semicolon")
           : sign == QStringLiteral("\t") ? importTr("tab")
                                          : sign;
}

QString ContactImportWords::filter(int outcome) {
    switch (outcome) {
    case 0:
        return importTr("Create");
    case 1:
        return importTr("Update");
    case 2:
        return importTr("Unchanged");
    case 3:
        return importTr("Duplicate");
    case 4:
        return importTr("Problem");
    case 5:
        return importTr("Likely known");
    default:
        return importTr("All");
    }
}

QString ContactImportWords::likely(const service::SamePerson& same) {
    const QString known =
        same.knownMore.isEmpty() ? same.knownAs : same.knownAs + QStringLiteral(", ") + same.knownMore;
    return same.byPhone ? importTr("The same number as %1").arg(known) : importTr("The same name as %1").arg(known);
}

QString ContactImportWords::changes(const service::RowPreview& row) {
    if (!row.reason.isEmpty()) {
        return row.reason;
    }
    QStringList words;
    for (const service::CellChange& cell : row.cells) {
        if (cell.before.isEmpty()) {
            words << plainField(cell.field) + QStringLiteral(": ") + cell.after;
        } else if (cell.before != cell.after) {
            words << plainField(cell.field) + QStringLiteral(": ") + cell.before + QStringLiteral(" → ") + cell.after;
        }
    }
    return words.join(QStringLiteral(" · "));
}

QString ContactImportWords::reading(const service::TableView& table) {
    return QStringList{QCoreApplication::translate("kith::ui::ContactImportWords", "%Ln row(s)", nullptr,
                                                   static_cast<int>(table.rows)),
                       encoding(table.encoding), delimiter(table.delimiter),
                       table.header ? importTr("header in row %1").arg(table.headerRow) : importTr("no header")}
        .join(QStringLiteral(" · "));
}

QString ContactImportWords::result(const service::ContactImportReport& report) {
    return importTr("%1 created · %2 updated · %3 skipped · %4 with a problem")
        .arg(report.created)
        .arg(report.updated)
        .arg(report.unchanged + report.duplicate)
        .arg(report.rejected);
}

QString ContactImportWords::rejects(const service::ContactImportReport& report) {
    QStringList words;
    for (std::size_t r = 0; r < report.rejects.size() && r < 5; ++r) {
        words << importTr("line %1: %2").arg(report.rejects[r].line).arg(report.rejects[r].reason);
    }
    return words.join(QStringLiteral("; "));
}

}  // namespace kith::ui
