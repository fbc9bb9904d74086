// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Labels on and off, or a place to move to: type to find, tick, make a new one.
#pragma once

#include "ui/label_model.h"
#include "ui/popover.h"

class QLineEdit;
class QListView;

namespace kith::ui {

class Button;
class TextLabel;

class LabelPopover : public Popover {
    Q_OBJECT
public:
    LabelPopover(const Theme& theme, LabelPurpose purpose, QWidget* parent);

    void setLabels(const std::vector<service::MailLabel>& labels, int of);

Q_SIGNALS:
    void labelled(const kith::service::LabelChange& change);
    void movedTo(const QString& label);
    void movedBy(kith::service::MailAction action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void buildFoot();
    void typed();
    void step(int by);
    /// Enter: what was ticked, else the line on which the keyboard is.
    void accept();
    void activate(const QModelIndex& index);
    void showApply();

    const Theme& m_theme;
    LabelPurpose m_purpose;
    LabelModel* m_model;
    QLineEdit* m_find{nullptr};
    QListView* m_list{nullptr};
    TextLabel* m_none{nullptr};
    Button* m_apply{nullptr};
};

}  // namespace kith::ui
