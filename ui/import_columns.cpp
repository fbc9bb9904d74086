// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_columns.h"

#include "ui/elided_label.h"
#include "ui/focus_ring.h"
#include "ui/icon_label.h"
#include "ui/import_steps.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDate>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QRegularExpression>

namespace kith::ui {

namespace {

constexpr int importNameWidth = 136;
constexpr int importFieldWidth = 208;
constexpr int importRowHeight = 47;

/// The samples read with the day or the month first: "3 April · 7 May 2026".
QString readings(const QStringList& samples, bool dayFirst) {
    static const QRegularExpression numbers(QStringLiteral("^(\\d{1,2})\\D(\\d{1,2})\\D(\\d{2,4})"));
    QStringList words;
    QString year;
    for (const QString& sample : samples.mid(0, 3)) {
        const auto match = numbers.match(sample);
        if (match.hasMatch()) {
            const int a = match.captured(1).toInt();
            const int b = match.captured(2).toInt();
            const QDate date(2000 + match.captured(3).toInt() % 100, dayFirst ? b : a, dayFirst ? a : b);
            words << QLocale().toString(date, QStringLiteral("d MMMM"));
            year = QString::number(date.year());
        }
    }
    return words.isEmpty() ? QString() : words.join(QStringLiteral("  ·  ")) + u' ' + year;
}

/// All fields by name, their icons once they are looked at: a table may have a hundred columns.
class ImportFieldBox : public QComboBox {
public:
    ImportFieldBox(const Theme& theme, QWidget* parent)
        : QComboBox(parent)
        , m_theme(theme) {
        setIconSize(QSize(16, 16));
        setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(&theme, &Theme::changed, this, [this] {
            for (int i = 0; i < count(); ++i) {
                setItemIcon(i, {});
            }
            drawIcon(currentIndex());
        });
    }
    void drawIcon(int index) {
        if (itemIcon(index).isNull()) {
            setItemIcon(index, m_theme.icon(ContactImportWords::icon(itemData(index).toString()), Role::Text2));
        }
    }
    void showPopup() override {
        for (int i = 0; i < count(); ++i) {
            drawIcon(i);
        }
        QComboBox::showPopup();
    }

private:
    const Theme& m_theme;
};

QHBoxLayout* columnRow(const Theme& theme, QWidget* name, QWidget* samples, QWidget* arrow, QWidget* field) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::two);
    name->setFixedWidth(theme.scaled(importNameWidth));
    arrow->setFixedWidth(theme.scaled(24));
    field->setFixedWidth(theme.scaled(importFieldWidth));
    row->addWidget(name);
    row->addWidget(samples, 5);
    row->addWidget(arrow);
    row->addWidget(field);
    return row;
}

}  // namespace

ImportOrderChoice::ImportOrderChoice(const Theme& theme, const QString& title, const QString& readings, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_title(title)
    , m_readings(readings) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(title);
    setAccessibleDescription(readings);
    FocusRing::follow(*this, theme, radius::card);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize ImportOrderChoice::sizeHint() const {
    const double words = std::max(lineWidth(m_theme, m_title, TextStyle::BodyMedium),
                                  lineWidth(m_theme, m_readings, TextStyle::Caption));
    return {static_cast<int>(words) + 60, m_theme.scaled(52)};
}

void ImportOrderChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double line = isChecked() ? 2 : 1;
    painter.setPen(QPen(m_theme.colour(isChecked() ? Role::Accent : Role::Control), line));
    painter.setBrush(m_theme.colour(underMouse() ? Role::Hover : Role::Base));
    const QRectF card = QRectF(rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2);
    painter.drawRoundedRect(card, radius::card, radius::card);
    const double ring = isChecked() ? 5 : 1.5;
    painter.setPen(QPen(m_theme.colour(isChecked() ? Role::Accent : Role::StrongLine), ring));
    painter.setBrush(m_theme.colour(Role::Base));
    painter.drawEllipse(QPointF(22, height() / 2.0), 8 - ring / 2, 8 - ring / 2);
    const double title = m_theme.lineHeight(TextStyle::BodyMedium);
    const double caption = m_theme.lineHeight(TextStyle::Caption);
    const double top = (height() - title - caption) / 2;
    const double room = width() - 56;
    paintLine(painter, m_theme, QRectF(42, top, room, title), m_title, TextStyle::BodyMedium, Role::Text);
    paintLine(painter, m_theme, QRectF(42, top + title, room, caption), m_readings, TextStyle::Caption, Role::Text2);
}

