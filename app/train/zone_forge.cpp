// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_forge.h"

#include "app/train/zone_forge_words.h"
#include "core/mail/zone_features.h"

#include <algorithm>
#include <random>

namespace kith::train {
namespace {

using mail::LineLabel;

struct Row {
    QString text;
    LineLabel label{LineLabel::Blank};
};
using Rows = std::vector<Row>;

constexpr int forgedCount = 6000;

/// Writes one mail after the other, each from dice that depend on the seed only.
class MailForge {
public:
    explicit MailForge(unsigned seed) : m_random(seed) {}

    ZoneExample mail(int number) {
        const std::vector<ForgeLanguage>& languages = forgeLanguages();
        m_language = &languages[chance(55) ? 0 : below(languages.size())];
        const bool list = chance(30);
        Rows rows = message(list ? 0 : 1);
        const int quotes = int(below(4)) - 1;
        for (int i = 0; i < quotes; ++i) {
            if (list || chance(35)) {
                rows = chance(25) ? interleaved(std::move(rows)) : withMarkedQuote(std::move(rows));
            } else {
                append(rows, forwardedBlock());
            }
        }
        ZoneExample example{QStringLiteral("forged %1").arg(number), {}, {}};
        QStringList text;
        for (const Row& row : rows) {
            text << row.text;
            example.labels.push_back(row.text.trimmed().isEmpty() ? LineLabel::Blank : row.label);
        }
        example.text = text.join(u'\n');
        return example;
    }

private:
    std::size_t below(std::size_t end) { return std::size_t(m_random() % end); }
    bool chance(unsigned percent) { return m_random() % 100 < percent; }
    QString pick(const QStringList& list) { return list[qsizetype(below(std::size_t(list.size())))]; }
    static void append(Rows& rows, const Rows& more) { rows.insert(rows.end(), more.begin(), more.end()); }
    void blank(Rows& rows, unsigned percent = 100) {
        if (chance(percent)) {
            rows.push_back({chance(8) ? QStringLiteral(" ") : QString(), LineLabel::Blank});
            if (chance(15)) {
                rows.push_back({});
            }
        }
    }
    QString number(int digits) {
        QString text;
        for (int i = 0; i < digits; ++i) {
            text += QChar(char16_t(u'0' + below(10)));
        }
        return text;
    }

    QString firstName() { return pick(m_language->firstNames); }
    QString lastName() { return pick(m_language->lastNames); }
    QString fullName() {
        const QString middle = chance(12) ? QStringLiteral(" %1. ").arg(QChar(char16_t(u'A' + below(26)))) : QStringLiteral(" ");
        return firstName() + middle + lastName();
    }
    QString address() {
        static const QStringList hosts{QStringLiteral("mail.example"), QStringLiteral("northwind.example"),
                                       QStringLiteral("harbour.example"), QStringLiteral("lists.example"), QStringLiteral("web.example")};
        QString local = firstName();
        local += chance(50) ? QString(u'.' + lastName()) : number(2);
        return local.toLower().remove(u' ') + u'@' + pick(hosts);
    }
    QString lotusName() {
        static const QStringList tails{QStringLiteral("/HOU/NWP"), QStringLiteral("/Corp/Harbour@HARBOUR"), QStringLiteral("@NWP"),
                                       QStringLiteral("/NA/Northwind@Northwind"), QString(), QStringLiteral("/LON/NWP@NWP")};
        return fullName() + pick(tails);
    }
    QString date() {
        static const QStringList months{QStringLiteral("Jan"), QStringLiteral("Feb"), QStringLiteral("Mar"), QStringLiteral("Apr"),
                                        QStringLiteral("May"), QStringLiteral("Jun"), QStringLiteral("Oct"), QStringLiteral("Nov")};
        const QString day = QString::number(1 + below(28));
        const QString year = QString::number(2000 + below(26));
        switch (below(5)) {
        case 0: return QStringLiteral("%1/%2/%3").arg(QString::number(1 + below(12)), day, year);
        case 1: return QStringLiteral("%1-%2-%3").arg(year, QString::number(10 + below(3)), day.rightJustified(2, u'0'));
        case 2: return QStringLiteral("%1.%2.%3").arg(day.rightJustified(2, u'0'), QString::number(10 + below(3)), year);
        case 3: return QStringLiteral("%1 %2 %3").arg(day, pick(months), year);
        default: return QStringLiteral("%1 %2, %3").arg(pick(months), day, year);
        }
    }
    QString clock() {
        return QStringLiteral("%1:%2").arg(1 + below(12)).arg(10 + below(50)) +
               (chance(60) ? (chance(50) ? QStringLiteral(" AM") : QStringLiteral(" PM")) : QString());
    }

