"""Counts words of texts for the workflow beside this file. Start as many as you like, wherever Python runs:

    ATELIER_TOKEN=... python3 worker.py http://127.0.0.1:8470
"""

import collections
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "clients", "python"))

from atelier_client import Permanent, Worker  # noqa: E402

worker = Worker(url=sys.argv[1] if len(sys.argv) > 1 else None, queues=["python"], slots=2)


@worker.task("words")
def words(given, context):
    text = context.read(given["text"]).decode("utf-8")
    found = re.findall(r"[^\W\d_]+", text.lower())
    if not found:
        raise Permanent(f"{given['text']['name']} has no words", code="NO_WORDS", effect="none")
    context.log(f"{len(found)} words in {given['text']['name']}")
    counts = collections.Counter(found)
    table = "word,count\n" + "".join(f"{word},{count}\n" for word, count in counts.most_common())
    return {
        "words": len(found),
        "longest": sorted(counts, key=lambda word: (-len(word), word))[: given["longest"]],
        "table": context.write(table.encode("utf-8"), "words.csv", "text/csv"),
    }


if __name__ == "__main__":
    worker.run()
