using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Headshots.App.CommandLine;

/// <summary>Arguments and options that several commands take.</summary>
internal static class PhotoOptions
{
    public static Argument<string[]> Photos() => new("PHOTO")
    {
        Description = "Photos, folders of photos, or patterns such as 'team/**/*.jpg'",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON on standard output and nothing else there" };

    /// <summary>How many processors to keep busy; all of them unless said otherwise.</summary>
    public static Option<int> Threads() => AtLeastOne(new Option<int>("--threads")
    {
        HelpName = "N",
        Description = "Processors to keep busy",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    });

    /// <summary>How much memory to work in; half of what there is unless said otherwise.</summary>
    public static Option<int> Memory() => AtLeastOne(new Option<int>("--memory")
    {
        HelpName = "MB",
        Description = "Memory that the photos being worked on may take together; half of what there is if left out",
        DefaultValueFactory = _ => HalfOfWhatThereIs(),
    });

    /// <summary>Adds the rule that the path has characters.</summary>
    public static Option<T> Named<T>(Option<T> option)
        where T : class?
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { } value }] && string.IsNullOrWhiteSpace(value))
            {
                result.AddError($"{option.Name} needs a name; what was given is empty.");
            }
        });
        return option;
    }

    /// <summary>Adds the rule that the number is 1 or more.</summary>
    public static Option<int> AtLeastOne(Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [Token token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out int value) && value < 1)
            {
                result.AddError($"{option.Name} must be 1 or more.");
            }
        });
        return option;
    }

    private static int HalfOfWhatThereIs() =>
        (int)Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 21, 256, int.MaxValue);
}
