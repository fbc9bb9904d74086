// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/message_delegate.h"

#include "ui/check_box.h"
#include "ui/message_list_model.h"
#include "ui/message_words.h"
#include "ui/priority_mark.h"
#include "ui/skeleton.h"
#include "ui/text_paint.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace kith::ui {

namespace {

constexpr int leadLeft = 8;   // dot or check box, 16 wide
constexpr int markLeft = 24;  // mark and letter, 36 wide
constexpr int markWidth = 36;
constexpr int textLeft = 60;
constexpr int rightPad = 16;
constexpr int gap = 8;
constexpr int actionWidth = 24;
constexpr int compactSender = 112;
constexpr double leastTime = 32;

struct RowAction {
    RowZone zone;
    const char* icon;
};
constexpr std::array<RowAction, 3> rowActions{
    {{RowZone::Archive, "archive"}, {RowZone::Snooze, "clock"}, {RowZone::Star, "star"}}};
constexpr double actionsWidth = 3 * actionWidth + 2 * gap;

TextStyle senderStyle(const InboxRow& row) {
    return row.unread ? TextStyle::BodyStrong : TextStyle::Body;
}
TextStyle subjectStyle(const InboxRow& row) {
    return row.unread ? TextStyle::BodyMedium : TextStyle::Body;
}

QString cut(const Theme& theme, const QString& text, TextStyle style, double width) {
    return QFontMetricsF(theme.font(style)).elidedText(text, Qt::ElideRight, std::max(width, 0.0));
}

QRectF actionBox(const QRectF& line, size_t which) {
    const double left = line.right() - actionsWidth + static_cast<double>(which) * (actionWidth + gap);
    return {left, line.center().y() - 11, actionWidth, 22};
}

}  // namespace

