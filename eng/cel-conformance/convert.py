"""Makes tests/Atelier.Language.Tests/Cel/conformance.jsonl from the public conformance cases of the Common Expression Language.

    python3 eng/cel-conformance/convert.py PATH_TO_CEL_SPEC > tests/Atelier.Language.Tests/Cel/conformance.jsonl

PATH_TO_CEL_SPEC is a checkout of https://github.com/google/cel-spec (Apache License 2.0). Cases that need protobuf messages or
enums are left out; how many is told on stderr.
"""

import base64
import collections
import datetime
import json
import pathlib
import re
import sys

import textproto

LEFT_OUT_FILES = {"proto2_ext", "unknowns"}
MESSAGE_WORDS = re.compile(
    r"TestAllTypes|NestedEnum|GlobalEnum|NestedMessage|proto2|proto3|TestRequired"
    r"|google\.protobuf\.(?!Timestamp\b(?!\s*\{)|Duration\b(?!\s*\{))"
)
STRINGS = re.compile(r"""[rRbB]{0,2}(\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.DOTALL)
BUILDS = re.compile(r"\b(?!in\s*\{)[A-Za-z_][A-Za-z0-9_.]*\s*\{")


class LeftOut(Exception):
    pass


def first(fields, name, default=None):
    return next((value for field, value in fields if field == name), default)


def text(value):
    return value.decode() if isinstance(value, bytes) else value


def double(word):
    lowered = word.lower()
    if lowered in ("nan", "-nan"):
        return "NaN"
    if lowered.lstrip("-") in ("inf", "infinity"):
        return "-Infinity" if lowered.startswith("-") else "Infinity"
    return float(word.rstrip("fF"))


def seconds_and_nanos(fields):
    return int(first(fields, "seconds", "0")), int(first(fields, "nanos", "0"))


def timestamp(fields):
    seconds, nanos = seconds_and_nanos(fields)
    days, rest = divmod(seconds, 86400)
    # Python's calendar starts at year 1, which is also the first a timestamp can have.
    date = datetime.date(1970, 1, 1) + datetime.timedelta(days=days)
    fraction = f".{nanos:09d}" if nanos else ""
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}T{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}{fraction}Z"


def duration(fields):
    seconds, nanos = seconds_and_nanos(fields)
    total = seconds * 10**9 + nanos
    whole, fraction = divmod(abs(total), 10**9)
    return f"{'-' if total < 0 else ''}{whole}{f'.{fraction:09d}' if fraction else ''}s"


def typed(fields):
    """A cel.expr.Value in the typed JSON of `expr --typed`."""
    if len(fields) != 1:
        raise LeftOut("a value of no kind")
    kind, value = fields[0]
    if kind == "null_value":
        return {"type": "null_type", "value": None}
    if kind == "bool_value":
        return {"type": "bool", "value": value == "true"}
    if kind == "int64_value":
        return {"type": "int", "value": str(int(value, 0))}
    if kind == "uint64_value":
        return {"type": "uint", "value": str(int(value, 0))}
    if kind == "double_value":
        return {"type": "double", "value": double(value)}
    if kind == "string_value":
        return {"type": "string", "value": text(value)}
    if kind == "bytes_value":
        return {"type": "bytes", "value": base64.b64encode(value).decode()}
    if kind == "type_value":
        return {"type": "type", "value": text(value)}
    if kind == "list_value":
        return {"type": "list", "value": [typed(item) for name, item in value if name == "values"]}
    if kind == "map_value":
        entries = [entry for name, entry in value if name == "entries"]
        return {"type": "map", "value": [[typed(first(entry, "key")), typed(first(entry, "value"))] for entry in entries]}
    if kind == "object_value" and len(value) == 1:
        name, content = value[0]
        if name.endswith("/google.protobuf.Timestamp]"):
            return {"type": "timestamp", "value": timestamp(content)}
        if name.endswith("/google.protobuf.Duration]"):
            return {"type": "duration", "value": duration(content)}
    raise LeftOut("a message or enum as a value")


def convert(file, section, test):
    expression = text(first(test, "expr"))
    if first(test, "check_only") == "true":
        raise LeftOut("only the type checker is asked")
    if MESSAGE_WORDS.search(expression) or MESSAGE_WORDS.search(text(first(test, "container", b""))) or BUILDS.search(STRINGS.sub("''", expression)):
        raise LeftOut("a message in the expression")
    case = {"file": file, "section": section, "test": text(first(test, "name")), "expr": expression}
    if first(test, "container"):
        case["container"] = text(first(test, "container"))
    variables = {}
    for _, binding in [field for field in test if field[0] == "bindings"]:
        value = first(first(binding, "value"), "value")
        if value is None:
            raise LeftOut("a binding of no value")
        variables[text(first(binding, "key"))] = typed(value)
    if variables:
        case["vars"] = variables
    expected = {name for name, _ in test} & {"value", "typed_result", "eval_error", "any_eval_errors", "unknown", "any_unknowns"}
    if expected & {"unknown", "any_unknowns"}:
        raise LeftOut("an unknown as a result")
    if expected & {"eval_error", "any_eval_errors"}:
        case["error"] = True
    elif "typed_result" in expected:
        if first(first(test, "typed_result"), "result") is None:
            raise LeftOut("only the type checker is asked")
        case["value"] = typed(first(first(test, "typed_result"), "result"))
    else:
        case["value"] = typed(first(test, "value")) if "value" in expected else {"type": "bool", "value": True}
    return case


def main():
    folder = pathlib.Path(sys.argv[1]) / "tests" / "simple" / "testdata"
    left_out = collections.Counter()
    kept = 0
    for path in sorted(folder.glob("*.textproto")):
        content = textproto.read(path.read_bytes())
        for _, section in [field for field in content if field[0] == "section"]:
            for _, test in [field for field in section if field[0] == "test"]:
                if path.stem in LEFT_OUT_FILES:
                    left_out[f"extension {path.stem}"] += 1
                    continue
                try:
                    case = convert(path.stem, text(first(section, "name")), test)
                    print(json.dumps(case, ensure_ascii=False, separators=(",", ":")))
                    kept += 1
                except LeftOut as reason:
                    left_out[str(reason)] += 1
    print(f"{kept} cases; left out: {dict(left_out)}", file=sys.stderr)


if __name__ == "__main__":
    main()
