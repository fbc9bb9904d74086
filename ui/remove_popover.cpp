// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/remove_popover.h"

#include "ui/buttons.h"
#include "ui/paragraph.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int underRadio = 24;

}  // namespace

RemovePopover::RemovePopover(const Theme& theme, const AccountView& view, QWidget* parent)
    : Popover(theme, parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("removePopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    build(view);
}

QRadioButton* RemovePopover::addChoice(const char* name, const QString& title, const QString& consequence) {
    auto* choice = new QRadioButton(title, this);
    choice->setObjectName(QLatin1String(name));
    choice->setAccessibleDescription(consequence);
    bodyLayout()->addSpacing(space::half);
    bodyLayout()->addWidget(choice);
    auto* words = new Paragraph(m_theme, this, TextStyle::Caption, Role::Text2);
    words->setText(consequence);
    auto* indented = new QHBoxLayout;
    indented->setContentsMargins(underRadio, 0, 0, 0);
    indented->addWidget(words);
    bodyLayout()->addLayout(indented);
    return choice;
}

void RemovePopover::build(const AccountView& view) {
    bodyLayout()->setSpacing(space::half);
    auto* title = new TextLabel(m_theme, this, TextStyle::LeadStrong);
    title->setWordWrap(true);
    title->setText(tr("Remove %1?").arg(view.account.address));
    bodyLayout()->addWidget(title);
    auto* google = new Paragraph(m_theme, this, TextStyle::Body, Role::Text2);
    google->setObjectName(QStringLiteral("removeAtGoogle"));
    google->setText(tr(
        "At Google every message stays. Labels that Kith made for itself go, snoozed mail comes back to the inbox, and "
        "Kith gives back its right to the mailbox."));
    bodyLayout()->addWidget(google);
    if (view.status.outgoing > 0) {
        auto* lost = new Paragraph(m_theme, this, TextStyle::Body, Role::Warn);
        lost->setObjectName(QStringLiteral("removeLost"));
        lost->setText(tr("%n change(s) have not reached Google yet and will not.", nullptr,
                         static_cast<int>(view.status.outgoing)));
        bodyLayout()->addWidget(lost);
    }
    const qint64 here = view.status.completeness.localTotal;
    auto* out = addChoice(
        "removeMail", tr("Take its mail out of Kith"),
        here > 0 ? tr("%1 messages leave this computer; z cannot bring them back.").arg(QLocale().toString(here))
                 : tr("Its messages leave this computer; z cannot bring them back."));
    m_keep = addChoice("keepMail", tr("Keep its mail here"), tr("It stays as it is now and is not synced any more."));
    out->setChecked(true);
    auto* foot = new QHBoxLayout;
    foot->addStretch();
    auto* cancel = new Button(m_theme, this);
    cancel->setObjectName(QStringLiteral("removeCancel"));
    cancel->setText(tr("Cancel"));
    auto* remove = new Button(m_theme, this, ButtonKind::Primary);
    remove->setObjectName(QStringLiteral("removeAccept"));
    remove->setText(tr("Remove the account"));
    for (Button* button : {cancel, remove}) {
        button->setButtonSize(ButtonSize::Small);
        foot->addWidget(button);
    }
    footLayout()->addLayout(foot);
    connect(cancel, &QAbstractButton::clicked, this, &QWidget::close);
    connect(remove, &QAbstractButton::clicked, this, [this] {
        const bool keep = m_keep->isChecked();
        close();
        Q_EMIT chosen(keep);
    });
    setFocusProxy(out);
}

}  // namespace kith::ui
