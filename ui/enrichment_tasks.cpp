// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/enrichment_tasks.h"

#include "ui/enrichment_words.h"
#include "ui/text_paint.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int taskStateWidth = 150;

bool looksTheSame(const service::EnrichmentRow& a, const service::EnrichmentRow& b) {
    return a.task.state == b.task.state && a.task.attempts == b.task.attempts && a.task.reason == b.task.reason &&
           a.who == b.who;
}

QString taskLine(const service::EnrichmentRow& row) {
    const QString what = EnrichmentTaskModel::tr("%1 from %2")
                             .arg(EnrichmentWords::kind(row.task.kind), EnrichmentWords::service(row.source));
    return row.task.reason.isEmpty() ? what : what + QStringLiteral(" · ") + row.task.reason;
}

}  // namespace

void EnrichmentTaskModel::setRows(const std::vector<service::EnrichmentRow>& rows) {
    for (int at = int(m_rows.size()) - 1; at >= 0; --at) {
        const bool stays = std::ranges::any_of(
            rows, [&](const service::EnrichmentRow& one) { return one.task.id == m_rows[size_t(at)].task.id; });
        if (!stays) {
            beginRemoveRows({}, at, at);
            m_rows.erase(m_rows.begin() + at);
            endRemoveRows();
        }
    }
    for (size_t at = 0; at < rows.size(); ++at) {
        if (at >= m_rows.size() || m_rows[at].task.id != rows[at].task.id) {
            beginInsertRows({}, int(at), int(at));
            m_rows.insert(m_rows.begin() + qsizetype(at), rows[at]);
            endInsertRows();
        } else if (!looksTheSame(m_rows[at], rows[at])) {
            m_rows[at] = rows[at];
            Q_EMIT dataChanged(index(int(at)), index(int(at)));
        }
    }
}

const service::EnrichmentRow* EnrichmentTaskModel::row(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? &m_rows[size_t(index.row())] : nullptr;
}

int EnrichmentTaskModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant EnrichmentTaskModel::data(const QModelIndex& index, int role) const {
    const service::EnrichmentRow* one = row(index);
    if (one == nullptr || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) {
        return {};
    }
    return QStringList{one->who, taskLine(*one), EnrichmentWords::state(one->task)}.join(QStringLiteral(", "));
}

QSize EnrichmentTaskDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, m_theme.scaled(48)};
}

void EnrichmentTaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const auto* model = qobject_cast<const EnrichmentTaskModel*>(index.model());
    const service::EnrichmentRow* one = model != nullptr ? model->row(index) : nullptr;
    if (one == nullptr) {
        return;
    }
    const bool current = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter->save();
    if (current || hovered) {
        painter->fillRect(option.rect, m_theme.colour(current ? Role::Tint : Role::Hover));
    }
    const QRectF row = QRectF(option.rect).adjusted(space::two, 0, -space::two, 0);
    const double body = m_theme.lineHeight(TextStyle::Body);
    const double caption = m_theme.lineHeight(TextStyle::Caption);
    const double top = row.top() + (row.height() - body - caption) / 2;
    const double state = m_theme.scaled(taskStateWidth);
    paintLine(*painter, m_theme, QRectF(row.left(), top, row.width() - state, body),
              one->who.isEmpty() ? tr("A contact that is gone") : one->who, TextStyle::BodyMedium, Role::Text);
    paintLine(*painter, m_theme, QRectF(row.right() - state, top, state, body), EnrichmentWords::state(one->task),
              TextStyle::Caption,
              current && one->task.state != TaskState::Failed ? Role::Text2
                                                              : EnrichmentWords::stateRole(one->task.state),
              Qt::AlignRight);
    paintLine(*painter, m_theme, QRectF(row.left(), top + body, row.width(), caption), taskLine(*one),
              TextStyle::Caption, current ? Role::Text2 : Role::Text3);
    painter->restore();
}

}  // namespace kith::ui
