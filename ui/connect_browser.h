// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Waiting for the browser: what happens there, the address to copy where it did not open, and the way out.
#pragma once

#include "ui/connect_step.h"

#include <QUrl>

class QLineEdit;

namespace kith::ui {

class ConnectBrowser : public ConnectStep {
    Q_OBJECT
public:
    ConnectBrowser(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    /// Nothing to open yet.
    void prepare(const QString& address);
    /// opened: a browser was found.
    void wait(const QUrl& url, bool opened);

Q_SIGNALS:
    void openAgain(const QUrl& url);
    void cancelled();

private:
    QUrl m_url;
    QWidget* m_help{nullptr};
    TextLabel* m_question{nullptr};
    QLineEdit* m_address{nullptr};
    Button* m_copy{nullptr};
    Button* m_again{nullptr};
    Button* m_cancel{nullptr};
};

}  // namespace kith::ui
