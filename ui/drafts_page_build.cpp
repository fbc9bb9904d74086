// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/buttons.h"
#include "ui/draft_check_grid.h"
#include "ui/draft_recipients.h"
#include "ui/drafts_page.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/text_label.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTextEdit>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int draftThreadWidth = 520;
constexpr int draftNothingWidth = 360;

/// Reads like a page: no frame, no ground of its own, as high as its place.
void dressDraftText(QTextEdit& text, const QString& objectName, const QString& name) {
    text.setObjectName(objectName);
    text.setAccessibleName(name);
    text.setFrameShape(QFrame::NoFrame);
    text.setReadOnly(true);
    text.viewport()->setAutoFillBackground(false);
    text.setStyleSheet(DraftsPage::readingSheet());
    text.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text.document()->setDocumentMargin(0);
}

}  // namespace

void DraftsPage::build() {
    m_stack = new QStackedWidget(this);
    m_nothing = new EmptyState(theme(), m_stack);
    m_nothing->setMinimumWidth(draftNothingWidth);
    auto* middle = new QWidget(m_stack);
    auto* row = new QHBoxLayout(middle);
    row->addStretch();
    row->addWidget(m_nothing);
    row->addStretch();
    m_stack->addWidget(middle);
    auto* splitter = new QSplitter(Qt::Horizontal, m_stack);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    auto* left = new Pane(theme(), Role::List, splitter);
    left->setLines(Qt::RightEdge);
    left->setMinimumWidth(320);
    auto* caption = new TextLabel(theme(), left, TextStyle::CaptionStrong, Role::Text3);
    caption->setText(tr("Thread"));
    m_thread = new QTextBrowser(left);
    dressDraftText(*m_thread, QStringLiteral("draftThread"), tr("The thread"));
    m_thread->setOpenLinks(false);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(space::screen, space::pane, space::screen, 0);
    column->setSpacing(12);
    column->addWidget(caption);
    column->addWidget(m_thread, 1);
    splitter->addWidget(left);
    splitter->addWidget(buildDraft(splitter));
    splitter->setSizes({draftThreadWidth, 700});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    m_stack->addWidget(splitter);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(buildHead());
    whole->addWidget(m_stack, 1);
    connectFoot();
}

