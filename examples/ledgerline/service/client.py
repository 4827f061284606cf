"""Plays one afternoon of Ledgerline through the recording proxy. Standard library only.

Every actor calls from an address of its own (127.0.0.x: the office and the customers; 127.0.9.x: somewhere else), so that
client addresses in the recording differ for real. Requests go one after the other: the recording has one order.
Run as `python3 client.py PROXY_PORT CA_FILE`.
"""

import http.client
import json
import socket
import ssl
import sys

from server import EXPORT_KEY, PARTNER_KEY, PASSWORD_SUFFIX, USERS, stable_uuid, token_of

API = "api.ledgerline.example"
TERMINAL = "terminal.ledgerline.example"


class Actor:
    """Somebody with an address, a host and perhaps a token."""

    port, tls = 0, None

    def __init__(self, address, token=None, agent="ledgerline-app/4.2", host=API, https=True):
        self.address, self.token, self.agent, self.host, self.https = address, token, agent, host, https

    def call(self, method, path, body=None, expect=200, headers=None):
        link = socket.create_connection(("127.0.0.1", self.port), timeout=10, source_address=(self.address, 0))
        if self.https:
            link = self.tls.wrap_socket(link, server_hostname=self.host)
        connection = http.client.HTTPConnection(self.host)
        connection.sock = link
        sent = {"User-Agent": self.agent, "Accept": "application/json", **(headers or {})}
        if self.token:
            sent["Authorization"] = "Bearer " + self.token
        if body is not None:
            sent["Content-Type"] = "application/json"
            body = json.dumps(body)
        connection.request(method, "/v1" + path, body=body, headers=sent)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        if answer.status != expect:
            sys.exit(f"{method} {path} answered {answer.status} instead of {expect}: {content[:200]!r}")
        return json.loads(content) if content else None

    def login(self, username):
        pair = self.call("POST", "/login", {"username": username, "password": username + PASSWORD_SUFFIX})
        self.token = pair["access_token"]
        return pair


def customers():
    alice = Actor("127.0.0.21")
    pair = alice.login("alice")
    me = USERS["alice"]["id"]
    alice.call("GET", f"/users/{me}")
    alice.call("GET", "/accounts?limit=20")
    alice.call("GET", "/accounts/1001")
    alice.call("GET", "/accounts/1001/balance")
    alice.call("GET", "/accounts/1001/transactions?from=2026-01-01&limit=10")
    alice.call("GET", f"/cards/{stable_uuid('cards', 'alice')}")
    alice.call("PATCH", f"/users/{me}", {"name": "Alice Abara-Olsen"})
    transfer = {"from_account": 1001, "to_account": 1006, "amount": 12500, "currency": "EUR", "memo": "Rent"}
    key = {"Idempotency-Key": stable_uuid("keys", "rent")}
    created = alice.call("POST", "/transfers", transfer, 201, key)
    alice.call("POST", "/transfers", transfer, 201, key)  # a repetition moves nothing
    alice.call("GET", f"/transfers/{created['id']}")
    alice.call("POST", "/transfers", transfer, 400)
    alice.call("GET", f"/transfers/{stable_uuid('transfers', 'unknown')}", expect=404)
    alice.call("POST", "/token/refresh", {"refresh_token": pair["refresh_token"]})

    # The same customer from two addresses of one network: no reason to worry.
    bob = Actor("127.0.0.22")
    bob.login("bob")
    bob.call("GET", "/accounts")
    bob.address = "127.0.0.23"
    bob.call("GET", "/accounts/1002/balance")
    payment = {
        "account_id": 1002, "amount": 8990, "currency": "EUR", "creditor": "Northwind Paper",
        "iban": "DE00FAKE00000000000000", "reference": "Invoice 2041", "labels": ["office"],
    }
    sent = bob.call("POST", "/payments", payment, 201)
    bob.call("GET", f"/payments/{sent['id']}")
    bob.call("POST", "/payments", payment, 409)  # no such status in the description
    bob.call("POST", "/payments/batch", {
        "batch_id": stable_uuid("batches", "bob"), "account_id": 1002,
        "payments": [{"amount": 1900, "currency": "EUR", "creditor": "Contoso", "iban": "DE00FAKE00000000000001"}],
    }, 202)
    bob.call("GET", "/accounts/1002/statement")  # deprecated, still used

    # A handful of neighbouring accounts is ordinary, and so is a phone that leaves the house.
    dave = Actor("127.0.0.24")
    dave.login("dave")
    for number in range(1004, 1009):
        dave.call("GET", f"/accounts/{number}")
    dave.address = "127.0.9.24"
    dave.call("POST", "/accounts", {"currency": "EUR", "kind": "savings", "label": "Holidays"}, 201)
    dave.call("GET", "/users?limit=5", expect=403)
    dave.call("POST", "/logout", expect=204)
    dave.call("GET", "/accounts", expect=401)

    # Thirty accounts in a row are not.
    carol = Actor("127.0.0.31", agent="python-requests/2.31")
    carol.login("carol")
    for number in range(1001, 1031):
        carol.call("GET", f"/accounts/{number}")
    carol.call("GET", "/accounts/1003/transactions?from=yesterday", expect=500)  # answers with a stack trace
    carol.call("GET", "/accounts/9999", expect=404)


