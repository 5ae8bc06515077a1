using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Syntax;

/// <summary>Recursive descent over the tokens of one expression. Stops at the first mistake with a <see cref="SyntaxException"/>.</summary>
internal sealed class Parser
{
    /// <summary>How deep brackets, calls and conditionals may nest.</summary>
    internal const int MaxNesting = 120;

    /// <summary>How many operations may build on each other: all later work recurses that deep, also on the small stacks of worker threads.</summary>
    internal const int MaxHeight = 250;

    private readonly string _text;
    private Lexer _lexer;
    private Token _token;
    private int _nesting;

    private Parser(string text)
    {
        _text = text;
        _lexer = new Lexer(text, 0);
        _token = _lexer.Next();
    }

    public static SyntaxNode Parse(string text)
    {
        var parser = new Parser(text);
        var node = parser.Expression();
        return parser._token.Kind == TokenKind.End ? node : throw parser.Unexpected("an operator or the end");
    }

    private SyntaxNode Expression()
    {
        if (++_nesting > MaxNesting)
        {
            throw TooDeep();
        }

        var condition = LogicalChain(isAnd: false);
        if (_token.Kind == TokenKind.Question)
        {
            var question = Advance();
            var then = LogicalChain(isAnd: false);
            if (_token.Kind != TokenKind.Colon && question.Start + 1 < _text.Length && _text[question.Start + 1] == '.')
            {
                throw new SyntaxException(CelCodes.Syntax, "an optional field is written `.?name`, not `?.name`", question.Start, 2);
            }

            Expect(TokenKind.Colon, "`:`");
            condition = Checked(new SyntaxNode.Conditional(condition, then, Expression()));
        }

        _nesting--;
        return condition;
    }

    private SyntaxNode LogicalChain(bool isAnd)
    {
        var first = isAnd ? Binary(1) : LogicalChain(isAnd: true);
        var link = isAnd ? TokenKind.And : TokenKind.Or;
        if (_token.Kind != link)
        {
            return first;
        }

        var operands = new List<SyntaxNode> { first };
        while (_token.Kind == link)
        {
            Advance();
            operands.Add(isAnd ? Binary(1) : LogicalChain(isAnd: true));
        }

        return Checked(new SyntaxNode.Logical(isAnd, operands));
    }

    private SyntaxNode Binary(int level)
    {
        var left = Unary();
        while (true)
        {
            var found = Level(_token);
            if (found < level)
            {
                return left;
            }

            var link = Advance();
            left = Checked(new SyntaxNode.Binary(link.Kind, left, Binary(found + 1), link.Start));
        }
    }

    private int Level(Token token) => token.Kind switch
    {
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual or TokenKind.Equal or TokenKind.NotEqual => 1,
        TokenKind.Identifier when Is(token, "in") => 1,
        TokenKind.Plus or TokenKind.Minus => 2,
        TokenKind.Star or TokenKind.Slash or TokenKind.Percent => 3,
        _ => 0,
    };

    private SyntaxNode Unary()
    {
        if (_token.Kind is not (TokenKind.Not or TokenKind.Minus))
        {
            return Member(Primary());
        }

        var signs = new List<Token>();
        var sign = _token.Kind;
        while (_token.Kind == sign)
        {
            signs.Add(Advance());
        }

        SyntaxNode node;
        if (sign == TokenKind.Minus && IsNumber(_token))
        {
            node = Member(NegativeNumber(signs[^1].Start));
            signs.RemoveAt(signs.Count - 1);
        }
        else if (_token.Kind == TokenKind.Minus)
        {
            var minus = Advance();
            node = Member(IsNumber(_token) ? NegativeNumber(minus.Start) : throw Unexpected("a number"));
        }
        else
        {
            node = Member(Primary());
        }

        for (var i = signs.Count - 1; i >= 0; i--)
        {
            node = Checked(new SyntaxNode.Unary(sign, node, signs[i].Start));
        }

        return node;
    }

    /// <summary>The minus sign belongs to the literal, so that the smallest int can be written.</summary>
    private SyntaxNode.Literal NegativeNumber(int start)
    {
        var number = Advance();
        return new SyntaxNode.Literal(LiteralReader.Number(_text, number, negative: true), start, number.End);
    }

    private SyntaxNode Member(SyntaxNode node)
    {
        while (true)
        {
            if (_token.Kind == TokenKind.Dot)
            {
                Advance();
                node = Checked(Field(node));
            }
            else if (_token.Kind == TokenKind.OpenBracket)
            {
                Advance();
                var isOptional = Accept(TokenKind.Question);
                var key = Expression();
                var close = Expect(TokenKind.CloseBracket, "`]`");
                node = Checked(new SyntaxNode.Index(node, key, isOptional, close.End));
            }
            else if (_token.Kind == TokenKind.OpenBrace && IsQualifiedName(node))
            {
                throw new SyntaxException(CelCodes.Message, "messages cannot be built here; write a map: `{\"field\": value}`", node.Start, _token.End - node.Start);
            }
            else
            {
                return node;
            }
        }
    }

    private SyntaxNode Field(SyntaxNode operand)
    {
        var isOptional = Accept(TokenKind.Question);
        if (_token.Kind is not (TokenKind.Identifier or TokenKind.QuotedIdentifier))
        {
            throw Unexpected("a field name");
        }

        var name = Advance();
        if (name.Kind == TokenKind.QuotedIdentifier)
        {
            return new SyntaxNode.Select(operand, _text.Substring(name.Start + 1, name.Length - 2), isOptional, name.Start, name.End);
        }

        var text = _text.Substring(name.Start, name.Length);
        if (CelWords.IsKeyword(text))
        {
            throw new SyntaxException(CelCodes.Reserved, $"`{text}` is a keyword; write `[\"{text}\"]`", name.Start, name.Length);
        }

        if (isOptional || _token.Kind != TokenKind.OpenParen)
        {
            return new SyntaxNode.Select(operand, text, isOptional, name.Start, name.End);
        }

        var arguments = Arguments(out var end);
        return new SyntaxNode.Call(operand, text, arguments, name.Start, operand.Start, end);
    }

