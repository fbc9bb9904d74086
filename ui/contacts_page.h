// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The people: a list with search and filters at the left, the chosen one with all that is known beside it; companies,
// who knows whom, and pairs that may be one.
#pragma once

#include "core/service/people_desk.h"
#include "ui/place_page.h"
#include "ui/theme.h"

class QComboBox;
class QListView;
class QScrollArea;
class QVBoxLayout;

namespace kith::ui {

class Button;
class PeopleModel;
class ProvenancePopover;
class SearchField;
struct Seams;
class TextLabel;

class ContactsPage : public PlacePage {
    Q_OBJECT
public:
    ContactsPage(const Theme& theme, service::PeopleDesk& desk, const Seams& seams, QWidget* parent);

    void arrive() override;
    /// A contact's id, an e-mail address, "duplicates", "relations", or "company:" with a name.
    void show(const QString& part) override;
    using PlacePage::show;

private:
    QWidget* buildList();
    QLayout* buildFilters(QWidget* side);
    QLayout* buildFoot(QWidget* side);
    void ask();
    void count();
    void open(ContactId id);
    void showPerson(const service::Person& person);
    void showDuplicates();
    void showCompany(const QString& key);
    void showCompanyView(const service::CompanyView& view);
    /// Of one contact, of a company, or of everybody; name: whose they are.
    void showRelations(const service::RelationAsk& ask, const QString& name);
    void showRelationMap(const service::RelationMap& map, const QString& name);
    void addHead(QVBoxLayout& column, const service::Person& person);
    void addLinks(QVBoxLayout& column, const service::Person& person);
    void addFields(QVBoxLayout& column, const std::vector<service::PersonField>& fields, bool names);
    void addTimeline(QVBoxLayout& column, const service::Person& person);
    void addCompanyPeople(QVBoxLayout& column, const service::CompanyView& view);
    void addCompanyMail(QVBoxLayout& column, const service::CompanyView& view);
    void addCompanyOpportunities(QVBoxLayout& column, const service::CompanyView& view);
    void addPair(QVBoxLayout& column, const service::TwoPeople& two);
    void addTitle(QVBoxLayout& column, const QString& title);
    TextLabel* addWords(QVBoxLayout& column, const QString& words, TextStyle style, Role role);
    Button* addLink(QLayout& row, const char* name, const QString& text);
    void explain(const service::PersonField& field, QWidget& anchor);
    void readCompanies();
    void exportAs(service::ContactFile kind);
    /// A fresh column at the right.
    QVBoxLayout* freshColumn();
    void say(const Result<service::Receipt>& receipt, const QString& sentence);
    void fail(const Error& error);

    service::PeopleDesk& m_desk;
    const Seams& m_seams;
    PeopleModel* m_model{nullptr};
    SearchField* m_search{nullptr};
    QListView* m_list{nullptr};
    QScrollArea* m_detail{nullptr};
    TextLabel* m_count{nullptr};
    QComboBox* m_order{nullptr};
    QComboBox* m_company{nullptr};
    Button* m_disputed{nullptr};
    ProvenancePopover* m_popover{nullptr};
    service::Person m_person;
    QString m_name;  ///< of whom the right side tells
    QString m_companyShown;
    ContactId m_current;
    bool m_elsewhere{false};  ///< the right side tells of a company, of who knows whom or of pairs
    int m_question{0};
};

}  // namespace kith::ui
