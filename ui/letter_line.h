// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The painted lines of the reader that one can press: an earlier letter, an author, what is folded away, a file.
#pragma once

#include "ui/chip.h"

#include <QAbstractButton>
#include <QString>

namespace kith::ui {

class Theme;

/// What all of them share: painted, pressed by click, Enter and Space, with the ring of the keyboard.
class ReaderLine : public QAbstractButton {
    Q_OBJECT
public:
    ReaderLine(const Theme& theme, int height, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    const Theme& theme() const { return m_theme; }

private:
    const Theme& m_theme;
    int m_height;
};

/// An earlier letter folded to one line: author, first words, date.
class LetterLine : public ReaderLine {
    Q_OBJECT
public:
    struct Words {
        QString initialsOf;
        QString author;
        QString snippet;
        QString date;
    };

    LetterLine(const Theme& theme, const Words& words, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Words m_words;
};

/// "Ana Ruiz ana.ruiz@caldervoss.example" over "to you and Lena Hoffmann".
class AuthorLine : public ReaderLine {
    Q_OBJECT
public:
    struct Words {
        QString author;
        QString address;
        QString recipients;
    };

    AuthorLine(const Theme& theme, const Words& words, QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Words m_words;
};

/// "··· Signature and 2 quoted messages"
class FoldLine : public ReaderLine {
    Q_OBJECT
public:
    FoldLine(const Theme& theme, const QString& words, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A file of a letter: clip, name, size, and a chip where it stays shut.
class FileLine : public ReaderLine {
    Q_OBJECT
public:
    FileLine(const Theme& theme, const QString& name, const QString& size, bool staysShut, QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_size;
    ChipFace m_shut;
    bool m_staysShut;
};

}  // namespace kith::ui
