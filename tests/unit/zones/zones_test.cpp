// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/base/text.h"
#include "core/mail/zones.h"

#include <gtest/gtest.h>

using namespace kith;

namespace {

QString textOf(const QString& text, ZoneKind kind) {
    QString result;
    for (const Zone& zone : mail::zonesOf(text)) {
        if (zone.kind == kind) {
            const qsizetype start = text::utf16Index(text, zone.start);
            result += text.mid(start, text::utf16Index(text, zone.end) - start);
        }
    }
    return result.trimmed();
}

QString mailText(const char* text) {
    return QString::fromUtf8(text);
}

struct Attribution {
    const char* language;
    const char* line;
};

class Attributions : public testing::TestWithParam<Attribution> {};

TEST_P(Attributions, StartTheQuotation) {
    const QString header = QString::fromUtf8(GetParam().line);
    const QString text = QStringLiteral("That works well for both of us.\n\n") + header +
                         QStringLiteral("\n> first line\n> second line\n");
    EXPECT_EQ(textOf(text, ZoneKind::QuoteHeader), header);
    EXPECT_EQ(textOf(text, ZoneKind::Quote), QStringLiteral("> first line\n> second line"));
    EXPECT_EQ(mail::authorText(text, mail::zonesOf(text)), QStringLiteral("That works well for both of us."));
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Attributions,
    testing::Values(
        Attribution{"en", "On Tue, May 12, 2026 at 9:58 AM Ada Lind <ada@north.example> wrote:"},
        Attribution{"wrapped", "On Tue, May 12, 2026 at 9:58 AM Ada Lind <ada@north.example>\nwrote:"},
        Attribution{
            "wrapped twice",
            "On Tue, May 12, 2026 at 9:58 AM Ada Lind, Office of the\nNorthern Region <\nada@north.example> wrote:"},
        Attribution{"Apple", "On May 12, 2026, at 09:58, Ada Lind wrote:"},
        Attribution{"de", "Am 12.05.2026 um 09:58 schrieb Ada Lind <ada@north.example>:"},
        Attribution{"fr", "Le mar. 12 mai 2026 à 09:58, Ada Lind <ada@north.example> a écrit :"},
        Attribution{"es", "El mar, 12 may 2026 a las 9:58, Ada Lind (<ada@north.example>) escribió:"},
        Attribution{"pt", "Em ter., 12 de mai. de 2026 às 09:58, Ada Lind <ada@north.example> escreveu:"},
        Attribution{"it", "Il giorno mar 12 mag 2026 alle ore 09:58 Ada Lind <ada@north.example> ha scritto:"},
        Attribution{"nl", "Op di 12 mei 2026 om 09:58 schreef Ada Lind <ada@north.example>:"},
        Attribution{"sv", "Den tis 12 maj 2026 kl 09:58 skrev Ada Lind <ada@north.example>:"},
        Attribution{"da", "Den tirs. 12. maj 2026 kl. 09.58 skrev Ada Lind <ada@north.example>:"},
        Attribution{"no", "tir. 12. mai 2026 kl. 09:58 skrev Ada Lind <ada@north.example>:"},
        Attribution{"fi", "ti 12. toukok. 2026 klo 9.58 Ada Lind (ada@north.example) kirjoitti:"},
        Attribution{"pl", "wt., 12 maj 2026 o 09:58 Ada Lind <ada@north.example> napisał(a):"},
        Attribution{"cs", "út 12. 5. 2026 v 9:58 odesílatel Ada Lind <ada@north.example> napsal:"},
        Attribution{"sk", "ut 12. 5. 2026 o 9:58 Ada Lind <ada@north.example> napísal(a):"},
        Attribution{"hu", "Ada Lind <ada@north.example> ezt írta (időpont: 2026. máj. 12., K, 9:58):"},
        Attribution{"ro", "În mar., 12 mai 2026 la 09:58, Ada Lind <ada@north.example> a scris:"},
        Attribution{"ru", "вт, 12 мая 2026 г. в 09:58, Ада Линд <ada@north.example>:"},
        Attribution{"uk", "вт, 12 трав. 2026 р. о 09:58 Ада Лінд <ada@north.example> пише:"},
        Attribution{"tr", "Ada Lind <ada@north.example>, 12 May 2026 Sal, 09:58 tarihinde şunu yazdı:"},
        Attribution{"el", "Στις Τρί 12 Μαΐ 2026 στις 9:58 π.μ., ο χρήστης Ada Lind <ada@north.example> έγραψε:"},
        Attribution{"ja", "2026年5月12日(火) 9:58 Ada Lind <ada@north.example>:"},
        Attribution{"zh", "Ada Lind <ada@north.example> 于2026年5月12日周二 09:58写道："},
        Attribution{"ko", "2026년 5월 12일 (화) 오전 9:58, Ada Lind <ada@north.example>님이 작성:"}));

struct HeaderBlock {
    const char* program;
    const char* block;
};

class HeaderBlocks : public testing::TestWithParam<HeaderBlock> {};

TEST_P(HeaderBlocks, MakeTheRestAQuotation) {
    const QString header = QString::fromUtf8(GetParam().block);
    const QString text =
        QStringLiteral("Please find my remarks below, and call me when you have read them.\n\n") + header +
        QStringLiteral("\n\nCould you look at the draft of the contract?\nIt has to be signed on Friday.\n");
    EXPECT_EQ(textOf(text, ZoneKind::QuoteHeader), header);
    EXPECT_EQ(textOf(text, ZoneKind::Quote),
              QStringLiteral("Could you look at the draft of the contract?\nIt has to be signed on Friday."));
}

INSTANTIATE_TEST_SUITE_P(
    Programs, HeaderBlocks,
    testing::Values(
        HeaderBlock{"Outlook en", "-----Original Message-----\nFrom: Ada Lind\nSent: Tuesday, May 12, 2026 9:58 "
                                  "AM\nTo: Bo Ek\nSubject: Draft"},
        HeaderBlock{"Outlook rule", "________________________________\nFrom: Ada Lind <ada@north.example>\nSent: "
                                    "Tuesday, May 12, 2026\nTo: Bo Ek\nSubject: Draft"},
        HeaderBlock{"Outlook de", "-----Ursprüngliche Nachricht-----\nVon: Ada Lind\nGesendet: Dienstag, 12. Mai 2026 "
                                  "09:58\nAn: Bo Ek\nBetreff: Entwurf"},
        HeaderBlock{"Outlook fr", "De : Ada Lind\nEnvoyé : mardi 12 mai 2026 09:58\nÀ : Bo Ek\nObjet : Projet"},
        HeaderBlock{"Outlook es",
                    "De: Ada Lind\nEnviado el: martes, 12 de mayo de 2026 9:58\nPara: Bo Ek\nAsunto: Borrador"},
        HeaderBlock{"Outlook it", "Da: Ada Lind\nInviato: martedì 12 maggio 2026 09:58\nA: Bo Ek\nOggetto: Bozza"},
        HeaderBlock{"Outlook nl", "Van: Ada Lind\nVerzonden: dinsdag 12 mei 2026 9:58\nAan: Bo Ek\nOnderwerp: Concept"},
        HeaderBlock{"Outlook sv", "Från: Ada Lind\nSkickat: den 12 maj 2026 09:58\nTill: Bo Ek\nÄmne: Utkast"},
        HeaderBlock{"Outlook pl", "Od: Ada Lind\nWysłano: wtorek, 12 maja 2026 09:58\nDo: Bo Ek\nTemat: Projekt"},
        HeaderBlock{"Outlook ru", "От: Ада Линд\nОтправлено: 12 мая 2026 г. 9:58\nКому: Bo Ek\nТема: Проект"},
        HeaderBlock{"Gmail", "---------- Forwarded message ----------\nFrom: Ada Lind <ada@north.example>\nDate: Tue, "
                             "May 12, 2026\nSubject: Draft\nTo: Bo Ek <bo@north.example>"},
        HeaderBlock{"Apple", "Begin forwarded message:\n\nFrom: Ada Lind <ada@north.example>\nSubject: Draft\nDate: 12 "
                             "May 2026\nTo: Bo Ek"},
        HeaderBlock{"Lotus Notes",
                    "---------------------- Forwarded by Bo Ek/NOR/EXAMPLE on 05/12/2026 09:58 AM "
                    "---------------------------\n\n"
                    "Ada Lind@EXAMPLE\n05/12/2026 08:12 AM\nTo: Bo Ek/NOR/EXAMPLE@EXAMPLE\ncc: \n\nSubject: Draft"}));

TEST(Zones, ForwardedAndQuotedTextDoesNotCountAsTheAuthors) {
    const QString text = mailText("Hi Bo,\n\nI agree with the plan and will sign it tomorrow.\n\nBest regards,\nAda\n\n"
                                  "-- \nAda Lind\nSales Manager\nNorth Pumps Ltd\nTel: +44 20 7946 0123\n");
    EXPECT_EQ(textOf(text, ZoneKind::Greeting), QStringLiteral("Hi Bo,"));
    EXPECT_EQ(textOf(text, ZoneKind::Author), QStringLiteral("I agree with the plan and will sign it tomorrow."));
    EXPECT_EQ(textOf(text, ZoneKind::Closing), QStringLiteral("Best regards,\nAda"));
    EXPECT_TRUE(textOf(text, ZoneKind::Signature)
                    .endsWith(QStringLiteral("Ada Lind\nSales Manager\nNorth Pumps Ltd\nTel: +44 20 7946 0123")));
}

TEST(Zones, AnswersBetweenQuotedLinesAreTheAuthors) {
    const QString text =
        mailText("On 12 May 2026, Ada Lind <ada@north.example> wrote:\n> Shall we meet on Monday?\n\n"
                 "Yes, Monday at ten is fine with me.\n\n> And who brings the samples?\n\nI will bring them along.\n");
    EXPECT_EQ(textOf(text, ZoneKind::Author),
              QStringLiteral("Yes, Monday at ten is fine with me.\n\nI will bring them along."));
}

TEST(Zones, GermanAndFrenchLettersHaveGreetingClosingAndSignature) {
    const QString german =
        mailText("Sehr geehrte Frau Lind,\n\nanbei erhalten Sie das Angebot, bitte melden Sie sich bei Fragen.\n\n"
                 "Mit freundlichen Grüßen\nBernd Böhm\n\nNordlicht Pumpen GmbH\nHafenstraße 12\n20457 Hamburg\nTel. "
                 "+49 40 123456-0\n");
    EXPECT_EQ(textOf(german, ZoneKind::Greeting), QStringLiteral("Sehr geehrte Frau Lind,"));
    EXPECT_TRUE(textOf(german, ZoneKind::Closing).startsWith(QStringLiteral("Mit freundlichen Grüßen")));
    EXPECT_TRUE(textOf(german, ZoneKind::Signature).contains(QStringLiteral("Hafenstraße 12")));
    const QString french =
        mailText("Bonjour Ada,\n\nVous trouverez ci-joint le projet de contrat pour la semaine prochaine.\n\n"
                 "Cordialement,\nLuc\n");
    EXPECT_EQ(textOf(french, ZoneKind::Greeting), QStringLiteral("Bonjour Ada,"));
    EXPECT_EQ(textOf(french, ZoneKind::Closing), QStringLiteral("Cordialement,\nLuc"));
}

TEST(Zones, DisclaimersAtTheEndAreRecognised) {
    const QString text =
        mailText("The numbers are in the second sheet of the file that I sent you.\n\nRegards,\nAda\n\n"
                 "This e-mail is confidential and intended solely for the addressee. If you have received it in\n"
                 "error, please notify the sender and delete it.\n");
    EXPECT_TRUE(textOf(text, ZoneKind::Disclaimer).startsWith(QStringLiteral("This e-mail is confidential")));
    EXPECT_EQ(textOf(text, ZoneKind::Author),
              QStringLiteral("The numbers are in the second sheet of the file that I sent you."));
    const QString german =
        mailText("Das passt so.\n\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige\n"
                 "Adressat sind, informieren Sie bitte den Absender.\n");
    EXPECT_TRUE(textOf(german, ZoneKind::Disclaimer).startsWith(QStringLiteral("Diese E-Mail")));
}

TEST(Zones, DeviceLinesAreSignatures) {
    EXPECT_EQ(textOf(mailText("I will be ten minutes late.\n\nSent from my iPhone\n"), ZoneKind::Signature),
              QStringLiteral("Sent from my iPhone"));
    EXPECT_EQ(textOf(mailText("Ich komme zehn Minuten später.\n\nVon meinem iPhone gesendet"), ZoneKind::Signature),
              QStringLiteral("Von meinem iPhone gesendet"));
}

TEST(Zones, SentencesThatOnlyLookLikeHeadersStayTheAuthors) {
    const QString text = mailText(
        "On the table you find what he wrote about it in June.\nFrom here on it is easy.\nTo be clear: I agree.\n");
    EXPECT_EQ(textOf(text, ZoneKind::Author), text.trimmed());
}

TEST(Zones, HintsFromTheHtmlDecideWhereTheTextDoesNot) {
    const QString text = mailText("I have no objection.\nWhat do you say to the new date?\n");
    mail::ZoneHints hints;
    hints.marked.push_back({ZoneKind::Quote, 21, 54});
    const std::vector<Zone> zones = mail::zonesOf(text, hints);
    ASSERT_EQ(zones.size(), 2U);
    EXPECT_EQ(zones[1].kind, ZoneKind::Quote);
    EXPECT_EQ(mail::authorText(text, zones), QStringLiteral("I have no objection."));
}

TEST(Zones, OffsetsAreCodePointsAndZonesCoverTheText) {
    const QString text = mailText("Hi Bo \xF0\x9F\x99\x82,\r\n\r\nthe offer is \xF0\x9F\x91\x8D and I will sign "
                                  "it.\r\n\r\n> quoted \xF0\x9F\x99\x82\r\n> more");
    const std::vector<Zone> zones = mail::zonesOf(text);
    ASSERT_FALSE(zones.empty());
    EXPECT_EQ(zones.front().start, 0);
    EXPECT_EQ(zones.back().end, int(text::codePoints(text)));
    EXPECT_EQ(zones.back().kind, ZoneKind::Quote);
    for (std::size_t i = 1; i < zones.size(); ++i) {
        EXPECT_EQ(zones[i].start, zones[i - 1].end);
    }
}

TEST(Zones, EmptyAndBlankTextsHaveNone) {
    EXPECT_TRUE(mail::zonesOf(QString()).empty());
    EXPECT_TRUE(mail::zonesOf(QStringLiteral(" \n\t\r\n\n")).empty());
    EXPECT_TRUE(mail::authorText(QString(), {}).isEmpty());
}

TEST(Zones, EndlessLinesAndEndlessMailsAreRead) {
    const QString line(10'000'000, u'x');
    ASSERT_EQ(mail::zonesOf(line).size(), 1U);
    EXPECT_EQ(mail::zonesOf(line).front().end, 10'000'000);
    QString many;
    for (int i = 0; i < 100'000; ++i) {
        many += QStringLiteral("To: one, two\n> three\n");
    }
    EXPECT_EQ(mail::zonesOf(many).back().end, int(many.size()));
    EXPECT_EQ(mail::zonesOf(QStringLiteral("To: one\n").repeated(100'000)).back().end, 800'000);
    EXPECT_EQ(mail::zonesOf(QString(100'000, u'>')).size(), 0U);
}

TEST(Zones, FiftyThousandLinesAreLookedAtAndTheLastZoneTakesTheRest) {
    const QString text = QStringLiteral("ab\n").repeated(120'000);
    const auto zones = mail::zonesOf(text);
    ASSERT_FALSE(zones.empty());
    EXPECT_EQ(zones.back().end, text.size());
    EXPECT_LT(zones.size(), 60'000U);
    const QString quotes = QStringLiteral("> x\ny\n").repeated(60'000);
    EXPECT_LE(mail::zonesOf(quotes).size(), 50'000U);
}

TEST(Zones, LinesGetOneLabelEach) {
    const auto labels = mail::labelLines(QStringLiteral("Hi all,\n\nthe build works for me now.\n\nThanks,\nAda\n"));
    ASSERT_EQ(labels.size(), 6U);
    EXPECT_EQ(labels[0], mail::LineLabel::Intro);
    EXPECT_EQ(labels[1], mail::LineLabel::Blank);
    EXPECT_EQ(labels[2], mail::LineLabel::Body);
    EXPECT_EQ(labels[4], mail::LineLabel::Outro);
    EXPECT_EQ(labels[5], mail::LineLabel::Outro);
}

}  // namespace
