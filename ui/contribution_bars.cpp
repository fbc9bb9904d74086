// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contribution_bars.h"

#include "core/base/text.h"
#include "ui/letter_document.h"
#include "ui/reason_text.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <cmath>

namespace kith::ui {

namespace {

enum BarColumn { ReasonColumn, BarPart, EffectColumn, BarColumns };

constexpr int barRowHeight = 28;
constexpr int barWidth = 72;
constexpr int effectWidth = 38;  // 8 gap, 30 number
constexpr double smallestShown = 0.05;

constexpr int longestQuote = 80;  // code points

QString quoteOf(const Contribution& reason, const QString& text) {
    if (reason.evidenceStart < 0 || text.isEmpty()) {
        return {};
    }
    const TextStretch at = stretchOf(text, reason.evidenceStart, reason.evidenceEnd);
    return text::elided(text::oneLine(QStringView(text).mid(at.from, at.upTo - at.from)), longestQuote);
}

EffectBar barOf(const Contribution& reason, const QString& text) {
    ReasonText words = reasonText(reason);
    if (const QString quote = quoteOf(reason, text); words.quote.isEmpty() && !quote.isEmpty()) {
        Contribution quoting = reason;
        quoting.note = reason.note.section(QChar(0x1F), 0, 0) + QChar(0x1F) + quote;
        words = reasonText(quoting);
    }
    return {EffectBar::Kind::Reason, words.sentence,       words.lead,        words.quote,
            reason.effect,           reason.evidenceStart, reason.evidenceEnd};
}

/// Where zero stands and how long one logit is, so that the longest bars fill the width on both sides.
struct BarScale {
    double zero{0};
    double unit{0};
};

BarScale barScale(const std::vector<EffectBar>& bars) {
    double most = 0.001;
    double least = 0;
    for (const EffectBar& bar : bars) {
        most = std::max(most, bar.effect);
        least = std::min(least, bar.effect);
    }
    const double unit = (barWidth - 4) / (most - least);
    const double zero = std::clamp(std::round(-least * unit), 1.0, barWidth - 4.0);
    return {zero, unit};
}

class BarDelegate : public QStyledItemDelegate {
public:
    BarDelegate(const Theme& theme, const ContributionBars& owner, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_owner(owner) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const EffectBar& bar = m_owner.bars()[static_cast<size_t>(index.row())];
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF box(option.rect);
        const bool quiet = bar.kind != EffectBar::Kind::Reason;
        switch (index.column()) {
        case ReasonColumn:
            paintReason(*painter, box, bar, quiet);
            break;
        case BarPart:
            paintBar(*painter, box, bar, quiet);
            break;
        default:
            paintLine(*painter, m_theme, box, effectText(bar.effect), TextStyle::Body,
                      quiet || bar.effect < 0 ? Role::Text3 : Role::Text, Qt::AlignRight);
        }
        if (m_owner.hasFocus() && option.state.testFlag(QStyle::State_Selected) && index.column() == ReasonColumn) {
            painter->setPen(QPen(m_theme.colour(Role::Accent), 2));
            painter->drawLine(box.bottomLeft() + QPointF(0, -2), box.bottomRight() + QPointF(-8, -2));
        }
        painter->restore();
    }

private:
    void paintReason(QPainter& painter, const QRectF& box, const EffectBar& bar, bool quiet) const {
        const QRectF room = box.adjusted(0, 0, -8, 0);
        const bool isLink = bar.evidenceStart >= 0 && bar.quote.isEmpty();
        const Role role = quiet ? Role::Text3 : isLink ? Role::Accent : Role::Text;
        const double lead =
            paintLine(painter, m_theme, room, bar.lead, isLink ? TextStyle::BodyMedium : TextStyle::Body, role);
        const double gap = lineWidth(m_theme, QStringLiteral(" "), TextStyle::Body);
        if (!bar.quote.isEmpty() && lead + gap + 24 < room.width()) {
            paintLine(painter, m_theme, room.adjusted(lead + gap, 0, 0, 0),
                      QStringLiteral("\u201c%1\u201d").arg(bar.quote), TextStyle::BodyMedium, Role::Accent);
        }
    }

    void paintBar(QPainter& painter, const QRectF& box, const EffectBar& bar, bool quiet) const {
        const BarScale scale = barScale(m_owner.bars());
        const double middle = box.center().y();
        const double zero = box.left() + scale.zero;
        painter.fillRect(QRectF(zero, middle - 6, 1, 12), m_theme.colour(Role::StrongLine));
        const double length = std::max(1.0, std::abs(bar.effect) * scale.unit - 2);
        const double left = bar.effect > 0 ? zero + 2 : zero - 1 - length;
        painter.setOpacity(quiet ? 0.45 : 1.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(bar.effect > 0 && !quiet ? Role::Accent : Role::StrongLine));
        painter.drawRoundedRect(QRectF(left, middle - 4, length, 8), 2, 2);
    }

