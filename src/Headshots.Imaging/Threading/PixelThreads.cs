namespace Headshots.Imaging;

/// <summary>
/// The one threading policy of pixel work: how many threads an image operation may use, and how rows are dealt out.
/// An operation started inside another's rows runs on its own thread, so that nesting never multiplies threads.
/// </summary>
public static class PixelThreads
{
    private const int ChunksPerThread = 4;

    private static int _degree = Environment.ProcessorCount;

    [ThreadStatic]
    private static int _limit;

    /// <summary>
    /// Threads that one image operation may use, 1 or more; the number of processors by default. Set it once, at
    /// start-up; a part of the program that wants less says so with <see cref="Limit"/>.
    /// </summary>
    public static int Degree
    {
        get => _degree;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _degree = value;
        }
    }

    /// <summary>What an operation started by this thread may use now.</summary>
    public static int Current => _limit == 0 ? _degree : Math.Min(_limit, _degree);

    /// <summary>
    /// Lowers the degree for operations started by this thread until the answer is disposed, on the same thread. It
    /// does not travel through an await: take it around the synchronous work itself.
    /// </summary>
    /// <param name="degree">1 or more.</param>
    public static Scope Limit(int degree)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        var scope = new Scope(_limit);
        _limit = _limit == 0 ? degree : Math.Min(_limit, degree);
        return scope;
    }

    /// <summary>
    /// Calls <paramref name="body"/> with ranges [first, end) that together cover [0, rows) once, on up to
    /// <see cref="Current"/> threads of which the caller's is one: when the thread pool is busy, the caller does all
    /// of it. Which thread gets which range is not defined. The first exception of a body is thrown again here.
    /// </summary>
    /// <param name="rows">0 or more.</param>
    /// <param name="minRowsPerChunk">Below twice this, the work stays on the caller's thread.</param>
    /// <param name="body">Must be safe to run at once for different ranges.</param>
    public static void ForRows(int rows, int minRowsPerChunk, Action<int, int> body)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(minRowsPerChunk, 1);
        ArgumentNullException.ThrowIfNull(body);
        int threads = Math.Min(Current, rows / minRowsPerChunk);
        if (threads <= 1)
        {
            if (rows > 0)
            {
                body(0, rows);
            }

            return;
        }

        int chunks = Math.Min(threads * ChunksPerThread, rows / minRowsPerChunk);
        new RowJob(rows, chunks, body).Run(threads);
    }

    internal static int EnterWorker()
    {
        int before = _limit;
        _limit = 1;
        return before;
    }

    internal static void LeaveWorker(int before) => _limit = before;

    /// <summary>Puts back the degree that was in force before <see cref="Limit"/>.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly int _before;

        internal Scope(int before) => _before = before;

        public void Dispose() => _limit = _before;
    }
}
