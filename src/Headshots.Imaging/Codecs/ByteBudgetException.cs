namespace Headshots.Imaging;

/// <summary>A picture cannot be written in as few bytes as asked, at any quality.</summary>
public sealed class ByteBudgetException : Exception
{
    public ByteBudgetException(int maxBytes, int smallest)
        : base($"The smallest possible file has {smallest} bytes; {maxBytes} were allowed.")
    {
        MaxBytes = maxBytes;
        Smallest = smallest;
    }

    public int MaxBytes { get; }

    /// <summary>Bytes at the lowest quality.</summary>
    public int Smallest { get; }
}
