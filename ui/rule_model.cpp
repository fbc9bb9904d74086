// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/rule_model.h"

#include "ui/check_box.h"
#include "ui/text_paint.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int ruleRowHeight = 56;
constexpr int ruleBoxWidth = 32;

QString actedWords(const RuleLine& line) {
    if (line.unsaved) {
        return RuleModel::tr("not saved");
    }
    return line.acted == 0 ? QString() : QLocale().toString(line.acted);
}

}  // namespace

void RuleModel::setLines(std::vector<RuleLine> lines) {
    const bool sameRows = std::equal(lines.begin(), lines.end(), m_lines.begin(), m_lines.end(),
                                     [](const RuleLine& a, const RuleLine& b) { return a.id == b.id; });
    if (!sameRows) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    for (size_t row = 0; row < lines.size(); ++row) {
        if (lines[row] != m_lines[row]) {
            m_lines[row] = std::move(lines[row]);
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

const RuleLine* RuleModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_lines[static_cast<size_t>(row)] : nullptr;
}

int RuleModel::rowOf(RuleId id) const {
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [id](const RuleLine& one) { return one.id == id; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

int RuleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RuleModel::data(const QModelIndex& index, int role) const {
    const RuleLine* line = at(index.row());
    if (!line) {
        return {};
    }
    switch (role) {
    case LineRole:
        return QVariant::fromValue(*line);
    case Qt::DisplayRole:
        return line->name;
    case Qt::ToolTipRole:
        return line->says;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(line->name, line->enabled ? tr("on") : tr("off"), line->says);
    default:
        return {};
    }
}

RuleDelegate::RuleDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {
}

QSize RuleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {240, m_theme.scaled(ruleRowHeight)};
}

QRectF RuleDelegate::boxIn(const QRectF& row) const {
    return {row.left() + space::one, row.top(), ruleBoxWidth, row.height()};
}

void RuleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto line = index.data(RuleModel::LineRole).value<RuleLine>();
    const QRectF row = option.rect;
    const bool current = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (current || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(row, m_theme.colour(current ? Role::Tint : Role::Hover));
    }
    if (current) {
        painter->fillRect(QRectF(row.left(), row.top(), 3, row.height()), m_theme.colour(Role::Accent));
    }
    paintCheckBox(*painter, m_theme, boxIn(row), line.enabled);
    const double height = m_theme.lineHeight(TextStyle::Body);
    const double top = row.top() + (row.height() - 2 * height) / 2;
    const double left = boxIn(row).right() + space::half;
    const double right = row.right() - space::two;
    const QString acted = actedWords(line);
    const double actedWidth = acted.isEmpty() ? 0 : lineWidth(m_theme, acted, TextStyle::Caption) + space::one;
    const Role quiet = current ? Role::Text2 : Role::Text3;
    paintLine(*painter, m_theme, QRectF(left, top, right - left - actedWidth, height), line.name, TextStyle::BodyMedium,
              line.enabled ? Role::Text : quiet);
    paintLine(*painter, m_theme, QRectF(left, top, right - left, height), acted, TextStyle::Caption,
              line.unsaved ? Role::Warn : quiet, Qt::AlignRight);
    paintLine(*painter, m_theme, QRectF(left, top + height, right - left, height), line.says, TextStyle::Body, quiet);
    painter->restore();
}

bool RuleDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index) {
    if (event->type() == QEvent::MouseButtonRelease &&
        boxIn(option.rect).contains(static_cast<QMouseEvent*>(event)->position())) {
        Q_EMIT toggled(index);
        return true;
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

}  // namespace kith::ui
