// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// What is taken out of a text before it leaves, what stays readable, and that nothing is lost on the way back.
#include "core/triage/redaction.h"

#include <QRegularExpression>
#include <QStringList>

#include <gtest/gtest.h>

#include <random>

using namespace kith::triage;

namespace {

QString redacted(const char* text) {
    return Redactor().redact(QString::fromUtf8(text));
}

/// Random mail out of pieces that must go and pieces that may stay, joined as people join them.
class RedactionForge {
public:
    explicit RedactionForge(unsigned seed)
        : m_dice(seed) {}

    QString address() {
        static const QStringList names{QStringLiteral("ana"),    QStringLiteral("o'neil.b+x"), QStringLiteral("j_r-7"),
                                       QStringLiteral("jürgen"), QStringLiteral("info%sales"), QStringLiteral("a")};
        static const QStringList hosts{QStringLiteral("firm.example"), QStringLiteral("mail.law.example"),
                                       QStringLiteral("müller.example"), QStringLiteral("a-b.co.example")};
        return one(names) + u'@' + one(hosts);
    }
    QString phone() {
        static const QStringList forms{QStringLiteral("+49 30 DDDDDDD"),   QStringLiteral("030/DDDDDDD"),
                                       QStringLiteral("(555) DDD-DDDD"),   QStringLiteral("+1.555.DDD.DDDD"),
                                       QStringLiteral("0043 1 DDD DD DD"), QStringLiteral("0D DD DD DD DD"),
                                       QStringLiteral("555-DDDD-DDD"),     QStringLiteral("+44 (0)20 DDDD DDDD"),
                                       QStringLiteral("+4930DDDDDDDD"),    QStringLiteral("0171–DDD DDDD")};
        QString number = one(forms);
        for (QChar& c : number) {
            if (c == u'D') {
                c = QChar(u'2' + int(m_dice() % 8));
            }
        }
        return number;
    }
    QString piece() {
        static const QStringList words{QStringLiteral("Could you call me on"),
                                       QStringLiteral("or write to"),
                                       QStringLiteral("by 12.05.2026 at 10:30"),
                                       QStringLiteral("Grüße,"),
                                       QStringLiteral("the [EMAIL_1] token"),
                                       QStringLiteral("2 probes"),
                                       QStringLiteral("<"),
                                       QStringLiteral("(")};
        return one(words);
    }
    template <class List>
    QString one(const List& list) {
        return list[qsizetype(m_dice() % size_t(list.size()))];
    }
    QString joint() {
        static const QStringList joints{QStringLiteral(" "),  QStringLiteral("\n"), QStringLiteral(", "),
                                        QStringLiteral(": "), QStringLiteral(" <"), QStringLiteral("; ")};
        return one(joints);
    }

private:
    std::mt19937 m_dice;
};

}  // namespace

TEST(Redaction, AddressesNumbersAmountsAndPagesBecomeTokens) {
    EXPECT_EQ(redacted("Write to Ana <ana@firm.example>."), QStringLiteral("Write to Ana <[EMAIL_1]>."));
    EXPECT_EQ(redacted("Call +49 30 1234567, or 555-0100-222!"), QStringLiteral("Call [PHONE_1], or [PHONE_2]!"));
    EXPECT_EQ(redacted("It costs 12.500,00 € or USD 14k."), QStringLiteral("It costs [AMOUNT_1] or [AMOUNT_2]."));
    EXPECT_EQ(redacted("See https://firm.example/a?b=c and www.firm.example"),
              QStringLiteral("See [URL_1] and [URL_2]"));
    EXPECT_EQ(redacted("IBAN DE89 3704 0044 0532 0130 00"), QStringLiteral("IBAN [ACCOUNT_1]"));
    EXPECT_EQ(redacted("ana (at) firm.example, ana＠firm.example"), QStringLiteral("[EMAIL_1], [EMAIL_2]"));
}

TEST(Redaction, DaysTimesAndSmallNumbersStayReadable) {
    for (const char* text : {"By 2026-11-28, please.", "On 12.05.2026 at 10:30, room 12", "12.05.2026 - 14.05.2026",
                             "We need 250 probes in 3 weeks.", "Version 2.4.1 of 2026", "5/12/2026 9"}) {
        EXPECT_EQ(redacted(text), QString::fromUtf8(text));
    }
}

TEST(Redaction, TheSameWordsGetTheSameTokenInAllTextsOfACall) {
    Redactor redactor;
    EXPECT_EQ(redactor.redact(QStringLiteral("ana@firm.example")), QStringLiteral("[EMAIL_1]"));
    EXPECT_EQ(redactor.redact(QStringLiteral("ben@firm.example and ana@firm.example")),
              QStringLiteral("[EMAIL_2] and [EMAIL_1]"));
    EXPECT_EQ(redactor.count(), 3);
    EXPECT_EQ(redactor.restore(QStringLiteral("She wrote from [EMAIL_1], not [EMAIL_7].")),
              QStringLiteral("She wrote from ana@firm.example, not [EMAIL_7]."));
}

TEST(Redaction, ATokenInTheMailItselfComesBackAsItStood) {
    Redactor redactor;
    const QString text = QStringLiteral("Fill in [EMAIL_1] for ana@firm.example");
    const QString out = redactor.redact(text);
    EXPECT_EQ(redactor.restore(out), text);
    EXPECT_NE(out, text);
}

TEST(Redaction, NoAddressAndNoNumberOfTheInputStandsInTheOutputAndAllComesBack) {
    for (unsigned seed = 0; seed < 3000; ++seed) {
        RedactionForge forge(seed);
        QString text;
        QStringList secrets;
        for (int i = 0; i < 6; ++i) {
            const int kind = int((seed / 7 + unsigned(i) * 5) % 3);
            const QString piece = kind == 0 ? forge.address() : kind == 1 ? forge.phone() : forge.piece();
            if (kind != 2) {
                secrets << piece;
            }
            text += piece + forge.joint();
        }
        Redactor redactor;
        const QString out = redactor.redact(text);
        for (const QString& secret : secrets) {
            EXPECT_FALSE(out.contains(secret)) << secret.toStdString() << " in " << out.toStdString();
        }
        EXPECT_FALSE(out.contains(u'@')) << out.toStdString();
        EXPECT_EQ(redactor.restore(out), text);
    }
}

TEST(Redaction, LongNonsenseIsReadInNoTime) {
    for (const QString& piece : {QStringLiteral("a@"), QStringLiteral("1 "), QStringLiteral("a."), QStringLiteral("["),
                                 QStringLiteral("$1,"), QStringLiteral("(at)"), QStringLiteral("DE12 ")}) {
        Redactor redactor;
        const QString text = piece.repeated(20'000);
        EXPECT_EQ(redactor.restore(redactor.redact(text)), text);
    }
}
