// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Stories of the reader and the card beside it, by keys and clicks, offscreen.
#include "reader_support.h"
#include "ui/context_panel.h"
#include "ui/letter_body.h"
#include "ui/letter_line.h"
#include "ui/letter_view.h"
#include "ui/reader_view.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QHelpEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolTip>

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::ui;

namespace {

/// Takes the place of the browser.
class LinkRecorder : public QObject {
    Q_OBJECT
public:
    LinkRecorder() {
        for (const QString& scheme : schemes()) {
            QDesktopServices::setUrlHandler(scheme, this, "open");
        }
    }
    ~LinkRecorder() override {
        for (const QString& scheme : schemes()) {
            QDesktopServices::unsetUrlHandler(scheme);
        }
    }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened << url; }

private:
    static QStringList schemes() {
        return {QStringLiteral("https"), QStringLiteral("http"), QStringLiteral("mailto"), QStringLiteral("file")};
    }
};

}  // namespace

struct ReaderStory : testing::Test {
    Theme theme;
    ReaderView reader{theme, nullptr};

    ReaderStory() {
        reader.resize(480, 800);
        reader.setToday(readerToday);
        reader.show();
    }

    template <class Widget>
    std::vector<Widget*> visible(const QString& name = {}) const {
        std::vector<Widget*> found;
        for (Widget* widget : reader.findChildren<Widget*>(name)) {
            if (widget->isVisible()) {
                found.push_back(widget);
            }
        }
        return found;
    }

    void click(const QString& name) {
        const auto found = visible<QAbstractButton>(name);
        ASSERT_FALSE(found.empty()) << name.toStdString();
        QTest::mouseClick(found.front(), Qt::LeftButton);
        QCoreApplication::sendPostedEvents();
    }

    LetterBody& body() { return *visible<LetterBody>(QStringLiteral("letterBody")).back(); }
};

TEST_F(ReaderStory, TheNewestLetterStandsOpenAndAnEarlierOneOpensOnAClick) {
    reader.showConversation(anasConversation(), 1, 12);
    EXPECT_EQ(visible<ui::LetterView>().size(), 1U);
    ASSERT_EQ(visible<LetterLine>().size(), 2U);
    QTest::mouseClick(visible<LetterLine>().front(), Qt::LeftButton);
    EXPECT_EQ(visible<LetterLine>().size(), 1U);
    EXPECT_EQ(visible<ui::LetterView>().size(), 2U);
    EXPECT_EQ(reader.findChild<QLabel*>(QStringLiteral("place"))->text(), QStringLiteral("1 of 12"));
}

TEST_F(ReaderStory, ALongConversationShowsItsEndsUntilAskedForAll) {
    service::Conversation conversation = anasConversation();
    while (conversation.letters.size() < 12) {
        conversation.letters.insert(conversation.letters.begin(), conversation.letters.front());
    }
    reader.showConversation(conversation, 1, 1);
    EXPECT_EQ(visible<LetterLine>().size(), 4U);
    click(QStringLiteral("showEarlier"));
    EXPECT_EQ(visible<LetterLine>().size(), 11U);
}

TEST_F(ReaderStory, SignatureAndQuotesUnfoldOnAClick) {
    reader.showConversation(anasConversation(), 1, 12);
    EXPECT_FALSE(body().toPlainText().contains(QStringLiteral("+34 910")));
    EXPECT_TRUE(visible<LetterBody>(QStringLiteral("foldedBody")).empty());
    click(QStringLiteral("foldedParts"));
    ASSERT_EQ(visible<LetterBody>(QStringLiteral("foldedBody")).size(), 1U);
    EXPECT_TRUE(visible<LetterBody>(QStringLiteral("foldedBody"))
                    .front()
                    ->toPlainText()
                    .contains(QStringLiteral("> Not yet.")));
    click(QStringLiteral("foldedParts"));
    EXPECT_TRUE(visible<LetterBody>(QStringLiteral("foldedBody")).empty());
}

TEST_F(ReaderStory, HtmlInAPlainTextIsShownAsItWasWritten) {
    service::Conversation conversation = anasConversation();
    const QString text = QStringLiteral("<img src=\"https://x.example/a.png\"> & <b>bold</b> &amp;");
    conversation.letters = {aLetter(13, ana(), text)};
    reader.showConversation(conversation, 1, 1);
    EXPECT_EQ(body().toPlainText(), text);
}

