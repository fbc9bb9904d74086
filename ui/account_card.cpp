// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/account_card.h"

#include "ui/avatar.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/letter_banner.h"
#include "ui/paragraph.h"
#include "ui/remove_popover.h"
#include "ui/scope_words.h"
#include "ui/sync_facts.h"
#include "ui/sync_line.h"
#include "ui/sync_words.h"
#include "ui/text_label.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int cardAvatar = 40;
constexpr int intervals[] = {30, 60, 300, 900, 3600};

QString intervalText(int seconds) {
    return seconds < 60 ? AccountCard::tr("every %n second(s)", nullptr, seconds)
                        : AccountCard::tr("every %n minute(s)", nullptr, seconds / 60);
}

}  // namespace

AccountCard::AccountCard(const Theme& theme, const AccountView& view, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(view) {
    setObjectName(QStringLiteral("accountCard%1").arg(view.account.id.value));
    setAccessibleName(view.account.address);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, space::pane, 0, space::pane);
    row->setSpacing(space::two);
    auto* avatar = new Avatar(theme, this);
    avatar->setDiameter(cardAvatar);
    avatar->setPerson(view.account.address);
    row->addWidget(avatar, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(space::two);
    row->addLayout(column, 1);
    buildHead(*column);
    buildSettings(*column);
    buildFoot(*column);
}

void AccountCard::buildHead(QVBoxLayout& column) {
    auto* head = new QHBoxLayout;
    head->setSpacing(space::one);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    auto* address = new ElidedLabel(m_theme, this, TextStyle::LeadStrong);
    address->setText(m_view.account.address);
    m_state = new SyncLine(m_theme, this);
    m_state->setObjectName(QStringLiteral("accountState"));
    m_state->setSingle();
    m_state->setFocusPolicy(Qt::NoFocus);
    m_state->setAttribute(Qt::WA_TransparentForMouseEvents);
    words->addWidget(address);
    words->addWidget(m_state);
    head->addLayout(words, 1);
    const auto button = [&](const char* name, const QString& text, ButtonKind kind) {
        auto* made = new Button(m_theme, this, kind);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        head->addWidget(made, 0, Qt::AlignTop);
        return made;
    };
    m_signIn = button("accountSignIn", tr("Sign in again"), ButtonKind::Primary);
    m_now = button("accountSync", tr("Sync now"), ButtonKind::Normal);
    m_pause = button("accountPause", {}, ButtonKind::Normal);
    column.addLayout(head);
    m_problem = new Paragraph(m_theme, this, TextStyle::Body, Role::Text2);
    m_problem->setObjectName(QStringLiteral("accountProblem"));
    column.addWidget(m_problem);
    m_missing = new QVBoxLayout;
    column.addLayout(m_missing);
    m_facts = new SyncFacts(m_theme, this, 4);
    column.addWidget(m_facts);
    connect(m_signIn, &QAbstractButton::clicked, this, [this] { Q_EMIT signInAsked(m_view.account.id); });
    connect(m_now, &QAbstractButton::clicked, this, [this] { Q_EMIT syncAsked(m_view.account.id); });
    connect(m_pause, &QAbstractButton::clicked, this,
            [this] { Q_EMIT pauseAsked(m_view.account.id, m_view.account.state != AccountState::Paused); });
}

void AccountCard::buildSettings(QVBoxLayout& column) {
    auto* often = new QHBoxLayout;
    often->setSpacing(space::one);
    auto* words = new TextLabel(m_theme, this, TextStyle::Body);
    words->setText(tr("Look for new mail"));
    m_interval = new QComboBox(this);
    m_interval->setObjectName(QStringLiteral("accountInterval"));
    m_interval->setAccessibleName(tr("How often to look for new mail"));
    words->setBuddy(m_interval);
    for (const int seconds : intervals) {
        m_interval->addItem(intervalText(seconds), seconds);
    }
    const int asked = static_cast<int>(m_view.account.interval.count());
    if (m_interval->findData(asked) < 0) {
        m_interval->addItem(intervalText(asked), asked);
    }
    m_interval->setCurrentIndex(m_interval->findData(asked));
    often->addWidget(words);
    often->addWidget(m_interval);
    often->addStretch();
    column.addLayout(often);
    m_labels = new QCheckBox(tr("Write priorities to Gmail as labels"), this);
    m_labels->setObjectName(QStringLiteral("accountLabels"));
    m_labels->setChecked(m_view.account.writeLabels);
    auto* why = new Paragraph(m_theme, this, TextStyle::Caption, Role::Text3);
    why->setText(tr("So that your phone shows them too, as Priority/…; at most one on a message."));
    auto* under = new QVBoxLayout;
    under->setSpacing(0);
    under->addWidget(m_labels);
    auto* indented = new QHBoxLayout;
    indented->setContentsMargins(space::pane, 0, 0, 0);
    indented->addWidget(why);
    under->addLayout(indented);
    column.addLayout(under);
    connect(m_interval, &QComboBox::activated, this, [this] {
        m_view.account.interval = std::chrono::seconds(m_interval->currentData().toInt());
        Q_EMIT saveAsked(m_view.account);
    });
    connect(m_labels, &QCheckBox::clicked, this, [this](bool on) {
        m_view.account.writeLabels = on;
        Q_EMIT saveAsked(m_view.account);
    });
}

void AccountCard::buildFoot(QVBoxLayout& column) {
    m_until = new TextLabel(m_theme, this, TextStyle::Body, Role::Text2);
    m_until->setObjectName(QStringLiteral("accountUntil"));
    column.addWidget(m_until);
    auto* links = new QHBoxLayout;
    links->setSpacing(space::pane);
    const auto link = [&](const char* name, const QString& text) {
        auto* made = new Button(m_theme, this, ButtonKind::Link);
        made->setObjectName(QLatin1String(name));
        made->setText(text);
        links->addWidget(made);
        return made;
    };
    m_repair = link("accountRepair", tr("Compare and repair"));
    m_repair->setToolTip(tr("Compares every message with Google and mends what differs."));
    m_again = link("accountAgain", tr("Sign in anew"));
    m_remove = link("accountRemove", tr("Remove …"));
    links->addStretch();
    column.addLayout(links);
    connect(m_repair, &QAbstractButton::clicked, this, [this] { Q_EMIT repairAsked(m_view.account.id); });
    connect(m_again, &QAbstractButton::clicked, this, [this] { Q_EMIT signInAsked(m_view.account.id); });
    connect(m_remove, &QAbstractButton::clicked, this, &AccountCard::askRemoval);
}

/// Rights that were refused at the sign-in, each with what does not work.
void AccountCard::showMissing() {
    if (m_missingShown == m_view.account.missingScopes) {
        return;
    }
    m_missingShown = m_view.account.missingScopes;
    while (QLayoutItem* item = m_missing->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ScopeFace& face : ScopeWords::faces(m_missingShown)) {
        auto* banner = new LetterBanner(
            m_theme, LetterBanner::Tone::QuietWarning,
            {QStringLiteral("triangle-alert"), {}, tr("Not allowed: %1. %2").arg(face.title, face.without)}, this);
        connect(banner->addLink(QStringLiteral("askAgain"), tr("Ask again")), &QAbstractButton::clicked, this,
                [this] { Q_EMIT signInAsked(m_view.account.id); });
        m_missing->addWidget(banner);
    }
}

void AccountCard::askRemoval() {
    auto* popover = new RemovePopover(m_theme, m_view, window());
    connect(popover, &RemovePopover::chosen, this,
            [this](bool keepMail) { Q_EMIT removeConfirmed(m_view.account.id, keepMail); });
    popover->openAt(*m_remove);
    popover->setFocus();
}

void AccountCard::show(const AccountView& view, const QDateTime& now) {
    m_view = view;
    const SyncFace face = SyncWords::face(view, now);
    const bool out = face.state == SyncState::SignInNeeded;
    const bool paused = view.account.state == AccountState::Paused;
    const bool going = view.account.state == AccountState::Removing;
    m_state->setFace(face);
    const QString problem = SyncWords::problem(view.status);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    showMissing();
    m_facts->show(view, now);
    m_until->setText(SyncWords::signInBy(view.account));
    m_until->setVisible(!m_until->text().isEmpty() && !out);
    m_signIn->setVisible(out);
    m_now->setVisible(!out && !paused);
    m_pause->setVisible(!out);
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    m_repair->setVisible(!out);
    m_again->setVisible(!out && view.account.kind != QLatin1String("gmail-service"));
    if (!m_interval->view()->isVisible()) {
        m_interval->setCurrentIndex(m_interval->findData(static_cast<int>(view.account.interval.count())));
    }
    m_labels->setChecked(view.account.writeLabels);
    setEnabled(!going);
}

}  // namespace kith::ui
