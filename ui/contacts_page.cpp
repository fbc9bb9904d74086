// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/contacts_page.h"

#include "ui/avatar.h"
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/fact_row.h"
#include "ui/moment_line.h"
#include "ui/people_model.h"
#include "ui/provenance_popover.h"

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

constexpr int detailWidth = 640;

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

ContactsPage::ContactsPage(const Theme& theme, service::PeopleDesk& desk, const Seams& seams, QWidget* parent)
    : PlacePage(theme, parent)
    , m_desk(desk)
    , m_seams(seams)
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

void ContactsPage::arrive() {
    readCompanies();
    ask();
}

void ContactsPage::show(const QString& part) {
    bool number = false;
    const ContactId id{part.toLongLong(&number)};
    if (number) {
        open(id);
    } else if (part == QStringLiteral("duplicates")) {
        showDuplicates();
    } else if (part == QStringLiteral("relations")) {
        showRelations({}, {});
    } else if (part.startsWith(QStringLiteral("company:"))) {
        showCompany(part.mid(8));
    } else {
        m_elsewhere = true;
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
    m_elsewhere = false;
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
    m_name = person.name;
    m_companyShown.clear();
    addHead(*column, person);
    addLinks(*column, person);
    addFields(*column, person.fields, false);
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
    addWords(*names, person.name.isEmpty() ? person.email : person.name, TextStyle::Heading, Role::Text)
        ->setObjectName(QStringLiteral("contactName"));
    if (const QString title = titleOf(person); !title.isEmpty()) {
        addWords(*names, title, TextStyle::Body, Role::Text2);
    }
    if (!person.joined.isEmpty()) {
        addWords(*names, tr("Joined with %1").arg(person.joined.join(QStringLiteral(", "))), TextStyle::Caption,
                 Role::Text3);
    }
    head->addLayout(names, 1);
    column.addLayout(head);
    column.addSpacing(space::two);
}

void ContactsPage::addLinks(QVBoxLayout& column, const Person& person) {
    auto* row = new QHBoxLayout;
    row->setSpacing(space::two);
    if (!person.companyKey.isEmpty()) {
        Button* company = addLink(*row, "companyPage", tr("Company"));
        connect(company, &Button::clicked, this, [this, key = person.companyKey] { showCompany(key); });
    }
    if (person.id) {
        Button* relations = addLink(*row, "whoKnowsThem", tr("Who knows them"));
        connect(relations, &Button::clicked, this, [this, id = person.id, name = person.name] {
            service::RelationAsk wanted;
            wanted.contact = id;
            showRelations(wanted, name);
        });
    }
    row->addStretch();
    column.addLayout(row);
    column.addSpacing(space::one);
}

void ContactsPage::addFields(QVBoxLayout& column, const std::vector<PersonField>& fields, bool names) {
    QWidget* content = m_detail->widget();
    for (const PersonField& field : fields) {
        if (field.values.empty() || (field.field == QStringLiteral("name") && !field.disputed && !names)) {
            continue;
        }
        auto* row = new FactRow(theme(), factOf(field), content);
        connect(row, &QAbstractButton::clicked, this, [this, field, row] { explain(field, *row); });
        column.addWidget(row);
    }
    column.addSpacing(space::one);
    column.addWidget(new FactLegend(theme(), content));
    column.addSpacing(space::two);
}

void ContactsPage::addTimeline(QVBoxLayout& column, const Person& person) {
    QWidget* content = m_detail->widget();
    addTitle(column, tr("What happened"));
    if (person.moments.empty()) {
        addWords(column, tr("Nothing was written yet."), TextStyle::Body, Role::Text3);
    }
    for (const service::PersonMoment& moment : person.moments) {
        auto* line = new MomentLine(theme(), moment, QDate::currentDate(), content);
        if (moment.thread) {
            connect(line, &QAbstractButton::clicked, this,
                    [this, thread = moment.thread] { Q_EMIT threadAsked(thread); });
        }
        column.addWidget(line);
    }
}

void ContactsPage::addTitle(QVBoxLayout& column, const QString& title) {
    column.addSpacing(space::one);
    column.addWidget(new Hairline(theme(), m_detail->widget()));
    addWords(column, title, TextStyle::BodyStrong, Role::Text);
}

TextLabel* ContactsPage::addWords(QVBoxLayout& column, const QString& words, TextStyle style, Role role) {
    auto* label = new TextLabel(theme(), m_detail->widget(), style, role);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(words);
    column.addWidget(label);
    return label;
}

Button* ContactsPage::addLink(QLayout& row, const char* name, const QString& text) {
    auto* link = new Button(theme(), m_detail->widget(), ButtonKind::Link);
    link->setObjectName(QLatin1String(name));
    link->setText(text);
    row.addWidget(link);
    return link;
}

void ContactsPage::explain(const PersonField& field, QWidget& anchor) {
    m_popover->explain(field, m_name);
    m_popover->openAt(anchor);
}

void ContactsPage::say(const Result<service::Receipt>& receipt, const QString& sentence) {
    if (!receipt) {
        fail(receipt.error());
        return;
    }
    Q_EMIT said({QStringLiteral("check"), sentence, receipt->change});
    const ContactId current = m_current;
    ask();
    if (!m_companyShown.isEmpty()) {
        showCompany(m_companyShown);
    } else if (current) {
        open(current);
    }
}

void ContactsPage::fail(const Error& error) {
    Q_EMIT said({QStringLiteral("triangle-alert"), tr("That did not work: %1").arg(error.detail), {}});
}

}  // namespace kith::ui