    const Theme& m_theme;
    const ContributionBars& m_owner;
};

}  // namespace

QString effectText(double effect) {
    const QString size = QLocale().toString(std::abs(effect), 'f', 1);
    return (effect < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + size;
}

std::vector<EffectBar> effectBars(const Decision& decision, int reasons, const QString& text) {
    std::vector<EffectBar> bars;
    EffectBar others{EffectBar::Kind::Others, {}, {}, {}, 0, -1, -1};
    EffectBar bias{EffectBar::Kind::Bias, {}, {}, {}, 0, -1, -1};
    bool hasBias = false;
    int otherCount = 0;
    for (const Contribution& reason : decision.contributions) {
        if (reason.name == QStringLiteral("bias")) {
            bias = barOf(reason, text);
            bias.kind = EffectBar::Kind::Bias;
            hasBias = true;
        } else {
            bars.push_back(barOf(reason, text));
        }
    }
    std::stable_sort(bars.begin(), bars.end(),
                     [](const EffectBar& a, const EffectBar& b) { return std::abs(a.effect) > std::abs(b.effect); });
    while (!bars.empty() && (static_cast<int>(bars.size()) > reasons || std::abs(bars.back().effect) < smallestShown)) {
        others.effect += bars.back().effect;
        otherCount += bars.back().effect != 0 ? 1 : 0;
        bars.pop_back();
    }
    if (otherCount > 0) {
        others.lead = otherCount == 1 ? ContributionBars::tr("1 smaller reason")
                                      : ContributionBars::tr("%n smaller reasons", nullptr, otherCount);
        others.sentence = others.lead;
        bars.push_back(others);
    }
    if (hasBias) {
        bars.push_back(bias);
    }
    return bars;
}

ContributionBars::ContributionBars(const Theme& theme, QWidget* parent)
    : QTableView(parent)
    , m_theme(theme)
    , m_table(new QStandardItemModel(0, BarColumns, this)) {
    setObjectName(QStringLiteral("contributionBars"));
    setAccessibleName(tr("What speaks for this priority and against it"));
    m_table->setHorizontalHeaderLabels({tr("Reason"), tr("Direction"), tr("Effect")});
    setModel(m_table);
    setItemDelegate(new BarDelegate(theme, *this, this));
    horizontalHeader()->hide();
    verticalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setMinimumSectionSize(1);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setStyleSheet(QStringLiteral("QTableView { background: transparent; border: 0; }"));
    connect(this, &QAbstractItemView::clicked, this, &ContributionBars::follow);
    connect(&theme, &Theme::changed, this, &ContributionBars::fit);
}

void ContributionBars::setBars(std::vector<EffectBar> bars) {
    m_bars = std::move(bars);
    m_table->setRowCount(0);
    for (const EffectBar& bar : m_bars) {
        auto* reason = new QStandardItem(bar.sentence);
        reason->setToolTip(bar.sentence);
        auto* direction = new QStandardItem(bar.effect < 0 ? tr("against") : tr("for"));
        m_table->appendRow({reason, direction, new QStandardItem(effectText(bar.effect))});
    }
    fit();
}

void ContributionBars::fit() {
    verticalHeader()->setDefaultSectionSize(m_theme.scaled(barRowHeight));
    horizontalHeader()->setSectionResizeMode(ReasonColumn, QHeaderView::Stretch);
    horizontalHeader()->setSectionResizeMode(BarPart, QHeaderView::Fixed);
    horizontalHeader()->setSectionResizeMode(EffectColumn, QHeaderView::Fixed);
    setColumnWidth(BarPart, barWidth);
    setColumnWidth(EffectColumn, m_theme.scaled(effectWidth));
    updateGeometry();
    viewport()->update();
}

QSize ContributionBars::sizeHint() const {
    return {288, static_cast<int>(m_bars.size()) * m_theme.scaled(barRowHeight)};
}

void ContributionBars::follow(const QModelIndex& index) {
    if (!index.isValid() || index.row() >= static_cast<int>(m_bars.size())) {
        return;
    }
    const EffectBar& bar = m_bars[static_cast<size_t>(index.row())];
    if (bar.evidenceStart >= 0) {
        Q_EMIT evidenceActivated(bar.evidenceStart, bar.evidenceEnd);
    }
}

void ContributionBars::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home || key == Qt::Key_End) {
        QTableView::keyPressEvent(event);
    } else if (key == Qt::Key_Space) {
        follow(currentIndex());
    } else {
        event->ignore();  // letters and digits answer the question below, Enter saves
    }
}

void ContributionBars::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex under = indexAt(event->pos());
    const bool link = under.isValid() && m_bars[static_cast<size_t>(under.row())].evidenceStart >= 0;
    viewport()->setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

}  // namespace kith::ui
