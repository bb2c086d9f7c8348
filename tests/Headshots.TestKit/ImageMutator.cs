namespace Headshots.TestKit;

/// <summary>
/// Makes damaged files out of good ones, as disks, networks and attackers do: flipped bits, overwritten bytes, cut ends,
/// removed and repeated pieces, pieces of another file. The same seed gives the same files.
/// </summary>
public sealed class ImageMutator
{
    private static readonly byte[] Interesting = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF];

    private readonly Random _random;
    private readonly byte[][] _originals;

    /// <param name="originals">Good files, one or more; small ones, if many mutants are to be made.</param>
    /// <param name="seed">Any number.</param>
    public ImageMutator(IEnumerable<byte[]> originals, int seed)
    {
        _originals = [.. originals];
        ArgumentOutOfRangeException.ThrowIfZero(_originals.Length);
        _random = new Random(seed);
    }

    /// <summary>The next damaged file: an original changed in one to four ways.</summary>
    public byte[] Next()
    {
        byte[] file = [.. Pick()];
        for (int changes = _random.Next(1, 5); changes > 0 && file.Length > 1; changes--)
        {
            file = Change(file);
        }

        return file;
    }

    private byte[] Change(byte[] file)
    {
        switch (_random.Next(8))
        {
            case 0:
                return file[.._random.Next(1, file.Length)];
            case 1:
                return Splice(file);
            case 2:
                return Remove(file);
            case 3:
                return Repeat(file);
            case 4:
                // Headers are where sizes and offsets are, so they get more than their share.
                file[_random.Next(Math.Min(64, file.Length))] = Interesting[_random.Next(Interesting.Length)];
                return file;
            case 5:
                file[_random.Next(file.Length)] = (byte)_random.Next(256);
                return file;
            case 6:
                file.AsSpan(_random.Next(file.Length))[..1].Fill(Interesting[_random.Next(Interesting.Length)]);
                return file;
            default:
                file[_random.Next(file.Length)] ^= (byte)(1 << _random.Next(8));
                return file;
        }
    }

    private byte[] Splice(byte[] file)
    {
        byte[] other = Pick();
        return [.. file.AsSpan(0, _random.Next(file.Length)), .. other.AsSpan(_random.Next(other.Length))];
    }

    private byte[] Remove(byte[] file)
    {
        int at = _random.Next(file.Length);
        int length = Math.Min(_random.Next(1, 33), file.Length - at);
        return [.. file.AsSpan(0, at), .. file.AsSpan(at + length)];
    }

    private byte[] Repeat(byte[] file)
    {
        int at = _random.Next(file.Length);
        int length = Math.Min(_random.Next(1, 33), file.Length - at);
        return [.. file.AsSpan(0, at + length), .. file.AsSpan(at)];
    }

    private byte[] Pick() => _originals[_random.Next(_originals.Length)];
}
