// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/google/authorize_page.h"

#include "tests/emulators/google/authorize_request.h"
#include "tests/emulators/google/scopes.h"

#include <algorithm>

namespace kith::emulator {
namespace {

QString authorizeShell(const QString& title, const QString& body) {
    return QStringLiteral(
               "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">"
               "<meta name=\"viewport\" content=\"width=device-width\"><title>%1</title>\n<style>"
               "body{font:16px/1.5 sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#202124}"
               "fieldset{border:1px solid #dadce0;border-radius:8px;margin:1rem 0}label{display:block;padding:.2rem}"
               "button{font:inherit;padding:.5rem 1.5rem;margin-right:.5rem}</style></head>\n<body>\n%2\n</body>\n"
               "</html>\n")
        .arg(title, body);
}

QString authorizeHidden(const Form& request) {
    QString inputs;
    for (const auto& [name, value] : request.all()) {
        inputs += QStringLiteral("<input type=\"hidden\" name=\"%1\" value=\"%2\">\n")
                      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
    }
    return inputs;
}

QString accountChoice(const QStringList& accounts, const QString& hint) {
    QString choice = QStringLiteral("<fieldset><legend>Choose an account</legend>\n");
    const qsizetype hinted = std::max(qsizetype(0), accountIndex(accounts, hint));
    for (qsizetype i = 0; i < accounts.size(); ++i) {
        choice += QStringLiteral("<label><input type=\"radio\" name=\"account\" value=\"%1\"%2> %1</label>\n")
                      .arg(accounts[i].toHtmlEscaped(), i == hinted ? QStringLiteral(" checked") : QString());
    }
    return choice + QStringLiteral("</fieldset>\n");
}

QString scopeBoxes(const QStringList& scopes) {
    QString boxes = QStringLiteral("<fieldset><legend>Select what it may do</legend>\n");
    for (const QString& scope : scopes) {
        boxes += QStringLiteral("<label><input type=\"checkbox\" name=\"granted\" value=\"%1\" checked> %2</label>\n")
                     .arg(scope.toHtmlEscaped(), scopeInWords(scope).toHtmlEscaped());
    }
    return boxes + QStringLiteral("</fieldset>\n");
}

}  // namespace

Answer authorizePage(const Form& request, const QStringList& accounts, const QStringList& scopes) {
    const QString form =
        QString(QStringLiteral("<h1>Sign in to the emulator</h1>\n<p>An application wants access to a mailbox that "
                               "exists in this emulator only.</p>\n"
                               "<form method=\"post\" action=\"/o/oauth2/v2/auth\">\n") +
                authorizeHidden(request) + accountChoice(accounts, request.value(QStringLiteral("login_hint"))) +
                scopeBoxes(scopes) +
                QStringLiteral("<button type=\"submit\" name=\"decision\" value=\"allow\">Allow</button>\n"
                               "<button type=\"submit\" name=\"decision\" value=\"deny\">Deny</button>\n</form>"));
    return htmlAnswer(200, authorizeShell(QStringLiteral("Sign in"), form).toUtf8());
}

Answer authorizeErrorPage(int status, const char* error, const QString& description) {
    const QString body = QStringLiteral("<h1>Access blocked: authorization error</h1>\n<p>%1</p>\n<p>Error %2: %3</p>")
                             .arg(description.toHtmlEscaped(), QString::number(status), QLatin1String(error));
    return htmlAnswer(status, authorizeShell(QStringLiteral("Error"), body).toUtf8());
}

}  // namespace kith::emulator
