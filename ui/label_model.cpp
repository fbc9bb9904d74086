// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/label_model.h"

#include <algorithm>

namespace kith::ui {

namespace {

/// 0: begins with it; 1: holds it; 2: does not.
int labelRank(const QString& name, const QString& typed) {
    return name.startsWith(typed, Qt::CaseInsensitive) ? 0 : name.contains(typed, Qt::CaseInsensitive) ? 1 : 2;
}

QString tickWord(LabelTick tick) {
    switch (tick) {
    case LabelTick::On:
        return LabelModel::tr("on");
    case LabelTick::Some:
        return LabelModel::tr("on some");
    case LabelTick::Off:
        break;
    }
    return LabelModel::tr("off");
}

}  // namespace

LabelModel::LabelModel(LabelPurpose purpose, QObject* parent)
    : QAbstractListModel(parent)
    , m_purpose(purpose) {
    addPlaces();
    layOut();
}

void LabelModel::addPlaces() {
    using service::MailAction;
    if (m_purpose == LabelPurpose::Move) {
        const auto place = [this](const QString& name, const char* icon, MailAction action) {
            m_known.push_back({{name, QLatin1String(icon), {}, LabelTick::Off, false, action}, LabelTick::Off});
        };
        place(tr("Inbox"), "inbox", MailAction::ToInbox);
        place(tr("Bin"), "trash-2", MailAction::Trash);
        place(tr("Spam"), "shield-alert", MailAction::Spam);
    }
}

void LabelModel::setLabels(const std::vector<service::MailLabel>& labels, int of) {
    m_known.clear();
    std::vector<Known> rest;
    for (const service::MailLabel& label : labels) {
        const LabelTick tick = label.carriedBy <= 0   ? LabelTick::Off
                               : label.carriedBy < of ? LabelTick::Some
                                                      : LabelTick::On;
        const Known known{{label.name, QStringLiteral("tag"), label.colour, tick, false, {}}, tick};
        (m_purpose == LabelPurpose::Label && tick != LabelTick::Off ? m_known : rest).push_back(known);
    }
    m_known.insert(m_known.end(), rest.begin(), rest.end());
    addPlaces();
    layOut();
}

void LabelModel::find(const QString& typed) {
    if (typed.trimmed() != m_typed) {
        m_typed = typed.trimmed();
        layOut();
    }
}

void LabelModel::layOut() {
    beginResetModel();
    m_shown.clear();
    for (int rank = 0; rank < 2; ++rank) {
        for (const Known& known : m_known) {
            if (labelRank(known.line.name, m_typed) == rank) {
                m_shown.push_back(known.line);
            }
        }
    }
    const bool there = std::any_of(m_known.begin(), m_known.end(), [this](const Known& known) {
        return known.line.name.compare(m_typed, Qt::CaseInsensitive) == 0;
    });
    if (!m_typed.isEmpty() && !there) {
        m_shown.push_back({m_typed, QStringLiteral("plus"), {}, LabelTick::Off, true, {}});
    }
    endResetModel();
}

void LabelModel::toggle(const QModelIndex& index) {
    const LabelLine* shown = line(index);
    if (!shown || m_purpose != LabelPurpose::Label) {
        return;
    }
    if (shown->create) {
        m_known.insert(m_known.begin(),
                       {{shown->name, QStringLiteral("tag"), {}, LabelTick::On, false, {}}, LabelTick::Off});
        layOut();
        return;
    }
    LabelLine& line = m_shown[static_cast<size_t>(index.row())];
    line.tick = line.tick == LabelTick::On ? LabelTick::Off : LabelTick::On;
    for (Known& known : m_known) {
        if (known.line.name == line.name) {
            known.line.tick = line.tick;
        }
    }
    Q_EMIT dataChanged(index, index);
}

bool LabelModel::isChanged() const {
    return std::any_of(m_known.begin(), m_known.end(),
                       [](const Known& known) { return known.line.tick != known.before; });
}

service::LabelChange LabelModel::change() const {
    service::LabelChange change;
    for (const Known& known : m_known) {
        if (known.line.tick != known.before) {
            (known.line.tick == LabelTick::On ? change.add : change.remove) << known.line.name;
        }
    }
    return change;
}

const LabelLine* LabelModel::line(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? &m_shown[static_cast<size_t>(index.row())] : nullptr;
}

int LabelModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant LabelModel::data(const QModelIndex& index, int role) const {
    const LabelLine* shown = line(index);
    if (!shown) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown->create ? tr("New label “%1”").arg(shown->name) : shown->name;
    case Qt::AccessibleTextRole:
        return shown->create                     ? tr("New label “%1”").arg(shown->name)
               : m_purpose == LabelPurpose::Move ? shown->name
                                                 : QStringLiteral("%1, %2").arg(shown->name, tickWord(shown->tick));
    default:
        return {};
    }
}

}  // namespace kith::ui
