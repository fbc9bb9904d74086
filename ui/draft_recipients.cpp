// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/draft_recipients.h"

#include "ui/avatar.h"
#include "ui/buttons.h"
#include "ui/draft_words.h"
#include "ui/elided_label.h"
#include "ui/pane.h"
#include "ui/text_label.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

/// A person on a round ground; amber where the thread does not know them.
class PersonChip : public QWidget {
public:
    PersonChip(const Theme& theme, bool foreign, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_foreign(foreign) {
        setFixedHeight(theme.scaled(28));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(m_foreign ? QPen(m_theme.colour(Role::Warn)) : QPen(Qt::NoPen));
        painter.setBrush(m_theme.colour(m_foreign ? Role::WarnTint : Role::Chip));
        painter.drawRoundedRect(QRectF(rect()).adjusted(.5, .5, -.5, -.5), height() / 2.0, height() / 2.0);
    }

private:
    const Theme& m_theme;
    bool m_foreign;
};

}  // namespace

DraftRecipients::DraftRecipients(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

QWidget* DraftRecipients::people(const Addresses& list, const QStringList& foreign) {
    auto* line = new QWidget(m_content);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::one);
    for (const Address& who : list) {
        const bool strange = foreign.contains(DraftWords::name(who));
        auto* chip = new PersonChip(m_theme, strange, line);
        chip->setObjectName(strange ? QStringLiteral("foreignRecipient") : QStringLiteral("recipient"));
        chip->setToolTip(who.address);
        auto* inside = new QHBoxLayout(chip);
        inside->setContentsMargins(4, 0, strange ? 4 : 12, 0);
        inside->setSpacing(6);
        auto* face = new Avatar(m_theme, chip);
        face->setDiameter(24);
        face->setPerson(DraftWords::name(who));
        inside->addWidget(face);
        auto* name = new TextLabel(m_theme, chip, TextStyle::Body, strange ? Role::Warn : Role::Text);
        name->setTextFormat(Qt::PlainText);
        name->setText(strange ? tr("%1 · not in this thread").arg(DraftWords::name(who)) : DraftWords::name(who));
        inside->addWidget(name);
        if (strange) {
            auto* out = new IconButton(m_theme, chip);
            out->setObjectName(QStringLiteral("removeRecipient"));
            out->setFace(QStringLiteral("x"), tr("Take %1 out").arg(DraftWords::name(who)));
            out->setTint(Role::Warn);
            out->setFixedSize(24, 24);
            connect(out, &QAbstractButton::clicked, this, [this, address = who.address] { Q_EMIT removed(address); });
            inside->addWidget(out);
        }
        row->addWidget(chip);
    }
    row->addStretch();
    return line;
}

void DraftRecipients::setView(const service::DraftView& view) {
    delete m_content;
    m_content = new QWidget(this);
    auto* grid = new QGridLayout(m_content);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(space::one);
    grid->setColumnMinimumWidth(0, 64);
    grid->setColumnStretch(1, 1);
    const triage::DraftCheck* check = view.report.find(QStringLiteral("recipients"));
    const QStringList foreign = check && !check->ok ? check->found : QStringList();
    int row = 0;
    const auto field = [&](const QString& caption, QWidget* value) {
        auto* label = new TextLabel(m_theme, m_content, TextStyle::Body, Role::Text2);
        label->setText(caption);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row++, 1);
    };
    field(tr("To"), people(view.draft.to, foreign));
    if (!view.draft.cc.empty()) {
        field(tr("Cc"), people(view.draft.cc, foreign));
    }
    auto* subject = new ElidedLabel(m_theme, m_content, TextStyle::BodyMedium);
    subject->setObjectName(QStringLiteral("draftSubject"));
    subject->setText(view.draft.subject);
    field(tr("Subject"), subject);
    layout()->addWidget(m_content);
}

}  // namespace kith::ui
