// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/people_model.h"

#include "ui/avatar.h"
#include "ui/bring_home.h"
#include "ui/provenance_dot.h"
#include "ui/text_paint.h"

#include <QPainter>

namespace kith::ui {

using service::PersonLine;

namespace {

constexpr int personRowHeight = 56;
constexpr int personTextLeft = 60;
constexpr int personCircle = 32;

QString whoIs(const PersonLine& line) {
    return line.name.isEmpty() ? line.email : line.name;
}

QString underName(const PersonLine& line) {
    QStringList words;
    for (const QString& word : {line.jobTitle, line.company}) {
        if (!word.isEmpty()) {
            words << word;
        }
    }
    return words.isEmpty() ? line.email : words.join(QStringLiteral(" · "));
}

}  // namespace

PeopleModel::PeopleModel(service::PeopleDesk& desk, QObject* parent)
    : QAbstractListModel(parent)
    , m_desk(desk) {
}

void PeopleModel::ask(const service::PeopleAsk& ask) {
    m_ask = ask;
    read(true);
}

void PeopleModel::read(bool fromTheFirst) {
    m_ask.after = fromTheFirst || m_lines.empty() ? PersonLine{} : m_lines.back();
    m_reading = true;
    const int question = ++m_question;
    bringHome(this, m_desk.list(m_ask), [this, question, fromTheFirst](const Result<service::PeoplePart>& part) {
        if (question != m_question) {
            return;
        }
        m_reading = false;
        if (!part) {
            Q_EMIT answered();
            return;
        }
        if (fromTheFirst) {
            beginResetModel();
            m_lines = part->lines;
            endResetModel();
        } else if (!part->lines.empty()) {
            const int at = int(m_lines.size());
            beginInsertRows({}, at, at + int(part->lines.size()) - 1);
            m_lines.insert(m_lines.end(), part->lines.begin(), part->lines.end());
            endInsertRows();
        }
        m_total = part->total;
        Q_EMIT answered();
    });
}

int PeopleModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

bool PeopleModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_reading && qint64(m_lines.size()) < m_total;
}

void PeopleModel::fetchMore(const QModelIndex&) {
    read(false);
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= int(m_lines.size())) {
        return {};
    }
    const PersonLine& line = m_lines[size_t(index.row())];
    if (role == LineRole) {
        return QVariant::fromValue(line);
    }
    if (role == Qt::DisplayRole) {
        return whoIs(line);
    }
    if (role == Qt::AccessibleTextRole) {
        const QString words = whoIs(line) + QStringLiteral(", ") + underName(line);
        return line.disputed ? tr("%1, sources disagree").arg(words) : words;
    }
    return {};
}

PersonDelegate::PersonDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme) {
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {320, m_theme.scaled(personRowHeight)};
}

void PersonDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto line = index.data(PeopleModel::LineRole).value<PersonLine>();
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
    const QRectF circle(row.left() + space::two, row.top() + (row.height() - personCircle) / 2, personCircle,
                        personCircle);
    paintAvatar(*painter, m_theme, circle, whoIs(line));
    const double top = row.top() + (row.height() - 2 * m_theme.lineHeight(TextStyle::Body)) / 2;
    const double left = row.left() + personTextLeft;
    const double width = row.right() - space::two - left - (line.disputed ? 20 : 0);
    const double height = m_theme.lineHeight(TextStyle::Body);
    paintLine(*painter, m_theme, QRectF(left, top, width, height), whoIs(line), TextStyle::BodyStrong, Role::Text);
    paintLine(*painter, m_theme, QRectF(left, top + height, width, height), underName(line), TextStyle::Body,
              current ? Role::Text2 : Role::Text3);
    if (line.disputed) {
        paintProvenanceDot(*painter, m_theme, QRectF(row.right() - space::two - 12, row.top(), 12, row.height()),
                           Provenance::Conflict);
    }
    painter->restore();
}

}  // namespace kith::ui
