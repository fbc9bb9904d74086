// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The tools over the reader: what can be done with the open conversation, where it stands in the list.
#pragma once

#include "core/service/inbox_desk.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;

namespace kith::ui {

class IconButton;
class TextLabel;
class Theme;

class ReaderBar : public QWidget {
    Q_OBJECT
public:
    ReaderBar(const Theme& theme, QWidget* parent);

    /// position counts from 1; 0 of 0 says nothing.
    void showPlace(int position, int of);
    void showStarred(bool starred);
    /// Without an open conversation the tools rest.
    void setOpen(bool open);
    QSize sizeHint() const override;

Q_SIGNALS:
    void actionRequested(kith::service::MailAction action);
    void labelRequested();
    void moveRequested();
    void nextRequested();
    void previousRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Tool {
        const char* objectName;
        const char* icon;
        QString name;
        const char* keys;
    };
    IconButton* addTool(QHBoxLayout& row, const Tool& tool);
    void onClick(IconButton* tool, service::MailAction action);

    const Theme& m_theme;
    std::vector<IconButton*> m_tools;  ///< those that need an open conversation
    IconButton* m_star{nullptr};
    IconButton* m_previous{nullptr};
    IconButton* m_next{nullptr};
    TextLabel* m_place{nullptr};
    bool m_starred{false};
};

}  // namespace kith::ui
