// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/buttons.h"
#include "ui/empty_state.h"
#include "ui/field_change_row.h"
#include "ui/priority_choices.h"
#include "ui/priority_mark.h"
#include "ui/review_head.h"
#include "ui/review_page.h"
#include "ui/review_source.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int reviewSourceWidth = 580;
constexpr int reviewWhyWidth = 520;
constexpr int reviewNothingWidth = 280;

/// The quiet bar of "n more are alike".
class AlikeBar : public QWidget {
public:
    AlikeBar(const Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme) {}
    QSize sizeHint() const override { return {QWidget::sizeHint().width(), m_theme.scaled(40)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(Role::Well));
        painter.drawRoundedRect(rect(), radius::control, radius::control);
        paintIcon(painter, m_theme, QRectF(12, 0, 16, height()), QStringLiteral("users"), Role::Text2, 16);
    }

private:
    const Theme& m_theme;
};

Button* footButton(const Theme& theme, QWidget* parent, ButtonKind kind, const QString& text, const char* keys) {
    auto* button = new Button(theme, parent, kind);
    button->setButtonSize(ButtonSize::Large);
    button->setText(text);
    button->setKeys(QKeySequence(QString::fromLatin1(keys)));
    return button;
}

}  // namespace

ReviewPage::ReviewPage(const Theme& theme, QWidget* parent)
    : Pane(theme, Role::Base, parent)
    , m_head(new ReviewHead(theme, this))
    , m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("reviewPage"));
    setAccessibleName(tr("Review"));
    setFocusPolicy(Qt::StrongFocus);
    m_nothing = new EmptyState(theme, m_stack);
    m_nothing->setMinimumWidth(reviewNothingWidth);
    connect(m_nothing, &EmptyState::acted, this, &ReviewPage::undo);
    auto* middle = new QWidget(m_stack);
    auto* row = new QHBoxLayout(middle);
    row->addStretch();
    row->addWidget(m_nothing);
    row->addStretch();
    m_stack->addWidget(middle);
    m_stack->addWidget(buildQuestion());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_stack, 1);
    setProgress({});
    showNothing();
}

