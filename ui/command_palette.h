// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Ctrl+K: type to find any action, place or conversation; it shows the keys, and why something cannot be done now.
#pragma once

#include "ui/palette_model.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace kith::ui {

class HouseDoor;
class ShortcutRegistry;
class Theme;

class CommandPalette : public QWidget {
    Q_OBJECT
public:
    CommandPalette(const Theme& theme, ShortcutRegistry& registry, QWidget* parent);

    /// Whose mail is searched and whose settings remember what was used; nothing: no mail, nothing remembered.
    void setHouse(HouseDoor* house);
    /// context: what is in front, e.g. the subject of the conversation; may be empty.
    void open(const QString& context);
    void close();
    PaletteModel& model() { return *m_model; }

Q_SIGNALS:
    void threadChosen(kith::ThreadId thread);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    QWidget* buildHead();
    void buildList();
    QWidget* buildFoot();
    void layOut();
    QRect card() const;
    std::vector<PaletteEntry> commands() const;
    void typed();
    void searchMail();
    void showMail(const QString& asked, const std::vector<InboxRow>& rows);
    void move(int by);
    void run(const QModelIndex& index);
    void remember(const QString& id);
    void chooseFirst();

    const Theme& m_theme;
    ShortcutRegistry& m_registry;
    HouseDoor* m_house{nullptr};
    PaletteModel* m_model;
    QWidget* m_card{nullptr};
    QLineEdit* m_field{nullptr};
    QLabel* m_context{nullptr};
    QListView* m_list{nullptr};
    QLabel* m_count{nullptr};
    QPointer<QWidget> m_before;  ///< had the focus
    QStringList m_recent;
    QTimer m_pause;
};

}  // namespace kith::ui
