// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/import_steps.h"

#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QLocale>
#include <QPainter>

namespace kith::ui {

namespace {

constexpr double kStepDot = 16;
constexpr double kStepGap = 24;
constexpr double kSumGap = 24;
constexpr double kSureBar = 32;
constexpr double kUnsure = 0.6;

}  // namespace

ImportSteps::ImportSteps(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_words{tr("File"), tr("Columns"), tr("Check"), tr("Result")} {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setStep(0);
}

void ImportSteps::setStep(int step) {
    m_step = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_words.size()).arg(m_words.value(step)));
    updateGeometry();
    update();
}

QSize ImportSteps::sizeHint() const {
    double width = 0;
    for (const QString& word : m_words) {
        width += kStepDot + space::one + lineWidth(m_theme, word, TextStyle::BodyStrong) + 1 + kStepGap;
    }
    return {static_cast<int>(width - kStepGap) + 1, m_theme.scaled(24)};
}

void ImportSteps::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    double x = 0;
    for (int s = 0; s < m_words.size(); ++s) {
        const QRectF dot(x, (height() - kStepDot) / 2, kStepDot, kStepDot);
        const bool now = s == m_step;
        if (s < m_step) {
            paintIcon(painter, m_theme, dot, QStringLiteral("circle-check"), Role::Accent, 16);
        } else {
            painter.setPen(now ? Qt::NoPen : QPen(m_theme.colour(Role::StrongLine), 1));
            painter.setBrush(now ? QBrush(m_theme.colour(Role::Accent)) : QBrush(Qt::NoBrush));
            painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
            paintLine(painter, m_theme, dot, QString::number(s + 1), TextStyle::Letter,
                      now ? Role::OnAccent : Role::Text2, Qt::AlignHCenter);
        }
        x += kStepDot + space::one;
        const TextStyle style = now ? TextStyle::BodyStrong : TextStyle::Body;
        const double width = lineWidth(m_theme, m_words[s], style) + 1;
        paintLine(painter, m_theme, QRectF(x, 0, width, height()), m_words[s], style, now ? Role::Text : Role::Text2);
        x += width + kStepGap;
    }
}

ImportSums::ImportSums(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ImportSums::say(const QString& sentence) {
    m_sentence = sentence;
    setAccessibleName(sentence);
    update();
}

void ImportSums::setReport(const service::ContactImportReport& report) {
    m_counts[0] = report.created;
    m_counts[1] = report.updated;
    m_counts[2] = report.unchanged + report.duplicate;
    m_counts[3] = report.rejected;
    m_sentence.clear();
    setAccessibleName(tr("%1 to create, %2 to update, %3 to skip, %4 with a problem")
                          .arg(m_counts[0])
                          .arg(m_counts[1])
                          .arg(m_counts[2])
                          .arg(m_counts[3]));
    update();
}

QSize ImportSums::sizeHint() const {
    return {m_theme.scaled(460), m_theme.scaled(32)};
}

void ImportSums::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_sentence.isEmpty()) {
        paintLine(painter, m_theme, rect(), m_sentence, TextStyle::Body, Role::Text2);
        return;
    }
    const QString words[] = {tr("to create"), tr("to update"), tr("to skip"), tr("with a problem")};
    double x = 0;
    for (int i = 0; i < 4; ++i) {
        const QString number = QLocale().toString(m_counts[i]);
        const Role role = i == 2 || m_counts[i] == 0 ? Role::Text3 : i == 3 ? Role::Bad : Role::Text;
        const double wide = lineWidth(m_theme, number, TextStyle::Heading) + 1;
        paintLine(painter, m_theme, QRectF(x, 0, wide, height()), number, TextStyle::Heading, role);
        x += wide + space::one;
        const double rest = lineWidth(m_theme, words[i], TextStyle::Body) + 1;
        paintLine(painter, m_theme, QRectF(x, 2, rest, height() - 2), words[i], TextStyle::Body, Role::Text2);
        x += rest + kSumGap;
    }
}

ImportSure::ImportSure(const Theme& theme, double share, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_share(share) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(share < 0 ? tr("Nothing guessed") : tr("%1 % sure").arg(qRound(share * 100)));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize ImportSure::sizeHint() const {
    return {m_theme.scaled(88), m_theme.scaled(24)};
}

void ImportSure::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_share < 0) {
        paintLine(painter, m_theme, rect(), QStringLiteral("–"), TextStyle::Body, Role::Text3);
        return;
    }
    const Role role = m_share < kUnsure ? Role::Warn : Role::Accent;
    const QRectF bar(0, (height() - 4) / 2.0, kSureBar, 4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(Role::Line));
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(m_theme.colour(role));
    painter.drawRoundedRect(QRectF(bar.x(), bar.y(), bar.width() * std::min(m_share, 1.0), bar.height()), 2, 2);
    paintLine(painter, m_theme, QRectF(kSureBar + space::one, 0, width() - kSureBar - space::one, height()),
              tr("%1 %").arg(qRound(m_share * 100)), m_share < kUnsure ? TextStyle::BodyStrong : TextStyle::Body,
              m_share < kUnsure ? Role::Warn : Role::Text2);
}

}  // namespace kith::ui
