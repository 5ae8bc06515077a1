using System.Text;

namespace Atelier.Engine.Secrets;

/// <summary>Replaces secret values in text by <c>***</c>: as they are, in base64 and URL-encoded.</summary>
internal sealed class SecretMask
{
    private const int ShortestMasked = 4;
    private readonly List<string> _forms = [];

    public bool IsEmpty => _forms.Count == 0;

    public void Add(string value)
    {
        if (value.Length < ShortestMasked)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(value);
        var base64 = Convert.ToBase64String(bytes);
        string[] forms =
        [
            value,
            base64,
            base64.TrimEnd('='),
            base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            Uri.EscapeDataString(value),
            System.Text.Json.JsonEncodedText.Encode(value).ToString(),
            System.Text.Json.JsonEncodedText.Encode(value, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
        ];
        foreach (var form in forms.Distinct().Where(form => !_forms.Contains(form)))
        {
            _forms.Add(form);
        }

        _forms.Sort(static (x, y) => y.Length.CompareTo(x.Length));
    }

    public string Apply(string text)
    {
        foreach (var form in _forms)
        {
            text = text.Replace(form, "***", StringComparison.Ordinal);
        }

        return text;
    }

    public byte[] Apply(byte[] utf8) => IsEmpty ? utf8 : Encoding.UTF8.GetBytes(Apply(Encoding.UTF8.GetString(utf8)));
}
