// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The first screen: three ways to begin, a promise about privacy, and a window that takes a dropped file anywhere.
#pragma once

#include <QWidget>

#include <array>

namespace kith::ui {

class Button;
class StartChoice;
class TextLabel;
class Theme;

enum class DayTime { Morning, Afternoon, Evening };

class StartPage : public QWidget {
    Q_OBJECT
public:
    StartPage(const Theme& theme, QWidget* parent);

    void greet(DayTime time);
    /// Shown in the footer: the language's own name, and how the colours are chosen.
    void setFooter(const QString& language, const QString& colours);

Q_SIGNALS:
    void chooseSample();
    /// Empty: ask which one. Emitted once a dropped file or folder.
    void chooseMailFile(const QString& path);
    void connectGmail();
    void chooseLanguage();
    void chooseColours();
    void openAnotherWorkspace();
    void helpAsked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildColumn();
    void buildChoices();
    QWidget* buildPromise();
    QWidget* buildFooter();
    void setTaking(bool taking);

    const Theme& m_theme;
    TextLabel* m_greeting;
    std::array<StartChoice*, 3> m_choices{};
    Button* m_language;
    Button* m_colours;
    bool m_taking{false};  ///< a file hangs over the window
};

}  // namespace kith::ui