MessageDelegate::MessageDelegate(const Theme& theme, QWidget* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_layouts(600) {
    connect(&theme, &Theme::changed, this, [this] { m_layouts.clear(); });
}

void MessageDelegate::setDensity(RowDensity density) {
    m_density = density;
    m_layouts.clear();
    Q_EMIT sizeHintChanged({});
}

int MessageDelegate::rowHeight() const {
    return m_theme.scaled(m_density == RowDensity::Compact ? 36 : 56);
}
int MessageDelegate::sectionHeight() const {
    return m_theme.scaled(32);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const auto entry = static_cast<ListEntry>(index.data(MessageListModel::EntryRole).toInt());
    return {320, entry == ListEntry::Section ? sectionHeight() : rowHeight()};
}

const MessageDelegate::Layout& MessageDelegate::layoutOf(const InboxRow& row, int width, Look look, QDate today) const {
    const Layout* known = m_layouts.object(row.thread.value);
    if (known && known->width == width && known->hovered == look.hovered && known->today == today &&
        known->row == row) {
        return *known;
    }
    auto* layout = new Layout;
    layout->row = row;
    layout->width = width;
    layout->hovered = look.hovered;
    layout->today = today;
    layout->time = MessageWords::time(row.date, today);
    layout->timeWidth = std::max(leastTime, lineWidth(m_theme, layout->time, TextStyle::Caption));
    if (m_density == RowDensity::Compact) {
        layOutCompact(*layout, look);
    } else {
        layOutComfortable(*layout, look);
    }
    m_layouts.insert(row.thread.value, layout);
    return *layout;
}

/// Chips stand right, before the time; those without room are left out, the last ones stay.
void MessageDelegate::placeChips(Layout& layout, double right, double leastLeft) const {
    layout.chipsLeft = right;
    const auto& chips = layout.row.chips;
    for (size_t i = std::min<size_t>(chips.size(), 3); i-- > 0;) {
        const ChipFace face = ChipWords::face(chips[i]);
        const double width = chipWidth(m_theme, face);
        if (layout.chipsLeft - gap - width < leastLeft) {
            break;
        }
        layout.chipsLeft -= gap + width;
        layout.chips.insert(layout.chips.begin(), face);
        layout.chipWidths.insert(layout.chipWidths.begin(), width);
    }
}

void MessageDelegate::layOutComfortable(Layout& layout, Look look) const {
    const InboxRow& row = layout.row;
    const double right = layout.width - rightPad;
    layout.count = row.messageCount > 1 ? QString::number(row.messageCount) : QString();
    if (look.hovered) {
        layout.chipsLeft = right - actionsWidth;
    } else {
        placeChips(layout, right - layout.timeWidth, textLeft + 80);
    }
    const double countRoom = layout.count.isEmpty() ? 0 : lineWidth(m_theme, layout.count, TextStyle::Caption) + gap;
    const QString sender = MessageWords::sender(row);
    layout.sender = cut(m_theme, sender, senderStyle(row), layout.chipsLeft - 2 * gap - countRoom - textLeft);
    layout.senderWidth = lineWidth(m_theme, layout.sender, senderStyle(row));
    const double room = right - textLeft;
    layout.subject = cut(m_theme, MessageWords::subject(row), subjectStyle(row), room);
    layout.subjectWidth = lineWidth(m_theme, layout.subject, subjectStyle(row));
    if (room - layout.subjectWidth > 32 && !row.snippet.isEmpty()) {
        layout.snippet = cut(m_theme, QStringLiteral(" – ") + row.snippet, TextStyle::Body, room - layout.subjectWidth);
    }
}

void MessageDelegate::layOutCompact(Layout& layout, Look look) const {
    const InboxRow& row = layout.row;
    const double right = layout.width - rightPad;
    layout.sender = cut(m_theme, MessageWords::sender(row), senderStyle(row), m_theme.scaled(compactSender));
    layout.chipsLeft = look.hovered ? right - actionsWidth : right - layout.timeWidth;
    if (!look.hovered && !row.chips.empty()) {
        ChipFace face = ChipWords::face(row.chips.back());
        face.text.clear();
        layout.chips = {face};
        layout.chipWidths = {chipWidth(m_theme, face)};
        layout.chipsLeft -= gap + layout.chipWidths.front();
    }
    const double subjectLeft = textLeft + m_theme.scaled(compactSender) + gap;
    layout.subject = cut(m_theme, MessageWords::subject(row), subjectStyle(row), layout.chipsLeft - gap - subjectLeft);
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = qobject_cast<const MessageListModel*>(index.model());
    const auto entry = static_cast<ListEntry>(index.data(MessageListModel::EntryRole).toInt());
    const QRect box = option.rect;
    if (entry == ListEntry::Section) {
        paintSection(*painter, box, index);
        return;
    }
    const Look look{option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver),
                    index.data(Qt::CheckStateRole).toInt() == Qt::Checked};
    paintGround(*painter, box, look);
    if (entry == ListEntry::Skeleton) {
        paintSkeletonRow(*painter, m_theme, box, index.row());
    }
    if (entry != ListEntry::Row) {
        return;
    }
    const auto row = index.data(MessageListModel::RowRole).value<InboxRow>();
    const Layout& layout = layoutOf(row, box.width(), look, model ? model->today() : QDate::currentDate());
    if (m_density == RowDensity::Compact) {
        paintCompact(*painter, box, layout, look);
    } else {
        paintComfortable(*painter, box, layout, look);
    }
}

void MessageDelegate::paintGround(QPainter& painter, const QRect& box, Look look) const {
    if (look.focused) {
        painter.fillRect(box, m_theme.colour(Role::Tint));
        painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), m_theme.colour(Role::Accent));
    } else if (look.hovered || look.checked) {
        painter.fillRect(box, m_theme.colour(Role::Hover));
    }
}

void MessageDelegate::paintLead(QPainter& painter, const QRectF& line, const Layout& layout, Look look) const {
    const QRectF lead(line.left() + leadLeft, line.top(), 16, line.height());
    if (look.checked || look.hovered) {
        paintCheckBox(painter, m_theme, lead, look.checked);
    } else if (layout.row.unread) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Accent));
        painter.drawEllipse(lead.center(), 4, 4);
    }
    const double centre = line.left() + markLeft + markWidth / 2.0;
    const QRectF mark(centre - 10, line.center().y() - 10, 20, 20);
    if (layout.row.decided) {
        paintPriorityMark(painter, m_theme, mark, layout.row.priority, layout.row.certainty);
    } else {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Press));
        painter.drawEllipse(mark);
    }
}