    void addWrapped(Rows& rows, const QString& text, LineLabel label, int width) {
        QString line;
        for (const QString& word : text.split(u' ')) {
            if (!line.isEmpty() && line.size() + word.size() + 1 > width) {
                rows.push_back({line + (chance(40) ? QStringLiteral(" ") : QString()), label});
                line.clear();
            }
            line += (line.isEmpty() ? QString() : QStringLiteral(" ")) + word;
        }
        rows.push_back({line, label});
    }

    Rows paragraph(int width) {
        QStringList text;
        for (std::size_t i = 1 + below(4); i > 0; --i) {
            text << pick(chance(22) ? m_language->questions : m_language->sentences);
        }
        Rows rows;
        addWrapped(rows, text.join(chance(80) ? QStringLiteral(" ") : QStringLiteral("  ")), LineLabel::Body, width);
        return rows;
    }

    /// What stands in bodies besides sentences: lists, tables, code, people's names and numbers, file names.
    Rows matter() {
        Rows rows;
        const std::size_t kind = below(11);
        for (std::size_t i = 2 + below(6); i > 0; --i) {
            QString line;
            switch (kind) {
            case 0: line = QStringLiteral(" - %1").arg(pick(m_language->sentences)); break;
            case 1: line = QStringLiteral("%1. %2").arg(i).arg(pick(m_language->sentences)); break;
            case 2: line = QStringLiteral("%1\t%2\t%3").arg(lastName(), number(3), number(5)); break;
            case 3: line = QStringLiteral("    <field name=\"%1\" type=\"string\" indexed=\"true\"/>").arg(firstName().toLower()); break;
            case 4: line = QStringLiteral("\tat com.example.%1.run(%1.java:%2)").arg(firstName(), number(3)); break;
            case 5: line = fullName(); break;
            case 6: line = QStringLiteral("%1: %2").arg(pick({QStringLiteral("Request ID"), QStringLiteral("Deal"), QStringLiteral("Name"),
                                                               QStringLiteral("Status"), QStringLiteral("Volume"), QStringLiteral("Counterparty")}), number(6)); break;
            case 7: line = QStringLiteral("http://www.%1.example/%2/%3?id=%4").arg(firstName().toLower(), number(2), lastName().toLower(), number(4)); break;
            case 8: line = QStringLiteral(" - %1%2.doc").arg(firstName(), number(3)); break;
            case 9: line = QStringLiteral("%1  %2  %3 %4").arg(fullName(), pick(m_language->titles), pick(m_language->phones), address()); break;
            default: line = (i % 2 ? pick(m_language->companies) : pick(m_language->titles).toUpper()); break;
            }
            rows.push_back({line, LineLabel::Body});
        }
        return rows;
    }

    /// A stretch of markup, JSON or a log, as technical lists have it.
    Rows code() {
        static const QStringList shapes{
            QStringLiteral("{"), QStringLiteral("}"), QStringLiteral("},"), QStringLiteral("]"), QStringLiteral("\"%1\": %2,"),
            QStringLiteral("\"%1\":\"%3\","), QStringLiteral("\"%1\": {"), QStringLiteral("\"time\": 0"), QStringLiteral("</%1>"),
            QStringLiteral("<%1>"), QStringLiteral("<str name=\"%1\">%3</str>"), QStringLiteral("<%1 class=\"%3\"/>"),
            QStringLiteral("%1=%2"), QStringLiteral("%1"), QStringLiteral("%2"), QStringLiteral("|- %1%2 - replica1"),
            QStringLiteral("at org.example.%1.%3(%3.java:%2)"), QStringLiteral("$ %1 -x %2"), QStringLiteral("%1.%3 = %2;"),
            QStringLiteral("<!-- %1 %3 -->"), QStringLiteral("+--- %1"), QStringLiteral("."), QStringLiteral("'%1': '%3.%1',"),
            QStringLiteral("%2 %2 %2"), QStringLiteral("%1 : %3"), QStringLiteral("%3 %1 %2 INFO"), QStringLiteral("[%1]")};
        Rows rows;
        int indent = int(below(4)) * 2;
        const QString first = pick(shapes);
        for (std::size_t i = 4 + below(45); i > 0; --i) {
            indent = std::clamp(indent + int(below(3)) * 2 - 2, 0, 12);
            const QString shape = chance(25) ? first : pick(shapes);
            const QString word = chance(50) ? firstName().toLower() : lastName();
            rows.push_back({QString(indent, u' ') + QString(shape).replace(QStringLiteral("%1"), word)
                                .replace(QStringLiteral("%2"), number(int(1 + below(5)))).replace(QStringLiteral("%3"), firstName()),
                            LineLabel::Body});
            blank(rows, 4);
        }
        return rows;
    }

