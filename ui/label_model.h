// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The labels one can put on or move to, as found by what was typed, and what was ticked so far.
#pragma once

#include "core/service/inbox_desk.h"

#include <QAbstractListModel>

#include <optional>
#include <vector>

namespace kith::ui {

enum class LabelPurpose { Label, Move };
enum class LabelTick { Off, Some, On };  ///< Some: only a part of the conversations carries it

/// One line of the popover.
struct LabelLine {
    QString name;
    QString icon;
    QString colour;  ///< as Gmail gives it; empty: none
    LabelTick tick{LabelTick::Off};
    bool create{false};                         ///< the label does not exist yet
    std::optional<service::MailAction> action;  ///< a place of Gmail's own to move to
};

class LabelModel : public QAbstractListModel {
    Q_OBJECT
public:
    LabelModel(LabelPurpose purpose, QObject* parent);

    /// of: the conversations that the labels were asked for.
    void setLabels(const std::vector<service::MailLabel>& labels, int of);
    void find(const QString& typed);
    void toggle(const QModelIndex& index);
    bool isChanged() const;
    service::LabelChange change() const;
    const LabelLine* line(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Known {
        LabelLine line;
        LabelTick before{LabelTick::Off};
    };
    void addPlaces();
    void layOut();

    LabelPurpose m_purpose;
    std::vector<Known> m_known;
    std::vector<LabelLine> m_shown;
    QString m_typed;
};

}  // namespace kith::ui
