// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/command_palette.h"

#include "ui/bring_home.h"
#include "ui/elided_label.h"
#include "ui/house_door.h"
#include "ui/icon_label.h"
#include "ui/key_cap.h"
#include "ui/palette_delegate.h"
#include "ui/shortcut_registry.h"
#include "ui/text_label.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

namespace {

constexpr int paletteWidth = 640;
constexpr int paletteTop = 112;
constexpr int fieldHeight = 56;
constexpr int footHeight = 40;
constexpr int searchPause = 120;
constexpr qsizetype leastForMail = 2;
constexpr size_t mostMail = 6;
constexpr qsizetype mostRemembered = 8;

QString recentKey() {
    return QStringLiteral("palette.recent");
}

PaletteSection sectionOf(const Shortcut& shortcut) {
    if (shortcut.id.startsWith(QLatin1String("go."))) {
        return PaletteSection::GoTo;
    }
    return shortcut.context == ShortcutContext::Window ? PaletteSection::Kith : PaletteSection::Conversation;
}

QString iconOf(const QString& id) {
    static const QHash<QString, QString> icons{{QStringLiteral("go.inbox"), QStringLiteral("inbox")},
                                               {QStringLiteral("go.review"), QStringLiteral("list-checks")},
                                               {QStringLiteral("go.drafts"), QStringLiteral("file-check-2")},
                                               {QStringLiteral("go.sent"), QStringLiteral("send")},
                                               {QStringLiteral("go.contacts"), QStringLiteral("users")},
                                               {QStringLiteral("go.opportunities"), QStringLiteral("target")},
                                               {QStringLiteral("go.log"), QStringLiteral("activity")},
                                               {QStringLiteral("go.snoozed"), QStringLiteral("clock")},
                                               {QStringLiteral("go.accounts"), QStringLiteral("user")},
                                               {QStringLiteral("go.starred"), QStringLiteral("star")},
                                               {QStringLiteral("go.insights"), QStringLiteral("chart-column")},
                                               {QStringLiteral("go.imports"), QStringLiteral("file-up")},
                                               {QStringLiteral("go.settings"), QStringLiteral("settings")},
                                               {QStringLiteral("go.learned"), QStringLiteral("graduation-cap")},
                                               {QStringLiteral("go.rules"), QStringLiteral("workflow")},
                                               {QStringLiteral("mail.archive"), QStringLiteral("archive")},
                                               {QStringLiteral("mail.delete"), QStringLiteral("trash-2")},
                                               {QStringLiteral("mail.reply"), QStringLiteral("reply")},
                                               {QStringLiteral("mail.replyAll"), QStringLiteral("reply-all")},
                                               {QStringLiteral("mail.forward"), QStringLiteral("forward")},
                                               {QStringLiteral("mail.star"), QStringLiteral("star")},
                                               {QStringLiteral("mail.snooze"), QStringLiteral("clock")},
                                               {QStringLiteral("mail.label"), QStringLiteral("tag")},
                                               {QStringLiteral("mail.move"), QStringLiteral("folder-input")},
                                               {QStringLiteral("mail.mute"), QStringLiteral("volume-x")},
                                               {QStringLiteral("mail.spam"), QStringLiteral("shield-alert")},
                                               {QStringLiteral("mail.write"), QStringLiteral("square-pen")},
                                               {QStringLiteral("window.search"), QStringLiteral("search")},
                                               {QStringLiteral("window.undo"), QStringLiteral("undo-2")},
                                               {QStringLiteral("window.help"), QStringLiteral("circle-question-mark")},
                                               {QStringLiteral("priority.why"), QStringLiteral("info")},
                                               {QStringLiteral("priority.right"), QStringLiteral("check")}};
    return icons.value(id, QStringLiteral("chevron-right"));
}

}  // namespace

