// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The people: a list with search at the left, the chosen one with all that is known beside it, and pairs that may be
// one.
#pragma once

#include "core/service/people_desk.h"
#include "ui/place_page.h"

class QListView;
class QScrollArea;
class QVBoxLayout;

namespace kith::ui {

class Button;
class PeopleModel;
class ProvenancePopover;
class SearchField;
class TextLabel;

class ContactsPage : public PlacePage {
    Q_OBJECT
public:
    ContactsPage(const Theme& theme, service::PeopleDesk& desk, QWidget* parent);

    void arrive() override;
    /// A contact's id, an e-mail address, or "duplicates".
    void show(const QString& part) override;
    using PlacePage::show;

private:
    QWidget* buildList();
    void ask();
    void count();
    void open(ContactId id);
    void showPerson(const service::Person& person);
    void showDuplicates();
    void addHead(QVBoxLayout& column, const service::Person& person);
    void addFields(QVBoxLayout& column, const service::Person& person);
    void addTimeline(QVBoxLayout& column, const service::Person& person);
    void addPair(QVBoxLayout& column, const service::TwoPeople& two);
    void explain(const service::PersonField& field, QWidget& anchor);
    /// A fresh column at the right.
    QVBoxLayout* freshColumn();
    void say(const Result<service::Receipt>& receipt, const QString& sentence);

    service::PeopleDesk& m_desk;
    PeopleModel* m_model{nullptr};
    SearchField* m_search{nullptr};
    QListView* m_list{nullptr};
    QScrollArea* m_detail{nullptr};
    TextLabel* m_count{nullptr};
    Button* m_disputed{nullptr};
    ProvenancePopover* m_popover{nullptr};
    service::Person m_person;
    ContactId m_current;
    int m_question{0};
};

}  // namespace kith::ui
