using System.Collections.Concurrent;
using Headshots.Vision.Networks;

namespace Headshots.Vision;

/// <summary>Working memory of one network, lent to one caller at a time: as many sessions as there were callers at once.</summary>
internal sealed class SessionPool(ICompiledNetwork network) : IDisposable
{
    private readonly ConcurrentBag<INetworkSession> _idle = [];

    public IReadOnlyList<TensorShape> Outputs => network.Outputs;

    public Lease Rent() => new(this, _idle.TryTake(out INetworkSession? session) ? session : network.OpenSession());

    public void Dispose()
    {
        while (_idle.TryTake(out INetworkSession? session))
        {
            session.Dispose();
        }

        network.Dispose();
    }

    /// <summary>A session until it is disposed of; outputs must be read before.</summary>
    public readonly ref struct Lease(SessionPool pool, INetworkSession session)
    {
        public INetworkSession Session { get; } = session;

        public void Dispose() => pool._idle.Add(Session);
    }
}
