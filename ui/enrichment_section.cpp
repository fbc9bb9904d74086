// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/enrichment_section.h"

#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/enrichment_tasks.h"
#include "ui/enrichment_words.h"
#include "ui/page_column.h"
#include "ui/paragraph.h"
#include "ui/source_card.h"
#include "ui/text_label.h"
#include "ui/write_back_popover.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr int enrichmentWidth = 640;
constexpr int enrichmentListHeight = 300;
constexpr int enrichmentRows = 500;
constexpr int enrichmentEvery[] = {0, 15, 60, 6 * 60, 24 * 60};

QString everyText(int minutes) {
    return minutes == 0        ? EnrichmentSection::tr("only when I ask for it")
           : minutes < 60      ? EnrichmentSection::tr("every %n minute(s)", nullptr, minutes)
           : minutes < 24 * 60 ? EnrichmentSection::tr("every %n hour(s)", nullptr, minutes / 60)
                               : EnrichmentSection::tr("every day");
}

QString sentenceOf(const Error& error) {
    return error.hint.isEmpty() ? error.detail : error.hint;
}

}  // namespace

EnrichmentSection::EnrichmentSection(const Theme& theme, service::EnrichmentDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk) {
    setObjectName(QStringLiteral("enrichmentSection"));
    setAccessibleName(tr("Enrichment"));
    build();
    connect(&m_desk, &service::EnrichmentDesk::moved, this, [this](const service::EnrichmentStatus& status) {
        showStatus(status);
        if (!status.running) {
            arrive();
        }
    });
}

void EnrichmentSection::build() {
    auto* page = new PageColumn(this, enrichmentWidth, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    auto* title = new TextLabel(theme(), page->holder(), TextStyle::Heading);
    title->setText(tr("Enrichment"));
    page->column().addSpacing(space::pane);
    page->column().addWidget(title);
    auto* intro = new Paragraph(theme(), page->holder(), TextStyle::Body, Role::Text2);
    intro->setText(tr("Contacts grow out of your mail. Services that you trust can add to them; every value keeps its "
                      "source, and what you typed or locked stays on top."));
    page->column().addWidget(intro);
    page->column().addSpacing(space::one);
    buildSources(*page);
    buildSchedule(*page);
    buildTasks(*page);
    page->column().addSpacing(space::screen);
    page->column().addStretch();
    setFocusProxy(m_cards.begin()->second);
}

void EnrichmentSection::buildSources(PageColumn& page) {
    for (const char* name : {"attio", "onyx"}) {
        const QString source = QLatin1String(name);
        auto* card = new SourceCard(theme(), source, page.holder());
        m_cards[source] = card;
        page.column().addWidget(card);
        page.column().addWidget(new Hairline(theme(), page.holder()));
        connect(card, &SourceCard::keyGiven, this, [this, source, card](const QString& key) {
            bringHome(this, m_desk.setKey(source, key), [this, card, key](const Result<void>& kept) {
                card->tell(!kept           ? sentenceOf(kept.error())
                           : key.isEmpty() ? tr("The key is forgotten.")
                                           : tr("The key is kept."),
                           bool(kept));
                arrive();
            });
        });
        connect(card, &SourceCard::testAsked, this, [this, source, card] {
            card->tell(tr("Asking …"), true);
            bringHome(this, m_desk.test(source), [card](const Result<QString>& said) {
                card->tell(said ? tr("It answers: %1").arg(*said) : sentenceOf(said.error()), bool(said));
            });
        });
        connect(card, &SourceCard::onChanged, this, [this, source](bool on) {
            bringHome(this, m_desk.setOn(source, on), [this](const Result<void>& kept) {
                if (!kept) {
                    tell(kept.error());
                }
                arrive();
            });
        });
    }
}

void EnrichmentSection::buildSchedule(PageColumn& page) {
    page.column().addSpacing(space::two);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::one);
    auto* words = new TextLabel(theme(), page.holder());
    words->setText(tr("Look for contacts that are due"));
    m_every = new QComboBox(page.holder());
    m_every->setObjectName(QStringLiteral("enrichmentEvery"));
    m_every->setAccessibleName(tr("How often to look for contacts that are due"));
    words->setBuddy(m_every);
    for (const int minutes : enrichmentEvery) {
        m_every->addItem(everyText(minutes), minutes);
    }
    row->addWidget(words);
    row->addWidget(m_every);
    row->addStretch();
    m_pause = addButton(*row, "enrichmentPause", tr("Pause"));
    m_look = addButton(*row, "enrichmentLook", tr("Look now"));
    page.column().addLayout(row);
    m_progress = new TextLabel(theme(), page.holder(), TextStyle::Body, Role::Text2);
    m_progress->setObjectName(QStringLiteral("enrichmentProgress"));
    page.column().addWidget(m_progress);
    const auto keep = [this] {
        bringHome(this, m_desk.save(m_settings), [this](const Result<void>& kept) {
            if (!kept) {
                tell(kept.error());
            }
            arrive();
        });
    };
    connect(m_every, &QComboBox::activated, this, [this, keep] {
        m_settings.everyMinutes = m_every->currentData().toInt();
        keep();
    });
    connect(m_pause, &QAbstractButton::clicked, this, [this, keep] {
        m_settings.paused = !m_settings.paused;
        keep();
    });
    connect(m_look, &QAbstractButton::clicked, this, [this] { m_desk.visitNow(); });
}

