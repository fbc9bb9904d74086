// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/drafts_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/paragraph.h"
#include "ui/settings_column.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int snippetHeight = 88;

/// Rows of widgets, each in a holder of its own.
void clearDraftRows(QVBoxLayout& rows) {
    while (QLayoutItem* item = rows.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();  // it may be the one whose signal is on its way
        }
        delete item;
    }
}

}  // namespace

DraftsSection::DraftsSection(const Theme& theme, service::DraftsDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("draftsSection"));
    setAccessibleName(tr("Drafts"));
    build();
}

void DraftsSection::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_page = new SettingsColumn(theme(), this, tr("Drafts"));
    column->addWidget(m_page);
    buildAhead();
    buildSending();
    m_page->addGroup(tr("How you write"));
    m_noTone = m_page->addCaption("draftsNoTone");
    m_noTone->setText(tr("Nothing yet. What you change in drafts before you approve them is remembered here."));
    m_tone = new QVBoxLayout;
    m_tone->setSpacing(space::half);
    m_page->column().addLayout(m_tone);
    buildSnippets();
    m_problem = m_page->addCaption("draftsProblem");
    m_page->column().addSpacing(space::screen);
    m_page->column().addStretch();
    setFocusProxy(m_ahead);
}

void DraftsSection::buildAhead() {
    m_page->addParagraph(
        tr("Kith can write answers before you ask: only to people, never to lists, machines or suspicious mail. A "
           "draft is yours to change; nothing goes by itself."));
    m_ahead = new QCheckBox(tr("Draft answers ahead"), m_page->holder());
    m_ahead->setObjectName(QStringLiteral("draftsAhead"));
    m_page->column().addWidget(m_ahead);
    m_needsModel = m_page->addCaption("draftsNeedsModel");
    m_needsModel->setText(tr("A model has to be allowed first, under Model."));
    m_page->column().addSpacing(space::one);
    m_least = new QComboBox(m_page->holder());
    m_least->setObjectName(QStringLiteral("draftsLeast"));
    m_least->addItem(tr("Critical mail"), static_cast<int>(Priority::Critical));
    m_least->addItem(tr("Critical and high"), static_cast<int>(Priority::High));
    m_least->addItem(tr("Critical, high and medium"), static_cast<int>(Priority::Medium));
    m_page->addField(tr("For"), m_least)->addStretch(1);
    connect(m_ahead, &QCheckBox::clicked, this, &DraftsSection::keep);
    connect(m_least, &QComboBox::activated, this, &DraftsSection::keep);
}

void DraftsSection::buildSending() {
    m_page->addGroup(tr("Sending"));
    m_send = new QCheckBox(tr("Offer to send from Kith"), m_page->holder());
    m_send->setObjectName(QStringLiteral("draftsSend"));
    m_page->column().addWidget(m_send);
    m_page->column().addSpacing(space::one);
    m_undo = new QComboBox(m_page->holder());
    m_undo->setObjectName(QStringLiteral("draftsUndo"));
    for (const int seconds : {5, 10, 20, 30, 60, 120}) {
        m_undo->addItem(tr("%n second(s)", nullptr, seconds), seconds);
    }
    m_page->addField(tr("Time to take it back"), m_undo)->addStretch(1);
    connect(m_send, &QCheckBox::clicked, this, &DraftsSection::keep);
    connect(m_undo, &QComboBox::activated, this, &DraftsSection::keep);
}

