// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Settings: sections at the left, the chosen one beside them.
#pragma once

#include "ui/place_page.h"

#include <functional>
#include <vector>

class QStackedWidget;
class QVBoxLayout;

namespace kith::ui {

class NavItem;

struct SettingsSection {
    QString word;  ///< by which it is asked for, e.g. model
    QString title;
    QString icon;
    std::function<PlacePage*(QWidget* parent)> make;
};

class SettingsPage : public PlacePage {
    Q_OBJECT
public:
    static constexpr int listWidth = 200;

    SettingsPage(const Theme& theme, std::vector<SettingsSection> sections, QWidget* parent);

    void arrive() override;
    void leave() override;
    bool undo() override;
    bool takeFiles(const QStringList& paths) override;
    /// A section by its word; unknown words change nothing.
    void show(const QString& word) override;
    using PlacePage::show;
    QString current() const;
    PlacePage* section(const QString& word);

private:
    void build();
    void addItem(size_t at, QVBoxLayout& column);
    void choose(size_t at);

    struct Part {
        SettingsSection section;
        NavItem* item{nullptr};
        PlacePage* page{nullptr};
    };
    std::vector<Part> m_parts;
    QStackedWidget* m_stack{nullptr};
    size_t m_current{0};
    bool m_here{false};
};

}  // namespace kith::ui