def partners():
    rates = Actor("127.0.0.71", agent="partner-sync/1.9")
    rates.call("GET", "/fx/rates?base=EUR", headers={"X-Ledger-Key": PARTNER_KEY})
    rates.call("GET", "/fx/rates?base=XXX", headers={"X-Ledger-Key": PARTNER_KEY}, expect=400)
    books = Actor("127.0.0.72", agent="bookkeeper/7.0")
    books.call("GET", f"/export/transactions?day=2026-01-15&api_key={EXPORT_KEY}")  # a key in the URL

    terminal = Actor("127.0.0.61", token_of("terminal7"), "ledgerline-terminal/2.8", TERMINAL, https=False)
    for number in (1005, 1010):
        terminal.call("GET", f"/accounts/{number}/balance")  # in clear text
    modern = Actor("127.0.0.62", token_of("terminal7"), "ledgerline-terminal/3.1", TERMINAL)
    modern.call("GET", "/accounts/1005/balance")


def administrators():
    olga = Actor("127.0.0.10", agent="ledgerline-admin/1.1")
    olga.login("olga")
    olga.call("GET", "/users?limit=20")
    olga.call("POST", "/users", {"name": "Erin Eze", "email": "erin@customers.example",
                                 "password": "fake-password-of-erin"}, 201)
    olga.call("PUT", f"/users/{USERS['dave']['id']}/roles", {"roles": ["customer", "auditor"]})
    Actor("127.0.0.10", agent="ledgerline-admin/1.1").call("GET", "/audit/events?page_size=10")
    Actor("127.0.0.10", agent="curl/7.88.1").call("GET", "/internal/config")  # described nowhere

    # An administrator from outside the office.
    viktor = Actor("127.0.9.40", agent="ledgerline-admin/1.1")
    viktor.login("viktor")
    viktor.call("PUT", f"/users/{USERS['viktor']['id']}/roles", {"roles": ["administrator", "auditor"]})


def strangers():
    # Somebody has Alice's token.
    thief = Actor("127.0.9.77", token_of("alice"), "curl/7.88.1")
    thief.call("GET", "/accounts")
    thief.call("GET", "/accounts/1001/balance")

    scanner = Actor("127.0.9.200", agent="Mozilla/5.0 zgrab/0.x")
    for path in ("/.env", "/admin.php", "/actuator/health"):
        scanner.call("GET", path, expect=404)
    scanner.call("GET", "/accounts", expect=401)
    scanner.call("GET", "/users", expect=401)
    for _ in range(4):
        scanner.call("POST", "/login", {"username": "root", "password": "fake-guess-0001"}, 401)
    scanner.call("POST", "/login", {"username": "root", "password": "fake-guess-0001"}, 429)
    scanner.call("POST", "/login", {"username": "root"}, 400)


if __name__ == "__main__":
    Actor.port = int(sys.argv[1])
    Actor.tls = ssl.create_default_context(cafile=sys.argv[2])
    monitor = Actor("127.0.0.2", agent="monitor/1.0")
    monitor.call("GET", "/health")
    customers()
    partners()
    administrators()
    strangers()
    monitor.call("GET", "/health")
