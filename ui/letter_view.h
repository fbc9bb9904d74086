// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// One letter, unfolded: warnings, who wrote to whom, the text, what is folded away, the files.
#pragma once

#include "core/service/conversation.h"
#include "ui/letter_document.h"

#include <QDate>
#include <QStringList>
#include <QUrl>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QMenu;
class QVBoxLayout;

namespace kith::ui {

class FoldLine;
class LetterBanner;
class LetterBody;
class Theme;

/// What the reader knows around a letter.
struct LetterSetting {
    std::optional<Decision> decision;
    QStringList owners;  ///< addressKey() of the user's own addresses
    QDate today;
};

class LetterView : public QWidget {
    Q_OBJECT
public:
    LetterView(const Theme& theme, QWidget* parent);

    void showLetter(const service::LetterView& letter, const LetterSetting& setting);
    MessageId message() const { return m_letter.message.id; }
    bool showsHtml() const { return m_asHtml; }
    void showAs(bool html);
    /// A picture that travelled with the mail and stands in its HTML.
    void setInlineImage(int part, const QByteArray& bytes);

    /// Lights words of the letter's text (code points), unfolding where needed; false where they are not found.
    bool light(int start, int end);
    /// Where they stand, in the coordinates of this widget.
    QRect litBox() const;
    void lightNothing();

Q_SIGNALS:
    void showRemoteOnce();
    void alwaysShowFor(const QString& address);
    void openAttachment(int part, const QString& filename);
    void saveAttachment(int part, const QString& filename);
    void inlineImageWanted(int part);
    void senderActivated(const QString& address);
    void linkActivated(const QUrl& target);
    void spamReported();
    void foldRequested();

private:
    void build();
    void buildAssistantWarning(QVBoxLayout& column);
    void buildHead(QVBoxLayout& column);
    void fillMenu(QMenu& menu);
    void buildNotes(QVBoxLayout& column);
    void buildHiddenNote(QVBoxLayout& column);
    void addHiddenLink(LetterBanner& banner);
    void buildRemoteNote(QVBoxLayout& column);
    void buildListNote(QVBoxLayout& column);
    void buildBody(QVBoxLayout& column);
    void buildText(QVBoxLayout& column);
    void buildFiles(QVBoxLayout& column);
    void showRest();
    void unfold(bool open);
    LetterBody* addBody(QVBoxLayout& column);
    LetterBanner* addBanner(QVBoxLayout& column, LetterBanner* banner);

    const Theme& m_theme;
    service::LetterView m_letter;
    LetterSetting m_setting;
    LetterParts m_parts;
    bool m_asHtml{false};
    QWidget* m_content{nullptr};
    QVBoxLayout* m_bodyPlace{nullptr};
    LetterBody* m_body{nullptr};
    LetterBody* m_foldedBody{nullptr};
    FoldLine* m_fold{nullptr};
    FoldLine* m_rest{nullptr};
};

}  // namespace kith::ui