TEST_F(ReaderStory, LitWordsStandOutAndAreScrolledTo) {
    service::Conversation conversation = anasConversation();
    QString& text = conversation.letters.back().text;
    conversation.letters.back().zones.clear();
    text = anasText().repeated(20) + QStringLiteral("😀 the very last words");
    reader.showConversation(conversation, 1, 1);
    const int start = static_cast<int>(text.toUcs4().size()) - 10;
    ASSERT_TRUE(reader.highlight(MessageId{13}, start, start + 10));
    QCoreApplication::processEvents();  // the page takes its height
    ASSERT_EQ(body().extraSelections().size(), 1);
    EXPECT_EQ(body().extraSelections().front().cursor.selectedText(), QStringLiteral("last words"));
    EXPECT_EQ(body().extraSelections().front().format.background().color(), theme.colour(Role::Mark));
    EXPECT_GT(reader.findChild<QScrollArea*>(QStringLiteral("readerScroll"))->verticalScrollBar()->value(), 0);
    reader.highlightNothing();
    EXPECT_TRUE(body().extraSelections().isEmpty());
}

TEST_F(ReaderStory, TheRestOfAVeryLongLetterComesWhenAskedFor) {
    service::Conversation conversation = anasConversation();
    conversation.letters = {aLetter(13, ana(), QStringLiteral("word ").repeated(9000))};
    reader.showConversation(conversation, 1, 1);
    EXPECT_LT(body().toPlainText().size(), 13000);
    click(QStringLiteral("showRest"));
    EXPECT_GT(body().toPlainText().size(), 44000);
    EXPECT_TRUE(visible<QWidget>(QStringLiteral("showRest")).empty());
}

TEST_F(ReaderStory, LightingASignatureUnfoldsIt) {
    reader.showConversation(anasConversation(), 1, 1);
    const int start = static_cast<int>(anasText().indexOf(QStringLiteral("+34")));
    EXPECT_TRUE(reader.highlight(MessageId{13}, start, start + 15));
    EXPECT_EQ(visible<LetterBody>(QStringLiteral("foldedBody")).size(), 1U);
    EXPECT_FALSE(reader.highlight(MessageId{404}, 0, 3));
}

TEST_F(ReaderStory, RemoteImagesWaitForTheWordOfTheUser) {
    reader.showConversation(anasConversation(), 1, 1);
    QSignalSpy once(&reader, &ReaderView::showRemoteOnce);
    QSignalSpy always(&reader, &ReaderView::alwaysShowFor);
    click(QStringLiteral("showOnce"));
    click(QStringLiteral("showAlways"));
    EXPECT_EQ(once.size(), 1);
    ASSERT_EQ(always.size(), 1);
    EXPECT_EQ(always.front().front().toString(), ana().address);
}

TEST_F(ReaderStory, ALetterLoadsNothingButWhatItCarries) {
    LetterBody letter(theme, nullptr);
    for (const char* source : {"https://x.example/a.png", "http://x.example/a.png", "file:///etc/hostname",
                               "qrc:/a.png", "//x.example/a.png", "a.png", "cid:unknown"}) {
        EXPECT_TRUE(
            letter.loadResource(QTextDocument::ImageResource, QUrl(QLatin1String(source))).value<QImage>().isNull())
            << source;
    }
    EXPECT_FALSE(
        letter.loadResource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("file:///etc/hostname"))).isValid());
    const QString dot = QStringLiteral(
        "data:image/png;base64,"
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    EXPECT_EQ(letter.loadResource(QTextDocument::ImageResource, QUrl(dot)).value<QImage>().width(), 1);
    letter.setInlineImage(QStringLiteral("logo@x"), QImage(3, 2, QImage::Format_RGB32));
    EXPECT_EQ(
        letter.loadResource(QTextDocument::ImageResource, QUrl(QStringLiteral("cid:logo@x"))).value<QImage>().width(),
        3);
}

