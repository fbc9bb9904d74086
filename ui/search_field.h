// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The field over the list: answers as one types, from three characters on.
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace kith::ui {

class Theme;

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    static constexpr int leastCharacters = 3;

    SearchField(const Theme& theme, QWidget* parent);

    /// Asks with what stands there, without waiting for a pause.
    void askNow();

Q_SIGNALS:
    /// Empty: too short to ask.
    void asked(const QString& query);
    /// Enter or the down key: to the first result.
    void entered();
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QTimer m_pause;
    QString m_last;
};

}  // namespace kith::ui