void DraftsSection::buildSnippets() {
    m_page->addGroup(tr("Snippets"));
    auto* hint = m_page->addCaption("draftsSnippetHint");
    hint->setText(tr("{first_name}, {name}, {company}, {subject}, {my_name} and {today} are filled in."));
    m_snippets = new QVBoxLayout;
    m_snippets->setSpacing(space::half);
    m_page->column().addLayout(m_snippets);
    m_page->column().addSpacing(space::one);
    m_name = new QLineEdit(m_page->holder());
    m_name->setObjectName(QStringLiteral("snippetName"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the snippet"));
    m_body = new QPlainTextEdit(m_page->holder());
    m_body->setObjectName(QStringLiteral("snippetBody"));
    m_body->setPlaceholderText(tr("Text"));
    m_body->setAccessibleName(tr("Text of the snippet"));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(theme().scaled(snippetHeight));
    m_page->column().addWidget(m_name);
    m_page->column().addSpacing(space::one);
    m_page->column().addWidget(m_body);
    m_page->column().addSpacing(space::one);
    QHBoxLayout* row = m_page->addRow();
    Button* add = m_page->addButton(*row, "snippetAdd", tr("Keep"));
    row->addStretch(1);
    connect(add, &QAbstractButton::clicked, this, &DraftsSection::keepSnippet);
}

void DraftsSection::arrive() {
    bringHome(this, m_desk.settings(), [this](const Result<service::DraftSettings>& settings) {
        if (settings) {
            show(*settings);
        }
    });
    bringHome(this, m_desk.writing(), [this](const Result<service::WritingFacts>& facts) {
        if (facts) {
            show(*facts);
        }
    });
}

void DraftsSection::show(const service::DraftSettings& settings) {
    m_settings = settings;
    m_ahead->setChecked(settings.ahead && settings.modelAllowed);
    m_ahead->setEnabled(settings.modelAllowed);
    m_least->setEnabled(settings.modelAllowed);
    m_needsModel->setVisible(!settings.modelAllowed);
    m_least->setCurrentIndex(m_least->findData(static_cast<int>(settings.least)));
    m_send->setChecked(settings.maySend);
    if (m_undo->findData(settings.undoSeconds) < 0) {
        m_undo->addItem(tr("%n second(s)", nullptr, settings.undoSeconds), settings.undoSeconds);
    }
    m_undo->setCurrentIndex(m_undo->findData(settings.undoSeconds));
    m_undo->setEnabled(settings.maySend);
}

void DraftsSection::keep() {
    m_settings.ahead = m_ahead->isChecked();
    m_settings.least = static_cast<Priority>(m_least->currentData().toInt());
    m_settings.maySend = m_send->isChecked();
    m_settings.undoSeconds = m_undo->currentData().toInt();
    bringHome(this, m_desk.keep(m_settings), [this](const Result<void>& done) { took(done); });
}

void DraftsSection::took(const Result<void>& done) {
    m_problem->setText(done ? QString() : tr("It is not kept: %1").arg(done.error().detail));
    m_problem->setVisible(!done);
    arrive();
}

QString DraftsSection::toneWords(const ToneNote& note) {
    const auto is = [&](const char* kind) { return note.kind == QLatin1String(kind); };
    return is("greeting")      ? tr("Greets with “%1”").arg(note.words)
           : is("closing")     ? tr("Closes with “%1”").arg(note.words)
           : is("length")      ? tr("About %1 words").arg(note.words)
           : is("exclamation") ? tr("No exclamation marks")
                               : tr("Leaves out “%1 …”").arg(note.words);
}

void DraftsSection::addRow(QVBoxLayout& rows, const QString& words, const QString& detail, const QString& away,
                           const std::function<void()>& remove) {
    auto* line = new QWidget(m_page->holder());
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::two);
    auto* title = new TextLabel(theme(), line, TextStyle::BodyMedium);
    title->setTextFormat(Qt::PlainText);
    title->setText(words);
    auto* more = new ElidedLabel(theme(), line, TextStyle::Body, Role::Text3);
    more->setText(detail);
    auto* button = new IconButton(theme(), line);
    button->setFace(QStringLiteral("trash-2"), away);
    row->addWidget(title);
    row->addWidget(more, 1);
    row->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, remove);
    rows.addWidget(line);
}

void DraftsSection::show(const service::WritingFacts& facts) {
    clearDraftRows(*m_tone);
    clearDraftRows(*m_snippets);
    m_noTone->setVisible(facts.tone.empty());
    for (const ToneNote& note : facts.tone) {
        const QString words = toneWords(note);
        addRow(*m_tone, words, tr("from %n draft(s)", nullptr, note.support), tr("Forget: %1").arg(words),
               [this, id = note.id] {
                   bringHome(this, m_desk.forgetTone(id), [this](const Result<void>& done) { took(done); });
               });
    }
    for (const Snippet& snippet : facts.snippets) {
        addRow(*m_snippets, snippet.name, snippet.body.simplified(), tr("Remove %1").arg(snippet.name),
               [this, id = snippet.id] {
                   bringHome(this, m_desk.removeSnippet(id), [this](const Result<void>& done) { took(done); });
               });
    }
}

void DraftsSection::keepSnippet() {
    const QString name = m_name->text().trimmed();
    const QString body = m_body->toPlainText();
    if (name.isEmpty() || body.trimmed().isEmpty()) {
        (name.isEmpty() ? static_cast<QWidget*>(m_name) : m_body)->setFocus();
        return;
    }
    bringHome(this, m_desk.keepSnippet({0, name, body, {}}), [this](const Result<void>& done) {
        if (done) {
            m_name->clear();
            m_body->clear();
        }
        took(done);
    });
}

}  // namespace kith::ui
