// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_columns.h"

#include "ui/elided_label.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QCoreApplication>
#include <QDate>
#include <QHBoxLayout>
#include <QLocale>
#include <QRadioButton>
#include <QRegularExpression>

namespace kith::ui {

namespace {

constexpr int importNameWidth = 152;
constexpr int importFieldWidth = 216;

QString importTr(const char* text) {
    return QCoreApplication::translate("kith::ui::ContactImportWords", text);
}

/// The samples read with the day or the month first: "3 April · 7 May".
QString readings(const QStringList& samples, bool dayFirst) {
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,2})\\D(\\d{1,2})\\D(\\d{2,4})"));
    QStringList words;
    for (const QString& sample : samples.mid(0, 3)) {
        const auto match = numbers.match(sample);
        if (match.hasMatch()) {
            const int a = match.captured(1).toInt();
            const int b = match.captured(2).toInt();
            const QDate date(2000 + match.captured(3).toInt() % 100, dayFirst ? b : a, dayFirst ? a : b);
            words << QLocale().toString(date, QStringLiteral("d MMMM"));
        }
    }
    return words.join(QStringLiteral(" · "));
}

}  // namespace

ImportColumnLine::ImportColumnLine(const Theme& theme, const service::ColumnView& column, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("importColumn-") + column.name);
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, space::one, 0, 0);
    lines->setSpacing(space::one);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::two);
    auto* name = new ElidedLabel(theme, this, TextStyle::BodyStrong);
    name->setText(column.name);
    name->setFixedWidth(theme.scaled(importNameWidth));
    auto* samples = new ElidedLabel(theme, this, TextStyle::Body, Role::Text2);
    samples->setText(column.examples.mid(0, 3).join(QStringLiteral(" · ")));
    auto* field = new QComboBox(this);
    field->setObjectName(QStringLiteral("importField-") + column.name);
    field->setAccessibleName(tr("Field for the column %1").arg(column.name));
    field->setFixedWidth(theme.scaled(importFieldWidth));
    QStringList words = service::mappableFieldWords();
    const QString own = QStringLiteral("custom:") + column.name;
    words << own << QStringLiteral("ignore");
    if (!words.contains(column.choice)) {
        words.prepend(column.choice);
    }
    for (const QString& word : std::as_const(words)) {
        field->addItem(ContactImportWords::field(word), word);
    }
    field->setCurrentIndex(static_cast<int>(words.indexOf(column.choice)));
    auto* sure = new TextLabel(theme, this, TextStyle::Body, column.confidence < 0.6 ? Role::Warn : Role::Text2);
    sure->setText(tr("%1 %").arg(qRound(column.confidence * 100)));
    sure->setFixedWidth(theme.scaled(48));
    auto* reason = new ElidedLabel(theme, this, TextStyle::Body, Role::Text2);
    reason->setText(column.asksOrder ? tr("Both readings fit all %n date(s)", nullptr, static_cast<int>(column.values))
                                     : column.reason);
    row->addWidget(name);
    row->addWidget(samples, 3);
    row->addWidget(field);
    row->addWidget(sure);
    row->addWidget(reason, 2);
    lines->addLayout(row);
    if (column.asksOrder) {
        addOrders(column);
    }
    lines->addWidget(new Hairline(theme, this));
    connect(field, &QComboBox::activated, this, [this, field] { Q_EMIT chosen(field->currentData().toString()); });
}

/// Asked in place, with what each reading would make of the samples; never guessed.
void ImportColumnLine::addOrders(const service::ColumnView& column) {
    auto* row = new QHBoxLayout;
    row->setSpacing(space::two);
    auto* question = new TextLabel(m_theme, this, TextStyle::Body);
    question->setText(tr("Day or month first?"));
    question->setFixedWidth(m_theme.scaled(importNameWidth));
    question->setWordWrap(true);
    row->addWidget(question);
    auto* group = new QButtonGroup(this);
    for (const bool dayFirst : {true, false}) {
        const QString word = dayFirst ? QStringLiteral("dmy") : QStringLiteral("mdy");
        auto* choice = new QRadioButton(
            (dayFirst ? tr("Day first: %1") : tr("Month first: %1")).arg(readings(column.examples, dayFirst)), this);
        choice->setObjectName(QStringLiteral("importOrder-") + word);
        choice->setChecked(column.order == word);
        group->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QRadioButton::clicked, this, [this, word] { Q_EMIT ordered(word); });
    }
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

QString ContactImportWords::field(const QString& word) {
    if (word == QStringLiteral("ignore")) {
        return importTr("Leave out");
    }
    if (word.startsWith(QStringLiteral("custom:"))) {
        return importTr("New field: %1").arg(word.mid(7));
    }
    QString title = word.section(u':', 0, 0);
    title.replace(u'_', u' ');
    title[0] = title.at(0).toUpper();
    const QString kind = word.section(u':', 1);
    return kind.isEmpty() ? title : title + QStringLiteral(" (") + kind + u')';
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
    default:
        return importTr("All");
    }
}

QString ContactImportWords::changes(const service::RowPreview& row) {
    if (!row.reason.isEmpty()) {
        return row.reason;
    }
    QStringList words;
    for (const service::CellChange& cell : row.cells) {
        if (cell.before.isEmpty()) {
            words << field(cell.field) + QStringLiteral(": ") + cell.after;
        } else if (cell.before != cell.after) {
            words << field(cell.field) + QStringLiteral(": ") + cell.before + QStringLiteral(" → ") + cell.after;
        }
    }
    return words.join(QStringLiteral(" · "));
}

QString ContactImportWords::sums(const service::ContactImportReport& report) {
    return importTr("%1 to create · %2 to update · %3 to skip · %4 with a problem")
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
