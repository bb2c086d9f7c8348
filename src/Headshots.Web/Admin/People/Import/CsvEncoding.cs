using System.Text;

namespace Headshots.Web.Admin.People.Import;

/// <summary>In which encoding a list was saved: what its byte order mark says, UTF-8 if all of it is that, else what Windows programs write in Western Europe.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text and the encoding's name; null when it is no text.</summary>
    public static (string Text, string Name)? Read(ReadOnlySpan<byte> bytes)
    {
        (Encoding encoding, int mark) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            _ => ((Encoding)Strict, 0),
        };
        string text;
        try
        {
            text = encoding.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException)
        {
            encoding = CodePagesEncodingProvider.Instance.GetEncoding(1252) ?? Encoding.Latin1;
            text = encoding.GetString(bytes);
        }

        // A spreadsheet's own format, a picture, a program: none of them comes without zeros.
        return text.Contains('\0', StringComparison.Ordinal) || bytes is [(byte)'P', (byte)'K', 3, 4, ..] ? null : (text, encoding.WebName);
    }
}
