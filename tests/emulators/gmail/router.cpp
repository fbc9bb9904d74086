// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/router.h"

#include "tests/emulators/gmail/call_reader.h"

#include <algorithm>

namespace kith::emulator {

struct Router::Target {
    bool upload{false};
    QString user;
    QStringList segments;
};

/// What is known of a call before its mailbox is.
struct Router::Found {
    Target target;
    MethodMatch match;
    std::optional<QByteArray> media;  ///< of a resumable upload that is whole
    Caller caller;
    Query query;
};

std::optional<Router::Target> Router::targetOf(const QString& path) {
    static const std::pair<QString, bool> roots[] = {
        {QStringLiteral("/gmail/v1/users/"), false},
        {QStringLiteral("/upload/gmail/v1/users/"), true},
        {QStringLiteral("/resumable/upload/gmail/v1/users/"), true},
    };
    for (const auto& [root, upload] : roots) {
        if (path.startsWith(root)) {
            QStringList segments = path.sliced(root.size()).split(u'/');
            const QString user = QUrl::fromPercentEncoding(segments.takeFirst().toUtf8());
            return segments.isEmpty() || user.isEmpty() ? std::nullopt : std::optional(Target{upload, user, segments});
        }
    }
    return std::nullopt;
}

QString Router::methodOf(const Request& request) {
    const auto target = targetOf(request.path);
    const auto match = target ? Contract::gmail().match(request.verb, target->segments) : std::nullopt;
    return match ? match->method->name : QString();
}

Answer Router::route(const Request& request, const Surroundings& around, CallReport& report) {
    Answer answer;
    if (Uploads::isPiece(request)) {
        const auto piece = m_uploads.proceed(request);
        if (const auto* finished = std::get_if<FinishedUpload>(&piece)) {
            answer = carryOut(finished->request, finished->media, around, report);
        } else if (const auto* error = std::get_if<ApiError>(&piece)) {
            answer = answerOf(*error);
        } else {
            answer = std::get<Answer>(piece);
        }
    } else {
        answer = carryOut(request, std::nullopt, around, report);
    }
    report.status = answer.status;
    return answer;
}

Answer Router::carryOut(const Request& request, const std::optional<QByteArray>& media, const Surroundings& around,
                        CallReport& report) {
    const auto target = targetOf(request.path);
    const auto match = target ? Contract::gmail().match(request.verb, target->segments) : std::nullopt;
    if (!match || (target->upload && match->method->upload == 0)) {
        return noSuchPath(request.path);
    }
    report.method = match->method->name;
    if (around.inPlace) {
        if (auto other = around.inPlace(request, report.method)) {
            return *other;
        }
    }
    const Outcome outcome = asCaller(request, {*target, *match, media, {}, {}}, around, report);
    const auto* error = std::get_if<ApiError>(&outcome);
    return error ? answerOf(*error, wantsErrorList(request.query)) : std::get<Answer>(outcome);
}

Outcome Router::asCaller(const Request& request, const Found& known, const Surroundings& around, CallReport& report) {
    Found found = known;
    const Method& method = *found.match.method;
    QByteArray authorization = request.header("Authorization");
    const QString token = request.query.queryItemValue(QStringLiteral("access_token"), QUrl::FullyDecoded);
    if (authorization.isEmpty() && !token.isEmpty()) {
        authorization = "Bearer " + token.toUtf8();
    }
    auto caller = around.who(authorization);
    if (const auto* refused = std::get_if<Answer>(&caller)) {
        return *refused;
    }
    found.caller = std::get<Caller>(std::move(caller));
    report.account = found.caller.address;
    const bool mayCall =
        std::ranges::any_of(method.scopes, [&](const QString& s) { return found.caller.scopes.contains(s); });
    if (!mayCall) {
        return errors::missingScope(method.name);
    }
    const QString& user = found.target.user;
    if (user != u"me" && user.compare(found.caller.address, Qt::CaseInsensitive) != 0) {
        return errors::forbidden(QStringLiteral("Delegation denied for %1").arg(found.caller.address));
    }
    Account* account = m_service.account(found.caller.address);
    if (!account) {
        return errors::failedPrecondition(QStringLiteral("Mail service not enabled"));
    }
    auto query = readQuery(request.query, method);
    if (const auto* error = std::get_if<ApiError>(&query)) {
        return *error;
    }
    found.query = std::get<Query>(std::move(query));
    return withMailbox(request, found, *account, around, report);
}

std::variant<UploadedBody, Answer, ApiError> Router::bodyOf(const Request& request, const Found& found,
                                                            const QString& uploadType) {
    if (found.media) {
        return UploadedBody{request.body, *found.media};
    }
    if (found.target.upload) {
        return m_uploads.begin(request, *found.match.method, uploadType);
    }
    if (request.verb == "GET" && !request.body.isEmpty()) {
        return errors::badRequest(QStringLiteral("A GET request has no body"));
    }
    if (const auto error = wrongContentType(request)) {
        return *error;
    }
    return UploadedBody{request.body, {}};
}

Outcome Router::withMailbox(const Request& request, const Found& found, Account& account, const Surroundings& around,
                            CallReport& report) {
    const Method& method = *found.match.method;
    ParsedMask mask = parsedMask(found.query.fields, Contract::gmail(), method.answer);
    if (!mask.wrong.isEmpty()) {
        return errors::invalidMask(mask.wrong);
    }
    if (found.target.upload && around.inBatch) {
        return errors::badRequest(QStringLiteral("Media uploads are not allowed in a batch"));
    }
    auto uploaded = bodyOf(request, found, found.query.uploadType);
    if (const auto* error = std::get_if<ApiError>(&uploaded)) {
        return *error;
    }
    if (const auto* opened = std::get_if<Answer>(&uploaded)) {
        return *opened;
    }
    auto& bytes = std::get<UploadedBody>(uploaded);
    auto body = readBody(bytes.json, method);
    if (const auto* error = std::get_if<ApiError>(&body)) {
        return *error;
    }
    const Handler handler = handlerOf(method.name);
    if (!handler) {
        return errors::notBuilt(method.name);
    }
    if (const auto error = charged(account, method, around, report)) {
        return *error;
    }
    Call call{m_service,
              *account.mailbox,
              method,
              found.match.ids,
              found.caller.scopes,
              found.query.parameters,
              std::get<QJsonObject>(std::move(body)),
              std::nullopt,
              std::move(mask.root),
              found.query.pretty};
    if (found.target.upload) {
        call.media = std::move(bytes.media);
    }
    return handler(call);
}

std::optional<ApiError> Router::charged(Account& account, const Method& method, const Surroundings& around,
                                        CallReport& report) {
    const GmailOptions& options = m_service.options;
    const Millis now = m_service.clock.now();
    if (options.concurrent > 0 && !around.mayRun(account)) {
        return errors::tooManyConcurrent();
    }
    const int units = unitsOf(method.name, options.table);
    if (const auto until = account.meter.charge(now, units, options.unitsPerMinute)) {
        ApiError error = errors::quota(*until, m_service.dice.random(4) != 0);
        if (options.adviseByHeader) {
            error.retryAfter = *until - now;
        }
        return error;
    }
    if (options.concurrent > 0 && options.callTime > Millis(0)) {
        account.meter.start(now + options.callTime);
    }
    report.units = units;
    return std::nullopt;
}

}  // namespace kith::emulator
