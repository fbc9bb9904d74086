// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/ledger_model.h"

#include "ui/bring_home.h"
#include "ui/model_words.h"

#include <QDateTime>
#include <QLocale>

namespace kith::ui {

namespace {

constexpr int ledgerPage = 200;

}  // namespace

LedgerModel::LedgerModel(service::LedgerDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
}

QString LedgerModel::serviceName(const QString& service) {
    static const QHash<QString, QString> names{{QStringLiteral("deepinfra"), tr("Model")},
                                               {QStringLiteral("gmail"), tr("Gmail")},
                                               {QStringLiteral("google-oauth"), tr("Google sign-in")},
                                               {QStringLiteral("attio"), tr("Attio")},
                                               {QStringLiteral("onyx"), tr("Onyx")}};
    return names.value(service, service);
}

QString LedgerModel::bytes(qint64 count) {
    return QLocale().formattedDataSize(count, 1, QLocale::DataSizeTraditionalFormat);
}

void LedgerModel::read(const QString& service) {
    beginResetModel();
    m_entries.clear();
    m_service = service;
    m_more = true;
    m_reading = false;
    ++m_run;
    endResetModel();
    fetchMore({});
}

qint64 LedgerModel::idAt(int row) const {
    return row >= 0 && row < rowCount() ? m_entries[static_cast<size_t>(row)].id : 0;
}

int LedgerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LedgerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

bool LedgerModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_reading;
}

void LedgerModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent)) {
        return;
    }
    m_reading = true;
    const qint64 before = m_entries.empty() ? 0 : m_entries.back().id;
    bringHome(this, m_desk.list(before, ledgerPage, m_service),
              [this, run = m_run](const Result<std::vector<service::LedgerEntry>>& page) {
                  if (page) {
                      take(*page, run);
                  }
              });
}

void LedgerModel::take(const std::vector<service::LedgerEntry>& page, int run) {
    if (run != m_run) {
        return;
    }
    const bool first = m_entries.empty();
    m_reading = false;
    m_more = page.size() == static_cast<size_t>(ledgerPage);
    if (!page.empty()) {
        const int from = rowCount();
        beginInsertRows({}, from, from + static_cast<int>(page.size()) - 1);
        m_entries.insert(m_entries.end(), page.begin(), page.end());
        endInsertRows();
    }
    if (first) {
        Q_EMIT firstPageRead();
    }
}

QString LedgerModel::text(const service::LedgerEntry& entry, int column) const {
    const QLocale locale;
    switch (column) {
    case At:
        return locale.toString(QDateTime::fromMSecsSinceEpoch(entry.at.count()), QLocale::ShortFormat);
    case Service:
        return serviceName(entry.service);
    case Purpose:
        return entry.purpose;
    case Status:
        return entry.status == 0 ? tr("no answer") : QString::number(entry.status);
    case Out:
        return bytes(entry.bytesOut);
    case Redactions:
        return entry.redactions == 0 ? QString() : locale.toString(entry.redactions);
    case Cost:
        return entry.cost > 0 ? ModelWords::money(entry.cost) : QString();
    default:
        return {};
    }
}

QVariant LedgerModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const service::LedgerEntry& entry = m_entries[static_cast<size_t>(index.row())];
    if (role == Qt::DisplayRole) {
        return text(entry, index.column());
    }
    if (role == Qt::TextAlignmentRole && index.column() >= Status) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    }
    return {};
}

QVariant LedgerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(
            Qt::Alignment((section >= Status ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    }
    const QString names[] = {tr("When"), tr("To"), tr("For"), tr("Answer"), tr("Left"), tr("Taken out"), tr("Cost")};
    return role == Qt::DisplayRole && section >= 0 && section < ColumnCount ? names[section] : QVariant();
}

}  // namespace kith::ui
