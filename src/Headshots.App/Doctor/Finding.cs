namespace Headshots.App.Doctor;

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Subject">What was looked at, in two or three words.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do; null when all is well.</param>
internal sealed record Finding(string Subject, string Detail, string? Advice = null)
{
    public bool Healthy => Advice is null;

    /// <summary>Looks, and makes a finding of whatever goes wrong while looking.</summary>
    public static Finding Of(string subject, string advice, Func<Finding> look)
    {
        try
        {
            return look();
        }
        catch (Exception e)
        {
            return new Finding(subject, $"{e.GetType().Name}: {e.Message}", advice);
        }
    }

    /// <inheritdoc cref="Of"/>
    public static async Task<Finding> OfAsync(string subject, string advice, Func<Task<Finding>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Finding(subject, $"{e.GetType().Name}: {e.Message}", advice);
        }
    }
}
