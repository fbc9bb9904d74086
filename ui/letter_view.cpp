// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/letter_view.h"

#include "core/base/text.h"
#include "ui/avatar.h"
#include "ui/buttons.h"
#include "ui/elided_label.h"
#include "ui/letter_banner.h"
#include "ui/letter_body.h"
#include "ui/letter_line.h"
#include "ui/letter_words.h"
#include "ui/message_words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

namespace kith::ui {

namespace {

constexpr qsizetype charactersAtOnce = 12'000;  // a longer letter is laid out only when asked for
constexpr int noteGap = 12;
constexpr int longestHidden = 1500;  // code points
constexpr qsizetype worthTelling = 40;

QHBoxLayout* lineLayout(int spacing) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    return row;
}

}  // namespace

LetterView::LetterView(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme) {
    setObjectName(QStringLiteral("letter"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void LetterView::showLetter(const service::LetterView& letter, const LetterSetting& setting) {
    m_letter = letter;
    m_setting = setting;
    m_asHtml = readsBetterAsHtml(letter);
    setAccessibleName(tr("Message of %1").arg(LetterWords::author(letter.message)));
    build();
}

void LetterView::showAs(bool html) {
    m_asHtml = html && !m_letter.safeHtml.isEmpty();
    build();
}

void LetterView::build() {
    delete m_content;
    m_content = new QWidget(this);
    m_body = nullptr;
    m_foldedBody = nullptr;
    m_fold = nullptr;
    m_rest = nullptr;
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (m_letter.aimedAtAssistant) {
        buildAssistantWarning(*column);
    }
    buildHead(*column);
    buildNotes(*column);
    column->addSpacing(space::two);
    m_bodyPlace = new QVBoxLayout;
    m_bodyPlace->setSpacing(0);
    column->addLayout(m_bodyPlace);
    buildBody(*m_bodyPlace);
    buildFiles(*column);
    layout()->addWidget(m_content);
}

void LetterView::buildAssistantWarning(QVBoxLayout& column) {
    const QString hidden = m_letter.hiddenText;
    const QString places = LetterWords::assistantPlaces(m_letter.assistantPlaces);
    QString sentence = tr("Kith reads mail as data and did none of it.");
    sentence += places.isEmpty() ? QString() : QString(u' ' + places);
    auto* banner = new LetterBanner(
        m_theme, LetterBanner::Tone::Warning,
        {QStringLiteral("shield-alert"), tr("This message gives orders to an assistant"),
         hidden.isEmpty() ? sentence : tr("%1 Hidden text was taken out before reading.").arg(sentence)},
        m_content);
    banner->setObjectName(QStringLiteral("assistantBanner"));
    if (!hidden.isEmpty()) {
        addHiddenLink(*banner);
    }
    Button* spam = banner->addLink(QStringLiteral("reportSpam"), tr("Report as spam"));
    connect(spam, &QAbstractButton::clicked, this, &LetterView::spamReported);
    column.addWidget(banner);
    column.addSpacing(space::two);
}

void LetterView::buildHead(QVBoxLayout& column) {
    const Message& message = m_letter.message;
    QHBoxLayout* row = lineLayout(noteGap);
    auto* avatar = new Avatar(m_theme, m_content);
    avatar->setPerson(LetterWords::person(message.from));
    row->addWidget(avatar);
    auto* author = new AuthorLine(
        m_theme,
        {LetterWords::author(message), message.from.address, LetterWords::recipients(message, m_setting.owners)},
        m_content);
    connect(author, &QAbstractButton::clicked, this, [this] { Q_EMIT senderActivated(m_letter.message.from.address); });
    row->addWidget(author, 1);
    auto* time = new TextLabel(m_theme, m_content, TextStyle::Caption, Role::Text3);
    time->setObjectName(QStringLiteral("letterTime"));
    time->setText(MessageWords::time(message.date, m_setting.today));
    time->setToolTip(QLocale().toString(QDateTime::fromMSecsSinceEpoch(message.date.count()), QLocale::LongFormat));
    row->addWidget(time);
    auto* more = new IconButton(m_theme, m_content);
    more->setObjectName(QStringLiteral("letterMenu"));
    more->setFace(QStringLiteral("ellipsis"), tr("More for this message"));
    auto* menu = new QMenu(more);
    menu->setObjectName(QStringLiteral("letterMenuList"));
    fillMenu(*menu);
    connect(more, &QAbstractButton::clicked, menu,
            [menu, more] { menu->popup(more->mapToGlobal(more->rect().bottomLeft())); });
    more->setFixedWidth(space::pane);  // its icon ends near the edge of the text
    row->addWidget(more);
    column.addLayout(row);
}

void LetterView::fillMenu(QMenu& menu) {
    if (!m_letter.safeHtml.isEmpty()) {
        QAction* turn = menu.addAction(m_asHtml ? tr("Show as plain text") : tr("Show as designed"));
        turn->setObjectName(QStringLiteral("turnHtml"));
        // queued: the menu itself goes with the letter that is built again
        connect(
            turn, &QAction::triggered, this, [this] { showAs(!m_asHtml); }, Qt::QueuedConnection);
    }
    menu.addAction(tr("Copy the address"), this,
                   [this] { QGuiApplication::clipboard()->setText(m_letter.message.from.address); });
    menu.addAction(tr("Fold this message"), this, &LetterView::foldRequested);
}

void LetterView::buildNotes(QVBoxLayout& column) {
    for (const QString& word : m_letter.spoofWarnings) {
        auto* note = new LetterBanner(
            m_theme, LetterBanner::Tone::QuietWarning,
            {QStringLiteral("triangle-alert"), {}, LetterWords::warning(word, m_letter.message)}, m_content);
        note->setObjectName(QStringLiteral("spoofNote"));
        addBanner(column, note);
    }
    if (!m_letter.remoteImages.isEmpty()) {
        buildRemoteNote(column);
    }
    if (!m_letter.message.bulk.listUnsubscribe.isEmpty()) {
        buildListNote(column);
    } else if (!m_letter.aimedAtAssistant && m_letter.hiddenText.size() >= worthTelling) {
        buildHiddenNote(column);
    }
}

/// Newsletters hide their first line as a matter of course; a letter of a person has no reason to.
void LetterView::buildHiddenNote(QVBoxLayout& column) {
    auto* note = addBanner(
        column, new LetterBanner(m_theme, LetterBanner::Tone::Quiet,
                                 {QStringLiteral("eye"), {}, tr("Text that nobody sees was taken out.")}, m_content));
    note->setObjectName(QStringLiteral("hiddenNote"));
    addHiddenLink(*note);
}

void LetterView::addHiddenLink(LetterBanner& banner) {
    Button* show = banner.addLink(QStringLiteral("showHidden"), tr("Show the hidden text"));
    connect(show, &QAbstractButton::clicked, &banner, [&banner, show, hidden = m_letter.hiddenText] {
        const bool open = !banner.showsDetail();
        banner.showDetail(open ? text::elided(hidden, longestHidden) : QString());
        show->setText(open ? tr("Fold the hidden text") : tr("Show the hidden text"));
        show->updateGeometry();
    });
}

LetterBanner* LetterView::addBanner(QVBoxLayout& column, LetterBanner* banner) {
    column.addSpacing(noteGap);
    column.addWidget(banner);
    return banner;
}

void LetterView::buildRemoteNote(QVBoxLayout& column) {
    const QString words =
        LetterWords::remoteImages(static_cast<int>(m_letter.remoteImages.size()), m_letter.trackingPixels);
    auto* note = addBanner(column, new LetterBanner(m_theme, LetterBanner::Tone::Quiet,
                                                    {QStringLiteral("image-off"), {}, words}, m_content));
    note->setObjectName(QStringLiteral("remoteNote"));
    connect(note->addLink(QStringLiteral("showOnce"), tr("Show once")), &QAbstractButton::clicked, this,
            &LetterView::showRemoteOnce);
    const QString name = LetterWords::shortName(m_letter.message.from);
    connect(note->addLink(QStringLiteral("showAlways"), tr("Always for %1").arg(name)), &QAbstractButton::clicked, this,
            [this] { Q_EMIT alwaysShowFor(m_letter.message.from.address); });
}

void LetterView::buildListNote(QVBoxLayout& column) {
    const QUrl target = unsubscribeTarget(m_letter.message.bulk.listUnsubscribe);
    if (!target.isValid()) {
        return;
    }
    auto* note =
        addBanner(column, new LetterBanner(m_theme, LetterBanner::Tone::Quiet,
                                           {QStringLiteral("newspaper"), {}, tr("Sent to a mailing list")}, m_content));
    note->setObjectName(QStringLiteral("listNote"));
    Button* link = note->addLink(QStringLiteral("unsubscribe"), tr("Unsubscribe"));
    const QString address = target.toDisplayString(QUrl::FullyEncoded);
    link->setToolTip(address);
    connect(link, &QAbstractButton::clicked, this, [this, note, link, target, address] {
        if (note->showsDetail()) {
            Q_EMIT linkActivated(target);
            return;
        }
        note->showDetail(address);  // first the address, then, by a second press, the way there
        link->setText(target.scheme() == QStringLiteral("mailto") ? tr("Write to it") : tr("Open in the browser"));
        link->updateGeometry();
    });
}

LetterBody* LetterView::addBody(QVBoxLayout& column) {
    auto* body = new LetterBody(m_theme, m_content);
    connect(body, &LetterBody::linkActivated, this, &LetterView::linkActivated);
    column.addWidget(body);
    return body;
}

void LetterView::buildBody(QVBoxLayout& column) {
    m_body = addBody(column);
    if (!m_asHtml) {
        buildText(column);
        return;
    }
    m_body->showHtml(m_letter.safeHtml);
    for (const Attachment& attachment : m_letter.attachments) {
        const QString place = QString(QStringLiteral("cid:") + attachment.contentId);
        if (!attachment.contentId.isEmpty() && m_letter.safeHtml.contains(place)) {
            Q_EMIT inlineImageWanted(attachment.part);
        }
    }
}

void LetterView::buildText(QVBoxLayout& column) {
    m_parts = letterParts(m_letter.text, m_letter.zones, markedSpans(m_letter, m_setting.decision));
    if (lengthOf(m_parts.shown) > charactersAtOnce) {
        m_body->showParagraphs(beginningOf(m_parts.shown, charactersAtOnce));
        m_rest = new FoldLine(m_theme, tr("Show the rest of this long message"), m_content);
        m_rest->setObjectName(QStringLiteral("showRest"));
        connect(m_rest, &QAbstractButton::clicked, this, &LetterView::showRest);
        column.addSpacing(noteGap);
        column.addWidget(m_rest, 0, Qt::AlignLeft);
    } else {
        m_body->showParagraphs(m_parts.shown);
    }
    if (m_parts.folded.empty()) {
        return;
    }
    m_fold = new FoldLine(m_theme, LetterWords::folded(m_parts), m_content);
    connect(m_fold, &QAbstractButton::toggled, this, &LetterView::unfold);
    column.addSpacing(noteGap);
    column.addWidget(m_fold, 0, Qt::AlignLeft);
}

void LetterView::showRest() {
    m_body->showParagraphs(m_parts.shown);
    m_rest->hide();
    m_rest = nullptr;
}

void LetterView::unfold(bool open) {
    if (open && m_foldedBody == nullptr) {
        m_bodyPlace->addSpacing(noteGap);
        m_foldedBody = addBody(*m_bodyPlace);
        m_foldedBody->setObjectName(QStringLiteral("foldedBody"));
        m_foldedBody->showParagraphs(m_parts.folded);
    }
    if (m_foldedBody != nullptr) {
        m_foldedBody->setVisible(open);
    }
}

void LetterView::buildFiles(QVBoxLayout& column) {
    const std::vector<Attachment> files = listedAttachments(m_letter);
    if (!files.empty()) {
        column.addSpacing(space::two);
    }
    for (const Attachment& file : files) {
        const QString name = LetterWords::fileName(file);
        const bool staysShut = m_letter.aimedAtAssistant || opensWithDanger(file);
        QHBoxLayout* row = lineLayout(space::two);
        auto* line = new FileLine(m_theme, name, LetterWords::size(file.size), staysShut, m_content);
        if (!staysShut) {
            connect(line, &QAbstractButton::clicked, this,
                    [this, part = file.part, name] { Q_EMIT openAttachment(part, name); });
        }
        row->addWidget(line);
        auto* save = new Button(m_theme, m_content, ButtonKind::Link);
        save->setObjectName(QStringLiteral("saveAttachment"));
        save->setText(tr("Save"));
        save->setAccessibleName(tr("Save %1").arg(name));
        connect(save, &QAbstractButton::clicked, this,
                [this, part = file.part, name] { Q_EMIT saveAttachment(part, name); });
        row->addWidget(save);
        row->addStretch();
        column.addLayout(row);
    }
}

void LetterView::setInlineImage(int part, const QByteArray& bytes) {
    for (const Attachment& attachment : m_letter.attachments) {
        if (attachment.part == part && m_asHtml && m_body != nullptr) {
            m_body->setInlineImage(attachment.contentId, QImage::fromData(bytes));
        }
    }
}

bool LetterView::light(int start, int end) {
    const TextStretch stretch = stretchOf(m_letter.text, start, end);
    lightNothing();
    if (m_asHtml && !m_body->light(stretch, m_letter.text)) {
        showAs(false);
    }
    if (m_body->light(stretch, m_letter.text)) {
        return true;
    }
    if (m_rest != nullptr) {
        showRest();
        if (m_body->light(stretch, m_letter.text)) {
            return true;
        }
    }
    if (m_fold == nullptr) {
        return false;
    }
    m_fold->setChecked(true);
    return m_foldedBody->light(stretch, m_letter.text);
}

QRect LetterView::litBox() const {
    for (const LetterBody* body : {m_body, m_foldedBody}) {
        if (body != nullptr && !body->litBox().isNull()) {
            return body->litBox().toAlignedRect().translated(body->mapTo(this, QPoint(0, 0)));
        }
    }
    return {};
}

void LetterView::lightNothing() {
    for (LetterBody* body : {m_body, m_foldedBody}) {
        if (body != nullptr) {
            body->lightNothing();
        }
    }
}

}  // namespace kith::ui
