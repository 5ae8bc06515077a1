"""Bytes by SHA-256, as they stand in inputs and outputs."""

import mimetypes
import os


class Artifact(dict):
    """``{"$artifact": "sha256:...", "mediaType": ..., "name": ..., "size": ...}``: put it into an output as it is."""

    @property
    def digest(self):
        return self["$artifact"]

    @property
    def media_type(self):
        return self.get("mediaType") or "application/octet-stream"

    @property
    def name(self):
        return self.get("name")

    @property
    def size(self):
        return self.get("size")

    @staticmethod
    def of(value):
        """The artifact in an input; a row of ``files.list`` is one too. Raises ValueError for anything else."""
        if isinstance(value, dict) and isinstance(value.get("$artifact"), str):
            return Artifact(value)
        raise ValueError(f"{value!r} is no artifact")


def media_type_of(path):
    """By the file's extension."""
    return mimetypes.guess_type(os.fspath(path))[0] or "application/octet-stream"