void MessageDelegate::paintEnd(QPainter& painter, const QRectF& line, const Layout& layout, Look look) const {
    if (look.hovered) {
        for (size_t i = 0; i < rowActions.size(); ++i) {
            const bool starred = rowActions[i].zone == RowZone::Star && layout.row.starred;
            paintIcon(painter, m_theme, actionBox(line, i), QLatin1String(rowActions[i].icon),
                      starred ? Role::Accent : Role::Text2, 16);
        }
        return;
    }
    double x = line.left() + layout.chipsLeft;
    const double height = chipHeight(m_theme);
    for (size_t i = 0; i < layout.chips.size(); ++i) {
        const QRectF chip(x, line.center().y() - height / 2, layout.chipWidths[i], height);
        paintChip(painter, m_theme, chip, layout.chips[i], look.focused ? ChipGround::FocusedRow : ChipGround::Usual);
        x += layout.chipWidths[i] + gap;
    }
    paintLine(painter, m_theme, QRectF(line.left(), line.top(), layout.width - rightPad, line.height()), layout.time,
              TextStyle::Caption, look.focused ? Role::Text2 : Role::Text3, Qt::AlignRight);
}

void MessageDelegate::paintComfortable(QPainter& painter, const QRect& box, const Layout& layout, Look look) const {
    const double first = m_theme.scaled(22);
    const double second = m_theme.scaled(20);
    const double top = box.top() + (box.height() - first - second) / 2;
    const QRectF upper(box.left(), top, layout.width - rightPad, first);
    const QRectF lower(box.left(), top + first, layout.width - rightPad, second);
    const Role caption = look.focused ? Role::Text2 : Role::Text3;
    paintLead(painter, upper, layout, look);
    if (layout.row.decided) {
        paintLine(painter, m_theme, QRectF(box.left() + markLeft, lower.top(), markWidth, second),
                  PriorityWords::letter(layout.row.decidedBy), TextStyle::Letter, caption, Qt::AlignHCenter);
    }
    const double x = box.left() + textLeft;
    paintLine(painter, m_theme, QRectF(x, top, layout.senderWidth + 1, first), layout.sender, senderStyle(layout.row),
              Role::Text);
    if (!layout.count.isEmpty()) {
        paintLine(painter, m_theme, QRectF(x + layout.senderWidth + gap, top, 60, first), layout.count,
                  TextStyle::Caption, caption);
    }
    paintEnd(painter, upper, layout, look);
    const bool strong = layout.row.unread || look.focused;
    paintLine(painter, m_theme, QRectF(x, lower.top(), layout.subjectWidth + 1, second), layout.subject,
              subjectStyle(layout.row), strong ? Role::Text : Role::Text2);
    if (!layout.snippet.isEmpty()) {
        const QRectF rest(x + layout.subjectWidth, lower.top(), lower.right() - x - layout.subjectWidth + 1, second);
        paintLine(painter, m_theme, rest, layout.snippet, TextStyle::Body, caption);
    }
}

void MessageDelegate::paintCompact(QPainter& painter, const QRect& box, const Layout& layout, Look look) const {
    const QRectF line(box.left(), box.top(), layout.width - rightPad, box.height());
    const double senderRoom = m_theme.scaled(compactSender);
    paintLead(painter, line, layout, look);
    const double x = box.left() + textLeft;
    paintLine(painter, m_theme, QRectF(x, line.top(), senderRoom + 1, line.height()), layout.sender,
              senderStyle(layout.row), Role::Text);
    const bool strong = layout.row.unread || look.focused;
    const double left = x + senderRoom + gap;
    paintLine(painter, m_theme, QRectF(left, line.top(), box.left() + layout.chipsLeft - left, line.height()),
              layout.subject, subjectStyle(layout.row), strong ? Role::Text : Role::Text2);
    paintEnd(painter, line, layout, look);
}

}  // namespace kith::ui
