// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: 2026 The Kith founders
#include "core/net/ledger_transport.h"
#include "core/net/offline_transport.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_transport.h"

using namespace kith;
using kith::testing::FakeClock;
using kith::testing::FakeTransport;
using net::HttpRequest;

namespace {

class Notebook final : public net::EgressLedger {
public:
    void record(const net::EgressRecord& record) override { records.push_back(record); }
    std::vector<net::EgressRecord> records;
};

HttpRequest aRequest() {
    HttpRequest request;
    request.verb = "POST";
    request.url = QUrl(QStringLiteral("https://ada:pw@api.example/v1/x?q=from%3Aada&key=topsecret&pageToken=p2#part"));
    request.headers = {{"Authorization", "Bearer ya29.secret"}};
    request.body = "code=4%2Fabc&x=1";
    request.service = QStringLiteral("google-oauth");
    request.purpose = QStringLiteral("sign-in");
    return request;
}

TEST(Ledger, NotesWhatWasSentAndWhatCameBack) {
    FakeTransport wire;
    wire.answer(200, "12345", {{"A", "b"}});
    Notebook notebook;
    FakeClock clock;
    net::LedgerTransport transport(wire, notebook, clock,
                                   {.cost = [](const HttpRequest&, const net::HttpResponse&) { return 0.25; }});
    HttpRequest request = aRequest();
    request.ledgerBody = "code=***&x=1";
    request.redactions = 1;
    ASSERT_TRUE(transport.send(request, {}));
    ASSERT_EQ(notebook.records.size(), 1U);
    const net::EgressRecord& record = notebook.records.front();
    EXPECT_EQ(record.at, clock.now());
    EXPECT_EQ(record.service, QStringLiteral("google-oauth"));
    EXPECT_EQ(record.purpose, QStringLiteral("sign-in"));
    EXPECT_EQ(record.method, QStringLiteral("POST"));
    EXPECT_EQ(record.url, QStringLiteral("https://api.example/v1/x?q=from%3Aada&key=***&pageToken=p2"));
    EXPECT_EQ(record.status, 200);
    EXPECT_EQ(record.body, "code=***&x=1");
    EXPECT_EQ(record.redactions, 1);
    EXPECT_EQ(record.cost, 0.25);
    EXPECT_EQ(record.bytesIn, 5 + 6);
    EXPECT_GT(record.bytesOut, request.body.size());
    EXPECT_EQ(transport.traffic().requests, 1);
    EXPECT_EQ(transport.traffic().bytesIn, record.bytesIn);
    EXPECT_EQ(transport.traffic().bytesOut, record.bytesOut);
}

TEST(Ledger, NotesFailuresToo) {
    FakeTransport wire;
    wire.fail(ErrorKind::Unreachable);
    wire.fail(ErrorKind::Cancelled);
    wire.answer(500);
    Notebook notebook;
    FakeClock clock;
    net::LedgerTransport transport(wire, notebook, clock, {.mostBody = 4});
    for (int i = 0; i < 3; ++i) {
        std::ignore = transport.send(aRequest(), {});
    }
    ASSERT_EQ(notebook.records.size(), 3U);
    EXPECT_EQ(notebook.records.at(0).status, 0);
    EXPECT_EQ(notebook.records.at(1).status, 0);
    EXPECT_EQ(notebook.records.at(2).status, 500);
    EXPECT_EQ(notebook.records.at(0).body, "code");
    EXPECT_GT(notebook.records.at(0).bytesOut, 16);
}

TEST(Ledger, NotesNothingWhereNothingLeft) {
    net::OfflineTransport nowhere;
    Notebook notebook;
    FakeClock clock;
    net::LedgerTransport transport(nowhere, notebook, clock);
    const auto answer = transport.send(aRequest(), {});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, ErrorKind::Denied);
    EXPECT_TRUE(answer.error().detail.contains(QStringLiteral("offline")));
    EXPECT_TRUE(notebook.records.empty());
    EXPECT_EQ(transport.traffic().requests, 0);
}

}  // namespace
