"""Reads protobuf's text format without a schema: a message is a list of (field, value), a value a message, bytes, or a bare word."""

import re

TOKEN = re.compile(
    rb"""(?P<space>[\s]+|\#[^\n]*)|(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?P<any>\[[A-Za-z0-9_./-]+\](?=\s*[:{]))"""
    rb"""|(?P<word>[-+]?[A-Za-z0-9_.]+(?:[-+][0-9]+)?)|(?P<sign>[{}<>\[\]:,;-])""",
    re.DOTALL,
)
SIMPLE = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"a": b"\a", b"b": b"\b", b"f": b"\f", b"v": b"\v"}
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|[xX]([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)


def unescape(body):
    def one(match):
        octal, hexadecimal, short, long, other = match.groups()
        if octal:
            return bytes([int(octal, 8)])
        if hexadecimal:
            return bytes([int(hexadecimal, 16)])
        if short or long:
            return chr(int(short or long, 16)).encode()
        return SIMPLE.get(other, other)

    return ESCAPE.sub(one, body)


def tokens(text):
    at = 0
    while at < len(text):
        match = TOKEN.match(text, at)
        if match is None:
            raise ValueError(f"no token at {text[at:at + 40]!r}")
        at = match.end()
        if match.lastgroup != "space":
            yield match.lastgroup, match.group()
    yield "end", b""


class Reader:
    def __init__(self, text):
        self.tokens = list(tokens(text))
        self.at = 0

    def peek(self):
        return self.tokens[self.at]

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def accept(self, sign):
        if self.peek() == ("sign", sign):
            self.at += 1
            return True
        return False

    def message(self, closing):
        fields = []
        while True:
            if closing is None and self.peek()[0] == "end":
                return fields
            if closing is not None and self.accept(closing):
                return fields
            kind, name = self.next()
            assert kind in ("word", "any"), (kind, name)
            self.accept(b":")
            if self.accept(b"["):
                while not self.accept(b"]"):
                    fields.append((name.decode(), self.value()))
                    self.accept(b",")
            else:
                fields.append((name.decode(), self.value()))
            self.accept(b",") or self.accept(b";")

    def value(self):
        if self.accept(b"{"):
            return self.message(b"}")
        if self.accept(b"<"):
            return self.message(b">")
        kind, text = self.next()
        if kind == "sign" and text == b"-":
            return "-" + self.next()[1].decode()
        if kind == "word":
            return text.decode()
        assert kind == "string", (kind, text)
        parts = [unescape(text[1:-1])]
        while self.peek()[0] == "string":
            parts.append(unescape(self.next()[1][1:-1]))
        return b"".join(parts)


def read(text):
    return Reader(text).message(None)