    private SyntaxNode Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Uint or TokenKind.Double:
                Advance();
                return new SyntaxNode.Literal(LiteralReader.Number(_text, token, negative: false), token.Start, token.End);
            case TokenKind.String or TokenKind.Bytes:
                Advance();
                return new SyntaxNode.Literal(LiteralReader.Quoted(_text, token), token.Start, token.End);
            case TokenKind.OpenParen:
                Advance();
                var inner = Expression();
                Expect(TokenKind.CloseParen, "`)`");
                return inner;
            case TokenKind.OpenBracket:
                return ListLiteral();
            case TokenKind.OpenBrace:
                return MapLiteral();
            case TokenKind.Dot:
                Advance();
                return Name(isAbsolute: true, token.Start);
            case TokenKind.Identifier:
                return Name(isAbsolute: false, token.Start);
            default:
                throw Unexpected("a value");
        }
    }

    private SyntaxNode Name(bool isAbsolute, int start)
    {
        if (_token.Kind != TokenKind.Identifier)
        {
            throw Unexpected("a name");
        }

        var token = Advance();
        var text = _text.Substring(token.Start, token.Length);
        if (!isAbsolute && CelWords.Constant(text) is { } constant)
        {
            return new SyntaxNode.Literal(constant, token.Start, token.End);
        }

        if (CelWords.IsKeyword(text) || CelWords.IsReserved(text))
        {
            throw new SyntaxException(CelCodes.Reserved, $"`{text}` is a reserved word and no name", token.Start, token.Length);
        }

        if (_token.Kind != TokenKind.OpenParen)
        {
            return new SyntaxNode.Name(text, isAbsolute, start, token.End);
        }

        var arguments = Arguments(out var end);
        return Checked(new SyntaxNode.Call(null, text, arguments, token.Start, start, end));
    }

    private List<SyntaxNode> Arguments(out int end)
    {
        Expect(TokenKind.OpenParen, "`(`");
        var arguments = new List<SyntaxNode>();
        while (_token.Kind != TokenKind.CloseParen)
        {
            arguments.Add(Expression());
            if (!Accept(TokenKind.Comma))
            {
                break;
            }

            if (_token.Kind == TokenKind.CloseParen)
            {
                throw Unexpected("an argument");
            }
        }

        end = Expect(TokenKind.CloseParen, "`,` or `)`").End;
        return arguments;
    }

    private SyntaxNode ListLiteral()
    {
        var start = Advance().Start;
        var elements = new List<SyntaxNode.Element>();
        while (_token.Kind != TokenKind.CloseBracket)
        {
            var isOptional = Accept(TokenKind.Question);
            elements.Add(new(Expression(), isOptional));
            if (!Accept(TokenKind.Comma))
            {
                break;
            }
        }

        var end = Expect(TokenKind.CloseBracket, "`,` or `]`").End;
        return Checked(new SyntaxNode.ListOf(elements, start, end));
    }

    private SyntaxNode MapLiteral()
    {
        var start = Advance().Start;
        var entries = new List<SyntaxNode.Entry>();
        while (_token.Kind != TokenKind.CloseBrace)
        {
            var isOptional = Accept(TokenKind.Question);
            var key = Expression();
            Expect(TokenKind.Colon, "`:`");
            entries.Add(new(key, Expression(), isOptional));
            if (!Accept(TokenKind.Comma))
            {
                break;
            }
        }

        var end = Expect(TokenKind.CloseBrace, "`,` or `}`").End;
        return Checked(new SyntaxNode.MapOf(entries, start, end));
    }

    private static bool IsNumber(Token token) => token.Kind is TokenKind.Int or TokenKind.Uint or TokenKind.Double;

    private static bool IsQualifiedName(SyntaxNode node)
    {
        while (node is SyntaxNode.Select { IsOptional: false } select)
        {
            node = select.Operand;
        }

        return node is SyntaxNode.Name;
    }

    private static SyntaxNode Checked(SyntaxNode node) => node.Height <= MaxHeight
        ? node
        : throw new SyntaxException(CelCodes.TooDeep, $"the expression chains more than {MaxHeight} operations", node.Start, 1);

    private bool Is(Token token, string word) => _text.AsSpan(token.Start, token.Length).SequenceEqual(word);

    private Token Advance()
    {
        var token = _token;
        _token = _lexer.Next();
        return token;
    }

    private bool Accept(TokenKind kind)
    {
        if (_token.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private Token Expect(TokenKind kind, string what) => _token.Kind == kind ? Advance() : throw Unexpected(what);

    private SyntaxException TooDeep() =>
        new(CelCodes.TooDeep, $"the expression is nested more than {MaxNesting} levels deep", _token.Start, Math.Max(1, _token.Length));

    private SyntaxException Unexpected(string expected)
    {
        if (_token.Kind == TokenKind.End)
        {
            return new SyntaxException(CelCodes.Syntax, $"the expression ends where {expected} is expected", _token.Start, 0);
        }

        var text = _text.Substring(_token.Start, Math.Min(_token.Length, 20));
        return _token.Kind == TokenKind.Bad && text.AsSpan().IndexOfAny('"', '\'') >= 0
            ? new SyntaxException(CelCodes.Literal, "the string is not closed", _token.Start, _token.Length)
            : new SyntaxException(CelCodes.Syntax, $"`{text}` stands where {expected} is expected", _token.Start, _token.Length);
    }
}
