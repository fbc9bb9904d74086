// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Bring your own OAuth client: why, the way to it in four steps, and a place to drop Google's credentials file.
#pragma once

#include "ui/connect_step.h"

#include <QUrl>

namespace kith::ui {

class FileDrop;

class ConnectClient : public ConnectStep {
    Q_OBJECT
public:
    ConnectClient(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    /// The file is being read.
    void setBusy(const QString& path);
    void refuse(const QString& sentence);

Q_SIGNALS:
    void chooseAsked();
    void fileGiven(const QString& path);
    void linkAsked(const QUrl& url);
    void back();

private:
    void addSteps();

    FileDrop* m_drop;
};

}  // namespace kith::ui