void EnrichmentSection::buildTasks(PageColumn& page) {
    page.column().addSpacing(space::two);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::one);
    auto* title = new TextLabel(theme(), page.holder(), TextStyle::LeadStrong);
    title->setText(tr("Tasks"));
    m_counts = new TextLabel(theme(), page.holder(), TextStyle::Caption, Role::Text3);
    m_filter = new QComboBox(page.holder());
    m_filter->setObjectName(QStringLiteral("enrichmentFilter"));
    m_filter->setAccessibleName(tr("Which tasks to show"));
    m_filter->addItem(tr("All"), -1);
    m_filter->addItem(tr("Waiting"), int(TaskState::Pending));
    m_filter->addItem(tr("Failed"), int(TaskState::Failed));
    m_filter->addItem(tr("Without a result"), int(TaskState::Skipped));
    m_filter->addItem(tr("Done"), int(TaskState::Completed));
    head->addWidget(title);
    head->addWidget(m_counts);
    head->addStretch();
    head->addWidget(m_filter);
    page.column().addLayout(head);
    m_model = new EnrichmentTaskModel(this);
    m_list = new QListView(page.holder());
    m_list->setObjectName(QStringLiteral("enrichmentTasks"));
    m_list->setAccessibleName(tr("Tasks"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EnrichmentTaskDelegate(theme(), m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFixedHeight(theme().scaled(enrichmentListHeight));
    page.column().addWidget(m_list);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(space::one);
    m_retry = addButton(*foot, "enrichmentRetry", tr("Try again"));
    m_retryAll = addButton(*foot, "enrichmentRetryAll", tr("Try all failed again"));
    foot->addStretch();
    m_write = addButton(*foot, "enrichmentWriteBack", tr("Write to Attio …"));
    page.column().addLayout(foot);
    m_said = new TextLabel(theme(), page.holder(), TextStyle::Caption, Role::Text2);
    m_said->setObjectName(QStringLiteral("enrichmentSaid"));
    m_said->setWordWrap(true);
    page.column().addWidget(m_said);
    connect(m_filter, &QComboBox::activated, this, &EnrichmentSection::readTasks);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EnrichmentSection::judgeRow);
    connect(m_retry, &QAbstractButton::clicked, this, &EnrichmentSection::retryRow);
    connect(m_retryAll, &QAbstractButton::clicked, this, [this] {
        bringHome(this, m_desk.retryFailed(), [this](const Result<qint64>& retried) {
            m_said->setText(retried ? tr("%n task(s) go again.", nullptr, int(*retried)) : sentenceOf(retried.error()));
            arrive();
        });
    });
    connect(m_write, &QAbstractButton::clicked, this, &EnrichmentSection::previewRow);
    judgeRow();
}

Button* EnrichmentSection::addButton(QLayout& row, const char* name, const QString& text) {
    auto* button = new Button(theme(), this);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    row.addWidget(button);
    return button;
}

void EnrichmentSection::arrive() {
    bringHome(this, m_desk.facts(), [this](const Result<service::EnrichmentFacts>& facts) {
        if (facts) {
            showFacts(*facts);
        } else {
            tell(facts.error());
        }
    });
    readTasks();
}

void EnrichmentSection::showFacts(const service::EnrichmentFacts& facts) {
    m_settings = facts.settings;
    for (const service::SourceFacts& source : facts.sources) {
        if (const auto card = m_cards.find(source.name); card != m_cards.end()) {
            card->second->show(source);
        }
    }
    if (m_every->findData(m_settings.everyMinutes) < 0) {
        m_every->addItem(everyText(m_settings.everyMinutes), m_settings.everyMinutes);
    }
    m_every->setCurrentIndex(m_every->findData(m_settings.everyMinutes));
    m_counts->setText(EnrichmentWords::counts(facts.status.tasks));
    m_retryAll->setEnabled(facts.status.tasks.failed > 0);
    showStatus(facts.status);
}

void EnrichmentSection::showStatus(const service::EnrichmentStatus& status) {
    service::EnrichmentStatus shown = status;
    shown.paused = m_settings.paused;
    m_progress->setText(EnrichmentWords::progress(shown));
    m_pause->setText(m_settings.paused ? tr("Go on") : tr("Pause"));
    m_look->setEnabled(!m_settings.paused && !status.offline && !status.running);
}

void EnrichmentSection::readTasks() {
    bringHome(this, m_desk.tasks(m_filter->currentData().toInt(), {}, enrichmentRows),
              [this](const Result<std::vector<service::EnrichmentRow>>& rows) {
                  if (!rows) {
                      tell(rows.error());
                      return;
                  }
                  m_model->setRows(*rows);
                  judgeRow();
              });
}

void EnrichmentSection::judgeRow() {
    const service::EnrichmentRow* row = m_model->row(m_list->currentIndex());
    const TaskState state = row != nullptr ? row->task.state : TaskState::Pending;
    m_retry->setEnabled(row != nullptr &&
                        (state == TaskState::Failed || state == TaskState::Skipped || state == TaskState::Cancelled));
    m_write->setEnabled(row != nullptr && !row->who.isEmpty());
}

void EnrichmentSection::retryRow() {
    if (const service::EnrichmentRow* row = m_model->row(m_list->currentIndex())) {
        bringHome(this, m_desk.retry(row->task.id), [this](const Result<void>& retried) {
            m_said->setText(retried ? tr("It goes again.") : sentenceOf(retried.error()));
            arrive();
        });
    }
}

void EnrichmentSection::previewRow() {
    const service::EnrichmentRow* row = m_model->row(m_list->currentIndex());
    if (row == nullptr) {
        return;
    }
    const QString source = QStringLiteral("attio");
    m_said->setText(tr("Looking at what would change …"));
    bringHome(this, m_desk.preview(source, row->contact), [this, source](const Result<service::WriteBackView>& view) {
        m_said->clear();
        if (view) {
            showPreview(source, *view);
        } else {
            tell(view.error());
        }
    });
}

void EnrichmentSection::showPreview(const QString& source, const service::WriteBackView& view) {
    auto* popover = new WriteBackPopover(theme(), source, view, this);
    connect(popover, &WriteBackPopover::confirmed, this, [this, source, view] {
        bringHome(this, m_desk.write(source, view), [this, source, view](const Result<void>& written) {
            m_said->setText(written ? tr("%1 is written to %2.").arg(view.who, EnrichmentWords::service(source))
                                    : sentenceOf(written.error()));
        });
    });
    popover->openAt(*m_write);
}

void EnrichmentSection::tell(const Error& error) {
    m_said->setText(sentenceOf(error));
}

}  // namespace kith::ui
