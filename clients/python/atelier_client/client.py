"""Starting runs and reading what they came to."""

import time
import urllib.parse

from .connection import Connection


class Client:
    """``Client("http://127.0.0.1:8470", token)``; without arguments ``ATELIER_SERVER`` and ``ATELIER_TOKEN`` say where and who."""

    def __init__(self, url=None, token=None, timeout=60.0):
        self._connection = Connection(url, token, timeout)

    def register(self, text):
        """Registers a workflow by its text; gives its name and digest."""
        version = self._connection.ask("POST", "/workflows", {"sources": {"": text}})
        return version["name"], version["digest"]

    def start(self, workflow, inputs=None, key=None, options=None, version=None):
        """Starts a run of a version (its digest), or of the newest, and gives its id. The same ``key`` never starts two."""
        headers = {"Idempotency-Key": key} if key else None
        body = {"workflow": workflow, "version": version, "inputs": inputs}
        if options:
            body["options"] = options
        return self._connection.ask("POST", "/runs", body, headers)["run"]

    def run(self, run):
        """All about a run."""
        return self._connection.ask("GET", f"/runs/{_segment(run)}")

    def wait(self, run, timeout=None, poll=0.2):
        """Waits for the end of a run; gives what ``run`` gives. Raises TimeoutError."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            seen = self.run(run)
            if seen["summary"]["ended"]:
                return seen
            if until is not None and time.monotonic() > until:
                raise TimeoutError(f"{run} has not ended within {timeout} s")
            time.sleep(poll)
            poll = min(poll * 1.5, 2.0)

    def cancel(self, run):
        """Asks a run to stop; False: it has ended."""
        return self._connection.ask("POST", f"/runs/{_segment(run)}/cancel")["done"]

    def signal(self, run, name, payload=None, key=None, id=None):
        """Sends a message to a waiting step."""
        return self._connection.ask("POST", f"/runs/{_segment(run)}/signals", {"name": name, "key": key, "id": id, "payload": payload})["done"]

    def blocks(self, run):
        """The ``for_each`` blocks of a run."""
        return list(self._pages(f"/runs/{_segment(run)}/blocks"))

    def items(self, run, block, outcome=None):
        """The items of a block, page by page."""
        query = f"?outcome={urllib.parse.quote(outcome)}" if outcome else ""
        return self._pages(f"/runs/{_segment(run)}/blocks/{block}/items{query}")

    def workers(self):
        """Workers that the server has heard of lately."""
        return list(self._pages("/workers"))

    def artifact(self, digest):
        """The bytes of an artifact."""
        return self._connection.request("GET", f"/artifacts/{_segment(digest)}").read()

    def close(self):
        self._connection.close()

    def _pages(self, path):
        after = None
        while True:
            separator = "&" if "?" in path else "?"
            page = self._connection.ask("GET", path if after is None else f"{path}{separator}after={urllib.parse.quote(str(after))}")
            yield from page["items"]
            after = page.get("next")
            if after is None:
                return


def _segment(text):
    return urllib.parse.quote(str(text), safe="")


