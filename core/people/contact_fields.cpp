// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/people/contact_fields.h"

#include "core/base/text.h"
#include "core/people/card_lines.h"
#include "core/people/card_pieces.h"
#include "core/people/card_values.h"
#include "core/people/lexicon.h"
#include "core/people/person_rules.h"
#include "core/people/phone_values.h"
#include "core/people/sender.h"
#include "core/people/web_values.h"

#include <QSet>

#include <algorithm>
#include <climits>

namespace kith::people {
namespace {

using Spans = std::vector<std::pair<qsizetype, qsizetype>>;

/// A link or address, in UTF-16 units of the text, and what its line says of it.
struct FoundLink {
    WebValue web;
    int common{0};         ///< words of sentences in the line
    bool another{false};   ///< the line names somebody else
    bool labelled{false};  ///< after a label, or first in its line
};

int sentenceWords(const CardLine& line) {
    return int(std::count_if(line.words.begin(), line.words.end(), [](const CardWord& word) {
        return (word.senses & CommonSense) != 0 && word.key.size() > 1;
    }));
}

bool speaksOfAnother(const CardLine& line) {
    return std::any_of(line.words.begin(), line.words.end(),
                       [](const CardWord& word) { return word.colon && (word.senses & OtherPersonSense) != 0; });
}

/// "Sent from my telephone (www.maker.example)": the maker's page is nobody's.
bool isOfTheDevice(const CardLine& line) {
    const QString begin = text::folded(line.text.left(40));
    static const char16_t* const starts[] = {u"sent from ", u"sent via ", u"sent using ", u"get outlook",
                                             u"gesendet ",  u"envoye ",   u"enviado ",    u"inviato ",
                                             u"verzonden ", u"skickat ",  u"sendt ",      u"lahetetty ",
                                             u"wyslane ",   u"odeslano ", u"отправлено "};
    return std::any_of(std::begin(starts), std::end(starts),
                       [&](const char16_t* start) { return begin.startsWith(QStringView(start)); });
}

/// Reads one letter; the fields are collected in UTF-16 units and turned into code points at the end.
class ContactReader {
public:
    ContactReader(const Letter& letter, const ContactHints& hints)
        : m_letter(letter)
        , m_hints(hints)
        , m_text(letter.text)
        , m_sender(senderOf(letter)) {}

    std::vector<ContactField> read() {
        auto lines = cardLines(m_letter, m_hints);
        if (!lines.empty()) {
            readCard(std::move(lines));
        }
        readHeader();
        return finished();
    }

private:
    void readCard(std::vector<CardLine> lines) {
        findLinks(lines);
        findPhones(lines);
        std::sort(m_taken.begin(), m_taken.end());
        const CardPieces card = cardPieces(m_text, std::move(lines), m_taken);
        const auto name = cardName(card, m_sender);
        if (name) {
            m_nameKeys = name->value.split(u' ', Qt::SkipEmptyParts);
            std::transform(m_nameKeys.begin(), m_nameKeys.end(), m_nameKeys.begin(),
                           [](const QString& w) { return wordKey(w); });
            addValue("name", *name, card);
        }
        if (const auto title = cardTitle(card, domainLabels(), name)) {
            addValue("job_title", *title, card);
        }
        if (const auto company = cardCompany(card, domainLabels(), name)) {
            addValue("company", *company, card);
        }
        for (const CardValue& address : cardAddresses(card)) {
            addValue("address", address, card);
        }
        addMails();
        addLinks();
    }

    void findLinks(const std::vector<CardLine>& lines) {
        for (const CardLine& line : lines) {
            if (isOfTheDevice(line)) {
                continue;
            }
            for (WebValue web : webValues(line.text, m_sender.domain)) {
                web.start += line.start;
                web.end += line.start;
                m_taken.emplace_back(labelStart(line, web.start), web.end);
                m_links.push_back({web, sentenceWords(line), speaksOfAnother(line), isLabelled(line, web.start)});
            }
        }
    }

