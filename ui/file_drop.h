// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// A place for one file: drop it here or choose it; says which one it has.
#pragma once

#include <QWidget>

namespace kith::ui {

class Button;
class ElidedLabel;
class Theme;

class FileDrop : public QWidget {
    Q_OBJECT
public:
    FileDrop(const Theme& theme, QWidget* parent, const QString& invitation);

    /// Empty: none yet.
    void setFile(const QString& path);
    const QString& file() const { return m_file; }
    QWidget* chooseButton();

Q_SIGNALS:
    void chooseAsked();
    void dropped(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setTaking(bool taking);

    const Theme& m_theme;
    QString m_invitation;
    QString m_file;
    ElidedLabel* m_words;
    Button* m_choose;
    bool m_taking{false};
};

}  // namespace kith::ui
