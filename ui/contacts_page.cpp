// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contacts_page.h"

#include "ui/avatar.h"
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/message_words.h"
#include "ui/people_model.h"
#include "ui/provenance_popover.h"
#include "ui/search_field.h"

#include <QHBoxLayout>
#include <QListView>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace kith::ui {

using service::Person;
using service::PersonField;
using service::PersonValue;

namespace {

constexpr int peopleWidth = 420;
constexpr int detailWidth = 640;

TextLabel* contactLabel(const Theme& theme, QWidget* parent, const QString& text, TextStyle style, Role role) {
    auto* label = new TextLabel(theme, parent, style, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(text);
    return label;
}

service::FactView factOf(const PersonField& field) {
    const PersonValue& best = field.values.front();
    service::FactView fact{field.field,     best.value,        service::FactView::Origin::Mail,
                           best.confidence, best.best.message, best.best.start,
                           best.best.end};
    const bool mail = best.best.source == QStringLiteral("signature") || best.best.source == QStringLiteral("header");
    fact.origin = field.disputed ? service::FactView::Origin::Conflict
                  : best.byUser  ? service::FactView::Origin::User
                  : mail         ? service::FactView::Origin::Mail
                                 : service::FactView::Origin::Outside;
    return fact;
}

QString titleOf(const Person& person) {
    QStringList words;
    for (const char* word : {"job_title", "company"}) {
        const auto it = std::ranges::find(person.fields, QString::fromLatin1(word), &PersonField::field);
        if (it != person.fields.end() && it->values.front().shown) {
            words << it->values.front().value;
        }
    }
    return words.join(QStringLiteral(" · "));
}

}  // namespace

ContactsPage::ContactsPage(const Theme& theme, service::PeopleDesk& desk, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk)
    , m_model(new PeopleModel(desk, this))
    , m_detail(new QScrollArea(this))
    , m_popover(new ProvenancePopover(theme, this)) {
    setObjectName(QStringLiteral("contactsPage"));
    setAccessibleName(tr("Contacts"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildList());
    m_detail->setObjectName(QStringLiteral("contactDetail"));
    m_detail->setAccessibleName(tr("The chosen contact"));
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setWidgetResizable(true);
    m_detail->viewport()->setAutoFillBackground(false);
    row->addWidget(m_detail, 1);
    connect(m_model, &PeopleModel::answered, this, &ContactsPage::count);
    connect(m_popover, &ProvenancePopover::decided, this, [this](qint64 observation, service::ValueVerdict verdict) {
        bringHome(this, m_desk.decide(observation, verdict), [this, verdict](const Result<service::Receipt>& receipt) {
            say(receipt, verdict == service::ValueVerdict::Wrong ? tr("This value is not shown any more.")
                                                                 : tr("This value is settled."));
        });
    });
    connect(m_popover, &ProvenancePopover::mailAsked, this, [this](MessageId message) {
        for (const InboxRow& one : m_person.conversations) {
            if (one.message == message) {
                Q_EMIT threadAsked(one.thread);
                return;
            }
        }
        if (!m_person.conversations.empty()) {
            Q_EMIT threadAsked(m_person.conversations.front().thread);
        }
    });
}

QWidget* ContactsPage::buildList() {
    auto* side = new Pane(theme(), Role::List, this);
    side->setLines(Qt::RightEdge);
    side->setFixedWidth(theme().scaled(peopleWidth));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(space::two, space::two, space::two, space::one);
    head->setSpacing(space::one);
    m_search = new SearchField(theme(), side);
    m_search->setObjectName(QStringLiteral("contactSearch"));
    m_search->setAccessibleName(tr("Search contacts"));
    m_search->setPlaceholderText(tr("Name, address, number, company"));
    head->addWidget(m_search);
    auto* filters = new QHBoxLayout;
    m_count = contactLabel(theme(), side, {}, TextStyle::Caption, Role::Text3);
    m_count->setObjectName(QStringLiteral("contactCount"));
    filters->addWidget(m_count, 1);
    m_disputed = new Button(theme(), side, ButtonKind::Quiet);
    m_disputed->setObjectName(QStringLiteral("onlyDisputed"));
    m_disputed->setCheckable(true);
    m_disputed->setText(tr("Sources disagree"));
    filters->addWidget(m_disputed);
    auto* duplicates = new Button(theme(), side, ButtonKind::Quiet);
    duplicates->setObjectName(QStringLiteral("findDuplicates"));
    duplicates->setText(tr("Duplicates"));
    filters->addWidget(duplicates);
    head->addLayout(filters);
    column->addLayout(head);
    column->addWidget(new Hairline(theme(), side));
    m_list = new QListView(side);
    m_list->setObjectName(QStringLiteral("contactList"));
    m_list->setAccessibleName(tr("Contacts by name"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PersonDelegate(theme(), m_list));
    column->addWidget(m_list, 1);
    connect(m_search, &SearchField::asked, this, &ContactsPage::ask);
    connect(m_search, &SearchField::entered, this, [this] { m_list->setFocus(); });
    connect(m_disputed, &Button::toggled, this, &ContactsPage::ask);
    connect(duplicates, &Button::clicked, this, &ContactsPage::showDuplicates);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) {
            open(index.data(PeopleModel::LineRole).value<service::PersonLine>().id);
        }
    });
    return side;
}