CommandPalette::CommandPalette(const Theme& theme, ShortcutRegistry& registry, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_registry(registry)
    , m_model(new PaletteModel(this)) {
    setObjectName(QStringLiteral("commandPalette"));
    setAccessibleName(tr("Commands"));
    build();
    hide();
    parent->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(searchPause);
    connect(&m_pause, &QTimer::timeout, this, &CommandPalette::searchMail);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CommandPalette::build() {
    m_card = new QWidget(this);
    auto* column = new QVBoxLayout(m_card);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(m_theme, m_card));
    buildList();
    column->addWidget(m_list, 1);
    column->addWidget(new Hairline(m_theme, m_card));
    column->addWidget(buildFoot());
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::typed);
}

QWidget* CommandPalette::buildHead() {
    auto* head = new QWidget(m_card);
    head->setFixedHeight(m_theme.scaled(fieldHeight));
    auto* lens = new IconLabel(m_theme, head, 20);
    lens->setFace(QStringLiteral("search"), Role::Text2);
    m_field = new QLineEdit(head);
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Find an action, a place or a conversation"));
    m_field->setPlaceholderText(tr("Find an action, a place or a conversation"));
    m_field->setProperty("bare", true);
    m_field->setFont(m_theme.font(TextStyle::Lead));
    m_field->installEventFilter(this);
    m_context = new TextLabel(m_theme, head, TextStyle::Body, Role::Text3);
    auto* escape = new KeyCap(m_theme, head);
    escape->setKeys(QKeySequence(Qt::Key_Escape));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(space::pane, 0, space::pane, 0);
    row->setSpacing(space::two);
    row->addWidget(lens);
    row->addWidget(m_field, 1);
    row->addWidget(m_context);
    row->addWidget(escape);
    return head;
}

void CommandPalette::buildList() {
    m_list = new QListView(m_card);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    connect(m_list, &QListView::entered, this, [this](const QModelIndex& index) {
        if (m_model->entry(index) != nullptr) {
            m_list->setCurrentIndex(index);
        }
    });
}

QWidget* CommandPalette::buildFoot() {
    auto* foot = new QWidget(m_card);
    foot->setFixedHeight(m_theme.scaled(footHeight));
    auto* hint = new TextLabel(m_theme, foot, TextStyle::Caption, Role::Text3);
    hint->setText(tr("↑ ↓ choose · Enter run"));
    m_count = new TextLabel(m_theme, foot, TextStyle::Caption, Role::Text3);
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(space::pane, 0, space::pane, 0);
    row->addWidget(hint);
    row->addStretch();
    row->addWidget(m_count);
    return foot;
}

void CommandPalette::setHouse(HouseDoor* house) {
    m_house = house;
    m_recent.clear();
    if (house != nullptr) {
        bringHome(this, house->setting(recentKey(), {}), [this](const auto& stored) {
            if (stored) {
                m_recent = stored->split(QLatin1Char(' '), Qt::SkipEmptyParts);
            }
        });
    }
}

std::vector<PaletteEntry> CommandPalette::commands() const {
    std::vector<PaletteEntry> all;
    for (const Shortcut& shortcut : m_registry.shortcuts()) {
        const QAction* action = m_registry.action(shortcut.id);
        const bool elsewhere = shortcut.context != ShortcutContext::Window && shortcut.context != m_registry.active();
        if (shortcut.id == QLatin1String("window.palette") || elsewhere) {
            continue;
        }
        PaletteEntry entry;
        entry.id = shortcut.id;
        entry.section = sectionOf(shortcut);
        entry.text = shortcut.text;
        entry.icon = iconOf(shortcut.id);
        entry.keys = shortcut.keys.value(0);
        entry.impossible = m_registry.impossible(shortcut.id);
        if (action->isEnabled() || !entry.impossible.isEmpty()) {
            all.push_back(std::move(entry));
        }
    }
    return all;
}

void CommandPalette::open(const QString& context) {
    m_before = window()->focusWidget();
    m_context->setText(QFontMetrics(m_context->font()).elidedText(context, Qt::ElideRight, paletteWidth / 3));
    m_model->type({});
    m_model->setCommands(commands(), m_recent);
    m_field->clear();
    layOut();
    show();
    raise();
    m_field->setFocus();
    typed();
}

