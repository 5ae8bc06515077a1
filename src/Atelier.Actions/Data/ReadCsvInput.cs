using System.ComponentModel;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What the cells of a CSV file become.</summary>
internal enum CellTypes
{
    /// <summary>Every cell is a text.</summary>
    Strings,

    /// <summary>Numbers, true and false become such, an empty cell null; digits with a leading zero stay text.</summary>
    Infer,
}

/// <summary>What <c>data.read_csv</c> takes.</summary>
internal sealed record ReadCsvInput
{
    [Description("The file's path; either this or `file`.")]
    public string? Path { get; init; }

    [Description("An artifact; either this or `path`.")]
    public Artifact? File { get; init; }

    [Description("The column that names a row. Default: the row's number, from 1, without the header.")]
    public string? Key { get; init; }

    [Description("What stands between cells. Default: a comma; a tab for files that end in .tsv.")]
    public string? Delimiter { get; init; }

    [Description("Whether the first record names the columns.")]
    [DefaultValue(true)]
    public bool Header { get; init; } = true;

    [Description("The columns' names, for files without a header; with a header they replace it. Default: the header, or c1, c2, c3.")]
    public IReadOnlyList<string>? Columns { get; init; }

    [Description("What cells become: every cell a text, or numbers and booleans where a cell reads as one.")]
    [DefaultValue(CellTypes.Strings)]
    public CellTypes Types { get; init; }

    [Description("How the text is encoded.")]
    [DefaultValue(TextEncoding.Utf8)]
    public TextEncoding Encoding { get; init; }

    [Description("What becomes of a record with another number of cells than the header: the step fails, or the record is left out with a warning.")]
    [DefaultValue(BadLine.Fail)]
    public BadLine OnBadLine { get; init; }
}
