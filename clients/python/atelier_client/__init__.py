"""A client of an Atelier server: start runs, and run their steps as a worker. Standard library only."""

from .artifacts import Artifact
from .client import Client
from .connection import ServerError
from .results import Empty, Failure, Permanent, Rejected, Transient, Unavailable
from .worker import Context, Cancelled, Worker

__all__ = [
    "Artifact",
    "Cancelled",
    "Client",
    "Context",
    "Empty",
    "Failure",
    "Permanent",
    "Rejected",
    "ServerError",
    "Transient",
    "Unavailable",
    "Worker",
]
