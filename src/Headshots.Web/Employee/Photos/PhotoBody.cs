namespace Headshots.Web.Employee.Photos;

/// <summary>Takes in a file of limited length, without trusting what was said about its length.</summary>
internal static class PhotoBody
{
    private const int FirstGuess = 256 * 1024;

    /// <summary>The bytes; null as soon as there are more than allowed.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, long? announced, int most, CancellationToken cancellation)
    {
        if (announced > most)
        {
            return null;
        }

        using MemoryStream bytes = new((int)(announced ?? FirstGuess));
        byte[] chunk = new byte[64 * 1024];
        for (int read = await body.ReadAsync(chunk, cancellation); read > 0; read = await body.ReadAsync(chunk, cancellation))
        {
            if (bytes.Length + read > most)
            {
                return null;
            }

            bytes.Write(chunk, 0, read);
        }

        return bytes.ToArray();
    }
}
