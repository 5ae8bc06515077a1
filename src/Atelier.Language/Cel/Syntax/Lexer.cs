namespace Atelier.Language.Cel.Syntax;

/// <summary>Cuts text into tokens; never fails, what is no token is <see cref="TokenKind.Bad"/>.</summary>
internal struct Lexer(string text, int position)
{
    private int _position = position;

    public Token Next()
    {
        SkipSpace();
        var start = _position;
        if (start >= text.Length)
        {
            return new Token(TokenKind.End, text.Length, 0);
        }

        var first = text[start];
        var kind = first switch
        {
            _ when char.IsAsciiDigit(first) => Number(),
            '.' when char.IsAsciiDigit(Peek(1)) => Number(),
            '"' or '\'' => Quoted(start, raw: false) ? TokenKind.String : TokenKind.Bad,
            '`' => Backquoted(),
            _ when char.IsAsciiLetter(first) || first == '_' => Word(),
            _ => Symbol(first),
        };
        return new Token(kind, start, _position - start);
    }

    private readonly char Peek(int ahead) => _position + ahead < text.Length ? text[_position + ahead] : '\0';

    private void SkipSpace()
    {
        while (_position < text.Length)
        {
            if (text[_position] is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _position++;
            }
            else if (text[_position] == '/' && Peek(1) == '/')
            {
                var end = text.IndexOf('\n', _position);
                _position = end < 0 ? text.Length : end + 1;
            }
            else
            {
                return;
            }
        }
    }

    private TokenKind Number()
    {
        if (text[_position] == '0' && Peek(1) is 'x' or 'X' && char.IsAsciiHexDigit(Peek(2)))
        {
            _position += 2;
            while (char.IsAsciiHexDigit(Peek(0)))
            {
                _position++;
            }

            return Unsigned();
        }

        SkipDigits();
        var isDouble = false;
        if (Peek(0) == '.' && char.IsAsciiDigit(Peek(1)))
        {
            isDouble = true;
            _position++;
            SkipDigits();
        }

        if (Peek(0) is 'e' or 'E' && (char.IsAsciiDigit(Peek(1)) || (Peek(1) is '+' or '-' && char.IsAsciiDigit(Peek(2)))))
        {
            isDouble = true;
            _position += 2;
            SkipDigits();
        }

        return isDouble ? TokenKind.Double : Unsigned();
    }

    private TokenKind Unsigned()
    {
        if (Peek(0) is 'u' or 'U')
        {
            _position++;
            return TokenKind.Uint;
        }

        return TokenKind.Int;
    }

    private void SkipDigits()
    {
        while (char.IsAsciiDigit(Peek(0)))
        {
            _position++;
        }
    }

    /// <summary>An identifier, or a string with the prefixes <c>r</c>, <c>b</c>, <c>rb</c>, <c>br</c>.</summary>
    private TokenKind Word()
    {
        var start = _position;
        while (char.IsAsciiLetterOrDigit(Peek(0)) || Peek(0) == '_')
        {
            _position++;
        }

        if (Peek(0) is not ('"' or '\'') || _position - start > 2)
        {
            return TokenKind.Identifier;
        }

        var (raw, bytes) = (false, false);
        for (var i = start; i < _position; i++)
        {
            if (text[i] is 'r' or 'R' && !raw)
            {
                raw = true;
            }
            else if (text[i] is 'b' or 'B' && !bytes)
            {
                bytes = true;
            }
            else
            {
                return TokenKind.Identifier;
            }
        }

        return !Quoted(_position, raw) ? TokenKind.Bad : bytes ? TokenKind.Bytes : TokenKind.String;
    }

    private bool Quoted(int start, bool raw)
    {
        var quote = text[start];
        var triple = start + 2 < text.Length && text[start + 1] == quote && text[start + 2] == quote;
        _position = start + (triple ? 3 : 1);
        while (_position < text.Length)
        {
            var current = text[_position];
            if (current == '\\' && !raw)
            {
                _position += 2;
            }
            else if (current == quote && (!triple || (Peek(1) == quote && Peek(2) == quote)))
            {
                _position += triple ? 3 : 1;
                return true;
            }
            else if (current is '\n' or '\r' && !triple)
            {
                return false;
            }
            else
            {
                _position++;
            }
        }

        _position = text.Length;
        return false;
    }

    private TokenKind Backquoted()
    {
        var end = text.AsSpan(_position + 1).IndexOfAny('`', '\n', '\r');
        if (end < 0 || text[_position + 1 + end] != '`')
        {
            _position++;
            return TokenKind.Bad;
        }

        var body = text.AsSpan(_position + 1, end);
        _position += end + 2;
        foreach (var character in body)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-' or '/' or ' '))
            {
                return TokenKind.Bad;
            }
        }

        return body.IsEmpty ? TokenKind.Bad : TokenKind.QuotedIdentifier;
    }

    private TokenKind Symbol(char first)
    {
        var pair = (first, Peek(1)) switch
        {
            ('<', '=') => TokenKind.LessEqual,
            ('>', '=') => TokenKind.GreaterEqual,
            ('=', '=') => TokenKind.Equal,
            ('!', '=') => TokenKind.NotEqual,
            ('&', '&') => TokenKind.And,
            ('|', '|') => TokenKind.Or,
            _ => TokenKind.Bad,
        };
        if (pair != TokenKind.Bad)
        {
            _position += 2;
            return pair;
        }

        _position++;
        return first switch
        {
            '.' => TokenKind.Dot,
            ',' => TokenKind.Comma,
            ':' => TokenKind.Colon,
            '?' => TokenKind.Question,
            '(' => TokenKind.OpenParen,
            ')' => TokenKind.CloseParen,
            '[' => TokenKind.OpenBracket,
            ']' => TokenKind.CloseBracket,
            '{' => TokenKind.OpenBrace,
            '}' => TokenKind.CloseBrace,
            '+' => TokenKind.Plus,
            '-' => TokenKind.Minus,
            '*' => TokenKind.Star,
            '/' => TokenKind.Slash,
            '%' => TokenKind.Percent,
            '!' => TokenKind.Not,
            '<' => TokenKind.Less,
            '>' => TokenKind.Greater,
            _ => TokenKind.Bad,
        };
    }
}
