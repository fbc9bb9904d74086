// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/label_popover.h"

#include "ui/buttons.h"
#include "ui/check_box.h"
#include "ui/text_label.h"
#include "ui/text_paint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int labelRow = 32;
constexpr int labelRowsShown = 6;
constexpr int placeRowsShown = 8;
constexpr int labelInset = 8;

/// Check box or icon, the label's own colour, its name.
class LabelDelegate : public QStyledItemDelegate {
public:
    LabelDelegate(const Theme& theme, LabelPurpose purpose, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
        , m_purpose(purpose) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {200, m_theme.scaled(labelRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const LabelLine* line = static_cast<const LabelModel*>(index.model())->line(index);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (current || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.colour(current ? Role::Tint : Role::Hover));
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), radius::control, radius::control);
        }
        const QRectF sign(option.rect.left() + labelInset, option.rect.top(), 16, option.rect.height());
        if (m_purpose == LabelPurpose::Label && !line->create) {
            paintTick(*painter, sign, line->tick);
        } else {
            paintIcon(*painter, m_theme, sign, line->icon, line->create ? Role::Accent : Role::Text3, 16);
        }
        double left = sign.right() + labelInset;
        if (const QColor colour(line->colour); colour.isValid()) {
            painter->setPen(QPen(m_theme.colour(Role::StrongLine), 1));
            painter->setBrush(colour);
            painter->drawEllipse(QRectF(left, option.rect.center().y() - 4, 9, 9));
            left += 9 + labelInset;
        }
        const QRectF words(left, option.rect.top(), option.rect.right() - left - labelInset, option.rect.height());
        paintLine(*painter, m_theme, words, index.data(Qt::DisplayRole).toString(),
                  line->tick == LabelTick::On ? TextStyle::BodyMedium : TextStyle::Body, Role::Text);
        painter->restore();
    }

private:
    void paintTick(QPainter& painter, const QRectF& box, LabelTick tick) const {
        paintCheckBox(painter, m_theme, box, tick == LabelTick::On);
        if (tick == LabelTick::Some) {
            painter.setPen(QPen(m_theme.colour(Role::Accent), 2));
            painter.drawLine(QPointF(box.center().x() - 4, box.center().y()),
                             QPointF(box.center().x() + 4, box.center().y()));
        }
    }

    const Theme& m_theme;
    LabelPurpose m_purpose;
};

}  // namespace