QWidget* DraftsPage::buildHead() {
    auto* head = new Pane(theme(), Role::Base, this);
    head->setLines(Qt::BottomEdge);
    head->setFixedHeight(theme().scaled(64));
    m_title = new TextLabel(theme(), head, TextStyle::Heading);
    m_title->setObjectName(QStringLiteral("draftTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_place = new TextLabel(theme(), head, TextStyle::Body, Role::Text2);
    m_place->setObjectName(QStringLiteral("draftPlace"));
    m_up = new IconButton(theme(), head);
    m_up->setObjectName(QStringLiteral("draftUp"));
    m_up->setFace(QStringLiteral("chevron-up"), tr("Previous draft"));
    m_down = new IconButton(theme(), head);
    m_down->setObjectName(QStringLiteral("draftDown"));
    m_down->setFace(QStringLiteral("chevron-down"), tr("Next draft"));
    connect(m_up, &QAbstractButton::clicked, this, &DraftsPage::previous);
    connect(m_down, &QAbstractButton::clicked, this, &DraftsPage::next);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::two);
    row->addWidget(m_title);
    row->addWidget(m_place);
    row->addStretch();
    row->addWidget(m_up);
    row->addWidget(m_down);
    return head;
}

QWidget* DraftsPage::buildDraft(QWidget* parent) {
    auto* pane = new Pane(theme(), Role::Base, parent);
    pane->setMinimumWidth(480);
    auto* caption = new TextLabel(theme(), pane, TextStyle::CaptionStrong, Role::Text3);
    caption->setText(tr("Draft"));
    m_origin = new TextLabel(theme(), pane, TextStyle::Caption, Role::Text3);
    m_origin->setObjectName(QStringLiteral("draftOrigin"));
    auto* top = new QHBoxLayout;
    top->addWidget(caption);
    top->addStretch();
    top->addWidget(m_origin);
    m_recipients = new DraftRecipients(theme(), pane);
    connect(m_recipients, &DraftRecipients::removed, this, &DraftsPage::removeRecipient);
    m_text = new QTextEdit(pane);
    dressDraftText(*m_text, QStringLiteral("draftText"), tr("The draft"));
    m_text->setAcceptRichText(false);
    m_text->setTabChangesFocus(true);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(space::screen, space::pane, space::screen, 0);
    inside->setSpacing(12);
    inside->addLayout(top);
    inside->addWidget(m_recipients);
    inside->addWidget(new Hairline(theme(), pane));
    inside->addWidget(m_text, 1);
    auto* checks = new Pane(theme(), Role::Base, pane);
    checks->setLines(Qt::TopEdge);
    m_checks = new DraftCheckGrid(theme(), checks);
    m_checks->setObjectName(QStringLiteral("draftChecks"));
    m_notice = new TextLabel(theme(), checks, TextStyle::BodyMedium, Role::Warn);
    m_notice->setObjectName(QStringLiteral("draftNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_note = new QLineEdit(checks);
    m_note->setObjectName(QStringLiteral("draftNote"));
    m_note->setAccessibleName(tr("What should be different"));
    m_note->setPlaceholderText(tr("What should be different? Enter writes it again"));
    m_note->setMinimumHeight(theme().scaled(32));
    m_note->hide();
    auto* below = new QVBoxLayout(checks);
    below->setContentsMargins(space::screen, space::two, space::screen, space::two);
    below->setSpacing(space::one);
    below->addLayout(buildChecksLine(checks));
    below->addWidget(m_checks);
    below->addWidget(m_notice);
    below->addWidget(m_note);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(inside, 1);
    column->addWidget(checks);
    column->addWidget(buildFoot(pane));
    return pane;
}

QHBoxLayout* DraftsPage::buildChecksLine(QWidget* checks) {
    auto* title = new TextLabel(theme(), checks, TextStyle::CaptionStrong, Role::Text3);
    title->setText(tr("Checks"));
    m_promise = new TextLabel(theme(), checks, TextStyle::Caption, Role::Text3);
    m_promise->setObjectName(QStringLiteral("draftPromise"));
    auto* line = new QHBoxLayout;
    line->addWidget(title);
    line->addStretch();
    line->addWidget(m_promise);
    line->addWidget(buildRemind(checks));
    return line;
}

QComboBox* DraftsPage::buildRemind(QWidget* parent) {
    m_remind = new QComboBox(parent);
    m_remind->setObjectName(QStringLiteral("remind"));
    m_remind->setAccessibleName(tr("Remind me if nobody answers"));
    m_remind->addItem(tr("No reminder"), 0);
    for (const int days : {1, 3, 7, 14}) {
        m_remind->addItem(tr("Remind me after %n day(s) without an answer", nullptr, days), days);
    }
    m_remind->hide();
    return m_remind;
}

QWidget* DraftsPage::buildFoot(QWidget* parent) {
    auto* foot = new Pane(theme(), Role::Base, parent);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(theme().scaled(64));
    const auto button = [&](ButtonKind kind, const QString& text, const char* icon, const char* name) {
        auto* one = new Button(theme(), foot, kind);
        one->setButtonSize(ButtonSize::Large);
        one->setText(text);
        one->setIconName(QLatin1String(icon));
        one->setObjectName(QLatin1String(name));
        return one;
    };
    m_approve = button(ButtonKind::Primary, tr("Approve"), "check", "approve");
    m_approve->setKeys(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_edit = button(ButtonKind::Normal, tr("Edit"), "pencil", "editDraft");
    m_edit->setKeys(QKeySequence(Qt::Key_E));
    m_again = button(ButtonKind::Normal, tr("Regenerate with a note"), "rotate-ccw", "writeAgain");
    m_discard = button(ButtonKind::Flat, tr("Discard"), "trash-2", "discard");
    m_send = button(ButtonKind::Normal, tr("Send"), "send", "sendDraft");
    m_hand = button(ButtonKind::Normal, tr("Hand over"), "send", "handOver");
    m_snippets = button(ButtonKind::Flat, tr("Snippets"), "file-text", "snippets");
    m_later = new IconButton(theme(), foot);
    m_later->setObjectName(QStringLiteral("sendLater"));
    m_later->setFace(QStringLiteral("clock"), tr("Send later"));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::one);
    for (QWidget* one : std::initializer_list<QWidget*>{m_approve, m_send, m_later, m_hand, m_edit, m_again}) {
        row->addWidget(one);
    }
    row->addWidget(m_snippets);
    row->addStretch();
    for (QWidget* one : std::initializer_list<QWidget*>{m_send, m_later, m_hand, m_snippets}) {
        one->hide();
    }
    row->addWidget(m_discard);
    return foot;
}

void DraftsPage::connectFoot() {
    connect(m_approve, &QAbstractButton::clicked, this, &DraftsPage::approve);
    connect(m_edit, &QAbstractButton::clicked, this, &DraftsPage::edit);
    connect(m_again, &QAbstractButton::clicked, this, &DraftsPage::askAgain);
    connect(m_discard, &QAbstractButton::clicked, this, &DraftsPage::discard);
    connect(m_send, &QAbstractButton::clicked, this, &DraftsPage::send);
    connect(m_later, &QAbstractButton::clicked, this, &DraftsPage::sendLater);
    connect(m_hand, &QAbstractButton::clicked, this, &DraftsPage::handOver);
    connect(m_nothing, &EmptyState::acted, this, &DraftsPage::emptyActed);
    connect(m_checks, &DraftCheckGrid::acknowledged, this, &DraftsPage::acknowledge);
    connect(m_note, &QLineEdit::returnPressed, this, &DraftsPage::writeAgain);
}

}  // namespace kith::ui
