using Headshots.App.Photos;

namespace Headshots.App.Tests.Photos;

public sealed class MemoryBudgetTests
{
    private readonly MemoryBudget _budget = new(100);

    [Fact]
    public async Task TakeAsync_WithinWhatIsFree_DoesNotWait()
    {
        using IDisposable first = await _budget.TakeAsync(60, default);

        Assert.True(_budget.TakeAsync(40, default).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task TakeAsync_MoreThanIsFree_WaitsUntilItIsGivenBack()
    {
        IDisposable first = await _budget.TakeAsync(60, default);
        Task<IDisposable> second = _budget.TakeAsync(50, default);
        Assert.False(second.IsCompleted);

        first.Dispose();

        using IDisposable taken = await second;
    }

    [Fact]
    public async Task TakeAsync_MoreThanThereIs_TakesAllOfIt()
    {
        IDisposable all = await _budget.TakeAsync(1000, default);
        Task<IDisposable> small = _budget.TakeAsync(1, default);
        Assert.False(small.IsCompleted);

        all.Dispose();

        using IDisposable taken = await small;
    }

    [Fact]
    public async Task TakeAsync_SmallBehindLarge_WaitsItsTurn()
    {
        IDisposable first = await _budget.TakeAsync(60, default);
        Task<IDisposable> large = _budget.TakeAsync(90, default);
        Task<IDisposable> small = _budget.TakeAsync(10, default);
        Assert.False(small.IsCompleted);

        first.Dispose();

        using IDisposable one = await large;
        using IDisposable two = await small;
    }

    [Fact]
    public async Task TakeAsync_CancelledWhileWaiting_LetsTheNextOneIn()
    {
        using CancellationTokenSource stop = new();
        using IDisposable first = await _budget.TakeAsync(60, default);
        Task<IDisposable> large = _budget.TakeAsync(90, stop.Token);
        Task<IDisposable> small = _budget.TakeAsync(10, default);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        using IDisposable taken = await small;
    }

    [Fact]
    public async Task Dispose_Twice_GivesBackOnce()
    {
        IDisposable first = await _budget.TakeAsync(60, default);
        using IDisposable second = await _budget.TakeAsync(40, default);

        first.Dispose();
        first.Dispose();

        using IDisposable third = await _budget.TakeAsync(60, default);
        Assert.False(_budget.TakeAsync(1, default).IsCompleted);
    }
}
