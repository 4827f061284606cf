"""A small ledger service for the sample project: standard library only, in memory, and the same answers in every run.

It has the faults that README.md lists, on purpose; never copy it. Run as `python3 server.py PORT`; it listens on loopback only.
"""

import hashlib
import json
import os
import re
import sys
import traceback
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

DEPLOYED_AT = "/srv/ledgerline"  # traces show this folder, not the one that the service happens to run in


def digest(text, length):
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def token_of(username, purpose="access"):
    """Looks like an opaque token and says that it is none. The same user always gets the same one."""
    return f"llt_FAKE_{purpose}_{username}_{digest(purpose + '/' + username, 24)}"


def stable_uuid(kind, name):
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"https://api.ledgerline.example/{kind}/{name}"))


def user(username, name, roles):
    return {
        "id": "usr_" + digest("user/" + username, 12),
        "name": name,
        "email": f"{username}@customers.example",
        "roles": roles,
        "status": "active",
    }


PASSWORD_SUFFIX = "-fake-password"
PARTNER_KEY = "llk_FAKE_partner_" + digest("partner", 24)
EXPORT_KEY = "llk_FAKE_export_" + digest("export", 24)

USERS = {
    "alice": user("alice", "Alice Abara", ["customer"]),
    "bob": user("bob", "Bob Brandt", ["customer"]),
    "carol": user("carol", "Carol Conti", ["customer"]),
    "dave": user("dave", "Dave Dlamini", ["customer"]),
    "terminal7": user("terminal7", "Terminal 7", ["terminal"]),
    "olga": user("olga", "Olga Orlova", ["administrator"]),
    "viktor": user("viktor", "Viktor Vance", ["administrator"]),
}
# One after the other: whoever knows one number knows the next.
ACCOUNTS = {
    1001 + n: {
        "id": 1001 + n,
        "owner": USERS[owner]["id"],
        "currency": "EUR",
        "kind": "savings" if n % 3 == 2 else "current",
        "label": f"{owner} {n + 1}",
    }
    for n, owner in enumerate((["alice", "bob", "carol", "dave", "terminal7"] * 7)[:34])
}


class Problem(Exception):
    def __init__(self, status, title, detail=None):
        super().__init__(title)
        self.status, self.title, self.detail = status, title, detail


class Ledger:
    """What the service remembers between requests."""

    def __init__(self):
        self.withdrawn = set()
        self.failed_logins = {}
        self.transfers = {}
        self.transfer_of_key = {}
        self.payments = {}
        self.events = [{"sequence": 1, "actor": "system", "action": "started"}]

    def note(self, actor, action):
        self.events.append({"sequence": len(self.events) + 1, "actor": actor, "action": action})


LEDGER = Ledger()


# --- who is asking ---------------------------------------------------------------------------------------------------

def caller(request):
    value = request.headers.get("Authorization", "")
    for name, known in USERS.items():
        if value == "Bearer " + token_of(name) and name not in LEDGER.withdrawn:
            return name, known
    raise Problem(401, "No valid token")


def administrator(request):
    name, known = caller(request)
    if "administrator" not in known["roles"]:
        raise Problem(403, "Only for administrators")
    return name, known


def account(number):
    """Fault: answers for every account, whoever asks."""
    found = ACCOUNTS.get(int(number))
    if found is None:
        raise Problem(404, "No such account")
    return found


def user_by_id(user_id):
    for known in USERS.values():
        if known["id"] == user_id:
            return known
    raise Problem(404, "No such user")


def page_of(request, items):
    return {"items": items[: int(request.query.get("limit", "20"))]}


# --- operations ------------------------------------------------------------------------------------------------------

def health(request):
    return 200, {"status": "ok"}


def login(request):
    body = request.json("username", "password")
    name = body["username"]
    if LEDGER.failed_logins.get(name, 0) >= 4:
        raise Problem(429, "Too many attempts")
    if name not in USERS or body["password"] != name + PASSWORD_SUFFIX:
        LEDGER.failed_logins[name] = LEDGER.failed_logins.get(name, 0) + 1
        raise Problem(401, "Name or password is wrong")
    LEDGER.note(USERS[name]["id"], "login")
    return 200, token_pair(name)


def token_pair(name):
    return {
        "access_token": token_of(name),
        "refresh_token": token_of(name, "refresh"),
        "token_type": "Bearer",
        "expires_in": 3600,
    }


def refresh(request):
    presented = request.json("refresh_token")["refresh_token"]
    for name in USERS:
        if presented == token_of(name, "refresh"):
            return 200, token_pair(name)
    raise Problem(401, "The refresh token is not known")


