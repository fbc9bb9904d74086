// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// kithctl contacts list · show · duplicates · merge · unmerge · export
#include "app/cli/contacts_json.h"
#include "app/cli/message_json.h"
#include "app/cli/session.h"
#include "core/domain/address.h"
#include "core/people/value_forms.h"
#include "core/service/contact_duplicates.h"
#include "core/service/contact_export.h"
#include "core/storage/contact_list.h"

namespace kith::cli {

namespace {

Result<ContactId> contactOf(service::Cellar& cellar, const QString& word) {
    bool number = false;
    const ContactId id{word.toLongLong(&number)};
    if (number) {
        return id;
    }
    const auto found = service::ContactBook(cellar).find({QStringLiteral("email"), addressKey(word)});
    if (found && !*found) {
        return Error{ErrorKind::NotFound, QStringLiteral("nobody among the contacts has the address %1").arg(word),
                     QStringLiteral("kithctl contacts list --search finds people by any of their words.")};
    }
    return found;
}

struct ListWords {
    std::string search;
    std::string company;
    int limit{100};
    bool disputed{false};
    bool recent{false};
};

Result<Exit> listContacts(service::Cellar& cellar, Session& session, const ListWords& words) {
    service::ContactBook book(cellar);
    storage::ContactQuery query;
    query.search = qt(words.search);
    query.company = people::comparedForm(QStringLiteral("company"), qt(words.company));
    query.disputed = words.disputed;
    query.order = words.recent ? storage::ContactQuery::Order::Recent : storage::ContactQuery::Order::Name;
    query.limit = words.limit;
    const auto page = book.list(query);
    const auto total = page ? storage::ContactList(*cellar.database).count(query) : Result<qint64>(page.error());
    if (!total) {
        return total.error();
    }
    QJsonArray contacts;
    for (const storage::ContactSummary& row : *page) {
        const auto card = book.card(row.id);
        if (!card) {
            return card.error();
        }
        contacts.append(contactJson(*card));
    }
    session.terminal().result({{QStringLiteral("contacts"), contacts}, {QStringLiteral("total"), *total}});
    return Exit::Done;
}

Result<Exit> showContact(service::Cellar& cellar, Session& session, const QString& word) {
    const auto id = contactOf(cellar, word);
    const auto card = id ? service::ContactBook(cellar).card(*id) : Result<service::ContactCard>(id.error());
    if (!card) {
        return card.error();
    }
    session.terminal().result(contactJson(*card));
    return Exit::Done;
}

Result<Exit> listDuplicates(service::Cellar& cellar, Session& session, bool joinSure, int limit) {
    const auto search = service::searchDuplicates(cellar, joinSure, session.stop());
    const auto open = search ? storage::PairStore(*cellar.database).open(limit)
                             : Result<std::vector<storage::ContactPair>>(search.error());
    if (!open) {
        return open.error();
    }
    service::ContactBook book(cellar);
    QJsonArray pairs;
    for (const storage::ContactPair& pair : *open) {
        const auto one = book.card(pair.one);
        const auto other = book.card(pair.other);
        if (!one || !other) {
            return one ? other.error() : one.error();
        }
        pairs.append(contactPairJson(pair, *one, *other));
    }
    session.terminal().result({{QStringLiteral("contacts"), search->contacts},
                               {QStringLiteral("compared"), search->compared},
                               {QStringLiteral("capped_blocks"), search->cappedBlocks},
                               {QStringLiteral("merged"), search->joined},
                               {QStringLiteral("open"), search->open},
                               {QStringLiteral("pairs"), pairs}});
    return Exit::Done;
}

Result<Exit> tellMerge(service::Cellar& cellar, Session& session, const Result<service::Receipt>& receipt,
                       ContactId contact) {
    const auto card =
        receipt ? service::ContactBook(cellar).card(contact) : Result<service::ContactCard>(receipt.error());
    if (!card) {
        return card.error();
    }
    session.terminal().result(
        {{QStringLiteral("change"), idText(receipt->change.value)}, {QStringLiteral("contact"), contactJson(*card)}});
    return Exit::Done;
}

Result<Exit> exportContacts(service::Cellar& cellar, Session& session, const QString& path) {
    const bool cards = path.endsWith(QStringLiteral(".vcf"), Qt::CaseInsensitive);
    const auto kind = cards ? service::ContactFile::VCard : service::ContactFile::Csv;
    const auto written = service::exportContacts(cellar, path, kind, {}, session.stop());
    if (!written) {
        return written.error();
    }
    session.terminal().result({{QStringLiteral("contacts"), *written}, {QStringLiteral("file"), path}});
    return Exit::Done;
}

void addLists(CLI::App& contacts, Session& session) {
    const auto words = std::make_shared<ListWords>();
    auto* list = contacts.add_subcommand("list", "The contacts by name");
    list->add_option("--search", words->search, "Words that must occur in a name, address, number, company or title");
    list->add_option("--company", words->company, "Only people of this company");
    list->add_option("--limit", words->limit, "At most so many")->check(CLI::PositiveNumber);
    list->add_flag("--disputed", words->disputed, "Only people of whom sources disagree");
    list->add_flag("--recent", words->recent, "Those first with whom something passed last");
    list->callback([&session, words] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return listContacts(cellar, session, *words); });
    });
    const auto who = std::make_shared<std::string>();
    auto* show = contacts.add_subcommand("show", "All that is known of one contact, with every source");
    show->add_option("CONTACT", *who, "Its id or an e-mail address")->required();
    show->callback([&session, who] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return showContact(cellar, session, qt(*who)); });
    });
}

