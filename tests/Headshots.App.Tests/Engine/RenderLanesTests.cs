using System.Collections.Concurrent;
using Headshots.App.Engine;
using Headshots.Core.Rendering;

namespace Headshots.App.Tests.Engine;

public sealed class RenderLanesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RenderAsync_SomebodyWaitsBehindBulk_GoesFirst()
    {
        using RenderLanes lanes = new(1);
        ConcurrentQueue<string> order = new();
        using ManualResetEventSlim gate = new();
        Task first = lanes.RenderAsync(RenderPriority.Bulk, _ => Wait(order, "first", gate), Cancellation);
        Task bulk = lanes.RenderAsync(RenderPriority.Bulk, _ => Note(order, "bulk"), Cancellation);
        Task interactive = lanes.RenderAsync(RenderPriority.Interactive, _ => Note(order, "interactive"), Cancellation);

        gate.Set();
        await Task.WhenAll(first, bulk, interactive);

        Assert.Equal(["first", "interactive", "bulk"], order);
    }

    [Fact]
    public async Task RenderAsync_BulkEverywhere_LeavesALaneToWhoWaits()
    {
        using RenderLanes lanes = new(2);
        ConcurrentQueue<string> order = new();
        using ManualResetEventSlim gate = new();
        Task one = lanes.RenderAsync(RenderPriority.Bulk, _ => Wait(order, "one", gate), Cancellation);
        Task two = lanes.RenderAsync(RenderPriority.Bulk, _ => Wait(order, "two", gate), Cancellation);

        await lanes.RenderAsync(RenderPriority.Interactive, _ => Note(order, "interactive"), Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.False(two.IsCompleted);
        gate.Set();
        await Task.WhenAll(one, two);
        Assert.Equal("two", order.Last());
    }

    [Fact]
    public async Task QuickAsync_AllLanesRender_DoesNotWaitForThem()
    {
        using RenderLanes lanes = new(1);
        using ManualResetEventSlim gate = new();
        Task render = lanes.RenderAsync(RenderPriority.Interactive, _ => Wait(new(), "render", gate), Cancellation);

        Assert.Equal(7, await lanes.QuickAsync(() => 7, Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation));

        gate.Set();
        await render;
    }

    [Fact]
    public async Task RenderAsync_CancelledWhileWaiting_LeavesTheQueueToOthers()
    {
        using RenderLanes lanes = new(1);
        ConcurrentQueue<string> order = new();
        using ManualResetEventSlim gate = new();
        using CancellationTokenSource impatient = new();
        Task first = lanes.RenderAsync(RenderPriority.Interactive, _ => Wait(order, "first", gate), Cancellation);
        Task gone = lanes.RenderAsync(RenderPriority.Interactive, _ => Note(order, "gone"), impatient.Token);
        Task next = lanes.RenderAsync(RenderPriority.Interactive, _ => Note(order, "next"), Cancellation);

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        gate.Set();
        await Task.WhenAll(first, next);

        Assert.Equal(["first", "next"], order);
    }

    [Fact]
    public async Task RenderAsync_WorkThrows_GivesTheLaneBack()
    {
        using RenderLanes lanes = new(1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => lanes.RenderAsync<int>(RenderPriority.Interactive, _ => throw new InvalidOperationException(), Cancellation));

        Assert.Equal(1, await lanes.RenderAsync(RenderPriority.Interactive, threads => threads, Cancellation));
    }

    private static bool Note(ConcurrentQueue<string> order, string name)
    {
        order.Enqueue(name);
        return true;
    }

    private static bool Wait(ConcurrentQueue<string> order, string name, ManualResetEventSlim gate)
    {
        gate.Wait(TimeSpan.FromSeconds(30), Cancellation);
        return Note(order, name);
    }
}
