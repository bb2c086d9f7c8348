using Headshots.App.CommandLine;
using Spectre.Console;

namespace Headshots.App.Render;

/// <summary>A bar for a batch.</summary>
internal static class RenderProgress
{
    public static Task<IReadOnlyList<RenderedPhoto>> ShowAsync(
        IAnsiConsole console, int photos, Func<Action<RenderedPhoto>, Task<IReadOnlyList<RenderedPhoto>>> work) => console
        .Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(context =>
        {
            ProgressTask task = context.AddTask("Rendering", maxValue: photos);
            return work(photo =>
            {
                task.Description = Markup.Escape(Printable.Line(Path.GetFileName(photo.Folder)));
                task.Increment(1);
            });
        });
}
