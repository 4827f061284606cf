"""Addon for mitmdump (8.1): writes what passes as HAR 1.2 and as Writ's newline-delimited exchange format.

HAR has no place for the address of the client; the exchange format has. Options: `ledgerline_har`, `ledgerline_exchanges`.
"""

import json
from datetime import datetime, timezone
from urllib.parse import parse_qsl

from mitmproxy import ctx


def pairs(fields):
    return [{"name": name.decode("latin-1"), "value": value.decode("latin-1")} for name, value in fields]


def milliseconds(begin, end):
    return round(max(0.0, end - begin) * 1000, 3)


class Recorder:
    def __init__(self):
        self.entries = []
        self.lines = []

    def load(self, loader):
        loader.add_option("ledgerline_har", str, "", "Where the HAR file goes")
        loader.add_option("ledgerline_exchanges", str, "", "Where the exchanges go")

    def response(self, flow):
        request, response = flow.request, flow.response
        scheme = "https" if flow.client_conn.tls_established else "http"
        host = request.host_header or request.host
        path, _, query = request.path.partition("?")
        begin, end = request.timestamp_start, response.timestamp_end
        sent, answered = request.get_text(strict=False) or "", response.get_text(strict=False) or ""
        kind = response.headers.get("content-type", "")

        exchange = {
            "id": f"ex-{len(self.lines) + 1:04}",
            "ts": int(begin * 1000),
            "client_ip": flow.client_conn.peername[0],
            "request": {"method": request.method, "scheme": scheme, "host": host, "path": path},
            "response": {"status": response.status_code, "headers": pairs(response.headers.fields)},
            "time_ms": milliseconds(begin, end),
        }
        if query:
            exchange["request"]["query"] = query
        exchange["request"]["headers"] = pairs(request.headers.fields)
        if sent:
            exchange["request"]["body"] = sent
        if answered:
            exchange["response"]["content"] = {"mimeType": kind, "size": len(response.content), "text": answered}
        self.lines.append(exchange)

        entry = {
            "startedDateTime": datetime.fromtimestamp(begin, timezone.utc).isoformat(timespec="milliseconds")
            .replace("+00:00", "Z"),
            "time": milliseconds(begin, end),
            "request": {
                "method": request.method,
                "url": f"{scheme}://{host}{request.path}",
                "httpVersion": request.http_version,
                "cookies": [],
                "headers": pairs(request.headers.fields),
                "queryString": [{"name": n, "value": v} for n, v in parse_qsl(query, keep_blank_values=True)],
                "headersSize": -1,
                "bodySize": len(request.content or b""),
            },
            "response": {
                "status": response.status_code,
                "statusText": response.reason,
                "httpVersion": response.http_version,
                "cookies": [],
                "headers": pairs(response.headers.fields),
                "content": {"size": len(response.content or b""), "mimeType": kind},
                "redirectURL": "",
                "headersSize": -1,
                "bodySize": len(response.content or b""),
            },
            "cache": {},
            "timings": {
                "send": milliseconds(begin, request.timestamp_end),
                "wait": milliseconds(request.timestamp_end, response.timestamp_start),
                "receive": milliseconds(response.timestamp_start, end),
            },
            "serverIPAddress": "127.0.0.1",
        }
        if sent:
            entry["request"]["postData"] = {"mimeType": request.headers.get("content-type", ""), "text": sent}
        if answered:
            entry["response"]["content"]["text"] = answered
        self.entries.append(entry)

    def done(self):
        if ctx.options.ledgerline_har:
            log = {"version": "1.2", "creator": {"name": "ledgerline recorder", "version": "1.0"}, "entries": self.entries}
            with open(ctx.options.ledgerline_har, "w", encoding="utf-8") as out:
                json.dump({"log": log}, out, indent=1, ensure_ascii=False)
                out.write("\n")
        if ctx.options.ledgerline_exchanges:
            with open(ctx.options.ledgerline_exchanges, "w", encoding="utf-8") as out:
                for line in self.lines:
                    out.write(json.dumps(line, separators=(",", ":"), ensure_ascii=False) + "\n")


addons = [Recorder()]