    static qsizetype labelStart(const CardLine& line, qsizetype at) {
        qsizetype start = at;
        for (std::size_t i = line.words.size(); i-- > 0 && start > line.start;) {
            const CardWord& word = line.words[i];
            if (word.end > start) {
                continue;
            }
            if ((word.senses & (MailSense | WebSense)) == 0 || start - word.end > 3 ||
                (!word.colon && word.key.size() == 1)) {
                break;
            }
            start = word.start;
        }
        return start;
    }

    static bool isLabelled(const CardLine& line, qsizetype at) { return labelStart(line, at) < at || at == line.start; }

    void findPhones(const std::vector<CardLine>& lines) {
        RegionEvidence regions;
        std::vector<DigitRun> runs;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const CardLine* above = i > 0 ? &lines[i - 1] : nullptr;
            const auto found = digitRuns(lines[i], above, m_taken);
            runs.insert(runs.end(), found.begin(), found.end());
        }
        if (runs.empty()) {
            return;
        }
        for (const CardLine& line : lines) {
            regions.addLine(line);
        }
        for (const CardWord& word : cardWords(m_text.left(300), 0)) {  // the language of the letter
            regions.addWord(word.key);
        }
        regions.addDomain(m_sender.domain);
        for (const FoundLink& link : m_links) {
            regions.addDomain(link.web.value.section(u'/', 2, 2));
        }
        regions.add(m_hints.region.toUpper(), 0.5);
        for (const DigitRun& run : runs) {
            m_taken.emplace_back(run.labelStart, run.labelEnd);
        }
        for (const PhoneValue& phone : phoneValues(runs, m_text, regions)) {
            const qsizetype end = phone.run.rawEnd;
            ContactField field = base("phone", phone.e164, phone.run.start, end, phone.confidence);
            field.kind = phone.kind;
            field.extension = phone.run.extension;
            addField(std::move(field));
        }
    }

    QStringList domainLabels() const {
        QStringList labels;
        if (!m_sender.label.isEmpty()) {
            labels << m_sender.label;
        }
        for (const FoundLink& link : m_links) {
            const bool mail = link.web.kind == WebKind::Mail;
            const QString domain = mail ? link.web.value.section(u'@', 1) : link.web.value.section(u'/', 2, 2);
            if ((mail || link.web.kind == WebKind::Site) && !isFreeMail(domain)) {
                labels << squeezed(domainLabel(domain));
            }
        }
        labels.removeDuplicates();
        return labels;
    }

    double mailTrust(const FoundLink& line, bool only) const {
        const QString& address = line.web.value;
        if (address == m_sender.key) {
            return 0.99;
        }
        const bool owners = std::any_of(m_hints.ownAddresses.begin(), m_hints.ownAddresses.end(),
                                        [&](const QString& own) { return addressKey(own) == address; });
        if (owners || line.another || line.common >= 4 || isNoReply(address) || isRoleAddress(address)) {
            return 0;
        }
        const QStringList& keys = m_nameKeys.isEmpty() ? m_sender.nameKeys : m_nameKeys;
        const bool sameFirm = addressDomain(address) == m_sender.domain && !isFreeMail(m_sender.domain);
        if (m_sender.resembles(address.section(u'@', 0, 0), keys)) {
            return sameFirm ? 0.97 : 0.94;
        }
        if (only && line.labelled) {
            return keys.isEmpty() || !sameFirm ? 0.82 : 0;
        }
        return 0;
    }

    void addMails() {
        const auto mails = std::count_if(m_links.begin(), m_links.end(),
                                         [](const FoundLink& l) { return l.web.kind == WebKind::Mail; });
        for (const FoundLink& link : m_links) {
            const WebValue& web = link.web;
            if (web.kind != WebKind::Mail) {
                continue;
            }
            const double trust = mailTrust(link, mails == 1);
            if (trust > 0) {
                addField(base("email", web.value, web.start, web.end, trust));
            }
        }
    }

