// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "tests/emulators/gmail/batch.h"

#include "tests/emulators/gmail/multipart.h"

#include <map>
#include <numeric>

namespace kith::emulator {
namespace {

constexpr std::size_t kMostCalls = 100;

struct BatchCall {
    QByteArray contentId;
    Request request;
    std::optional<ApiError> wrong;
    Answer answer;
};

QByteArray reasonPhrase(int status) {
    static const std::map<int, QByteArray> phrases = {{200, "OK"},
                                                      {204, "No Content"},
                                                      {400, "Bad Request"},
                                                      {401, "Unauthorized"},
                                                      {403, "Forbidden"},
                                                      {404, "Not Found"},
                                                      {409, "Conflict"},
                                                      {413, "Request Entity Too Large"},
                                                      {429, "Too Many Requests"},
                                                      {500, "Internal Server Error"},
                                                      {501, "Not Implemented"},
                                                      {503, "Service Unavailable"}};
    const auto found = phrases.find(status);
    return found == phrases.end() ? QByteArray("Unknown") : found->second;
}

/// "GET /gmail/v1/… HTTP/1.1": a path, never a whole URL; uploads and batches have no place in here.
std::optional<ApiError> readRequestLine(const QByteArray& line, Request& request) {
    const QList<QByteArray> words = line.simplified().split(' ');
    if (words.size() < 2 || words.size() > 3 || !words[1].startsWith('/')) {
        return errors::badRequest(QStringLiteral("Failed to parse batch request, error: Invalid request line."));
    }
    const qsizetype question = words[1].indexOf('?');
    request.verb = words[0];
    request.path = QString::fromUtf8(question < 0 ? words[1] : words[1].left(question));
    request.query = QUrlQuery(question < 0 ? QString() : QString::fromUtf8(words[1].mid(question + 1)));
    if (isBatchPath(request.path)) {
        return errors::badRequest(QStringLiteral("Batch requests cannot be nested"));
    }
    return std::nullopt;
}

bool appliesToParts(const QByteArray& header) {
    return !header.toLower().startsWith("content-") && header.compare("Host", Qt::CaseInsensitive) != 0;
}

BatchCall batchCall(const BodyPart& part, const Request& outer) {
    BatchCall call;
    call.contentId = part.header("Content-ID");
    if (mediaType(part.header("Content-Type")) != "application/http") {
        call.wrong =
            errors::badRequest(QStringLiteral("Failed to parse batch request, error: Expected application/http."));
        return call;
    }
    QByteArrayView text = part.content;
    while (!text.isEmpty() && (text.front() == '\r' || text.front() == '\n')) {
        text = text.sliced(1);
    }
    const qsizetype newline = text.indexOf('\n');
    call.wrong = readRequestLine(text.first(newline < 0 ? text.size() : newline).toByteArray(), call.request);
    QByteArrayView body;
    call.request.headers = headerLines(text.sliced(newline < 0 ? text.size() : newline + 1), body);
    call.request.body = body.trimmed().toByteArray();
    for (const auto& header : outer.headers) {
        if (appliesToParts(header.first) && call.request.header(header.first).isEmpty()) {
            call.request.headers.push_back(header);
        }
    }
    return call;
}

/// Google takes the x of <x> and says <response-x>, whatever x is.
QByteArray responseId(QByteArray contentId) {
    contentId = contentId.trimmed();
    return contentId.startsWith('<') ? QByteArray("<response-" + contentId.mid(1))
                                     : QByteArray("response-" + contentId);
}

void append(QByteArray& out, const BatchCall& call, const QByteArray& boundary) {
    out += "--" + boundary + "\r\nContent-Type: application/http\r\n";
    if (!call.contentId.isEmpty()) {
        out += "Content-ID: " + responseId(call.contentId) + "\r\n";
    }
    out += "\r\nHTTP/1.1 " + QByteArray::number(call.answer.status) + ' ' + reasonPhrase(call.answer.status) + "\r\n";
    for (const auto& [name, value] : call.answer.headers) {
        out += name + ": " + value + "\r\n";
    }
    out += "Content-Length: " + QByteArray::number(call.answer.body.size()) + "\r\n\r\n";
    out += call.answer.body;
    out += "\r\n";
}

Answer together(const std::vector<BatchCall>& calls, const std::vector<std::size_t>& order, quint64 nonce) {
    const QByteArray boundary = "batch_" + idText(nonce);
    qsizetype size = 256;
    for (const BatchCall& call : calls) {
        size += call.answer.body.size() + 512;
    }
    Answer answer;
    answer.headers = {{"Content-Type", "multipart/mixed; boundary=" + boundary}};
    answer.body.reserve(size);
    for (const std::size_t i : order) {
        append(answer.body, calls[i], boundary);
    }
    answer.body += "--" + boundary + "--\r\n";
    return answer;
}

/// So many calls of a mailbox as are over the ceiling are refused, whichever they are.
class Ceiling {
public:
    Ceiling(Service& service, std::size_t calls)
        : m_service(service)
        , m_left(static_cast<int>(calls)) {}

