namespace Headshots.Persistence.Shared;

/// <summary>Long lists of keys are asked for in portions: databases limit the parameters of a command.</summary>
internal static class Portions
{
    private const int Size = 500;

    public static async Task<List<TRow>> ReadAsync<TKey, TRow>(IReadOnlyCollection<TKey> keys, Func<TKey[], Task<List<TRow>>> read)
    {
        List<TRow> rows = new(keys.Count);
        foreach (TKey[] portion in keys.Distinct().Chunk(Size))
        {
            rows.AddRange(await read(portion));
        }

        return rows;
    }
}
