// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The left edge of the window: where one can go, who one is, and how the mail stands.
#pragma once

#include "core/domain/inbox.h"
#include "ui/pane.h"
#include "ui/place.h"
#include "ui/sync_line.h"

#include <QMap>

#include <optional>

class QVBoxLayout;

namespace kith::ui {

class Avatar;
class ElidedLabel;
class IconButton;
class NavItem;

class Sidebar : public Pane {
    Q_OBJECT
public:
    static constexpr int usualWidth = 220;

    Sidebar(const Theme& theme, QWidget* parent);

    void setCurrent(std::optional<Place> place);
    void setCounts(const ListCounts& counts);
    void setOwner(const QString& name, const QString& address);
    /// The addresses that are synced; several are counted beside the owner's.
    void setAccounts(const QStringList& addresses);
    void setSync(const SyncFace& face);
    QWidget& settingsButton();
    QWidget& syncLine();

Q_SIGNALS:
    void chosen(kith::ui::Place place);
    void searchAsked();
    void settingsAsked();
    void syncClicked();

private:
    void build();
    void buildTop(QVBoxLayout& column);
    void buildAccount(QVBoxLayout& column);
    void showOwner();
    NavItem* addPlace(QVBoxLayout& column, Place place);

    QMap<Place, NavItem*> m_items;
    QString m_ownerName;
    QString m_ownerAddress;
    QStringList m_accounts;
    Avatar* m_avatar{nullptr};
    ElidedLabel* m_name{nullptr};
    ElidedLabel* m_address{nullptr};
    IconButton* m_settings{nullptr};
    SyncLine* m_sync{nullptr};
};

}  // namespace kith::ui