    void nextCall() { --m_left; }
    bool mayRun(Account& account) {
        const int running = account.meter.running(m_service.clock.now());
        const auto [room, made] = m_room.try_emplace(&account, m_service.options.concurrent - running);
        const int candidates = m_left + 1;
        const bool runs = room->second > 0 &&
                          (candidates <= room->second ||
                           static_cast<int>(m_service.dice.random(static_cast<quint64>(candidates))) < room->second);
        room->second -= runs ? 1 : 0;
        return runs;
    }

private:
    Service& m_service;
    int m_left;
    std::map<Account*, int> m_room;
};

std::vector<std::size_t> orderOf(std::size_t count, Service& service) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = count; service.options.shuffleBatches && i > 1; --i) {
        std::swap(order[i - 1], order[service.dice.random(i)]);
    }
    return order;
}

/// Asks once for each header that occurs, as a batch of one caller is the rule.
auto remembering(const GmailApi::Authenticate& authenticate) {
    return [&authenticate,
            known = std::map<QByteArray, std::variant<Caller, Answer>>()](const QByteArray& header) mutable {
        const auto found = known.find(header);
        return found != known.end() ? found->second : known.emplace(header, authenticate(header)).first->second;
    };
}

}  // namespace

bool isBatchPath(const QString& path) {
    return path == u"/batch" || path == u"/batch/gmail/v1";
}

Answer runBatch(const Request& request, const BatchHooks& hooks, Service& service, Router& router, CallReport& report) {
    report.method = QStringLiteral("batch");
    const QByteArray type = request.header("Content-Type");
    const auto parts = mediaType(type) == "multipart/mixed" ? bodyParts(type, request.body) : std::nullopt;
    if (request.verb != "POST") {
        return noSuchPath(request.path);
    }
    if (!parts || parts->empty()) {
        return answerOf(
            errors::badRequest(QStringLiteral("Failed to parse batch request, error: no parts were found.")));
    }
    if (parts->size() > kMostCalls) {
        return answerOf(errors::badRequest(
            QStringLiteral("The batch request has too many calls: the maximum is %1.").arg(kMostCalls)));
    }
    std::vector<BatchCall> calls;
    for (const BodyPart& part : *parts) {
        calls.push_back(batchCall(part, request));
    }
    Ceiling ceiling(service, calls.size());
    const Surroundings around{remembering(hooks.authenticate),
                              [&](Account& account) { return ceiling.mayRun(account); }, hooks.inPlace, true};
    report.inner.reserve(calls.size());
    const std::vector<std::size_t> order = orderOf(calls.size(), service);
    for (const std::size_t i : order) {
        ceiling.nextCall();
        CallReport& inner = report.inner.emplace_back();
        calls[i].answer = calls[i].wrong ? answerOf(*calls[i].wrong) : router.route(calls[i].request, around, inner);
        inner.status = calls[i].answer.status;
        report.units += inner.units;
        report.account = report.account.isEmpty() ? inner.account : report.account;
    }
    return together(calls, order, service.dice.messageId());
}

}  // namespace kith::emulator