    /// Addresses of others, agendas, scores: lines as short as those of signatures, amid the text.
    Rows listing() {
        Rows rows;
        const bool numbers = chance(50);
        for (std::size_t i = 3 + below(20); i > 0; --i) {
            const std::size_t kind = below(7);
            QString line = kind == 0   ? fullName()
                           : kind == 1 ? pick(m_language->companies)
                           : kind == 2 ? pick(m_language->streets).section(u'|', 0, 0)
                           : kind == 3 && numbers ? pick(m_language->phones)
                           : kind == 4 ? pick(m_language->titles)
                           : kind == 5 ? QString(lastName() + u' ' + number(3))
                                       : QString(firstName() + QStringLiteral(" - ") + lastName());
            rows.push_back({line, LineLabel::Body});
            blank(rows, 12);
        }
        return rows;
    }

    void greet(Rows& rows) {
        const QString first = firstName();
        if (chance(30)) {
            return;
        }
        if (chance(38)) {  // a name alone: the published sets count it as text
            QString line = chance(80) ? first : chance(50) ? first + QStringLiteral(" & ") + firstName() : fullName();
            line += pick({QStringLiteral(","), QStringLiteral(":"), QStringLiteral(" -"), QStringLiteral(","), QString()});
            if (chance(25)) {
                line += u' ' + pick(m_language->sentences);
            }
            rows.push_back({line, LineLabel::Body});
        } else {
            const QString mark = pick({QStringLiteral(","), QStringLiteral("!"), QString(), QStringLiteral(":"), QStringLiteral(","), QStringLiteral(".")});
            rows.push_back({pick(chance(45) ? m_language->greetings : m_language->openings).replace(QStringLiteral("%1"), first)
                                .replace(QStringLiteral("%2"), lastName()) + mark, LineLabel::Intro});
        }
        blank(rows, 80);
    }

    void close(Rows& rows, const QString& first, const QString& full) {
        const bool thanks = chance(45);
        const bool regards = !thanks || chance(20);
        const QString name = chance(70) ? first : chance(60) ? full : first.left(1).toLower();
        if (chance(22)) {
            if (chance(45)) {
                rows.push_back({name, LineLabel::Body});
            }
            return;
        }
        const auto mark = [&] { return pick({QStringLiteral(","), QStringLiteral(","), QStringLiteral("."), QStringLiteral("!"), QString()}); };
        if (chance(10)) {
            rows.push_back({(thanks ? pick(m_language->thanks) : pick(m_language->closings)) + pick({QStringLiteral(", "), QStringLiteral(" "), QStringLiteral(" - ")}) + name,
                            LineLabel::Outro});
            return;
        }
        if (chance(6)) {
            rows.push_back({QStringLiteral("- ") + name, LineLabel::Outro});
            return;
        }
        if (thanks) {
            rows.push_back({pick(m_language->thanks) + mark(), LineLabel::Outro});
            blank(rows, regards ? 60 : 35);
        }
        if (regards) {
            rows.push_back({pick(m_language->closings) + mark(), LineLabel::Outro});
            blank(rows, 35);
        }
        if (chance(80)) {
            rows.push_back({(chance(6) ? QStringLiteral("   ") : QString()) + name, LineLabel::Outro});
        }
    }