ImportColumnHead::ImportColumnHead(const Theme& theme, QWidget* parent)
    : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::pane, 0, space::pane, 0);
    column->setSpacing(0);
    std::vector<TextLabel*> labels;
    for (const QString& word : {tr("Column"), tr("Samples"), QString(), tr("Field in Kith"), tr("Sure"), tr("Why")}) {
        labels.push_back(new TextLabel(theme, this, TextStyle::CaptionStrong, Role::Text2));
        labels.back()->setText(word);
    }
    auto* row = columnRow(theme, labels[0], labels[1], labels[2], labels[3]);
    labels[4]->setFixedWidth(theme.scaled(88));
    row->addWidget(labels[4]);
    row->addWidget(labels[5], 4);
    column->addLayout(row);
    column->addSpacing(space::one);
    column->addWidget(new Hairline(theme, this));
}

ImportColumnLine::ImportColumnLine(const Theme& theme, const service::ColumnView& column, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_field(makeField(column))
    , m_asks(column.asksOrder) {
    setObjectName(QStringLiteral("importColumn-") + column.name);
    const bool left = column.choice == QStringLiteral("ignore");
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(space::pane, 0, space::pane, 0);
    lines->setSpacing(0);
    auto* name = new ElidedLabel(theme, this, TextStyle::BodyStrong, left ? Role::Text2 : Role::Text);
    name->setText(column.name);
    auto* samples = new ElidedLabel(theme, this, TextStyle::Body, Role::Text2);
    samples->setText(column.examples.isEmpty() ? QStringLiteral("–")
                                               : column.examples.mid(0, 3).join(QStringLiteral("  ·  ")));
    auto* arrow = new IconLabel(theme, this);
    arrow->setFace(QStringLiteral("arrow-right"), Role::Text3);
    auto* row = columnRow(theme, name, samples, arrow, m_field);
    row->addWidget(new ImportSure(theme, left ? -1 : column.confidence, this));
    auto* reason = new ElidedLabel(theme, this, m_asks ? TextStyle::BodyMedium : TextStyle::Body,
                                   m_asks ? Role::Warn : Role::Text2);
    reason->setText(m_asks ? tr("Both readings fit all %n date(s)", nullptr, static_cast<int>(column.values))
                           : column.reason);
    row->addWidget(reason, 4);
    auto* holder = new QWidget(this);
    holder->setFixedHeight(theme.scaled(importRowHeight));
    holder->setLayout(row);
    lines->addWidget(holder);
    if (m_asks) {
        addOrders(column);
    }
    lines->addWidget(new Hairline(theme, this));
}

QWidget* ImportColumnLine::field() const {
    return m_field;
}

QComboBox* ImportColumnLine::makeField(const service::ColumnView& column) {
    auto* field = new ImportFieldBox(m_theme, this);
    field->setObjectName(QStringLiteral("importField-") + column.name);
    field->setAccessibleName(tr("Field for the column %1").arg(column.name));
    QStringList words = service::mappableFieldWords();
    words << QStringLiteral("custom:") + column.name << QStringLiteral("ignore");
    if (!words.contains(column.choice)) {
        words.prepend(column.choice);
    }
    for (const QString& word : std::as_const(words)) {
        field->addItem(ContactImportWords::field(word), word);
    }
    field->setCurrentIndex(static_cast<int>(words.indexOf(column.choice)));
    field->drawIcon(field->currentIndex());
    connect(field, &QComboBox::currentIndexChanged, this, [field](int now) { field->drawIcon(now); });
    connect(field, &QComboBox::activated, this, [this, field] { Q_EMIT chosen(field->currentData().toString()); });
    return field;
}

/// Asked in place, with what each reading would make of the samples; never guessed.
void ImportColumnLine::addOrders(const service::ColumnView& column) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, space::two);
    row->setSpacing(space::two);
    auto* question = new TextLabel(m_theme, this, TextStyle::BodyMedium);
    question->setText(tr("Day or month first?"));
    question->setFixedWidth(m_theme.scaled(importNameWidth));
    question->setWordWrap(true);
    row->addWidget(question);
    auto* group = new QButtonGroup(this);
    for (const bool dayFirst : {true, false}) {
        const QString word = dayFirst ? QStringLiteral("dmy") : QStringLiteral("mdy");
        auto* choice = new ImportOrderChoice(m_theme, dayFirst ? tr("Day first") : tr("Month first"),
                                             readings(column.examples, dayFirst), this);
        choice->setObjectName(QStringLiteral("importOrder-") + word);
        choice->setChecked(column.order == word);
        group->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QAbstractButton::clicked, this, [this, word] { Q_EMIT ordered(word); });
    }
    row->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void ImportColumnLine::paintEvent(QPaintEvent*) {
    if (m_asks) {
        QPainter(this).fillRect(rect(), m_theme.colour(Role::WarnTint));
    }
}

}  // namespace kith::ui
