// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/connect_secrets.h"

#include "ui/buttons.h"
#include "ui/letter_banner.h"
#include "ui/passphrase_words.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int underSecretRadio = 24;
constexpr int passphraseWidth = 320;

}  // namespace

ConnectSecrets::ConnectSecrets(const Theme& theme, QWidget* parent)
    : ConnectStep(theme, parent, QStringLiteral("connectSecrets")) {
    setTitle(QStringLiteral("lock"), Role::Accent, tr("Where shall your sign-in be kept?"),
             tr("Google gives Kith a token for your mailbox. It never lies in a plain file."));
    m_keychain = new QVBoxLayout;
    body().addLayout(m_keychain);
    buildVault();
    buildSession();
    m_goOn = addButton("connectGoOn", tr("Continue"), true);
    auto* goBack = addButton("connectBack", tr("Back"));
    connect(m_goOn, &QAbstractButton::clicked, this, &ConnectSecrets::accept);
    connect(goBack, &QAbstractButton::clicked, this, &ConnectSecrets::back);
    judge();
}

QRadioButton* ConnectSecrets::addChoice(const char* name, const QString& title, const QString& sentence) {
    auto* choice = new QRadioButton(title, holder());
    choice->setObjectName(QLatin1String(name));
    const auto dress = [this, choice] { choice->setFont(theme().font(TextStyle::BodyStrong)); };
    dress();
    connect(&theme(), &Theme::changed, choice, dress);
    choice->setAccessibleDescription(sentence);
    auto* block = new QVBoxLayout;
    block->setSpacing(space::half);
    block->addWidget(choice);
    auto* indented = new QHBoxLayout;
    indented->setContentsMargins(underSecretRadio, 0, 0, 0);
    indented->addWidget(makeWords(sentence));
    block->addLayout(indented);
    body().addLayout(block);
    connect(choice, &QAbstractButton::toggled, this, &ConnectSecrets::judge);
    return choice;
}

void ConnectSecrets::buildVault() {
    m_vault = addChoice("placeVault", tr("In a vault with a passphrase"),
                        tr("An encrypted file in your workspace. Kith asks for the passphrase once at every start."));
    m_fields = new QWidget(holder());
    auto* column = new QVBoxLayout(m_fields);
    column->setContentsMargins(underSecretRadio, 0, 0, 0);
    column->setSpacing(space::one);
    const auto field = [&](const char* name, const QString& title) {
        auto* edit = new QLineEdit(m_fields);
        edit->setObjectName(QLatin1String(name));
        edit->setEchoMode(QLineEdit::Password);
        edit->setPlaceholderText(title);
        edit->setAccessibleName(title);
        edit->setMaximumWidth(passphraseWidth);
        column->addWidget(edit);
        connect(edit, &QLineEdit::textChanged, this, &ConnectSecrets::judge);
        connect(edit, &QLineEdit::returnPressed, this, &ConnectSecrets::accept);
        return edit;
    };
    m_first = field("passphrase", tr("Passphrase"));
    m_second = field("passphraseAgain", tr("The same passphrase again"));
    m_strength = new TextLabel(theme(), m_fields, TextStyle::Caption, Role::Text3);
    m_strength->setObjectName(QStringLiteral("passphraseStrength"));
    m_strength->setWordWrap(true);
    column->addWidget(m_strength);
    body().addWidget(m_fields);
}

void ConnectSecrets::buildSession() {
    m_session = addChoice("placeSession", tr("Only for this session"),
                          tr("In memory. When Kith ends, Google asks you to sign in again at the next start."));
    m_vault->setChecked(true);
}

void ConnectSecrets::ask(const service::SecretPlaces& places) {
    while (QLayoutItem* item = m_keychain->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_opening = places.vaultExists && !places.vaultOpen;
    const QString problem = QStringList{places.keychainProblem, places.keychainHint}.join(QLatin1Char(' ')).trimmed();
    auto* banner = new LetterBanner(theme(), LetterBanner::Tone::Warning,
                                    {QStringLiteral("key-round"), tr("Your desktop’s keychain cannot be used"),
                                     problem.isEmpty() ? tr("No keychain answers on this desktop.") : problem},
                                    holder());
    banner->setObjectName(QStringLiteral("keychainProblem"));
    connect(banner->addLink(QStringLiteral("keychainAgain"), tr("Look again")), &QAbstractButton::clicked, this,
            &ConnectSecrets::lookAgain);
    m_keychain->addWidget(banner);
    m_vault->setChecked(true);
    m_second->setVisible(!m_opening);
    m_second->clear();
    m_first->clear();
    sayProblem({});
    judge();
}

void ConnectSecrets::refuse(const QString& sentence) {
    sayProblem(sentence);
    m_first->selectAll();
    m_first->setFocus();
}

void ConnectSecrets::focusFirst() {
    m_first->setFocus(Qt::OtherFocusReason);
}

void ConnectSecrets::judge() {
    if (!m_goOn) {
        return;
    }
    const bool vault = m_vault->isChecked();
    m_fields->setVisible(vault);
    const PassphraseStrength strength = strengthOf(m_first->text());
    const bool typedTwice = m_opening || m_first->text() == m_second->text();
    const bool comparing = !m_opening && !m_second->text().isEmpty() && !typedTwice;
    m_strength->setRole(comparing ? Role::Bad : m_opening ? Role::Text3 : PassphraseWords::role(strength));
    m_strength->setText(comparing   ? tr("The two are not the same yet.")
                        : m_opening ? tr("The passphrase with which you made the vault.")
                                    : PassphraseWords::sentence(strength));
    const bool enough = m_opening ? !m_first->text().isEmpty() : strength >= PassphraseStrength::Fair;
    m_goOn->setEnabled(!vault || (enough && typedTwice));
}

void ConnectSecrets::accept() {
    judge();
    if (m_goOn->isEnabled()) {
        const bool vault = m_vault->isChecked();
        Q_EMIT chosen(vault ? QStringLiteral("vault") : QStringLiteral("session"), vault ? m_first->text() : QString());
    }
}

}  // namespace kith::ui