    Rows signatureLines(const QString& full) {
        Rows rows;
        const auto add = [&](const QString& text) { rows.push_back({text, LineLabel::Signature}); };
        if (chance(85)) {
            add(full + (chance(10) ? QStringLiteral(", ") + pick(m_language->titles) : QString()));
        }
        if (chance(50)) {
            add(pick(m_language->titles));
        }
        if (chance(75)) {
            add(pick(m_language->companies) + (chance(10) ? QStringLiteral(" | ") + pick(m_language->titles) : QString()));
        }
        if (chance(45)) {
            for (const QString& part : pick(m_language->streets).split(u'|')) {
                add(part);
            }
        }
        for (std::size_t i = below(4); i > 0; --i) {
            const QString phone = pick(m_language->phones);
            const QString label = pick(m_language->phoneLabels);
            switch (below(5)) {
            case 0: add(phone); break;
            case 1: add(phone + QStringLiteral(" (%1)").arg(label.toLower())); break;
            case 2: add(label + QStringLiteral(" - ") + phone); break;
            case 3: add(label + u' ' + phone + QStringLiteral(" | ") + pick(m_language->phoneLabels) + u' ' + pick(m_language->phones)); break;
            default: add(label + QStringLiteral(": ") + phone); break;
            }
        }
        if (chance(45)) {
            add((chance(30) ? QStringLiteral("E-Mail: ") : QString()) + address());
        }
        if (chance(25)) {
            add(QStringLiteral("http://www.%1.example").arg(lastName().toLower().remove(u' ')));
        }
        return rows;
    }

    void sign(Rows& rows, const QString& full, unsigned percent) {
        if (chance(percent)) {
            const Rows lines = signatureLines(full);
            blank(rows, 75);
            if (chance(28)) {
                rows.push_back({pick({QStringLiteral("-- "), QStringLiteral("--"), QStringLiteral("_______________________"),
                                      QStringLiteral("-----------------")}), LineLabel::Signature});
            }
            append(rows, lines);
        } else if (chance(7)) {
            blank(rows);
            rows.push_back({pick(m_language->devices), LineLabel::Signature});
        }
        if (chance(7)) {
            blank(rows);
            for (const QString& part : pick(m_language->disclaimers).split(u'|')) {
                rows.push_back({part, LineLabel::Body});
            }
        }
        if (chance(3)) {
            blank(rows);
            rows.push_back({QStringLiteral("--"), LineLabel::Body});
            rows.push_back({QStringLiteral("View this message in context: http://lists.example/t%1.html").arg(number(5)), LineLabel::Body});
            rows.push_back({QStringLiteral("Sent from the Users mailing list archive at lists.example."), LineLabel::Body});
        }
    }

    Rows message(unsigned business) {
        Rows rows;
        const QString first = firstName();
        const QString full = first + u' ' + lastName();
        const int width = chance(25) ? 400 : int(66 + below(14));
        greet(rows);
        for (std::size_t i = below(4) + (chance(95) ? 1 : 0); i > 0; --i) {
            append(rows, chance(16) ? matter() : chance(business ? 3 : 9) ? code() : chance(3) ? listing() : paragraph(width));
            blank(rows, i > 1 ? 92 : 75);
        }
        close(rows, first, full);
        sign(rows, full, business ? 34 : 14);
        if (chance(6)) {
            blank(rows);
            append(rows, chance(50) ? Rows{{QStringLiteral("P.S. ") + pick(m_language->sentences), LineLabel::Body}} : matter());
        }
        for (std::size_t i = below(4); i > 0; --i) {
            blank(rows);
        }
        return rows;
    }

    Rows attribution() {
        QString text = pick(m_language->attributions);
        text.replace(QStringLiteral("%1"), fullName()).replace(QStringLiteral("%2"), address());
        text.replace(QStringLiteral("%3"), date()).replace(QStringLiteral("%4"), clock());
        Rows rows;
        for (const QString& part : text.split(u'|')) {
            rows.push_back({part, LineLabel::Header});
        }
        return rows;
    }

    static void mark(Rows& rows, const QString& sign) {
        for (Row& row : rows) {
            row.text = row.text.startsWith(u'>') ? QStringLiteral(">") + row.text : (sign + row.text);
            row.label = row.label == LineLabel::Blank ? LineLabel::Body : row.label;
        }
    }

    Rows withMarkedQuote(Rows rows) {
        Rows inner = message(0);
        if (chance(40)) {
            inner = withInner(std::move(inner));
        }
        mark(inner, chance(85) ? QStringLiteral("> ") : QStringLiteral(">"));
        blank(rows, 85);
        append(rows, attribution());
        blank(rows, 40);
        append(rows, inner);
        return rows;
    }

