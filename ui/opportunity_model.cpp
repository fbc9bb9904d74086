// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/opportunity_model.h"

#include "ui/opportunity_words.h"

#include <QMimeData>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr auto kOpportunityMime = "application/x-kith-opportunity";

}  // namespace

void OpportunityModel::setAll(std::vector<Opportunity> opportunities, QDate today) {
    m_today = today;
    const bool sameRows = std::equal(opportunities.begin(), opportunities.end(), m_all.begin(), m_all.end(),
                                     [](const auto& a, const auto& b) { return a.id == b.id; });
    if (sameRows) {
        for (size_t row = 0; row < m_all.size(); ++row) {
            if (!(m_all[row] == opportunities[row])) {
                m_all[row] = std::move(opportunities[row]);
                Q_EMIT dataChanged(index(static_cast<int>(row), 0), index(static_cast<int>(row), ColumnCount - 1));
            }
        }
        return;
    }
    for (int row = rowCount() - 1; row >= 0; --row) {
        const OpportunityId id = m_all[static_cast<size_t>(row)].id;
        if (std::none_of(opportunities.begin(), opportunities.end(), [id](const auto& one) { return one.id == id; })) {
            beginRemoveRows({}, row, row);
            m_all.erase(m_all.begin() + row);
            endRemoveRows();
        }
    }
    for (size_t row = 0; row < opportunities.size(); ++row) {
        const int at = static_cast<int>(row);
        if (row < m_all.size() && m_all[row].id == opportunities[row].id) {
            m_all[row] = std::move(opportunities[row]);
            Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
            continue;
        }
        const int there = rowOf(opportunities[row].id);
        if (there > at) {
            beginMoveRows({}, there, there, {}, at);
            std::rotate(m_all.begin() + at, m_all.begin() + there, m_all.begin() + there + 1);
            endMoveRows();
            m_all[row] = std::move(opportunities[row]);
            continue;
        }
        beginInsertRows({}, at, at);
        m_all.insert(m_all.begin() + at, std::move(opportunities[row]));
        endInsertRows();
    }
}

const Opportunity* OpportunityModel::at(int row) const {
    return row >= 0 && row < rowCount() ? &m_all[static_cast<size_t>(row)] : nullptr;
}

int OpportunityModel::rowOf(OpportunityId id) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), [id](const auto& one) { return one.id == id; });
    return found == m_all.end() ? -1 : static_cast<int>(found - m_all.begin());
}

int OpportunityModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_all.size());
}

int OpportunityModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QString OpportunityModel::text(const Opportunity& one, int column) const {
    switch (column) {
    case Who:
        return one.name;
    case Kind:
        return OpportunityWords::kind(one.kind);
    case Stage:
        return OpportunityWords::stage(one.stage);
    case Status:
        return OpportunityWords::status(one.status);
    case Amount:
        return OpportunityWords::amount(one.amount, one.currency);
    case Due:
        return one.due.isValid() ? OpportunityWords::due(one.due, m_today) : QString();
    case NextStep:
        return one.nextStep;
    case Owner:
        return one.owner;
    case Confidence:
        return tr("%1 %").arg(qRound(one.confidence * 100));
    default:
        return one.evidence.empty() ? QString() : one.evidence.front().text;
    }
}

QVariant OpportunityModel::data(const QModelIndex& index, int role) const {
    const Opportunity* one = at(index.row());
    if (!one) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return text(*one, index.column());
    case Qt::ToolTipRole:
        return index.column() == Quote ? text(*one, Quote) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Who ? OpportunityWords::told(*one, m_today) : text(*one, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Amount || index.column() == Confidence ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                                                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return index.column() == Amount       ? QVariant(one->amount)
               : index.column() == Due        ? QVariant(one->due.isValid() ? one->due : QDate(9999, 1, 1))
               : index.column() == Stage      ? QVariant(static_cast<int>(one->stage))
               : index.column() == Confidence ? QVariant(one->confidence)
                                              : QVariant(text(*one, index.column()));
    default:
        return {};
    }
}

QVariant OpportunityModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    const QString words[] = {tr("Who"), tr("Kind"),      tr("Stage"), tr("Status"),     tr("Amount"),
                             tr("Due"), tr("Next step"), tr("Owner"), tr("Confidence"), tr("In their words")};
    return section >= 0 && section < ColumnCount ? words[section] : QVariant();
}

Qt::ItemFlags OpportunityModel::flags(const QModelIndex& index) const {
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled : Qt::ItemIsDropEnabled;
}

QStringList OpportunityModel::mimeTypes() const {
    return {QString::fromLatin1(kOpportunityMime)};
}

QMimeData* OpportunityModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (const Opportunity* one = indexes.isEmpty() ? nullptr : at(indexes.front().row())) {
        data->setData(QString::fromLatin1(kOpportunityMime), QByteArray::number(one->id.value));
    }
    return data;
}

bool OpportunityModel::dropMimeData(const QMimeData* data, Qt::DropAction, int, int, const QModelIndex&) {
    const qint64 id = data->data(QString::fromLatin1(kOpportunityMime)).toLongLong();
    if (id != 0 && rowOf(OpportunityId{id}) < 0) {
        Q_EMIT dropped(OpportunityId{id});
    }
    return false;  // the row comes when the house has moved it
}

}  // namespace kith::ui