TEST_F(ReaderStory, LinksOpenOnlyWhenPressedAndOnlyToTheWebOrToMail) {
    LinkRecorder browser;
    reader.showConversation(anasConversation(), 1, 1);
    EXPECT_TRUE(browser.opened.isEmpty());
    Q_EMIT body().anchorClicked(QUrl(QStringLiteral("https://caldervoss.example/")));
    Q_EMIT body().anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
    Q_EMIT body().anchorClicked(QUrl(QStringLiteral("javascript:alert(1)")));
    EXPECT_EQ(browser.opened, QList<QUrl>{QUrl(QStringLiteral("https://caldervoss.example/"))});
}

TEST_F(ReaderStory, ALinkSaysWhereItReallyLeads) {
    service::Conversation conversation = anasConversation();
    service::LetterView& letter = conversation.letters.back();
    letter.message.bulk.listId = QStringLiteral("x.example");
    letter.safeHtml = QStringLiteral("<a href=\"https://b\u0430nk.example/in\">your bank</a>");
    reader.showConversation(conversation, 1, 1);
    QCoreApplication::processEvents();
    const QPoint over(20, 12);
    QHelpEvent help(QEvent::ToolTip, over, body().viewport()->mapToGlobal(over));
    QCoreApplication::sendEvent(body().viewport(), &help);
    EXPECT_EQ(QToolTip::text(), QStringLiteral("https://xn--bnk-6cd.example/in"));
}

TEST_F(ReaderStory, ALineOfMailHoldsNoMoreThanEightyCharacters) {
    reader.resize(1600, 900);
    service::Conversation conversation = anasConversation();
    conversation.letters = {aLetter(13, ana(), QString(400, QLatin1Char('n')))};
    reader.showConversation(conversation, 1, 1);
    QCoreApplication::processEvents();
    EXPECT_LE(body().width(), QFontMetricsF(body().font()).averageCharWidth() * 80 + 1);
    EXPECT_GT(body().width(), 480);
}

TEST_F(ReaderStory, ALetterStandsAtItsFullHeightAtOnce) {
    reader.showConversation(anasConversation(), 1, 1);
    QCoreApplication::processEvents();
    EXPECT_EQ(body().height(), body().heightForWidth(body().width()));
    theme.setTextScale(2.0);
    QCoreApplication::processEvents();
    EXPECT_EQ(body().height(), body().heightForWidth(body().width()));
}

TEST_F(ReaderStory, UnsubscribingShowsTheAddressBeforeItGoesThere) {
    LinkRecorder browser;
    service::Conversation conversation = anasConversation();
    conversation.letters.back().message.bulk.listUnsubscribe = QStringLiteral("<https://metrology.example/leave>");
    reader.showConversation(conversation, 1, 1);
    click(QStringLiteral("unsubscribe"));
    EXPECT_TRUE(browser.opened.isEmpty());
    EXPECT_EQ(reader.findChild<QLabel*>(QStringLiteral("bannerDetail"))->text(),
              QStringLiteral("https://metrology.example/leave"));
    click(QStringLiteral("unsubscribe"));
    EXPECT_EQ(browser.opened.size(), 1);
}

TEST_F(ReaderStory, AMessageAimedAtAnAssistantIsNamedAndKeptShut) {
    reader.showConversation(assistantConversation(), 10, 12);
    EXPECT_EQ(visible<QWidget>(QStringLiteral("assistantBanner")).size(), 1U);
    EXPECT_TRUE(visible<QWidget>(QStringLiteral("reply")).empty());
    EXPECT_EQ(visible<QWidget>(QStringLiteral("spam")).size(), 1U);
    EXPECT_EQ(visible<QWidget>(QStringLiteral("spoofNote")).size(), 1U);
    click(QStringLiteral("showHidden"));
    EXPECT_EQ(reader.findChild<QLabel*>(QStringLiteral("bannerDetail"))->text(),
              assistantConversation().letters.front().hiddenText);
    QSignalSpy open(&reader, &ReaderView::openAttachment);
    QSignalSpy save(&reader, &ReaderView::saveAttachment);
    click(QStringLiteral("attachment"));
    EXPECT_EQ(open.size(), 0);
    click(QStringLiteral("saveAttachment"));
    ASSERT_EQ(save.size(), 1);
    EXPECT_EQ(save.front()[1].toInt(), 2);
    reader.showConversation(anasConversation(), 1, 12);
    EXPECT_TRUE(visible<QWidget>(QStringLiteral("spam")).empty());
}

