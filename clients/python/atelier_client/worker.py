"""Runs steps of a server: claims them under leases, keeps the leases, says what became of them."""

import collections
import inspect
import json
import os
import queue
import shutil
import signal
import socket
import sys
import threading
import time
import traceback
import urllib.parse

from .artifacts import Artifact, media_type_of
from .connection import Connection, ServerError
from .results import Empty, Failure, Rejected

MOST = 256
SHORT = 0.05


class Cancelled(Exception):
    """Raised by ``Context.check`` when the task is to stop."""


class Context:
    """What a task sees besides its input."""

    def __init__(self, worker, step):
        self._worker = worker
        self._lock = threading.Lock()
        self._lines = []
        self._fraction = None
        self._text = None
        self._makers = []
        self._usage = []
        self._stop = threading.Event()
        self.lost = False
        self.lease = step["lease"]
        self.run = step["run"]
        self.workflow = step["workflow"]
        self.step = step["step"]
        self.key = step["key"]
        self.attempt = step["attempt"]
        self.idempotency_key = step["idempotency_key"]
        self.timeout = step["timeout_seconds"]

    @property
    def cancelled(self):
        """True: stop; what the task still comes to may not count."""
        return self._stop.is_set()

    def check(self):
        """Raises ``Cancelled`` when the task is to stop: call it between parts of long work."""
        if self._stop.is_set():
            raise Cancelled()

    def log(self, text, level="info"):
        """A line for the step's log; secrets of the input are masked by the server."""
        with self._lock:
            self._lines.append({"level": level, "text": str(text)})

    def progress(self, fraction=None, text=None):
        """How far it is, 0 to 1, and what it does."""
        with self._lock:
            self._fraction, self._text = fraction, text

    def made_by(self, maker):
        """Notes what made the result: a model and its version."""
        with self._lock:
            self._makers.append(str(maker))

    def usage(self, model, input_tokens=0, output_tokens=0, cost=None):
        """Notes what a call of a model cost."""
        with self._lock:
            self._usage.append({"model": model, "input_tokens": input_tokens, "output_tokens": output_tokens, "cost": cost})

    def open(self, artifact):
        """Opens the bytes of an artifact of the input for reading."""
        digest = urllib.parse.quote(Artifact.of(artifact).digest, safe="")
        return self._worker.connection.request("GET", f"/workers/leases/{urllib.parse.quote(self.lease)}/artifacts/{digest}")

    def read(self, artifact):
        """The bytes of an artifact of the input."""
        with self.open(artifact) as response:
            return response.read()

    def download(self, artifact, path):
        """Writes the bytes of an artifact of the input to a file."""
        with self.open(artifact) as response, open(path, "wb") as file:
            shutil.copyfileobj(response, file, 1 << 20)
        return path

    def write(self, content, name=None, media_type=None):
        """Keeps bytes on the server; gives the artifact to put into the output."""
        query = f"?name={urllib.parse.quote(name, safe='')}" if name else ""
        kind = media_type or (media_type_of(name) if name else "application/octet-stream")
        response = self._worker.connection.request("POST", f"/workers/artifacts{query}", content=content, content_type=kind)
        kept = json.loads(response.read())
        return Artifact({"$artifact": kept["digest"], "mediaType": kept["media_type"], "name": kept["name"], "size": kept["size"]})

    def upload(self, path, media_type=None):
        """Keeps a file on the server; gives the artifact to put into the output."""
        with open(path, "rb") as file:
            return self.write(file, os.path.basename(os.fspath(path)), media_type or media_type_of(path))

    def _stop_now(self, lost=False):
        self.lost = self.lost or lost
        self._stop.set()

    def _take_lines(self):
        with self._lock:
            taken, self._lines = self._lines[:MOST], self._lines[MOST:]
        return taken or None

    def _beat(self):
        lines = self._take_lines()
        with self._lock:
            text, self._text = self._text, None
            return {"lease": self.lease, "progress": self._fraction, "message": text, "log": lines}

    def _notes(self):
        with self._lock:
            return {"made_by": ", ".join(dict.fromkeys(self._makers)) or None, "usage": self._usage or None}


