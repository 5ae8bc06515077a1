"""Counts the words of the text in the variable TEXT; what it writes to ATELIER_RESULT becomes the step's output."""

import json
import os

words = os.environ["TEXT"].split()
with open(os.environ["ATELIER_RESULT"], "w", encoding="utf-8") as result:
    json.dump({"count": len(words), "longest": max(words, key=len)}, result)
