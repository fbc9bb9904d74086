// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The first step: what Kith will be able to do at Google and why, before anything is asked.
#pragma once

#include "ui/connect_step.h"

namespace kith::ui {

class ConnectPromise : public ConnectStep {
    Q_OBJECT
public:
    ConnectPromise(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    /// browserNext: nothing is left to set up before the browser opens.
    void setReady(bool browserNext);
    void sayUnavailable(const QString& why);

Q_SIGNALS:
    void goOn();
    void otherWays();
    void left();

private:
    Button* m_goOn;
    Button* m_other;
};

}  // namespace kith::ui
