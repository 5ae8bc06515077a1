"""What a task may come to besides a value."""


class Empty:
    """Done, and there is rightly nothing: no face in the picture. Return it."""

    def __init__(self, output=None):
        self.output = output


class Rejected:
    """The item does not belong: it leaves its block without being a failure. Return it."""

    def __init__(self, reason):
        self.reason = str(reason)


class Failure(Exception):
    """Not done. Raise one of the kinds below.

    ``effect`` is ``"none"`` when nothing outside can have changed, else ``"unknown"``.
    """

    kind = "permanent"

    def __init__(self, message, code="WORKER", detail=None, retry_after=None, endpoint=None, effect="unknown"):
        super().__init__(message)
        self.message = str(message)
        self.code = code
        self.detail = detail
        self.retry_after = retry_after
        self.endpoint = endpoint
        self.effect = effect


class Permanent(Failure):
    """The same input will fail again: it is not tried again."""

    kind = "permanent"


class Transient(Failure):
    """May go away by itself: tried again by the step's policy, not before ``retry_after`` seconds."""

    kind = "transient"


class Unavailable(Failure):
    """Something outside is down: the step waits until ``endpoint`` answers again, and spends no attempt."""

    kind = "unavailable"
