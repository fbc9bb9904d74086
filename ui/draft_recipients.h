// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// To, Cc and subject of a draft; who is foreign to the thread is amber and can be taken out.
#pragma once

#include "core/service/draft_view.h"

#include <QWidget>

class QGridLayout;

namespace kith::ui {

class Theme;

class DraftRecipients : public QWidget {
    Q_OBJECT
public:
    DraftRecipients(const Theme& theme, QWidget* parent);
    void setView(const service::DraftView& view);

Q_SIGNALS:
    void removed(const QString& address);

private:
    QWidget* people(const Addresses& list, const QStringList& foreign);

    const Theme& m_theme;
    QWidget* m_content{nullptr};
};

}  // namespace kith::ui
