#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Kith founders
"""Google's own Python client and google-auth against kith-emulator --google: what they do not understand, is wrong.

Run by ctest as: google_client_test.py PROGRAM DISCOVERY_DOCUMENT. Exit code 77 says why it could not run.
"""
import base64
import hashlib
import json
import os
import subprocess
import sys
import unittest
import urllib.error
import urllib.parse
import urllib.request

SKIPPED = 77

try:
    import google.auth.exceptions
    import google.oauth2.credentials
    import google.oauth2.service_account
    import googleapiclient.discovery
    import googleapiclient.errors
    import googleapiclient.http
except ImportError as missing:
    print(f"skipped: {missing} (Debian: python3-googleapi python3-google-auth python3-google-auth-httplib2)")
    sys.exit(SKIPPED)
if len(sys.argv) < 3 or not os.path.exists(sys.argv[2]):
    print("skipped: no discovery document of Gmail v1 here")
    sys.exit(SKIPPED)

PROGRAM, DOCUMENT = sys.argv[1:3]
FULL = "https://mail.google.com/"
MODIFY = "https://www.googleapis.com/auth/gmail.modify"
READONLY = "https://www.googleapis.com/auth/gmail.readonly"
ADA = "ada@firm.example"


class DirectOpener(urllib.request.HTTPRedirectHandler):
    """Redirects are looked at, not followed."""

    def redirect_request(self, *args, **kwargs):
        return None


OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}), DirectOpener())


def mail(subject, body="Shall we meet on Thursday?", more=""):
    return (f"From: Ben Ode <ben@client.example>\r\nTo: {ADA}\r\nSubject: {subject}\r\n"
            f"Date: Tue, 12 May 2026 09:58:00 +0000\r\nMessage-ID: <{subject}@client.example>\r\n{more}\r\n{body}\r\n"
            ).encode()


def encoded(raw):
    return base64.urlsafe_b64encode(raw).decode()