def logout(request):
    name, _ = caller(request)
    LEDGER.withdrawn.add(name)
    return 204, None


def list_users(request):
    administrator(request)
    # Fault: the hash of the password goes out with the record.
    records = [
        dict(known, password_hash="pbkdf2$FAKE$" + digest("hash/" + name, 40)) for name, known in USERS.items()
    ]
    return 200, page_of(request, records)


def create_user(request):
    name, _ = administrator(request)
    body = request.json("name", "email", "password")
    created = {
        "id": "usr_" + digest("user/" + body["email"], 12),
        "name": body["name"],
        "email": body["email"],
        "roles": ["customer"],
        "status": "invited",
    }
    LEDGER.note(USERS[name]["id"], "createUser")
    return 201, created


def get_user(request, user_id):
    _, known = caller(request)
    if known["id"] != user_id and "administrator" not in known["roles"]:
        raise Problem(403, "Not your record")
    return 200, user_by_id(user_id)


def update_user(request, user_id):
    _, known = caller(request)
    if known["id"] != user_id:
        raise Problem(403, "Not your record")
    return 200, dict(known, **request.json())


def set_roles(request, user_id):
    name, _ = administrator(request)
    LEDGER.note(USERS[name]["id"], "setUserRoles")
    return 200, dict(user_by_id(user_id), roles=request.json("roles")["roles"])


def list_accounts(request):
    _, known = caller(request)
    return 200, page_of(request, [a for a in ACCOUNTS.values() if a["owner"] == known["id"]])


def open_account(request):
    _, known = caller(request)
    body = request.json("currency", "kind", "label")
    return 201, {"id": 1900, "owner": known["id"], **body}


def get_account(request, number):
    caller(request)
    return 200, account(number)


def get_balance(request, number):
    caller(request)
    found = account(number)
    return 200, {
        "account_id": found["id"],
        "available": found["id"] * 731 % 500000,
        "pending": found["id"] * 37 % 9000,
        "currency": found["currency"],
    }


def transactions_of(number, first_day, count):
    return [
        {
            "id": stable_uuid("transactions", f"{number}/{n}"),
            "account_id": number,
            "amount": (n * 7919 + number) % 20000 - 10000,
            "currency": "EUR",
            "day": f"{first_day[:8]}{10 + n:02}",
            "text": f"Card payment {n + 1}",
        }
        for n in range(count)
    ]


def list_transactions(request, number):
    caller(request)
    found = account(number)
    # Fault: nothing checks that it is a date, and the trace of what follows reaches the caller.
    first_day = request.query.get("from", "2026-01-01")
    int(first_day[:4])
    return 200, page_of(request, transactions_of(found["id"], first_day, 4))


def get_statement(request, number):
    caller(request)
    found = account(number)
    return 200, {"account_id": found["id"], "month": "2026-01", "closing_balance": 48211, "currency": "EUR"}


def create_transfer(request):
    caller(request)
    key = request.headers.get("Idempotency-Key")
    if not key:
        raise Problem(400, "Idempotency-Key is missing")
    if key not in LEDGER.transfer_of_key:
        body = request.json("from_account", "to_account", "amount", "currency")
        if not 1 <= body["amount"] <= 1000000:
            raise Problem(400, "The amount is out of bounds")
        created = {"id": stable_uuid("transfers", key), **body, "state": "booked"}
        LEDGER.transfers[created["id"]] = LEDGER.transfer_of_key[key] = created
    return 201, LEDGER.transfer_of_key[key]


def get_transfer(request, transfer_id):
    caller(request)
    if transfer_id not in LEDGER.transfers:
        raise Problem(404, "No such transfer")
    return 200, LEDGER.transfers[transfer_id]


def create_payment(request):
    caller(request)
    body = request.json("account_id", "amount", "currency", "creditor", "iban")
    body.pop("labels", None)
    created = {"id": stable_uuid("payments", json.dumps(body, sort_keys=True)), **body, "state": "sent"}
    if created["id"] in LEDGER.payments:
        raise Problem(409, "The same payment was sent before")  # fault: 409 is not in the description
    LEDGER.payments[created["id"]] = created
    return 201, created


def create_batch(request):
    caller(request)
    body = request.json("batch_id", "account_id", "payments")
    return 202, {"batch_id": body["batch_id"], "accepted": len(body["payments"])}


def get_payment(request, payment_id):
    caller(request)
    if payment_id not in LEDGER.payments:
        raise Problem(404, "No such payment")
    return 200, LEDGER.payments[payment_id]


