// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/write_back_popover.h"

#include "ui/buttons.h"
#include "ui/enrichment_words.h"
#include "ui/paragraph.h"
#include "ui/text_label.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

/// One value on a line; what is new is marked in words, not by colour alone.
QString beforeAndAfter(const people::FieldChange& change) {
    QStringList lines;
    for (const QString& value : change.before) {
        lines << (change.after.contains(value) ? value : WriteBackPopover::tr("%1 goes").arg(value));
    }
    for (const QString& value : change.after) {
        if (!change.before.contains(value)) {
            lines << WriteBackPopover::tr("%1 is new").arg(value);
        }
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

WriteBackPopover::WriteBackPopover(const Theme& theme, const QString& source, const service::WriteBackView& view,
                                   QWidget* parent)
    : Popover(theme, parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("writeBackPopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    build(source, view);
}

void WriteBackPopover::build(const QString& source, const service::WriteBackView& view) {
    bodyLayout()->setSpacing(space::half);
    const QString service = EnrichmentWords::service(source);
    auto* title = new TextLabel(m_theme, this, TextStyle::LeadStrong);
    title->setWordWrap(true);
    title->setText(tr("Write %1 to %2").arg(view.who, service));
    bodyLayout()->addWidget(title);
    for (const people::FieldChange& change : view.changes.fields) {
        if (!change.changes()) {
            continue;
        }
        bodyLayout()->addSpacing(space::half);
        auto* label = new TextLabel(m_theme, this, TextStyle::CaptionMedium, Role::Text3);
        label->setText(EnrichmentWords::field(change.field));
        bodyLayout()->addWidget(label);
        auto* values = new TextLabel(m_theme, this, TextStyle::Body, Role::Text);
        values->setObjectName(QStringLiteral("writeBack_") + change.field);
        values->setWordWrap(true);
        values->setText(beforeAndAfter(change));
        bodyLayout()->addWidget(values);
    }
    auto* note = new Paragraph(m_theme, this, TextStyle::Caption, Role::Text2);
    note->setText(!view.changes.changes() ? tr("%1 has all of this already.").arg(service)
                  : view.changes.record.isEmpty()
                      ? tr("%1 does not know this person yet; a record is made.").arg(service)
                      : tr("Where several values may stand, all that are there stay."));
    bodyLayout()->addSpacing(space::half);
    bodyLayout()->addWidget(note);
    auto* row = new QHBoxLayout;
    auto* write = new Button(m_theme, this, ButtonKind::Primary);
    write->setObjectName(QStringLiteral("writeBackConfirm"));
    write->setButtonSize(ButtonSize::Small);
    write->setText(tr("Write to %1").arg(service));
    write->setEnabled(view.changes.changes());
    auto* cancel = new Button(m_theme, this);
    cancel->setObjectName(QStringLiteral("writeBackCancel"));
    cancel->setButtonSize(ButtonSize::Small);
    cancel->setText(tr("Cancel"));
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(write);
    footLayout()->addLayout(row);
    connect(cancel, &QAbstractButton::clicked, this, &QWidget::close);
    connect(write, &QAbstractButton::clicked, this, [this] {
        Q_EMIT confirmed();
        close();
    });
}

}  // namespace kith::ui