class Emulator(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.process = subprocess.Popen(
            [PROGRAM, "--google", "--account", ADA, "--account", "ben@firm.example", "--stdin"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        cls.ready = json.loads(cls.process.stdout.readline())

    @classmethod
    def tearDownClass(cls):
        cls.process.stdin.close()
        cls.process.stdout.close()
        assert cls.process.wait(10) == 0

    def control(self, call, **order):
        body = order.pop("list", order)
        request = urllib.request.Request(f"{self.ready['control']}/__control/{call}", json.dumps(body).encode())
        with OPENER.open(request) as answer:
            return json.load(answer)

    def account(self, subject=ADA, scopes=(FULL,)):
        return google.oauth2.service_account.Credentials.from_service_account_file(
            self.ready["service_account_file"], scopes=list(scopes), subject=subject)

    def gmail(self, credentials=None):
        with open(DOCUMENT, encoding="utf-8") as file:
            document = json.load(file)
        document["rootUrl"] = self.ready["google_api"] + "/"
        document["baseUrl"] = self.ready["google_api"] + "/"
        return googleapiclient.discovery.build_from_document(
            json.dumps(document), credentials=credentials or self.account()).users()

    def assertRefused(self, status, request):
        with self.assertRaises(googleapiclient.errors.HttpError) as refused:
            request.execute()
        self.assertEqual(int(refused.exception.resp.status), status)
        return refused.exception.content.decode()


class ServiceAccounts(Emulator):
    def test_a_subject_reads_its_own_mailbox(self):
        for address in (ADA, "ben@firm.example"):
            profile = self.gmail(self.account(address, [READONLY])).getProfile(userId="me").execute()
            self.assertEqual(profile["emailAddress"], address)
            self.assertTrue(int(profile["historyId"]) > 0)

    def test_an_unknown_subject_is_an_invalid_grant(self):
        with self.assertRaisesRegex(google.auth.exceptions.RefreshError, "invalid_grant"):
            self.gmail(self.account("nobody@firm.example")).getProfile(userId="me").execute()

    def test_a_scope_that_is_not_delegated_is_an_unauthorized_client(self):
        scope = "https://www.googleapis.com/auth/gmail.settings.basic"
        with self.assertRaisesRegex(google.auth.exceptions.RefreshError, "unauthorized_client"):
            self.gmail(self.account(ADA, [scope])).getProfile(userId="me").execute()

    def test_reading_does_not_allow_writing(self):
        gmail = self.gmail(self.account(ADA, [READONLY]))
        self.assertIn("insufficient", self.assertRefused(
            403, gmail.messages().insert(userId="me", body={"raw": encoded(mail("no"))})))


class DesktopSignIn(Emulator):
    def test_a_refresh_token_of_the_browser_opens_the_mailbox_for_google_auth(self):
        client = self.ready["google_client"]
        verifier = "v" * 64
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")
        redirect = "http://127.0.0.1:51111/"
        asked = urllib.parse.urlencode({
            "client_id": client["client_id"], "redirect_uri": redirect, "response_type": "code", "scope": MODIFY,
            "state": "s/1", "code_challenge": challenge, "code_challenge_method": "S256", "login_hint": ADA,
            "emulator_consent": "allow"})
        with self.assertRaises(urllib.error.HTTPError) as redirected:
            OPENER.open(f"{self.ready['google_oauth']}/o/oauth2/v2/auth?{asked}")
        location = redirected.exception.headers["Location"]
        redirected.exception.close()
        back = urllib.parse.parse_qs(urllib.parse.urlsplit(location).query)
        form = urllib.parse.urlencode({
            **client, "grant_type": "authorization_code", "code": back["code"][0], "redirect_uri": redirect,
            "code_verifier": verifier}).encode()
        with OPENER.open(f"{self.ready['google_oauth']}/token", form) as answer:
            tokens = json.load(answer)
        credentials = google.oauth2.credentials.Credentials(
            None, refresh_token=tokens["refresh_token"], token_uri=self.ready["google_oauth"] + "/token", **client)
        profile = self.gmail(credentials).getProfile(userId=ADA).execute()
        self.assertEqual(profile["emailAddress"], ADA)


class Mail(Emulator):
    def setUp(self):
        self.users = self.gmail()
        self.messages = self.users.messages()

    def insert(self, subject, labels=("INBOX", "UNREAD"), thread=None, more=""):
        body = {"raw": encoded(mail(subject, more=more)), "labelIds": list(labels)}
        if thread:
            body["threadId"] = thread
        return self.messages.insert(userId="me", body=body).execute()

    def test_a_message_comes_back_in_four_formats(self):
        made = self.insert("formats")
        for wanted in ("minimal", "metadata", "full", "raw"):
            message = self.messages.get(userId="me", id=made["id"], format=wanted).execute()
            self.assertEqual(message["id"], made["id"])
            self.assertEqual(set(message["labelIds"]), {"INBOX", "UNREAD"})
            self.assertIsInstance(message["historyId"], str)
            self.assertIsInstance(message["internalDate"], str)
            self.assertEqual("raw" in message, wanted == "raw")
            self.assertEqual("payload" in message, wanted in ("metadata", "full"))
            if wanted == "raw":
                self.assertEqual(base64.urlsafe_b64decode(message["raw"]), mail("formats"))
            if wanted == "full":
                self.assertEqual(base64.urlsafe_b64decode(message["payload"]["body"]["data"]),
                                 b"Shall we meet on Thursday?\r\n")

    def test_lists_come_in_pages_and_an_empty_one_has_no_messages(self):
        label = self.users.labels().create(userId="me", body={"name": "Paged"}).execute()["id"]
        made = [self.insert(f"page-{i}", [label])["id"] for i in range(7)]
        found, request = [], self.messages.list(userId="me", labelIds=[label], maxResults=3)
        while request is not None:
            page = request.execute()
            found += [entry["id"] for entry in page["messages"]]
            request = self.messages.list_next(request, page)
        self.assertEqual(sorted(found), sorted(made))
        self.assertNotIn("messages", self.messages.list(userId="me", q="subject:nowhere").execute())

    def test_batches_answer_each_call_by_its_content_id(self):
        ids = [self.insert(f"batch-{i}")["id"] for i in range(12)]
        answers = {}
        batch = googleapiclient.http.BatchHttpRequest(
            lambda name, answer, error: answers.update({name: (answer, error)}),
            batch_uri=self.ready["google_api"] + "/batch")
        for number in ids + ["1000000000000000"]:
            batch.add(self.messages.get(userId="me", id=number, format="metadata", metadataHeaders=["Subject"]),
                      request_id=number)
        batch.execute(http=self.users._http)
        self.assertEqual(len(answers), 13)
        for number, (answer, error) in answers.items():
            if number in ids:
                self.assertIsNone(error)
                self.assertEqual(answer["id"], number)
                self.assertEqual([h["value"] for h in answer["payload"]["headers"]], [f"batch-{ids.index(number)}"])
            else:
                self.assertEqual(int(error.resp.status), 404)

    def test_labels_have_colours_of_the_palette_and_names_of_their_own(self):
        labels = self.users.labels()
        body = {"name": "Priority/High", "color": {"backgroundColor": "#fb4c2f", "textColor": "#ffffff"}}
        made = labels.create(userId="me", body=body).execute()
        self.assertEqual(labels.get(userId="me", id=made["id"]).execute()["color"], body["color"])
        self.assertIn("Label name exists or conflicts", self.assertRefused(
            409, labels.create(userId="me", body={"name": "priority/high"})))
        self.assertIn("allowed color palette", self.assertRefused(400, labels.patch(
            userId="me", id=made["id"], body={"color": {"backgroundColor": "#123456", "textColor": "#ffffff"}})))
        self.assertEqual(labels.patch(userId="me", id=made["id"], body={"name": "Priority/Top"}).execute()["name"],
                         "Priority/Top")
        labels.delete(userId="me", id=made["id"]).execute()
        self.assertNotIn(made["id"], [label["id"] for label in labels.list(userId="me").execute()["labels"]])

    def test_history_tells_what_came_changed_and_went(self):
        since = self.users.getProfile(userId="me").execute()["historyId"]
        number = self.insert("told")["id"]
        self.messages.modify(userId="me", id=number, body={"addLabelIds": ["STARRED"],
                                                           "removeLabelIds": ["UNREAD"]}).execute()
        self.messages.trash(userId="me", id=number).execute()
        self.messages.untrash(userId="me", id=number).execute()
        self.messages.delete(userId="me", id=number).execute()
        kinds, request = [], self.users.history().list(userId="me", startHistoryId=since)
        while request is not None:
            page = request.execute()
            for record in page.get("history", []):
                kinds += [kind for kind in record if kind not in ("id", "messages")]
            request = self.users.history().list_next(request, page)
        for kind in ("messagesAdded", "labelsAdded", "labelsRemoved", "messagesDeleted"):
            self.assertIn(kind, kinds)
        now = self.users.getProfile(userId="me").execute()["historyId"]
        self.assertNotIn("history", self.users.history().list(userId="me", startHistoryId=now).execute())
        self.control("history", expire=True)
        self.assertIn("notFound", self.assertRefused(
            404, self.users.history().list(userId="me", startHistoryId=since)))

    def test_a_draft_keeps_its_id_while_its_message_changes(self):
        drafts = self.users.drafts()
        first = drafts.create(userId="me", body={"message": {"raw": encoded(mail("draft"))}}).execute()
        second = drafts.update(userId="me", id=first["id"],
                               body={"message": {"raw": encoded(mail("draft", "Better so."))}}).execute()
        self.assertEqual(second["id"], first["id"])
        self.assertNotEqual(second["message"]["id"], first["message"]["id"])
        self.assertIn(first["id"], [draft["id"] for draft in drafts.list(userId="me").execute()["drafts"]])
        sent = drafts.send(userId="me", body={"id": first["id"]}).execute()
        self.assertIn("SENT", sent["labelIds"])
        self.assertNotEqual(sent["id"], second["message"]["id"])
        self.assertRefused(404, drafts.get(userId="me", id=first["id"]))

    def test_threads_and_bulk_changes(self):
        first = self.insert("talk")
        second = self.insert("Re: talk", thread=first["threadId"], more="In-Reply-To: <talk@client.example>\r\n")
        self.assertEqual(second["threadId"], first["threadId"])
        thread = self.users.threads().get(userId="me", id=first["threadId"], format="minimal").execute()
        self.assertEqual([message["id"] for message in thread["messages"]], [first["id"], second["id"]])
        self.assertFalse(self.messages.batchModify(
            userId="me", body={"ids": [first["id"], second["id"]], "removeLabelIds": ["INBOX"]}).execute())
        thread = self.users.threads().get(userId="me", id=first["threadId"], fields="messages(labelIds)").execute()
        self.assertEqual(thread, {"messages": [{"labelIds": ["UNREAD"]}] * 2})

    def test_media_uploads_and_attachments(self):
        content = base64.b64encode(b"\x00\xff" * 9000).decode()
        raw = (f"From: ben@client.example\r\nTo: {ADA}\r\nSubject: sheet\r\nMIME-Version: 1.0\r\n"
               "Content-Type: multipart/mixed; boundary=edge\r\n\r\n--edge\r\nContent-Type: text/plain\r\n\r\nSee there.\r\n"
               "--edge\r\nContent-Type: application/pdf; name=sheet.pdf\r\nContent-Transfer-Encoding: base64\r\n"
               f"Content-Disposition: attachment; filename=sheet.pdf\r\n\r\n{content}\r\n--edge--\r\n").encode()
        for resumable in (False, True):
            media = googleapiclient.http.MediaInMemoryUpload(raw, "message/rfc822", resumable=resumable)
            made = self.messages.insert(userId="me", body={"labelIds": ["INBOX"]}, media_body=media).execute()
            part = self.messages.get(userId="me", id=made["id"]).execute()["payload"]["parts"][1]
            self.assertEqual(part["filename"], "sheet.pdf")
            got = self.messages.attachments().get(
                userId="me", messageId=made["id"], id=part["body"]["attachmentId"]).execute()
            self.assertEqual(base64.urlsafe_b64decode(got["data"]), b"\x00\xff" * 9000)

    def test_its_retries_survive_what_servers_do(self):
        self.control("faults", list=[{"match": "/profile", "kind": "server_503"},
                                     {"match": "/profile", "kind": "rate_403", "retry_after": 1}])
        request = self.users.getProfile(userId="me")
        request._sleep = lambda seconds: None
        self.assertEqual(request.execute(num_retries=3)["emailAddress"], ADA)

    def test_the_quota_is_counted_in_units(self):
        number = self.insert("units")["id"]
        self.control("clock", advance_seconds=120)
        self.control("quota", units_per_minute=40)
        for _ in range(2):
            self.messages.get(userId="me", id=number).execute()
        self.assertIn("Retry after", self.assertRefused(403, self.messages.get(userId="me", id=number)))
        self.control("quota", units_per_minute=0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=2, warnings="ignore")