def get_card(request, card_id):
    name, _ = caller(request)
    if card_id != stable_uuid("cards", name):
        raise Problem(404, "No such card")
    # Fault: the whole number. It is the well-known test number, not a card.
    return 200, {
        "id": card_id,
        "account_id": 1001,
        "brand": "visa",
        "last4": "1111",
        "expires": "2029-08",
        "pan": "4111111111111111",
    }


def list_rates(request):
    if request.headers.get("X-Ledger-Key") != PARTNER_KEY:
        raise Problem(401, "No valid key")
    base = request.query.get("base", "")
    table = {"EUR": "1.0000", "USD": "1.0842", "GBP": "0.8571", "CHF": "0.9430"}
    if base not in table:
        raise Problem(400, "The base is not a known currency")
    return 200, {"base": base, "rates": [{"currency": c, "value": v} for c, v in table.items() if c != base]}


def export_transactions(request):
    if request.query.get("api_key") != EXPORT_KEY:
        raise Problem(401, "No valid key")
    return 200, {"items": transactions_of(1003, request.query["day"], 3)}


def audit_events(request):
    """Fault: asks for no credential, and for no end."""
    return 200, {"items": LEDGER.events[-int(request.query.get("page_size", "20")):]}


def internal_config(request):
    """Fault: left from the last incident; no description knows it."""
    return 200, {"build": "1.4.0-fake", "feature_flags": ["instant_payments"], "database": "ledger-db.internal.example"}


ACCOUNT = r"/accounts/([0-9]+)"
UUID = r"([0-9a-f-]{36})"
USER = r"/users/(usr_[0-9a-f]{12})"
ROUTES = [
    ("GET", r"/health", health),
    ("POST", r"/login", login),
    ("POST", r"/token/refresh", refresh),
    ("POST", r"/logout", logout),
    ("GET", r"/users", list_users),
    ("POST", r"/users", create_user),
    ("GET", USER, get_user),
    ("PATCH", USER, update_user),
    ("PUT", USER + r"/roles", set_roles),
    ("GET", r"/accounts", list_accounts),
    ("POST", r"/accounts", open_account),
    ("GET", ACCOUNT, get_account),
    ("GET", ACCOUNT + r"/balance", get_balance),
    ("GET", ACCOUNT + r"/transactions", list_transactions),
    ("GET", ACCOUNT + r"/statement", get_statement),
    ("POST", r"/transfers", create_transfer),
    ("GET", r"/transfers/" + UUID, get_transfer),
    ("POST", r"/payments", create_payment),
    ("POST", r"/payments/batch", create_batch),
    ("GET", r"/payments/" + UUID, get_payment),
    ("GET", r"/cards/" + UUID, get_card),
    ("GET", r"/fx/rates", list_rates),
    ("GET", r"/export/transactions", export_transactions),
    ("GET", r"/audit/events", audit_events),
    ("GET", r"/internal/config", internal_config),
]


# --- HTTP ------------------------------------------------------------------------------------------------------------

class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10
    max_body = 64 * 1024

    def json(self, *required):
        try:
            body = json.loads(self.body or b"null")
        except ValueError:
            body = None
        if not isinstance(body, dict) or any(name not in body for name in required):
            raise Problem(400, "The body is not valid")
        return body

    def answer_request(self):
        parts = urlsplit(self.path)
        self.query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        length = int(self.headers.get("Content-Length") or 0)
        if length > self.max_body:
            self.close_connection = True
            return self.reply(400, {"type": "about:blank", "title": "The body is too long", "status": 400})
        self.body = self.rfile.read(length)
        try:
            status, body = self.route(parts.path)
            self.reply(status, body)
        except Problem as problem:
            body = {"type": "about:blank", "title": problem.title, "status": problem.status}
            self.reply(problem.status, body)
        except Exception:
            trace = traceback.format_exc().replace(os.path.dirname(os.path.abspath(__file__)), DEPLOYED_AT)
            self.reply(500, {"type": "about:blank", "title": "Internal error", "status": 500, "detail": trace})

    def route(self, path):
        if path.startswith("/v1/"):
            for method, pattern, operation in ROUTES:
                found = re.fullmatch(pattern, path[3:])
                if found and method == self.command:
                    return operation(self, *found.groups())
        raise Problem(404, "No such resource")

    def reply(self, status, body):
        payload = b"" if body is None else json.dumps(body).encode()
        self.send_response_only(status)
        if body is not None:
            kind = "application/problem+json" if status >= 400 else "application/json"
            self.send_header("Content-Type", kind)
        if status == 429:
            self.send_header("Retry-After", "60")
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Strict-Transport-Security", "max-age=31536000")
        if status != 204:
            self.send_header("Content-Length", str(len(payload)))
        self.end_headers()
        self.wfile.write(payload)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer_request

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
