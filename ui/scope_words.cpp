// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "ui/scope_words.h"

#include <algorithm>

namespace kith::ui {

namespace {

struct KnownScope {
    const char* name;  ///< behind https://www.googleapis.com/auth/
    const char* icon;
    const char* title;
    const char* without;
};

#define KITH_SCOPE(text) QT_TRANSLATE_NOOP("kith::ui::ScopeWords", text)

constexpr KnownScope knownScopes[] = {
    {"gmail.modify", "mail", KITH_SCOPE("Read, label, archive and draft mail"),
     KITH_SCOPE("Kith cannot show your mailbox. Without this right there is nothing to do.")},
    {"gmail.readonly", "mail", KITH_SCOPE("Read mail"),
     KITH_SCOPE("Kith cannot show your mailbox. Without this right there is nothing to do.")},
    {"gmail.labels", "tag", KITH_SCOPE("Make and change labels"),
     KITH_SCOPE("Labels stay on this computer and do not reach Gmail.")},
    {"gmail.compose", "file-check-2", KITH_SCOPE("Prepare drafts"),
     KITH_SCOPE("Drafts stay on this computer and do not appear in Gmail.")},
    {"gmail.send", "send", KITH_SCOPE("Send what you approved"),
     KITH_SCOPE("You send from Gmail itself; Kith only prepares.")},
    {"gmail.settings.basic", "user", KITH_SCOPE("Read your addresses and your signature"),
     KITH_SCOPE("Kith does not know your other addresses and your signature; you enter them by hand.")},
    {"contacts", "users", KITH_SCOPE("Read and change contacts"),
     KITH_SCOPE("What you correct on a person does not reach Google Contacts.")},
    {"contacts.readonly", "users", KITH_SCOPE("Read contacts"), KITH_SCOPE("People are known only from their mail.")},
    {"contacts.other.readonly", "users", KITH_SCOPE("Read other contacts"),
     KITH_SCOPE("People are known only from their mail.")},
    {"calendar.readonly", "calendar", KITH_SCOPE("Read your calendar"),
     KITH_SCOPE("Suggested times do not know when you are busy.")},
    {"calendar.events", "calendar", KITH_SCOPE("Read and write events"),
     KITH_SCOPE("Meetings are not put into your calendar.")},
};

#undef KITH_SCOPE

QString shortScope(const QString& scope) {
    const QString prefix = QStringLiteral("https://www.googleapis.com/auth/");
    return scope.startsWith(prefix) ? scope.mid(prefix.size()) : scope;
}

bool saysOnlyWho(const QString& scope) {
    return scope == QLatin1String("openid") || scope == QLatin1String("email") || scope == QLatin1String("profile") ||
           scope.startsWith(QLatin1String("userinfo."));
}

}  // namespace

std::vector<ScopeWords::Promise> ScopeWords::promises() {
    return {
        {QStringLiteral("mail"), tr("Reads your mail"),
         tr("To put the few messages that matter on top and show the person behind each. Newest first; you can work "
            "while it fills.")},
        {QStringLiteral("tag"), tr("Sets labels and archives"),
         tr("What you archive, star, label or snooze here happens in Gmail as well, and the other way round.")},
        {QStringLiteral("file-check-2"), tr("Prepares drafts"),
         tr("They wait among your Gmail drafts. Sending stays off until you allow it.")},
        {QStringLiteral("user"), tr("Reads your addresses and signature"),
         tr("So that an answer goes out under the right name.")},
        {QStringLiteral("trash-2"), tr("Never deletes for good"),
         tr("Delete moves to Gmail’s bin, where you find it for 30 days. Kith has no right to empty it.")},
    };
}

std::vector<ScopeFace> ScopeWords::faces(const QStringList& scopes) {
    std::vector<ScopeFace> faces;
    for (const QString& scope : scopes) {
        const QString name = shortScope(scope);
        if (saysOnlyWho(name)) {
            continue;
        }
        const auto* known = std::find_if(std::begin(knownScopes), std::end(knownScopes),
                                         [&name](const KnownScope& one) { return name == QLatin1String(one.name); });
        const ScopeFace face = known == std::end(knownScopes)
                                   ? ScopeFace{QStringLiteral("key-round"), name, QString()}
                                   : ScopeFace{QLatin1String(known->icon), tr(known->title), tr(known->without)};
        if (std::none_of(faces.begin(), faces.end(), [&](const ScopeFace& one) { return one.title == face.title; })) {
            faces.push_back(face);
        }
    }
    return faces;
}

}  // namespace kith::ui