    Rows withInner(Rows outer) {
        Rows inner = message(0);
        mark(inner, QStringLiteral("> "));
        append(outer, attribution());
        append(outer, inner);
        return outer;
    }

    Rows interleaved(Rows rows) {
        Rows result = attribution();
        for (std::size_t i = 1 + below(3); i > 0; --i) {
            Rows quoted = paragraph(70);
            mark(quoted, QStringLiteral("> "));
            append(result, quoted);
            blank(result, 85);
            append(result, paragraph(72));
            blank(result);
        }
        append(result, rows);
        return result;
    }

    Rows fieldBlock() {
        Rows rows;
        const auto add = [&](const QString& text) { rows.push_back({text, LineLabel::Header}); };
        const QString gap = pick({QStringLiteral(" "), QStringLiteral("\t"), QStringLiteral(" \t")});
        add(m_language->fields[0] + u':' + gap + fullName() + (chance(50) ? QStringLiteral(" <%1>").arg(address()) : QString()));
        add(m_language->fields[1] + u':' + gap + date() + u' ' + clock());
        add(m_language->fields[2] + u':' + gap + fullName() + (chance(30) ? QStringLiteral("; ") + fullName() : QString()));
        if (chance(35)) {
            add(m_language->fields[3] + u':' + gap + fullName());
        }
        add(m_language->fields[4] + u':' + gap + QStringLiteral("RE: ") + pick(m_language->companies));
        return rows;
    }

    Rows lotusBlock() {
        Rows rows;
        const auto add = [&](const QString& text) { rows.push_back({text, LineLabel::Header}); };
        const QString indent = pick({QString(), QStringLiteral("\t"), QStringLiteral("        ")});
        if (chance(60)) {
            add(QStringLiteral("---------------------- Forwarded by %1 on %2 %3 ").arg(lotusName(), date(), clock()));
            add(QStringLiteral("---------------------------"));
            blank(rows);
        }
        add(indent + (chance(70) ? lotusName() : QStringLiteral("\"%1\" <%2>").arg(fullName(), address())));
        add(indent + QStringLiteral("%1/%2/2001 %3").arg(10 + below(3)).arg(10 + below(18)).arg(clock()));
        add(indent + QStringLiteral("To: ") + lotusName() + QStringLiteral(", ") + lotusName());
        add(indent + QStringLiteral("cc: ") + (chance(50) ? lotusName() : QString()));
        blank(rows, 60);
        add(indent + QStringLiteral("Subject: ") + pick(m_language->titles));
        return rows;
    }

    Rows forwardedBlock() {
        Rows rows;
        blank(rows, 85);
        if (chance(45)) {
            rows = lotusBlock();
        } else {
            if (chance(80)) {
                rows.push_back({pick(m_language->originals), LineLabel::Header});
            }
            append(rows, fieldBlock());
        }
        blank(rows, 92);
        append(rows, message(1));
        return rows;
    }

    std::mt19937 m_random;
    const ForgeLanguage* m_language{nullptr};
};

}  // namespace

std::vector<ZoneExample> forgedMails() {
    MailForge forge(20260512);
    std::vector<ZoneExample> mails;
    mails.reserve(forgedCount);
    for (int i = 0; i < forgedCount; ++i) {
        mails.push_back(forge.mail(i));
    }
    return mails;
}

ZoneExample withClosings(ZoneExample example) {
    const mail::SeenLines seen = mail::seenLines(example.text);
    bool closing = false;
    bool before = false;
    for (std::size_t i = 0; i < seen.text.lines.size(); ++i) {
        LineLabel& label = example.labels[std::size_t(seen.text.lines[i].row)];
        const mail::Signals& signals = seen.signals[i];
        if (label != LineLabel::Signature) {
            before = closing = false;
            continue;
        }
        const bool phrase = signals.has(mail::Signal::ClosingStart) || signals.has(mail::Signal::ThanksStart);
        if (phrase || (closing && before && signals.has(mail::Signal::NameLike) && seen.text.lines[i].blanksBefore < 2)) {
            label = LineLabel::Outro;
            closing = phrase;
        } else if (!before && signals.has(mail::Signal::NameLike) && i + 1 == seen.text.lines.size()) {
            label = LineLabel::Body;  // a name alone, as the published sets have it
        }
        before = true;
    }
    return example;
}

}  // namespace kith::train
