using System.Runtime.InteropServices;

namespace Headshots.Imaging.Libvips;

/// <summary>
/// The functions of libvips and of the GObject library inside it that this project uses. Everything here trusts its
/// arguments; the classes beside it own what these functions hand out.
/// </summary>
internal static partial class Native
{
    /// <summary>A name that <see cref="LibvipsLibrary"/> resolves to the file of this operating system.</summary>
    public const string Library = "libvips";

    [LibraryImport(Library, EntryPoint = "vips_init", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Init(string programName);

    [LibraryImport(Library, EntryPoint = "vips_version_string")]
    public static partial nint VersionString();

    [LibraryImport(Library, EntryPoint = "vips_concurrency_set")]
    public static partial void SetConcurrency(int threads);

    [LibraryImport(Library, EntryPoint = "vips_cache_set_max")]
    public static partial void SetCacheMax(int operations);

    [LibraryImport(Library, EntryPoint = "vips_block_untrusted_set")]
    public static partial void BlockUntrusted(int state);

    [LibraryImport(Library, EntryPoint = "vips_operation_block_set", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void BlockOperation(string className, int state);

    [LibraryImport(Library, EntryPoint = "vips_type_find", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint FindType(string baseName, string nickname);

    [LibraryImport(Library, EntryPoint = "vips_error_buffer_copy")]
    public static partial nint TakeErrors();

    [LibraryImport(Library, EntryPoint = "vips_error_clear")]
    public static partial void ClearErrors();

    [LibraryImport(Library, EntryPoint = "g_log_set_default_handler")]
    public static unsafe partial nint SetLogHandler(delegate* unmanaged[Cdecl]<nint, int, nint, nint, void> handler, nint data);

    [LibraryImport(Library, EntryPoint = "g_free")]
    public static partial void Free(nint memory);

    [LibraryImport(Library, EntryPoint = "g_setenv", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport(Library, EntryPoint = "g_utf8_normalize", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint Normalise(string text, nint length, int mode);

    [LibraryImport(Library, EntryPoint = "g_object_unref")]
    public static partial void Unref(nint handle);

    [LibraryImport(Library, EntryPoint = "g_object_set_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetProperty(nint handle, string name, ref GValue value);

    [LibraryImport(Library, EntryPoint = "g_object_get_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void GetProperty(nint handle, string name, ref GValue value);

    [LibraryImport(Library, EntryPoint = "g_object_class_find_property", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint FindProperty(nint objectClass, string name);

    [LibraryImport(Library, EntryPoint = "g_value_init")]
    public static partial nint InitValue(ref GValue value, nuint type);

    [LibraryImport(Library, EntryPoint = "g_value_unset")]
    public static partial void UnsetValue(ref GValue value);

    [LibraryImport(Library, EntryPoint = "g_value_set_int")]
    public static partial void SetInt(ref GValue value, int number);

    [LibraryImport(Library, EntryPoint = "g_value_set_boolean")]
    public static partial void SetBoolean(ref GValue value, int state);

    [LibraryImport(Library, EntryPoint = "g_value_set_double")]
    public static partial void SetDouble(ref GValue value, double number);

    [LibraryImport(Library, EntryPoint = "g_value_set_string", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetString(ref GValue value, string text);

    [LibraryImport(Library, EntryPoint = "g_value_set_object")]
    public static partial void SetObject(ref GValue value, nint handle);

    [LibraryImport(Library, EntryPoint = "g_value_set_boxed")]
    public static partial void SetBoxed(ref GValue value, nint boxed);

    [LibraryImport(Library, EntryPoint = "g_value_dup_object")]
    public static partial nint DuplicateObject(ref GValue value);

    [LibraryImport(Library, EntryPoint = "g_value_get_boxed")]
    public static partial nint GetBoxed(ref GValue value);

    [LibraryImport(Library, EntryPoint = "vips_operation_new", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint NewOperation(string nickname);

    [LibraryImport(Library, EntryPoint = "vips_cache_operation_build")]
    public static partial nint BuildOperation(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_object_unref_outputs")]
    public static partial void UnrefOutputs(nint operation);

    [LibraryImport(Library, EntryPoint = "vips_image_get_type")]
    public static partial nuint ImageType();

    [LibraryImport(Library, EntryPoint = "vips_blob_get_type")]
    public static partial nuint BlobType();

    [LibraryImport(Library, EntryPoint = "vips_array_double_get_type")]
    public static partial nuint ArrayDoubleType();

    [LibraryImport(Library, EntryPoint = "vips_array_double_new")]
    public static partial nint NewArrayDouble(ReadOnlySpan<double> numbers, int count);

    [LibraryImport(Library, EntryPoint = "vips_blob_new")]
    public static partial nint NewBlob(nint freeFunction, nint data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_blob_get")]
    public static partial nint BlobData(nint blob, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_area_unref")]
    public static partial void UnrefArea(nint area);

    [LibraryImport(Library, EntryPoint = "vips_image_new_from_memory")]
    public static partial nint NewImageFromMemory(nint data, nuint length, int width, int height, int bands, int format);

    [LibraryImport(Library, EntryPoint = "vips_image_get_width")]
    public static partial int Width(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_height")]
    public static partial int Height(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_bands")]
    public static partial int Bands(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_format")]
    public static partial int Format(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_interpretation")]
    public static partial int Interpretation(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_hasalpha")]
    public static partial int HasAlpha(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_orientation")]
    public static partial int Orientation(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_n_pages")]
    public static partial int Pages(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_image_get_typeof", StringMarshalling = StringMarshalling.Utf8)]
    public static partial nuint TypeOfField(VipsImage image, string name);

    [LibraryImport(Library, EntryPoint = "vips_image_get_blob", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int GetBlob(VipsImage image, string name, out nint data, out nuint length);

    [LibraryImport(Library, EntryPoint = "vips_image_set_blob_copy", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void SetBlob(VipsImage image, string name, ReadOnlySpan<byte> data, nuint length);

    [LibraryImport(Library, EntryPoint = "vips_region_new")]
    public static partial nint NewRegion(VipsImage image);

    [LibraryImport(Library, EntryPoint = "vips_region_image")]
    public static partial int AttachRegion(VipsRegion region, in VipsRect area);

    [LibraryImport(Library, EntryPoint = "vips_region_prepare_to")]
    public static partial int PrepareTo(VipsRegion region, VipsRegion target, in VipsRect area, int x, int y);
}

/// <summary>GLib's box for a property value: a type and two machine words, all zero before use.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GValue
{
    public nuint Type;
    public ulong First;
    public ulong Second;
}

[StructLayout(LayoutKind.Sequential)]
internal readonly record struct VipsRect(int Left, int Top, int Width, int Height);
