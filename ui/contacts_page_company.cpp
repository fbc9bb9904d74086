// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The right side of the contacts: a company, who knows whom; and the way out into a file.
#include "ui/bring_home.h"
#include "ui/buttons.h"
#include "ui/contacts_page.h"
#include "ui/elided_label.h"
#include "ui/empty_state.h"
#include "ui/moment_line.h"
#include "ui/month_chart.h"
#include "ui/opportunity_words.h"
#include "ui/people_model.h"
#include "ui/relation_chart.h"
#include "ui/seams.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr size_t listedPeople = 30;
constexpr size_t listedRelations = 40;

/// As a line of time, which opens its conversation.
service::PersonMoment momentOf(const Opportunity& one) {
    const QString words = one.evidence.empty() ? QString() : one.evidence.front().text;
    return {service::PersonMoment::Kind::Opportunity, one.saidAt, one.kind, words, one.thread};
}

}  // namespace

void ContactsPage::showCompany(const QString& key) {
    m_elsewhere = true;
    const int question = ++m_question;
    bringHome(this, m_desk.company(key), [this, question](const Result<service::CompanyView>& view) {
        if (question != m_question) {
            return;
        }
        if (view) {
            showCompanyView(*view);
        } else {
            fail(view.error());
        }
    });
}

void ContactsPage::showCompanyView(const service::CompanyView& view) {
    m_name = view.name;
    m_companyShown = view.key;
    QVBoxLayout* column = freshColumn();
    addWords(*column, view.name, TextStyle::Heading, Role::Text)->setObjectName(QStringLiteral("companyName"));
    QStringList facts{tr("%Ln people", nullptr, static_cast<int>(view.total))};
    if (!view.domains.isEmpty()) {
        facts << view.domains.mid(0, 3).join(QStringLiteral(", "));
    }
    addWords(*column, facts.join(QStringLiteral(" · ")), TextStyle::Body, Role::Text2);
    auto* links = new QHBoxLayout;
    Button* relations = addLink(*links, "whoKnowsCompany", tr("Who knows them"));
    links->addStretch();
    column->addLayout(links);
    connect(relations, &Button::clicked, this, [this, key = view.key, name = view.name] {
        service::RelationAsk wanted;
        wanted.company = key;
        showRelations(wanted, name);
    });
    column->addSpacing(space::one);
    addFields(*column, view.fields, true);
    addCompanyMail(*column, view);
    addCompanyOpportunities(*column, view);
    addCompanyPeople(*column, view);
    column->addStretch();
}

void ContactsPage::addCompanyMail(QVBoxLayout& column, const service::CompanyView& view) {
    const QLocale locale;
    addTitle(column, tr("Mail"));
    addWords(column, tr("%1 from them, %2 to them").arg(locale.toString(view.received), locale.toString(view.sent)),
             TextStyle::Body, Role::Text2)
        ->setObjectName(QStringLiteral("companyMail"));
    auto* chart = new MonthChart(theme(), m_detail->widget());
    chart->setCounts(view.months, view.lastMonth);
    column.addWidget(chart);
    addWords(column, tr("Messages a month, the last twelve months"), TextStyle::Caption, Role::Text3);
}

void ContactsPage::addCompanyOpportunities(QVBoxLayout& column, const service::CompanyView& view) {
    if (view.opportunities.empty()) {
        return;
    }
    addTitle(column, tr("Opportunities"));
    for (const Opportunity& one : view.opportunities) {
        auto* line = new MomentLine(theme(), momentOf(one), QDate::currentDate(), m_detail->widget());
        line->setObjectName(QStringLiteral("companyOpportunity"));
        connect(line, &QAbstractButton::clicked, this, [this, thread = one.thread] { Q_EMIT threadAsked(thread); });
        column.addWidget(line);
    }
}

void ContactsPage::addCompanyPeople(QVBoxLayout& column, const service::CompanyView& view) {
    addTitle(column, tr("People"));
    for (size_t i = 0; i < std::min(listedPeople, view.people.size()); ++i) {
        const service::PersonLine& one = view.people[i];
        auto* row = new QHBoxLayout;
        const QString name = one.name.isEmpty() ? one.email : one.name;
        Button* link = addLink(*row, "companyPerson", name);
        auto* title = new TextLabel(theme(), m_detail->widget(), TextStyle::Body, Role::Text3);
        title->setTextFormat(Qt::PlainText);
        title->setText(one.jobTitle.isEmpty() ? one.email : one.jobTitle);
        row->addSpacing(space::one);
        row->addWidget(title);
        row->addStretch();
        column.addLayout(row);
        connect(link, &Button::clicked, this, [this, id = one.id] { open(id); });
    }
    if (view.total > static_cast<qint64>(listedPeople)) {
        addWords(column, tr("All of them stand in the list when this company is chosen above it."), TextStyle::Caption,
                 Role::Text3);
    }
}

void ContactsPage::showRelations(const service::RelationAsk& ask, const QString& name) {
    m_elsewhere = true;
    m_companyShown.clear();
    const int question = ++m_question;
    bringHome(this, m_desk.relations(ask), [this, question, name](const Result<service::RelationMap>& map) {
        if (question != m_question) {
            return;
        }
        if (map) {
            showRelationMap(*map, name);
        } else {
            fail(map.error());
        }
    });
}

void ContactsPage::showRelationMap(const service::RelationMap& map, const QString& name) {
    QVBoxLayout* column = freshColumn();
    addWords(*column, name.isEmpty() ? tr("Who knows whom") : tr("Who knows %1").arg(name), TextStyle::Heading,
             Role::Text)
        ->setObjectName(QStringLiteral("relationsTitle"));
    if (map.exchanges.empty()) {
        addWords(*column, tr("Nothing was written between you yet."), TextStyle::Body, Role::Text2);
        column->addStretch();
        return;
    }
    addWords(*column,
             tr("The thicker the line, the more was written, and the more lately; dashed where it went one "
                "way only."),
             TextStyle::Body, Role::Text2);
    auto* chart = new RelationChart(theme(), m_detail->widget());
    chart->setMap(map);
    column->addWidget(chart);
    connect(chart, &RelationChart::personAsked, this,
            [this](const service::RelationMap::Side& side) { side.contact ? open(side.contact) : show(side.address); });
    addTitle(*column, tr("In words"));
    for (size_t i = 0; i < std::min(listedRelations, map.exchanges.size()); ++i) {
        addWords(*column, RelationWords::line(map, map.exchanges[i], QDate::currentDate()), TextStyle::Body,
                 Role::Text2)
            ->setObjectName(QStringLiteral("relationLine"));
    }
    column->addStretch();
}

void ContactsPage::exportAs(service::ContactFile kind) {
    const bool table = kind == service::ContactFile::Csv;
    const QString path = m_seams.askSaveName(this, table ? tr("contacts.csv") : tr("contacts.vcf"));
    if (path.isEmpty()) {
        return;
    }
    bringHome(this, m_desk.exportTo(path, kind, m_model->asked()), [this, path](const Result<qint64>& written) {
        if (!written) {
            fail(written.error());
            return;
        }
        Q_EMIT said(
            {QStringLiteral("check"),
             tr("%Ln contact(s) are in %1.", nullptr, static_cast<int>(*written)).arg(QFileInfo(path).fileName()),
             {}});
    });
}

}  // namespace kith::ui
