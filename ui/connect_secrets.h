// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Where the sign-in is kept when the desktop's keychain cannot be used: a vault with a passphrase, or this session
// only.
#pragma once

#include "ui/connect_step.h"

#include "core/service/accounts_desk.h"

class QLineEdit;
class QRadioButton;

namespace kith::ui {

class ConnectSecrets : public ConnectStep {
    Q_OBJECT
public:
    ConnectSecrets(const Theme& theme, QWidget* parent);

    void focusFirst() override;
    void ask(const service::SecretPlaces& places);
    void refuse(const QString& sentence);

Q_SIGNALS:
    /// keychain, vault or session; the passphrase only for the vault.
    void chosen(const QString& place, const QString& passphrase);
    void lookAgain();
    void back();

private:
    void buildVault();
    void buildSession();
    QRadioButton* addChoice(const char* name, const QString& title, const QString& sentence);
    void judge();
    void accept();

    QVBoxLayout* m_keychain{nullptr};
    QRadioButton* m_vault{nullptr};
    QRadioButton* m_session{nullptr};
    QWidget* m_fields{nullptr};
    QLineEdit* m_first{nullptr};
    QLineEdit* m_second{nullptr};
    TextLabel* m_strength{nullptr};
    Button* m_goOn{nullptr};
    bool m_opening{false};  ///< the vault exists: its passphrase is asked once
};

}  // namespace kith::ui
