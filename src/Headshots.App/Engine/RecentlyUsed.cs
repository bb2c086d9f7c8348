namespace Headshots.App.Engine;

/// <summary>Keeps the few things used last.</summary>
/// <param name="most">How many, 1 or more.</param>
internal sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _gate = new();
    private readonly LinkedList<(TKey Key, TValue Value)> _byUse = new();
    private readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value)>> _byKey = [];

    /// <summary>What has the key; made when nothing has. Of two that are made at once, one is kept.</summary>
    public TValue GetOrAdd(TKey key, Func<TValue> make)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out LinkedListNode<(TKey Key, TValue Value)>? there))
            {
                _byUse.Remove(there);
                _byUse.AddFirst(there);
                return there.Value.Value;
            }
        }

        TValue made = make();
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out LinkedListNode<(TKey Key, TValue Value)>? there))
            {
                return there.Value.Value;
            }

            _byKey[key] = _byUse.AddFirst((key, made));
            if (_byUse.Count > most)
            {
                _byKey.Remove(_byUse.Last!.Value.Key);
                _byUse.RemoveLast();
            }

            return made;
        }
    }
}
