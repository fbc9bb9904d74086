// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The other way: a service account of a Google Workspace, by its key file and the mailbox it may open.
#pragma once

#include "ui/connect_step.h"

class QLineEdit;

namespace kith::ui {

class FileDrop;

class ConnectService : public ConnectStep {
    Q_OBJECT
public:
    ConnectService(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    void begin();
    void setFile(const QString& path);
    void setBusy(bool busy);
    void refuse(const QString& sentence);

Q_SIGNALS:
    void chooseAsked();
    void given(const QString& keyFile, const QString& subject);
    void back();

private:
    void judge();
    void accept();

    FileDrop* m_drop;
    QLineEdit* m_subject;
    Button* m_goOn{nullptr};
    bool m_busy{false};
};

}  // namespace kith::ui