QWidget* ReviewPage::buildQuestion() {
    auto* splitter = new QSplitter(Qt::Horizontal, m_stack);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    m_source = new ReviewSource(theme(), splitter);
    auto* change = new Pane(theme(), Role::Base, splitter);
    change->setMinimumWidth(480);
    auto* foot = buildFoot(change);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(space::screen, space::pane, space::screen, 0);
    inside->setSpacing(0);
    inside->addWidget(buildRows(change));
    inside->addWidget(buildAlike(change));
    inside->addStretch();
    m_notice = new TextLabel(theme(), change, TextStyle::Body, Role::Warn);
    m_notice->setObjectName(QStringLiteral("reviewNotice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    inside->addWidget(m_notice);
    m_choices = new PriorityChoices(theme(), change);
    m_choices->setObjectName(QStringLiteral("reviewChoices"));
    m_choices->setLead(tr("Or it is"));
    m_choices->setFixedHeight(theme().scaled(56));
    connect(m_choices, &PriorityChoices::chose, this, &ReviewPage::correct);
    inside->addWidget(m_choices);
    auto* column = new QVBoxLayout(change);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(inside, 1);
    column->addWidget(foot);
    splitter->addWidget(m_source);
    splitter->addWidget(change);
    splitter->setSizes({reviewSourceWidth, 640});
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

QWidget* ReviewPage::buildRows(QWidget* parent) {
    auto* rows = new QWidget(parent);
    auto* caption = new TextLabel(theme(), rows, TextStyle::CaptionStrong, Role::Text3);
    caption->setText(tr("What would change"));
    m_mark = new PriorityMark(theme(), rows);
    m_mark->setMarkSize(28);
    m_mark->setFixedSize(28, 28);
    m_question = new TextLabel(theme(), rows, TextStyle::Heading);
    m_question->setObjectName(QStringLiteral("reviewQuestion"));
    m_why = new TextLabel(theme(), rows, TextStyle::Body, Role::Text2);
    m_why->setObjectName(QStringLiteral("reviewWhy"));
    m_why->setWordWrap(true);
    m_why->setMaximumWidth(reviewWhyWidth);
    m_priorityRow = new FieldChangeRow(theme(), rows);
    m_priorityRow->setObjectName(QStringLiteral("priorityRow"));
    m_opportunityRow = new FieldChangeRow(theme(), rows);
    m_opportunityRow->setObjectName(QStringLiteral("opportunityRow"));
    connect(m_priorityRow, &FieldChangeRow::editAsked, this, &ReviewPage::edit);
    connect(m_priorityRow, &FieldChangeRow::wantedChanged, this, &ReviewPage::updateButtons);
    auto* hair = new Pane(theme(), Role::Line, rows);
    hair->setFixedHeight(1);
    auto* title = new QHBoxLayout;
    title->setSpacing(12);
    title->addWidget(m_mark);
    title->addWidget(m_question, 1);
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(caption);
    column->addSpacing(12);
    column->addLayout(title);
    column->addSpacing(space::one);
    column->addWidget(m_why);
    column->addSpacing(space::two);
    column->addWidget(m_priorityRow);
    column->addWidget(m_opportunityRow);
    column->addWidget(hair);
    column->addSpacing(space::two);
    return rows;
}

QWidget* ReviewPage::buildAlike(QWidget* parent) {
    m_alike = new AlikeBar(theme(), parent);
    m_alike->setObjectName(QStringLiteral("reviewAlike"));
    m_alike->setFixedHeight(theme().scaled(40));
    m_alikeWords = new TextLabel(theme(), m_alike, TextStyle::Body, Role::Text2);
    m_alikeWords->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_alikeButton = new Button(theme(), m_alike, ButtonKind::Link);
    m_alikeButton->setObjectName(QStringLiteral("acceptAlike"));
    m_alikeButton->setKeys(QKeySequence(Qt::SHIFT | Qt::Key_Y));
    connect(m_alikeButton, &QAbstractButton::clicked, this, &ReviewPage::acceptAlike);
    auto* row = new QHBoxLayout(m_alike);
    row->setContentsMargins(36, 0, 12, 0);
    row->addWidget(m_alikeWords, 1);
    row->addWidget(m_alikeButton);
    return m_alike;
}

QWidget* ReviewPage::buildFoot(QWidget* parent) {
    auto* foot = new Pane(theme(), Role::Base, parent);
    foot->setLines(Qt::TopEdge);
    foot->setFixedHeight(theme().scaled(64));
    m_accept = footButton(theme(), foot, ButtonKind::Primary, tr("Accept"), "Y");
    m_accept->setIconName(QStringLiteral("check"));
    m_accept->setObjectName(QStringLiteral("accept"));
    m_reject = footButton(theme(), foot, ButtonKind::Normal, tr("Reject"), "N");
    m_reject->setIconName(QStringLiteral("x"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_edit = footButton(theme(), foot, ButtonKind::Flat, tr("Edit"), "E");
    m_edit->setObjectName(QStringLiteral("editProposal"));
    m_skip = footButton(theme(), foot, ButtonKind::Flat, tr("Skip"), "S");
    m_skip->setObjectName(QStringLiteral("skip"));
    m_undo = footButton(theme(), foot, ButtonKind::Flat, tr("Undo"), "Z");
    m_undo->setIconName(QStringLiteral("undo-2"));
    m_undo->setObjectName(QStringLiteral("undo"));
    connect(m_accept, &QAbstractButton::clicked, this, &ReviewPage::accept);
    connect(m_reject, &QAbstractButton::clicked, this, &ReviewPage::reject);
    connect(m_edit, &QAbstractButton::clicked, this, &ReviewPage::edit);
    connect(m_skip, &QAbstractButton::clicked, this, &ReviewPage::skip);
    connect(m_undo, &QAbstractButton::clicked, this, &ReviewPage::undo);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::screen, 0, space::screen, 0);
    row->setSpacing(space::one);
    for (QWidget* button : std::initializer_list<QWidget*>{m_accept, m_reject, m_edit, m_skip}) {
        row->addWidget(button);
    }
    row->addStretch();
    row->addWidget(m_undo);
    return foot;
}

}  // namespace kith::ui
