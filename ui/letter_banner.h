// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A band in a letter: one quiet line with links, or a warning with a title and a sentence.
#pragma once

#include "ui/palette_roles.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace kith::ui {

class Button;
class Theme;

class LetterBanner : public QFrame {
    Q_OBJECT
public:
    enum class Tone { Quiet, QuietWarning, Warning };

    struct Words {
        QString icon;
        QString title;  ///< only of a warning
        QString sentence;
    };

    LetterBanner(const Theme& theme, Tone tone, const Words& words, QWidget* parent);

    Button* addLink(const QString& objectName, const QString& text);
    /// Below the sentence: an address or taken-out text, selectable, as plain text; empty takes it away.
    void showDetail(const QString& text);
    bool showsDetail() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void buildQuiet(const Words& words);
    void buildWarning(const Words& words);

    const Theme& m_theme;
    Tone m_tone;
    QVBoxLayout* m_column{nullptr};  ///< lines beside the icon
    QHBoxLayout* m_links{nullptr};
    QWidget* m_detail{nullptr};
};

}  // namespace kith::ui