    void addLinks() {
        for (const FoundLink& link : m_links) {
            const WebValue& web = link.web;
            if (web.kind == WebKind::Mail || web.kind == WebKind::Refused) {
                continue;
            }
            const QString host = web.value.section(u'/', 2, 2);
            const bool ours = !m_sender.label.isEmpty() && squeezed(domainLabel(host)) == m_sender.label;
            if (link.common >= 4 && !ours) {
                continue;
            }
            if (web.kind == WebKind::LinkedIn) {
                addField(base("linkedin_url", web.value, web.start, web.end, 0.97));
                continue;
            }
            const double trust = ours ? 0.98 : web.kind == WebKind::Profile ? 0.93 : link.labelled ? 0.92 : 0.85;
            ContactField field = base("url", web.value, web.start, web.end, trust);
            field.kind = web.kind == WebKind::Profile ? QStringLiteral("profile") : QString();
            addField(std::move(field));
        }
    }

    ContactField base(const char* field, const QString& value, qsizetype start, qsizetype end,
                      double confidence) const {
        ContactField made;
        made.field = QLatin1String(field);
        made.value = value;
        made.raw = m_text.mid(start, end - start).toString();
        made.confidence = confidence;
        made.start = int(start);
        made.end = int(end);
        made.method = QStringLiteral("signature.") + made.field;
        return made;
    }

    void addValue(const char* field, const CardValue& value, const CardPieces& card) {
        ContactField made = base(field, value.value, value.start, value.end, value.confidence);
        if (card.lines[card.pieces[value.piece].line].closing) {
            made.method = QStringLiteral("closing.") + made.field;
        }
        addField(std::move(made));
    }

    void addField(ContactField field) {
        const QString key = field.field + u'\n' + field.value.toLower() + u'\n' + field.kind;
        if (!m_seen.contains(key)) {
            m_seen.insert(key);
            m_fields.push_back(std::move(field));
        }
    }

    /// The header speaks where the card does not: a value that both have stands once, with its place in the text.
    void readHeader() {
        const auto add = [&](const char* field, const QString& value, const QString& raw, double confidence) {
            const bool known = std::any_of(m_fields.begin(), m_fields.end(), [&](const ContactField& f) {
                return f.field == QLatin1String(field) && f.value.compare(value, Qt::CaseInsensitive) == 0;
            });
            if (!known && !value.isEmpty()) {
                ContactField made;
                made.field = QLatin1String(field);
                made.value = value;
                made.raw = raw;
                made.confidence = confidence;
                made.method = QStringLiteral("header.from");
                m_fields.push_back(std::move(made));
            }
        };
        const QString squeezedLocal = squeezed(m_sender.local);
        const bool borne = std::any_of(m_sender.nameKeys.begin(), m_sender.nameKeys.end(), [&](const QString& key) {
            return key.size() >= 3 && squeezedLocal.contains(squeezed(key));
        });
        const bool whole = m_sender.nameKeys.size() >= 2;
        add("name", m_sender.name, m_sender.rawName, whole ? (borne ? 0.97 : 0.9) : (borne ? 0.7 : 0.5));
        if (m_sender.key.contains(u'@')) {
            add("email", m_sender.key, m_sender.address, 0.99);
        }
    }

    std::vector<ContactField> finished() {
        std::stable_sort(m_fields.begin(), m_fields.end(), [](const ContactField& a, const ContactField& b) {
            return (a.start < 0 ? INT_MAX : a.start) < (b.start < 0 ? INT_MAX : b.start);
        });
        CodePointCursor cursor(m_text);
        for (ContactField& field : m_fields) {
            if (field.start >= 0) {
                field.start = int(cursor.pointAt(field.start));
                field.end = int(cursor.pointAt(field.end));
            }
        }
        return std::move(m_fields);
    }

    const Letter& m_letter;
    const ContactHints& m_hints;
    QStringView m_text;
    Sender m_sender;
    QStringList m_nameKeys;
    Spans m_taken;
    std::vector<FoundLink> m_links;
    std::vector<ContactField> m_fields;
    QSet<QString> m_seen;
};

}  // namespace

std::vector<ContactField> contactFields(const Letter& letter, const ContactHints& hints) {
    return ContactReader(letter, hints).read();
}

}  // namespace kith::people
