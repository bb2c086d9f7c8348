using System.Runtime.InteropServices;

namespace Headshots.Imaging.Libvips;

/// <summary>
/// libvips said no. Its error text is one buffer for the whole process: with several photos in work it can hold
/// another photo's words, so it is for people, and nothing is decided by it.
/// </summary>
internal sealed class VipsException(string message) : Exception(message)
{
    public static VipsException For(string operation) => new($"{operation}: {TakeMessage()}");

    public static string TakeMessage()
    {
        nint text = Native.TakeErrors();
        try
        {
            return Marshal.PtrToStringUTF8(text)?.Trim() ?? string.Empty;
        }
        finally
        {
            Native.Free(text);
        }
    }
}
