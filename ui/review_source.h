// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// "What Kith read": the letter that the question is about, its evidence lit, and what is known of its sender.
#pragma once

#include "ui/review_item.h"

#include <QScrollArea>

class QLabel;

namespace kith::ui {

class Avatar;
class TextLabel;
class Theme;

class ReviewSource : public QScrollArea {
    Q_OBJECT
public:
    ReviewSource(const Theme& theme, QWidget* parent);

    void setItem(const ReviewItem& item);
    /// By a line or a page, for keys pressed anywhere on the review.
    void scrollBy(int pixels);

private:
    class Person;
    class Note;

    QWidget* buildColumn();
    void showText();

    const Theme& m_theme;
    ReviewItem m_item;
    TextLabel* m_subject{nullptr};
    Avatar* m_avatar{nullptr};
    Person* m_person{nullptr};
    TextLabel* m_time{nullptr};
    QLabel* m_text{nullptr};
    Note* m_history{nullptr};
    Note* m_warning{nullptr};
    Note* m_cut{nullptr};
};

}  // namespace kith::ui
