// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// The pages beside inbox, review and activity: one line each, made when they are first gone to.
#pragma once

#include "ui/looks.h"
#include "ui/place.h"

#include <functional>
#include <vector>

class QWidget;

namespace kith::ui {

class HouseDoor;
class PlacePage;
struct Seams;

/// What a page may stand on; all outlive it.
struct PageGround {
    const Theme& theme;
    HouseDoor& house;
    const Seams& seams;
    Looks looks;
};

struct PageMaker {
    Place place;
    std::function<PlacePage*(QWidget* parent)> make;
};

/// Those for which the house has the desk.
std::vector<PageMaker> placePages(const PageGround& ground);

}  // namespace kith::ui
