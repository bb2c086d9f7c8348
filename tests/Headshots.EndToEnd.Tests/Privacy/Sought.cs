using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace Headshots.EndToEnd.Tests.Privacy;

/// <summary>A text in every form in which it may lie somewhere.</summary>
internal sealed class Sought
{
    private readonly List<(string Form, byte[] Bytes)> _forms = [];

    public Sought(params string[] texts)
    {
        foreach (string text in texts.SelectMany(t => new[] { t, t.ToUpperInvariant(), t.ToLowerInvariant() }).Distinct(StringComparer.Ordinal))
        {
            Add(text);
        }
    }

    /// <summary>Where something of it is, in words; empty when nothing is.</summary>
    public IEnumerable<string> In(byte[] content) => _forms.Where(f => content.AsSpan().IndexOf(f.Bytes) >= 0).Select(f => f.Form);

    private void Add(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Form($"{text}, UTF-8", utf8);
        Form($"{text}, UTF-16 little-endian", Encoding.Unicode.GetBytes(text));
        Form($"{text}, UTF-16 big-endian", Encoding.BigEndianUnicode.GetBytes(text));
        Form($"{text}, JSON", Encoding.UTF8.GetBytes(JsonSerializer.Serialize(text).Trim('"')));
        Form($"{text}, HTML", Encoding.UTF8.GetBytes(WebUtility.HtmlEncode(text)));
        Form($"{text}, HTML in hexadecimal", Encoding.UTF8.GetBytes(System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text)));
        Form($"{text}, address", Encoding.UTF8.GetBytes(Uri.EscapeDataString(text)));
        Form($"{text}, quoted-printable", Encoding.ASCII.GetBytes(string.Concat(utf8.Select(b => b is < 128 and not (byte)'=' ? ((char)b).ToString() : $"={b.ToString("X2", CultureInfo.InvariantCulture)}"))));
        foreach ((byte[] bytes, string name) in new[] { (utf8, "UTF-8"), (Encoding.Unicode.GetBytes(text), "UTF-16") })
        {
            for (int before = 0; before < 3; before++)
            {
                // Three bytes become four letters: what it looks like depends on where it begins, and its ends on its neighbours.
                string base64 = Convert.ToBase64String([.. new byte[before], .. bytes]).TrimEnd('=');
                int from = before == 0 ? 0 : before + 1;
                string inner = base64[from..^1];
                Form($"{text}, {name} in base64", Encoding.ASCII.GetBytes(inner));
                Form($"{text}, {name} in base64url", Encoding.ASCII.GetBytes(inner.Replace('+', '-').Replace('/', '_')));
            }
        }
    }

    private void Form(string name, byte[] bytes)
    {
        if (!_forms.Exists(f => f.Bytes.AsSpan().SequenceEqual(bytes)))
        {
            _forms.Add((name, bytes));
        }
    }
}
