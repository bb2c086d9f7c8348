using Headshots.Studio.Specs;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// Backdrops as they stand behind a picture of some size, kept because a team's photos all want the same few: reading
/// and blurring a company's picture takes longer than all the rest of a render. Bounded, oldest out first; safe for use
/// from many threads, of which the first to want a backdrop makes it while the others wait.
/// </summary>
internal sealed class PreparedBackdrops
{
    /// <summary>64 MiB of sixteen-bit samples.</summary>
    private const long MostSamples = 32 << 20;

    private readonly Lock _gate = new();
    private readonly Dictionary<Key, Lazy<Backing?>> _kept = [];
    private readonly List<Key> _order = [];

    /// <summary>The backdrop for that key, made when it is not there; null when it cannot be made.</summary>
    public Backing? Get(ImageBackground spec, int width, int height, Func<Backing?> make)
    {
        Key key = new(spec.Image, spec.FocusX, spec.FocusY, spec.Blur, width, height);
        Lazy<Backing?>? wanted;
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out wanted))
            {
                wanted = new Lazy<Backing?>(make);
                _kept.Add(key, wanted);
                _order.Add(key);
            }
        }

        Backing? made;
        try
        {
            made = wanted.Value;
        }
        catch
        {
            // What failed for want of memory may work the next time, but a Lazy would keep the exception.
            Forget(key, wanted);
            throw;
        }

        lock (_gate)
        {
            while (_order.Count > 0 && KeptSamples() > MostSamples)
            {
                _ = _kept.Remove(_order[0]);
                _order.RemoveAt(0);
            }
        }

        return made;
    }

    private void Forget(Key key, Lazy<Backing?> failed)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out Lazy<Backing?>? kept) && kept == failed)
            {
                _ = _kept.Remove(key);
                _ = _order.Remove(key);
            }
        }
    }

    private long KeptSamples() => _kept.Values.Sum(k => k.IsValueCreated ? k.Value?.Samples.LongLength ?? 0 : 0);

    private sealed record Key(string Name, float FocusX, float FocusY, float Blur, int Width, int Height);
}