TEST_F(ReaderStory, AHarmlessFileOpensOnAClick) {
    service::Conversation conversation = anasConversation();
    Attachment file;
    file.filename = QStringLiteral("quote.pdf");
    file.part = 4;
    conversation.letters.back().attachments = {file};
    reader.showConversation(conversation, 1, 1);
    QSignalSpy open(&reader, &ReaderView::openAttachment);
    click(QStringLiteral("attachment"));
    ASSERT_EQ(open.size(), 1);
    EXPECT_EQ(open.front()[1].toInt(), 4);
}

TEST_F(ReaderStory, TheToolsActAndTheStarTurnsRound) {
    service::Conversation conversation = anasConversation();
    reader.showConversation(conversation, 1, 12);
    std::vector<service::MailAction> done;
    QObject::connect(&reader, &ReaderView::actionRequested, &reader,
                     [&](service::MailAction action) { done.push_back(action); });
    click(QStringLiteral("archive"));
    click(QStringLiteral("star"));
    conversation.row.starred = true;
    reader.showConversation(conversation, 2, 12);
    click(QStringLiteral("star"));
    using service::MailAction;
    EXPECT_EQ(done, (std::vector{MailAction::Archive, MailAction::Star, MailAction::Unstar}));
    QSignalSpy next(&reader, &ReaderView::nextRequested);
    QSignalSpy why(&reader, &ReaderView::whyRequested);
    click(QStringLiteral("next"));
    click(QStringLiteral("why"));
    EXPECT_EQ(next.size(), 1);
    EXPECT_EQ(why.size(), 1);
}

TEST_F(ReaderStory, ReplyAndReplyToAllAskForAnAnswer) {
    reader.showConversation(anasConversation(), 1, 12);
    QSignalSpy asked(&reader, &ReaderView::replyRequested);
    click(QStringLiteral("reply"));
    click(QStringLiteral("replyAll"));
    ASSERT_EQ(asked.size(), 2);
    EXPECT_FALSE(asked[0].front().toBool());
    EXPECT_TRUE(asked[1].front().toBool());
}

TEST_F(ReaderStory, LabelAndMoveAskForTheirPopoversAndTheLabelsStandBelowTheTitle) {
    service::Conversation conversation = anasConversation();
    conversation.labels = QStringList{QStringLiteral("Customers"), QStringLiteral("Priority/1 Critical")};
    reader.showConversation(conversation, 1, 12);
    QSignalSpy label(&reader, &ReaderView::labelRequested);
    QSignalSpy move(&reader, &ReaderView::moveRequested);
    click(QStringLiteral("label"));
    click(QStringLiteral("move"));
    EXPECT_EQ(label.size(), 1);
    EXPECT_EQ(move.size(), 1);
    const auto chips = reader.findChildren<QWidget*>(QStringLiteral("labelChip"));
    ASSERT_EQ(chips.size(), 1) << "what a Priority label says, the mark says already";
    EXPECT_EQ(chips.front()->accessibleName(), QStringLiteral("Label Customers"));
}

TEST_F(ReaderStory, LoadingLeavesTheOldPageAloneAtFirst) {
    reader.showConversation(anasConversation(), 1, 12);
    auto* pages = reader.findChild<QStackedWidget*>();
    QWidget* before = pages->currentWidget();
    reader.showLoading();
    EXPECT_EQ(pages->currentWidget(), before);
    reader.showError(QStringLiteral("Couldn’t open the conversation."), QStringLiteral("Read it again"));
    EXPECT_NE(pages->currentWidget(), before);
    QSignalSpy retry(&reader, &ReaderView::retryRequested);
    EXPECT_EQ(visible<QAbstractButton>(QStringLiteral("emptyStateAction")).front()->text(),
              QStringLiteral("Read it again"));
    click(QStringLiteral("emptyStateAction"));
    EXPECT_EQ(retry.size(), 1);
    reader.showNothing();
    EXPECT_TRUE(visible<QAbstractButton>(QStringLiteral("emptyStateAction")).empty());
    EXPECT_FALSE(reader.findChild<QAbstractButton*>(QStringLiteral("archive"))->isEnabled());
}

