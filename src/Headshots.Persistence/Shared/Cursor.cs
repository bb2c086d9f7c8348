using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Headshots.Persistence.Shared;

/// <summary>
/// Where a list was left: the last row's sort value and what tells it from rows with the same. Opaque to callers; one that
/// cannot be read, or is of another order, begins the list anew.
/// </summary>
/// <param name="Order">Of which order.</param>
/// <param name="Text">The sort value, where it is text.</param>
/// <param name="Number">The same where it is a number or a time's UTC ticks.</param>
/// <param name="Tie">The tie-break.</param>
/// <param name="Id">The tie-break where it is an id.</param>
internal sealed record Cursor(string Order, string Text, long Number, string Tie, Guid Id)
{
    private const int Longest = 4096;

    public DateTimeOffset Time => new(Number, TimeSpan.Zero);

    public static Cursor At(string order, DateTimeOffset time, Guid id) => new(order, string.Empty, time.UtcTicks, string.Empty, id);

    public static Cursor At(string order, string text, string tie = "") => new(order, text, 0, tie, default);

    public static Cursor At(string order, long number, string tie) => new(order, string.Empty, number, tie, default);

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, CursorJson.Default.Cursor));

    public static Cursor? Read(string? text, string order)
    {
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
        {
            return null;
        }

        try
        {
            Cursor? cursor = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), CursorJson.Default.Cursor);
            bool right = cursor is { Text: not null, Tie: not null, Number: >= 0 } && cursor.Number <= DateTimeOffset.MaxValue.UtcTicks;
            return right && cursor!.Order == order ? cursor : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or DecoderFallbackException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(Cursor))]
internal sealed partial class CursorJson : JsonSerializerContext;
