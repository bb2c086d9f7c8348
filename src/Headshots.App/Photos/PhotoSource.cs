using Headshots.Imaging;
using Headshots.Studio.Reports;

namespace Headshots.App.Photos;

/// <summary>A file that should be a photo.</summary>
/// <param name="Given">As the user wrote it, or as found through the folder or pattern that was written.</param>
/// <param name="Found">False when nothing lies there.</param>
internal sealed record PhotoSource(string Given, bool Found)
{
    /// <summary>Reads the whole file; a file that is missing, forbidden or over the limit is unreadable in words.</summary>
    public Result<byte[], PortraitReport> Read(long maxBytes)
    {
        if (!Found)
        {
            return Unreadable("not_found", "There is no such file.", "Check the path; a pattern such as *.jpg must match something.");
        }

        try
        {
            Result<byte[], Unread> read = BoundedFile.Read(Given, maxBytes);
            return read.Ok ? read.Value : Unreadable(read.Error, maxBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable("not_readable", $"The file cannot be opened: {e.Message}", "Check that it may be read by you and is on a disk that answers.");
        }
    }

    private static PortraitReport Unreadable(Unread why, long maxBytes) => why == Unread.TooLarge
        ? Unreadable(
            PhotoErrorCodes.TooManyBytes,
            $"The file has more than {maxBytes / 1048576.0:0.#} MB, which is the most.",
            "Save the photo as a JPEG, or make it smaller.")
        : Unreadable(
            "not_a_file",
            "There is nothing in it: the file is empty, or it is a pipe or a device.",
            "Save the photo as a file on a disk, and give that.");

    /// <summary>The report of a file that never got as far as being looked at.</summary>
    public static PortraitReport Unreadable(string code, string message, string advice) =>
        new() { Status = PortraitStatus.Unreadable, Reasons = [new Reason(code, message, advice)] };

    /// <summary>The report of a file that this program failed on, which is never the sitter's doing.</summary>
    public static PortraitReport Faulty(Exception fault) => Unreadable(
        "internal_error",
        $"The program failed on this photo: {fault.GetType().Name}: {fault.Message}",
        "Please report this, with the photo if you may share it; another photo will most likely work.");
}