void CommandPalette::close() {
    m_pause.stop();
    hide();
    if (m_before) {
        m_before->setFocus();
    }
    Q_EMIT closed();
}

QRect CommandPalette::card() const {
    const int wide = std::min(m_theme.scaled(paletteWidth), width() - 2 * space::pane);
    const int high = std::min(m_theme.scaled(560), height() - paletteTop - space::pane);
    return {(width() - wide) / 2, std::min(paletteTop, height() / 8), wide, high};
}

void CommandPalette::layOut() {
    setGeometry(parentWidget()->rect());
    m_card->setGeometry(card());
}

void CommandPalette::typed() {
    m_model->type(m_field->text());
    chooseFirst();
    m_pause.start();
}

void CommandPalette::chooseFirst() {
    m_list->setCurrentIndex(m_model->firstEntry());
    m_list->scrollToTop();
    const int count = m_model->entryCount();
    m_count->setText(count == 0 ? tr("Nothing fits") : tr("%1 found").arg(count));
}

void CommandPalette::searchMail() {
    const QString asked = m_model->typed();
    if (m_house == nullptr || asked.size() < leastForMail) {
        return;
    }
    bringHome(this, m_house->inbox().search(asked), [this, asked](const auto& order) {
        if (!order || asked != m_model->typed()) {
            return;
        }
        std::vector<ThreadId> first = order->threads;
        first.resize(std::min(first.size(), mostMail));
        bringHome(this, m_house->inbox().rows(first), [this, asked](const auto& rows) {
            if (rows) {
                showMail(asked, *rows);
            }
        });
    });
}

void CommandPalette::showMail(const QString& asked, const std::vector<InboxRow>& rows) {
    if (!isVisible() || asked != m_model->typed()) {
        return;
    }
    const PaletteEntry* before = m_model->entry(m_list->currentIndex());
    const QString id = before == nullptr ? QString() : before->id;
    m_model->setMail(rows);
    chooseFirst();
    for (int row = 0; row < m_model->rowCount(); ++row) {  // the chosen one stays chosen
        const PaletteEntry* entry = m_model->entry(m_model->index(row));
        if (entry != nullptr && entry->id == id) {
            m_list->setCurrentIndex(m_model->index(row));
        }
    }
}

void CommandPalette::move(int by) {
    int row = m_list->currentIndex().row();
    for (int tries = 0; tries < m_model->rowCount(); ++tries) {
        row = (row + by + m_model->rowCount()) % m_model->rowCount();
        if (m_model->entry(m_model->index(row)) != nullptr) {
            m_list->setCurrentIndex(m_model->index(row));
            return;
        }
    }
}

void CommandPalette::run(const QModelIndex& index) {
    const PaletteEntry* chosen = m_model->entry(index);
    if (chosen == nullptr || !chosen->impossible.isEmpty()) {
        return;  // it says why itself
    }
    const PaletteEntry entry = *chosen;
    close();
    if (entry.mail) {
        Q_EMIT threadChosen(entry.mail->thread);
        return;
    }
    remember(entry.id);
    m_registry.action(entry.id)->trigger();
}

void CommandPalette::remember(const QString& id) {
    m_recent.removeAll(id);
    m_recent.prepend(id);
    m_recent = m_recent.mid(0, mostRemembered);
    if (m_house != nullptr) {
        m_house->setSetting(recentKey(), m_recent.join(QLatin1Char(' ')));
    }
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colour(Role::Scrim));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colour(Role::PopoverEdge), m_theme.scheme() == Scheme::HighContrast ? 2 : 1));
    painter.setBrush(m_theme.colour(Role::Raised));
    painter.drawRoundedRect(card(), radius::popover, radius::popover);
}

void CommandPalette::mousePressEvent(QMouseEvent* event) {
    if (!card().contains(event->pos())) {
        close();
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        layOut();
        return false;
    }
    if (watched != m_field || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)) {
        return false;
    }
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();  // every key is meant for the palette while it is open
        return true;
    }
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        move(1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        move(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

}  // namespace kith::ui