void ContactsPage::arrive() {
    ask();
}

void ContactsPage::ask() {
    m_model->ask(m_search->text().size() >= SearchField::leastCharacters ? m_search->text() : QString(),
                 m_disputed->isChecked());
}

void ContactsPage::count() {
    const int total = int(m_model->total());
    m_count->setText(tr("%n contacts", nullptr, total));
    if (total == 0) {
        auto* column = freshColumn();
        column->addWidget(contactLabel(theme(), m_detail->widget(),
                                       m_search->text().isEmpty() && !m_disputed->isChecked()
                                           ? tr("Nobody yet. Whom you write to or answer becomes a contact by itself.")
                                           : tr("Nobody fits."),
                                       TextStyle::Body, Role::Text2));
        column->addStretch();
        return;
    }
    int row = 0;  // after an answer the same person stays chosen
    for (int i = 0; m_current && i < m_model->rowCount(); ++i) {
        if (m_model->index(i).data(PeopleModel::LineRole).value<service::PersonLine>().id == m_current) {
            row = i;
        }
    }
    if (!m_list->currentIndex().isValid()) {
        m_list->setCurrentIndex(m_model->index(row));
    }
}

void ContactsPage::show(const QString& part) {
    bool number = false;
    const ContactId id{part.toLongLong(&number)};
    if (number) {
        open(id);
    } else if (part == QStringLiteral("duplicates")) {
        showDuplicates();
    } else {
        const int question = ++m_question;
        bringHome(this, m_desk.personOf(part), [this, question](const Result<Person>& person) {
            if (question == m_question && person) {
                showPerson(*person);
            }
        });
    }
}

void ContactsPage::open(ContactId id) {
    m_current = id;
    const int question = ++m_question;
    bringHome(this, m_desk.person(id), [this, question](const Result<Person>& person) {
        if (question == m_question && person) {
            showPerson(*person);
        }
    });
}

QVBoxLayout* ContactsPage::freshColumn() {
    auto* content = new QWidget;
    content->setObjectName(QStringLiteral("contactContent"));
    content->setMaximumWidth(theme().scaled(detailWidth));
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::screen, space::screen, space::screen, space::screen);
    column->setSpacing(space::one);
    m_detail->setWidget(content);
    content->setAutoFillBackground(false);
    return column;
}

void ContactsPage::showPerson(const Person& person) {
    m_person = person;
    m_current = person.id;
    QVBoxLayout* column = freshColumn();
    addHead(*column, person);
    addFields(*column, person);
    addTimeline(*column, person);
    column->addStretch();
}