TEST_F(ReaderStory, DesignedMailTurnsToTextWhenItsWordsAreNotFound) {
    service::Conversation conversation = anasConversation();
    service::LetterView& letter = conversation.letters.back();
    letter.safeHtml = QStringLiteral("<p bgcolor=\"#fff\">Hi Mara, a picture says it</p>");
    letter.message.bulk.listId = QStringLiteral("x.example");
    reader.showConversation(conversation, 1, 1);
    ASSERT_TRUE(visible<ui::LetterView>().front()->showsHtml());
    const int words = static_cast<int>(anasText().indexOf(QStringLiteral("Hi Mara")));
    EXPECT_TRUE(reader.highlight(MessageId{13}, words, words + 7));
    EXPECT_TRUE(visible<ui::LetterView>().front()->showsHtml());
    const int other = static_cast<int>(anasText().indexOf(QStringLiteral("Finance")));
    EXPECT_TRUE(reader.highlight(MessageId{13}, other, other + 7));
    EXPECT_FALSE(visible<ui::LetterView>().front()->showsHtml());
}

TEST_F(ReaderStory, EveryControlHasANameAtEverySizeOfText) {
    for (const double scale : {0.8, 1.0, 2.0}) {
        theme.setTextScale(scale);
        reader.showConversation(assistantConversation(), 1, 12);
        for (const QAbstractButton* button : reader.findChildren<QAbstractButton*>()) {
            EXPECT_FALSE(button->objectName().isEmpty());
            EXPECT_FALSE(button->isVisible() && button->accessibleName().isEmpty() && button->text().isEmpty())
                << button->objectName().toStdString();
            EXPECT_TRUE(!button->isVisible() || button->height() >= 16) << button->objectName().toStdString();
        }
    }
}

TEST(ContextPanelStory, AFactAndAConversationAnswerToAPress) {
    Theme theme;
    ContextPanel panel(theme, nullptr);
    panel.setToday(readerToday);
    panel.resize(320, 700);
    panel.showCard(anasCard());
    panel.show();
    QString fact;
    QObject::connect(&panel, &ContextPanel::factActivated, &panel,
                     [&](const service::FactView& pressed) { fact = pressed.field; });
    ThreadId opened;
    QObject::connect(&panel, &ContextPanel::conversationActivated, &panel, [&](ThreadId thread) { opened = thread; });
    QTest::keyClick(panel.findChild<QAbstractButton*>(QStringLiteral("fact_phone")), Qt::Key_Return);
    QTest::mouseClick(panel.findChild<QAbstractButton*>(QStringLiteral("otherConversation")), Qt::LeftButton);
    EXPECT_EQ(fact, QStringLiteral("phone"));
    EXPECT_EQ(opened, ThreadId{77});
}

TEST(ContextPanelStory, SaysWhoOwesWhomAndTheMonthsInWords) {
    Theme theme;
    ContextPanel panel(theme, nullptr);
    panel.setToday(readerToday);
    panel.showCard(anasCard());
    EXPECT_EQ(panel.findChild<QLabel*>(QStringLiteral("debt"))->text(), QStringLiteral("You owe Ana a reply"));
    EXPECT_TRUE(panel.findChild<QLabel*>(QStringLiteral("traffic"))
                    ->text()
                    .startsWith(QStringLiteral("8 messages this month · you wrote")));
    const QString months = panel.findChild<QWidget*>(QStringLiteral("monthChart"))->accessibleDescription();
    EXPECT_EQ(months.count(QLatin1Char(';')), 11);
    EXPECT_TRUE(months.endsWith(QStringLiteral("May 2026: 8 messages")));
    service::SenderCard stranger;
    stranger.address = {QStringLiteral("Supplier Desk"), QStringLiteral("desk@verify-record.example")};
    stranger.received = 1;
    EXPECT_EQ(BondWords::debt(stranger), QStringLiteral("You never wrote to this sender"));
    EXPECT_EQ(BondWords::traffic(stranger, readerToday), QStringLiteral("1 message in all"));
    panel.showCard(stranger);
    EXPECT_NE(panel.findChild<QAbstractButton*>(QStringLiteral("fact_email")), nullptr);
    panel.showNothing();
    EXPECT_EQ(panel.findChild<QAbstractButton*>(QStringLiteral("fact_email")), nullptr);
}

#include "reader_test.moc"