LabelPopover::LabelPopover(const Theme& theme, LabelPurpose purpose, QWidget* parent)
    : Popover(theme, parent)
    , m_theme(theme)
    , m_purpose(purpose)
    , m_model(new LabelModel(purpose, this)) {
    setObjectName(QStringLiteral("labelPopover"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    buildFoot();
    typed();
}

void LabelPopover::build() {
    const bool moving = m_purpose == LabelPurpose::Move;
    auto* title = new TextLabel(m_theme, this, TextStyle::LeadStrong);
    title->setText(moving ? tr("Move to") : tr("Label as"));
    setAccessibleName(title->text());
    bodyLayout()->addWidget(title);
    m_find = new QLineEdit(this);
    m_find->setObjectName(QStringLiteral("labelFind"));
    m_find->setPlaceholderText(tr("Find a label or name a new one"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->installEventFilter(this);
    bodyLayout()->addWidget(m_find);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("labelChoices"));
    m_list->setAccessibleName(tr("Labels"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new LabelDelegate(m_theme, m_purpose, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    const int wanted = m_theme.scaled(labelRow) * (moving ? placeRowsShown : labelRowsShown);
    m_list->setFixedHeight(
        std::min(wanted, std::max(m_theme.scaled(labelRow) * 2, parentWidget()->window()->height() / 3)));
    m_list->installEventFilter(this);
    bodyLayout()->addWidget(m_list);
    m_none = new TextLabel(m_theme, m_list->viewport(), TextStyle::Body, Role::Text3);
    m_none->setObjectName(QStringLiteral("labelNone"));
    m_none->setText(tr("No labels yet. Type a name to make one."));
    m_none->move(labelInset, labelInset);
    connect(m_find, &QLineEdit::textChanged, this, &LabelPopover::typed);
    connect(m_list, &QListView::clicked, this, &LabelPopover::activate);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &LabelPopover::showApply);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LabelPopover::showApply);
    setFocusProxy(m_find);
}

void LabelPopover::buildFoot() {
    if (m_purpose == LabelPurpose::Move) {
        return;
    }
    auto* foot = new QHBoxLayout;
    auto* hint = new TextLabel(m_theme, this, TextStyle::Caption, Role::Text3);
    hint->setText(tr("Tick several with ↓ and Space."));
    m_apply = new Button(m_theme, this, ButtonKind::Primary);
    m_apply->setObjectName(QStringLiteral("labelApply"));
    m_apply->setButtonSize(ButtonSize::Small);
    m_apply->setText(tr("Apply"));
    m_apply->setKeys(QKeySequence(Qt::Key_Return));
    foot->addWidget(hint);
    foot->addStretch();
    foot->addWidget(m_apply);
    footLayout()->addLayout(foot);
    connect(m_apply, &QAbstractButton::clicked, this, &LabelPopover::accept);
}

void LabelPopover::setLabels(const std::vector<service::MailLabel>& labels, int of) {
    m_model->setLabels(labels, of);
    typed();
}

void LabelPopover::typed() {
    m_model->find(m_find->text());
    m_list->setCurrentIndex(m_model->index(0));
    showApply();
}

void LabelPopover::showApply() {
    m_none->setVisible(m_model->rowCount() == 0);
    if (m_apply) {
        m_apply->setEnabled(m_model->isChanged() || !m_find->text().trimmed().isEmpty());
    }
}

void LabelPopover::step(int by) {
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, std::max(0, m_model->rowCount() - 1));
    m_list->setCurrentIndex(m_model->index(row));
}

void LabelPopover::activate(const QModelIndex& index) {
    const LabelLine* line = m_model->line(index);
    if (!line) {
        return;
    }
    if (m_purpose == LabelPurpose::Label) {
        const bool made = line->create;
        m_model->toggle(index);
        if (made) {
            m_find->clear();
        }
        showApply();
        return;
    }
    const LabelLine chosen = *line;
    close();
    if (chosen.action) {
        Q_EMIT movedBy(*chosen.action);
    } else {
        Q_EMIT movedTo(chosen.name);
    }
}

void LabelPopover::accept() {
    const QModelIndex current = m_list->currentIndex();
    if (m_purpose == LabelPurpose::Move) {
        activate(current);
        return;
    }
    // What was typed and found is meant, also where nothing was ticked before.
    if (!m_find->text().trimmed().isEmpty() || !m_model->isChanged()) {
        m_model->toggle(current);
    }
    const service::LabelChange change = m_model->change();
    close();
    if (!change.add.isEmpty() || !change.remove.isEmpty()) {
        Q_EMIT labelled(change);
    }
}

bool LabelPopover::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress) {
        return Popover::eventFilter(watched, event);
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        accept();
        return true;
    }
    if (watched == m_find && (key == Qt::Key_Down || key == Qt::Key_Up)) {
        if (key == Qt::Key_Down && m_find->text().isEmpty()) {
            m_list->setFocus();
        } else {
            step(key == Qt::Key_Down ? 1 : -1);
        }
        return true;
    }
    if (watched == m_list && key == Qt::Key_Space && m_purpose == LabelPurpose::Label) {
        activate(m_list->currentIndex());
        return true;
    }
    if (watched == m_list && key == Qt::Key_Up && m_list->currentIndex().row() <= 0) {
        m_find->setFocus();
        return true;
    }
    return Popover::eventFilter(watched, event);
}

}  // namespace kith::ui