void addMerging(CLI::App& contacts, Session& session) {
    const auto join = std::make_shared<bool>(false);
    const auto limit = std::make_shared<int>(1000);
    auto* duplicates = contacts.add_subcommand("duplicates", "Look for contacts that may be one person");
    duplicates->add_flag("--merge-certain", *join, "Join those of which an address or record is the same");
    duplicates->add_option("--limit", *limit, "At most so many pairs")->check(CLI::PositiveNumber);
    duplicates->callback([&session, join, limit] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return listDuplicates(cellar, session, *join, *limit); });
    });
    const auto one = std::make_shared<std::string>();
    const auto other = std::make_shared<std::string>();
    auto* merge = contacts.add_subcommand("merge", "Two contacts are one person: the first one stays");
    merge->add_option("A", *one, "Id or address")->required();
    merge->add_option("B", *other, "Id or address")->required();
    merge->callback([&session, one, other] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) -> Result<Exit> {
            const auto a = contactOf(cellar, qt(*one));
            const auto b = contactOf(cellar, qt(*other));
            if (!a || !b) {
                return a ? b.error() : a.error();
            }
            return tellMerge(cellar, session, service::mergeContacts(cellar, *a, *b), *a);
        });
    });
    const auto id = std::make_shared<std::string>();
    auto* unmerge = contacts.add_subcommand("unmerge", "A contact that was joined to another stands for itself again");
    unmerge->add_option("ID", *id, "Id or address of the one that was joined")->required();
    unmerge->callback([&session, id] {
        session.with(service::CellarMode::Write, [&](service::Cellar& cellar) -> Result<Exit> {
            const auto absorbed = contactOf(cellar, qt(*id));
            if (!absorbed) {
                return absorbed.error();
            }
            return tellMerge(cellar, session, service::unmergeContact(cellar, *absorbed), *absorbed);
        });
    });
}

}  // namespace

void addContacts(CLI::App& app, Session& session) {
    auto* contacts = app.add_subcommand("contacts", "The people: list, show, duplicates, merge, unmerge, export");
    contacts->require_subcommand(1);
    addLists(*contacts, session);
    addMerging(*contacts, session);
    const auto path = std::make_shared<std::string>();
    auto* table = contacts->add_subcommand("export", "Write all contacts into a .csv or .vcf file");
    table->add_option("FILE", *path, "Where to")->required();
    table->callback([&session, path] {
        session.with(service::CellarMode::Write,
                     [&](service::Cellar& cellar) { return exportContacts(cellar, session, qt(*path)); });
    });
}

}  // namespace kith::cli
