// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A page of the window that brings itself: what the work page asks of it, and what it may ask of the work page.
#pragma once

#include "core/domain/ids.h"
#include "ui/mail_actions.h"
#include "ui/pane.h"
#include "ui/place.h"
#include "ui/shortcuts.h"

namespace kith::ui {

class PlacePage : public Pane {
    Q_OBJECT
public:
    PlacePage(const Theme& theme, QWidget* parent, Role ground = Role::Base)
        : Pane(theme, ground, parent) {}

    /// Gone to: what it shows is read again. Called each time.
    virtual void arrive() {}
    /// Left for another place.
    virtual void leave() {}
    /// What z means here; false: the newest change of the journal is meant.
    virtual bool undo() { return false; }
    /// Whether it wants these files; false: they are taken in as mail.
    virtual bool takeFiles(const QStringList& paths) {
        Q_UNUSED(paths)
        return false;
    }
    /// The keys that work while it is in front, beside those of the window.
    virtual ShortcutContext keys() const { return ShortcutContext::Start; }
    /// One part of it, by its word, e.g. a section of the settings or a contact's id.
    virtual void show(const QString& part) { Q_UNUSED(part) }
    using Pane::show;

Q_SIGNALS:
    void said(const kith::ui::ActionNews& news);
    void goAsked(kith::ui::Place place, const QString& part = {});
    /// Show this conversation in the reader.
    void threadAsked(kith::ThreadId thread);
};

}  // namespace kith::ui
