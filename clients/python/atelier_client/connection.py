"""HTTP with a server: one connection a thread, JSON in and out, problems as exceptions."""

import http.client
import json
import os
import socket
import ssl
import threading
import urllib.parse

BASE = "/api/v1"


class ServerError(Exception):
    """The server refused, or could not be asked.

    ``code`` is stable (``ATL####``; empty: nothing answered), ``status`` is HTTP's (0: nothing answered),
    ``again`` says whether the same request may be taken later.
    """

    def __init__(self, status, code, message, remedy=None):
        super().__init__(f"{code}: {message}" if code else message)
        self.status = status
        self.code = code
        self.message = message
        self.remedy = remedy
        self.again = status == 0 or status in (408, 429) or status >= 500


class Connection:
    """Safe from many threads: each has a connection of its own, which stays open."""

    def __init__(self, url=None, token=None, timeout=60.0):
        url = url or os.environ.get("ATELIER_SERVER") or "http://127.0.0.1:8470"
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username:
            raise ValueError(f"{url!r} is no address of a server; one is written http://127.0.0.1:8470")
        self.url = url.rstrip("/")
        self._parts = parts
        self._token = token if token is not None else os.environ.get("ATELIER_TOKEN")
        self._timeout = timeout
        self._local = threading.local()
        self._open = set()
        self._aborted = False
        self._lock = threading.Lock()

    def request(self, method, path, body=None, headers=None, content=None, content_type=None):
        """Sends JSON (``body``) or bytes (``content``: bytes or a file object); gives the open response of a success."""
        sent = {"Accept": "application/json", "User-Agent": "atelier-python"}
        if self._token:
            sent["Authorization"] = f"Bearer {self._token}"
        if body is not None:
            content = json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8")
            content_type = "application/json"
        if content_type:
            sent["Content-Type"] = content_type
        sent.update(headers or {})
        if hasattr(content, "seek"):
            size = content.seek(0, os.SEEK_END)
            content.seek(0)
            sent["Content-Length"] = str(size)
        response = self._send(method, self._parts.path.rstrip("/") + BASE + path, content, sent)
        if 200 <= response.status < 300:
            return response
        raise _problem(response)

    def ask(self, method, path, body=None, headers=None):
        """Sends JSON and reads JSON; None: the answer is empty."""
        response = self.request(method, path, body, headers)
        try:
            text = response.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerError(0, "", f"{self.url} broke off: {error}") from error
        return json.loads(text) if text else None

    def abort(self):
        """Breaks off what any thread is asking at the moment, for good."""
        with self._lock:
            self._aborted = True
            connections = list(self._open)
        for connection in connections:
            try:
                if connection.sock is not None:
                    connection.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        """Closes this thread's connection."""
        connection = getattr(self._local, "connection", None)
        self._local.connection = None
        if connection is not None:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _send(self, method, path, content, headers):
        # A connection that was kept may have been closed by the server in the meantime: that costs one more try, where no byte of an answer came.
        for fresh in (False, True):
            connection = getattr(self._local, "connection", None)
            if self._aborted:
                raise ServerError(0, "", "broken off")
            kept = connection is not None and not fresh
            if not kept:
                self.close()
                connection = self._connect()
                self._local.connection = connection
                with self._lock:
                    self._open.add(connection)
            try:
                if hasattr(content, "seek"):
                    content.seek(0)
                connection.request(method, path, body=content, headers=headers)
                return connection.getresponse()
            except (http.client.RemoteDisconnected, BrokenPipeError, ConnectionResetError, http.client.CannotSendRequest, http.client.ResponseNotReady) as error:
                self.close()
                if not kept:
                    raise ServerError(0, "", f"{self.url} broke off: {error}") from error
            except (OSError, http.client.HTTPException) as error:
                self.close()
                raise ServerError(0, "", f"{self.url} cannot be asked: {error}") from error
        raise ServerError(0, "", f"{self.url} cannot be asked")

    def _connect(self):
        if self._parts.scheme == "https":
            return http.client.HTTPSConnection(self._parts.hostname, self._parts.port, timeout=self._timeout, context=ssl.create_default_context())
        return http.client.HTTPConnection(self._parts.hostname, self._parts.port, timeout=self._timeout)


def _problem(response):
    text = response.read()
    try:
        problem = json.loads(text)
    except ValueError:
        problem = {}
    if not isinstance(problem, dict):
        problem = {}
    detail = problem.get("detail") or problem.get("title") or f"the server answered with status {response.status}"
    mistakes = [f"{mistake.get('file') or ''}:{mistake.get('line') or ''} {mistake.get('message')}" for mistake in problem.get("errors") or []]
    return ServerError(response.status, problem.get("code") or "", "\n".join([detail, *mistakes]), problem.get("remedy"))
