// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
// Ties the registry's actions to what the window does.
#pragma once

namespace kith::ui {

class MainWindow;
class ShortcutRegistry;
class WorkPage;

void connectWindowCommands(ShortcutRegistry& shortcuts, MainWindow& window);
/// Mail and review; ends with the page.
void connectMailCommands(ShortcutRegistry& shortcuts, WorkPage& work);

}  // namespace kith::ui