void ContactsPage::addHead(QVBoxLayout& column, const Person& person) {
    QWidget* content = m_detail->widget();
    auto* head = new QHBoxLayout;
    head->setSpacing(space::two);
    auto* avatar = new Avatar(theme(), content);
    avatar->setDiameter(40);
    avatar->setPerson(person.name.isEmpty() ? person.email : person.name);
    head->addWidget(avatar, 0, Qt::AlignTop);
    auto* names = new QVBoxLayout;
    names->setSpacing(0);
    auto* name = contactLabel(theme(), content, person.name.isEmpty() ? person.email : person.name, TextStyle::Heading,
                              Role::Text);
    name->setObjectName(QStringLiteral("contactName"));
    names->addWidget(name);
    if (const QString title = titleOf(person); !title.isEmpty()) {
        names->addWidget(contactLabel(theme(), content, title, TextStyle::Body, Role::Text2));
    }
    if (!person.joined.isEmpty()) {
        names->addWidget(contactLabel(theme(), content,
                                      tr("Joined with %1").arg(person.joined.join(QStringLiteral(", "))),
                                      TextStyle::Caption, Role::Text3));
    }
    head->addLayout(names, 1);
    column.addLayout(head);
    column.addSpacing(space::two);
}

void ContactsPage::addFields(QVBoxLayout& column, const Person& person) {
    QWidget* content = m_detail->widget();
    for (const PersonField& field : person.fields) {
        if (field.field == QStringLiteral("name") && !field.disputed) {
            continue;
        }
        auto* row = new FactRow(theme(), factOf(field), content);
        connect(row, &QAbstractButton::clicked, this, [this, field, row] { explain(field, *row); });
        column.addWidget(row);
    }
    auto* legend = new FactLegend(theme(), content);
    column.addSpacing(space::one);
    column.addWidget(legend);
    column.addSpacing(space::two);
}

void ContactsPage::addTimeline(QVBoxLayout& column, const Person& person) {
    QWidget* content = m_detail->widget();
    column.addWidget(new Hairline(theme(), content));
    column.addWidget(contactLabel(theme(), content, tr("Conversations"), TextStyle::BodyStrong, Role::Text));
    if (person.conversations.empty()) {
        column.addWidget(
            contactLabel(theme(), content, tr("They have not written yet."), TextStyle::Body, Role::Text3));
    }
    for (const InboxRow& one : person.conversations) {
        auto* line = new ConversationLine(theme(), MessageWords::subject(one),
                                          MessageWords::time(one.date, QDate::currentDate()), content);
        connect(line, &QAbstractButton::clicked, this, [this, thread = one.thread] { Q_EMIT threadAsked(thread); });
        column.addWidget(line);
    }
    for (const service::PersonDeed& deed : person.deeds) {
        const QString what = deed.type == QStringLiteral("contact.merged")     ? tr("Joined with another contact")
                             : deed.type == QStringLiteral("contact.unmerged") ? tr("Parted from another contact")
                             : deed.type == QStringLiteral("change.undone")    ? tr("A change was taken back")
                                                                               : tr("A value was settled");
        column.addWidget(contactLabel(theme(), content,
                                      tr("%1 · %2").arg(what, MessageWords::time(deed.at, QDate::currentDate())),
                                      TextStyle::Caption, Role::Text3));
    }
}

void ContactsPage::explain(const PersonField& field, QWidget& anchor) {
    m_popover->explain(field, m_person.name);
    m_popover->openAt(anchor);
}

void ContactsPage::say(const Result<service::Receipt>& receipt, const QString& sentence) {
    if (!receipt) {
        Q_EMIT said(
            {QStringLiteral("triangle-alert"), tr("That could not be kept: %1").arg(receipt.error().detail), {}});
        return;
    }
    Q_EMIT said({QStringLiteral("check"), sentence, receipt->change});
    const ContactId current = m_current;
    ask();
    if (current) {
        open(current);
    }
}

}  // namespace kith::ui
