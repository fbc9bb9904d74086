// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Files of people for the window: understood, checked without a change, taken in, taken back. Nothing waits.
#pragma once

#include "core/service/contact_import.h"
#include "core/service/desk.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <stop_token>

namespace kith::service {

struct Cellar;

class ContactImportDesk {
public:
    template <class T>
    using Answer = QFuture<Result<T>>;
    using Opener = std::function<Result<std::unique_ptr<Cellar>>()>;

    /// changed: told after something was written.
    ContactImportDesk(Opener opener, std::function<void()> changed);
    ~ContactImportDesk();

    Answer<TableView> understand(const ContactImportRequest& request);
    /// What would be done; the first rows of each outcome cell by cell.
    Answer<ContactImportReport> check(ContactImportRequest request);
    Answer<ContactImportReport> take(ContactImportRequest request);
    /// How many values were taken back.
    Answer<int> undo(ImportId import);
    /// Writes the rows with a problem to a file that can be imported again; how many.
    Answer<qint64> saveRejects(ContactImportRequest request, const QString& path);
    /// What runs now rests before its next batch until it is told to go on or to stop.
    void setPaused(bool paused);
    /// What runs now ends after its batch; what was taken in stays and goes on with the same file.
    void cancel();
    /// Of what runs now, 0 to 1.
    double share() const { return m_share; }

private:
    Answer<ContactImportReport> run(ContactImportRequest request);

    std::function<void()> m_changed;
    std::atomic<double> m_share{0};
    std::mutex m_mutex;
    std::stop_source m_stop;
    std::condition_variable_any m_wake;
    bool m_paused{false};
    std::unique_ptr<Desk<Cellar>> m_desk;  // last: its thread uses the others
};

}  // namespace kith::service