class Worker:
    """A worker for tasks of ``worker.task``.

    ``url`` and ``token`` default to ``ATELIER_SERVER`` and ``ATELIER_TOKEN``. ``slots``: tasks at once, each in a thread.
    ``grace``: seconds that running tasks get when the worker is told to end.
    """

    def __init__(self, url=None, token=None, queues=("cpu",), slots=4, name=None, lease_seconds=30, wait_seconds=20, grace=10.0, log=None):
        self.connection = Connection(url, token)
        self._claims = Connection(url, token)
        self.name = name or f"{socket.gethostname()}-{os.getpid()}"
        self.queues = [queues] if isinstance(queues, str) else list(queues)
        self.slots = slots
        self._lease_seconds = lease_seconds
        self._wait_seconds = wait_seconds
        self._grace = grace
        self._say = log or (lambda text: print(f"{self.name}: {text}", file=sys.stderr, flush=True))
        self._tasks = {}
        self._lock = threading.Lock()
        self._room = threading.Condition(self._lock)
        self._held = {}
        self._waiting = collections.deque()
        self._running = 0
        self._seconds = None
        self._stopping = threading.Event()
        self._ended = threading.Event()
        self._fault = None
        self._completed = queue.Queue()

    def task(self, name):
        """Decorator: ``@worker.task("caption")`` above ``def caption(input, context)``; ``context`` may be left out."""

        def register(function):
            takes_context = len(inspect.signature(function).parameters) > 1
            self._tasks[name] = function if takes_context else (lambda given, _: function(given))
            return function

        return register

    def stop(self):
        """Ends ``run``: what runs gets its grace, the rest is handed back."""
        self._stopping.set()
        self._claims.abort()
        with self._room:
            self._room.notify_all()

    def run(self):
        """Works until ``stop``, Ctrl-C or a request to end. Raises ServerError when the server does not take this worker."""
        if not self._tasks:
            raise ValueError("the worker has no tasks: put @worker.task(\"name\") above a function")
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, lambda *_: threading.Thread(target=self.stop).start())
        threads = [threading.Thread(target=work, name=f"{self.name} {work.__name__}", daemon=True) for work in (self._claim, self._complete, self._beat)]
        for thread in threads:
            thread.start()
        self._say(f"serves {', '.join(self.queues)} with {', '.join(self._tasks)}: {self.slots} slots on {self.connection.url}")
        while not self._stopping.wait(0.5):
            pass
        self._finish()
        self._completed.put(None)
        threads[1].join()
        self._ended.set()
        if self._fault is not None:
            raise self._fault

    def _claim(self):
        delay = 0.2
        failing = False
        while not self._stopping.is_set():
            room = self._wait_for_room()
            if room == 0:
                return
            try:
                claimed = self._claims.ask(
                    "POST",
                    "/workers/claim",
                    {
                        "worker": self.name,
                        "queues": self.queues,
                        "actions": [],
                        "tasks": list(self._tasks),
                        "slots": self.slots,
                        "max": room,
                        "wait_seconds": self._wait_seconds,
                        "lease_seconds": self._lease_seconds,
                    },
                )
            except ServerError as error:
                if self._stopping.is_set():
                    return
                if not error.again:
                    self._fault = error
                    self.stop()
                    return
                if not failing:
                    self._say(f"{error}; trying on")
                failing = True
                self._stopping.wait(delay)
                delay = min(delay * 2, 10.0)
                continue
            if failing:
                self._say("the server answers again")
            failing, delay = False, 0.2
            self._take(claimed["steps"])

    def _wait_for_room(self):
        with self._room:
            while not self._stopping.is_set():
                # While tasks are short half of what is held may run out before there is more: few requests, each for many.
                ahead = self._seconds is not None and self._seconds < SHORT
                room = (2 * self.slots if ahead else self.slots) - len(self._held)
                if room >= (self.slots if ahead else 1):
                    return min(room, MOST)
                self._room.wait(1.0)
        return 0

    def _take(self, steps):
        with self._lock:
            for step in steps:
                context = Context(self, step)
                self._held[context.lease] = context
                self._waiting.append((step, context))
        self._start_next()

    def _start_next(self):
        while True:
            with self._lock:
                if self._stopping.is_set() or self._running >= self.slots or not self._waiting:
                    return
                self._running += 1
                step, context = self._waiting.popleft()
            threading.Thread(target=self._work, args=(step, context), name=f"{self.name} {step['task']}", daemon=True).start()

    def _work(self, step, context):
        # A thread goes on with what waits: starting one costs more than many a task.
        while True:
            started = time.monotonic()
            completed = self._run_task(step, context)
            took = time.monotonic() - started
            self._completed.put((context, completed))
            with self._lock:
                self._seconds = took if self._seconds is None else 0.9 * self._seconds + 0.1 * took
                if self._stopping.is_set() or not self._waiting:
                    self._running -= 1
                    return
                step, context = self._waiting.popleft()

    def _run_task(self, step, context):
        completed = {"lease": context.lease}
        timer = None
        if context.timeout:
            timer = threading.Timer(context.timeout, context._stop_now)
            timer.daemon = True
            timer.start()
        try:
            output = self._tasks[step["task"]](step["input"].get("input"), context)
            if isinstance(output, Rejected):
                completed.update(outcome="rejected", reason=output.reason)
            elif isinstance(output, Empty):
                completed.update(outcome="empty", output=output.output)
            else:
                completed.update(outcome="succeeded", output=output)
        except Cancelled:
            completed.update(outcome="returned", begun=True) if self._stopping.is_set() else completed.update(outcome="cancelled")
        except Failure as failure:
            completed.update(
                outcome="failed",
                failure={
                    "kind": failure.kind,
                    "code": failure.code,
                    "message": failure.message,
                    "detail": failure.detail,
                    "retry_after_seconds": failure.retry_after,
                    "endpoint": failure.endpoint,
                    "effect": failure.effect,
                },
            )
        except Exception as error:  # pylint: disable=broad-except
            again = isinstance(error, ServerError) and error.again
            completed.update(
                outcome="failed",
                failure={"kind": "transient" if again else "permanent", "code": "TASK_ERROR", "message": f"task `{step['task']}`: {type(error).__name__}: {error}", "detail": traceback.format_exc(limit=-3)},
            )
        finally:
            if timer is not None:
                timer.cancel()
        completed.update(context._notes())
        completed["log"] = context._take_lines()
        return completed

    def _complete(self):
        while True:
            group = [self._completed.get()]
            while len(group) < MOST:
                try:
                    group.append(self._completed.get_nowait())
                except queue.Empty:
                    break
            last = None in group
            said = [entry for entry in group if entry is not None]
            if said:
                self._say_completed([entry for entry in said if not entry[0].lost])
                with self._room:
                    for context, _ in said:
                        self._held.pop(context.lease, None)
                    self._room.notify_all()
                self._start_next()
            if last:
                return

    def _say_completed(self, group):
        if not group:
            return
        request = {"worker": self.name, "steps": [completed for _, completed in group]}
        started, delay = time.monotonic(), 0.2
        while True:
            try:
                answer = self.connection.ask("POST", "/workers/complete", request)
            except (ServerError, ValueError, TypeError) as error:
                if isinstance(error, ServerError) and error.again and time.monotonic() - started < self._lease_seconds:
                    time.sleep(delay)
                    delay = min(delay * 2, 5.0)
                    continue
                if len(group) > 1:
                    # One that cannot be sent must not take the others with it.
                    for entry in group:
                        self._say_completed([entry])
                    return
                self._say(f"{group[0][0].lease} was not taken: {error}")
                self._say_unsendable(group[0][0], error)
                return
            for state in answer["steps"]:
                if not state["accepted"]:
                    self._say(f"lease {state['lease']}: {state['message']}")
            return

    def _say_unsendable(self, context, error):
        if isinstance(error, ServerError) and error.status in (0, 401, 403):
            return
        failure = {"kind": "permanent", "code": "TASK_OUTPUT", "message": f"what the task came to cannot be sent: {error}"}
        try:
            self.connection.ask("POST", "/workers/complete", {"worker": self.name, "steps": [{"lease": context.lease, "outcome": "failed", "failure": failure}]})
        except ServerError:
            pass

    def _beat(self):
        while not self._ended.wait(self._lease_seconds / 3):
            with self._lock:
                held = list(self._held.values())[:MOST]
            if not held:
                continue
            try:
                answer = self.connection.ask("POST", "/workers/heartbeat", {"worker": self.name, "leases": [context._beat() for context in held]})
            except ServerError:
                continue  # The claims tell people; the next beat may still come in time.
            for context, state in zip(held, answer["leases"]):
                if state["state"] != "held":
                    context._stop_now(lost=state["state"] == "lost")

    def _finish(self):
        with self._lock:
            back = [context for _, context in self._waiting]
            self._waiting.clear()
        for context in back:
            self._completed.put((context, {"lease": context.lease, "outcome": "returned"}))
        until = time.monotonic() + self._grace
        while self._busy() and time.monotonic() < until:
            time.sleep(0.05)
        with self._lock:
            held = list(self._held.values())
        for context in held:
            context._stop_now()
        until = time.monotonic() + 2.0
        while self._busy() and time.monotonic() < until:
            time.sleep(0.05)

    def _busy(self):
        with self._lock:
            return self._running > 0
