// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "app/train/zone_forge.h"

#include "app/train/zone_forge_dice.h"
#include "core/mail/zone_features.h"

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
class MailForge : private ForgeDice {
public:
    using ForgeDice::ForgeDice;

    ZoneExample mail(int number) {
        const std::vector<ForgeLanguage>& languages = forgeLanguages();
        speak(languages[chance(55) ? 0 : below(languages.size())]);
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
    static void append(Rows& rows, const Rows& more) { rows.insert(rows.end(), more.begin(), more.end()); }
    void blank(Rows& rows, unsigned percent = 100) {
        if (chance(percent)) {
            rows.push_back({chance(8) ? QStringLiteral(" ") : QString(), LineLabel::Blank});
            if (chance(15)) {
                rows.push_back({});
            }
        }
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
            text << pick(chance(22) ? language().questions : language().sentences);
        }
        Rows rows;
        addWrapped(rows, text.join(chance(80) ? QStringLiteral(" ") : QStringLiteral("  ")), LineLabel::Body, width);
        return rows;
    }

    static Rows plain(const QStringList& lines) {
        Rows rows;
        for (const QString& line : lines) {
            rows.push_back({line, LineLabel::Body});
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
            line +=
                pick({QStringLiteral(","), QStringLiteral(":"), QStringLiteral(" -"), QStringLiteral(","), QString()});
            if (chance(25)) {
                line += u' ' + pick(language().sentences);
            }
            rows.push_back({line, LineLabel::Body});
        } else {
            const QString mark = pick({QStringLiteral(","), QStringLiteral("!"), QString(), QStringLiteral(":"),
                                       QStringLiteral(","), QStringLiteral(".")});
            rows.push_back({pick(chance(45) ? language().greetings : language().openings)
                                    .replace(QStringLiteral("%1"), first)
                                    .replace(QStringLiteral("%2"), lastName()) +
                                mark,
                            LineLabel::Intro});
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
        const auto mark = [&] {
            return pick(
                {QStringLiteral(","), QStringLiteral(","), QStringLiteral("."), QStringLiteral("!"), QString()});
        };
        if (chance(10)) {
            rows.push_back({(thanks ? pick(language().thanks) : pick(language().closings)) +
                                pick({QStringLiteral(", "), QStringLiteral(" "), QStringLiteral(" - ")}) + name,
                            LineLabel::Outro});
            return;
        }
        if (chance(6)) {
            rows.push_back({QStringLiteral("- ") + name, LineLabel::Outro});
            return;
        }
        if (thanks) {
            rows.push_back({pick(language().thanks) + mark(), LineLabel::Outro});
            blank(rows, regards ? 60 : 35);
        }
        if (regards) {
            rows.push_back({pick(language().closings) + mark(), LineLabel::Outro});
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
            add(full + (chance(10) ? QStringLiteral(", ") + pick(language().titles) : QString()));
        }
        if (chance(50)) {
            add(pick(language().titles));
        }
        if (chance(75)) {
            add(pick(language().companies) +
                (chance(10) ? QStringLiteral(" | ") + pick(language().titles) : QString()));
        }
        if (chance(45)) {
            for (const QString& part : pick(language().streets).split(u'|')) {
                add(part);
            }
        }
        for (std::size_t i = below(4); i > 0; --i) {
            const QString phone = pick(language().phones);
            const QString label = pick(language().phoneLabels);
            switch (below(5)) {
            case 0:
                add(phone);
                break;
            case 1:
                add(phone + QStringLiteral(" (%1)").arg(label.toLower()));
                break;
            case 2:
                add(label + QStringLiteral(" - ") + phone);
                break;
            case 3:
                add(label + u' ' + phone + QStringLiteral(" | ") + pick(language().phoneLabels) + u' ' +
                    pick(language().phones));
                break;
            default:
                add(label + QStringLiteral(": ") + phone);
                break;
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
                rows.push_back({pick({QStringLiteral("-- "), QStringLiteral("--"),
                                      QStringLiteral("_______________________"), QStringLiteral("-----------------")}),
                                LineLabel::Signature});
            }
            append(rows, lines);
        } else if (chance(7)) {
            blank(rows);
            rows.push_back({pick(language().devices), LineLabel::Signature});
        }
        if (chance(7)) {
            blank(rows);
            for (const QString& part : pick(language().disclaimers).split(u'|')) {
                rows.push_back({part, LineLabel::Body});
            }
        }
        if (chance(3)) {
            blank(rows);
            rows.push_back({QStringLiteral("--"), LineLabel::Body});
            rows.push_back(
                {QStringLiteral("View this message in context: http://lists.example/t%1.html").arg(number(5)),
                 LineLabel::Body});
            rows.push_back(
                {QStringLiteral("Sent from the Users mailing list archive at lists.example."), LineLabel::Body});
        }
    }

    Rows message(unsigned business) {
        Rows rows;
        const QString first = firstName();
        const QString full = first + u' ' + lastName();
        const int width = chance(25) ? 400 : int(66 + below(14));
        greet(rows);
        for (std::size_t i = below(4) + (chance(95) ? 1 : 0); i > 0; --i) {
            append(rows, chance(16)                 ? plain(matter())
                         : chance(business ? 3 : 9) ? plain(code())
                         : chance(3)                ? plain(listing())
                                                    : paragraph(width));
            blank(rows, i > 1 ? 92 : 75);
        }
        close(rows, first, full);
        sign(rows, full, business ? 34 : 14);
        if (chance(6)) {
            blank(rows);
            append(rows,
                   plain(chance(50) ? QStringList{QStringLiteral("P.S. ") + pick(language().sentences)} : matter()));
        }
        for (std::size_t i = below(4); i > 0; --i) {
            blank(rows);
        }
        return rows;
    }

    Rows attribution() {
        QString text = pick(language().attributions);
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
        Rows result;
        if (chance(35)) {
            greet(result);
        }
        append(result, attribution());
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
        add(language().fields[0] + u':' + gap + fullName() +
            (chance(50) ? QStringLiteral(" <%1>").arg(address()) : QString()));
        add(language().fields[1] + u':' + gap + date() + u' ' + clock());
        add(language().fields[2] + u':' + gap + fullName() +
            (chance(30) ? QStringLiteral("; ") + fullName() : QString()));
        if (chance(35)) {
            add(language().fields[3] + u':' + gap + fullName());
        }
        add(language().fields[4] + u':' + gap + QStringLiteral("RE: ") + pick(language().companies));
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
        add(indent + QStringLiteral("Subject: ") + pick(language().titles));
        return rows;
    }

    Rows forwardedBlock() {
        Rows rows;
        blank(rows, 85);
        if (chance(45)) {
            rows = lotusBlock();
        } else {
            if (chance(80)) {
                rows.push_back({pick(language().originals), LineLabel::Header});
            }
            append(rows, fieldBlock());
        }
        blank(rows, 92);
        append(rows, message(1));
        return rows;
    }
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
        if (phrase ||
            (closing && before && signals.has(mail::Signal::NameLike) && seen.text.lines[i].blanksBefore < 2)) {
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
