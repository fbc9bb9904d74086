// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Past messages that were treated otherwise than a correction would have it: the ones that its preview counts.
#pragma once

#include "core/service/conversation.h"
#include "ui/theme.h"

#include <QListWidget>

namespace kith::ui {

class OthersList : public QListWidget {
    Q_OBJECT
public:
    OthersList(const Theme& theme, QWidget* parent);

    void show(const std::vector<service::PastMessage>& messages, int inAll);
    using QListWidget::show;
    QSize sizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

Q_SIGNALS:
    void opened(kith::ThreadId thread);

private:
    const Theme& m_theme;
};

}  // namespace kith::ui
