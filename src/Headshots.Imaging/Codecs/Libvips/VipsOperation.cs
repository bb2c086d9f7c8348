using System.Runtime.InteropServices;

namespace Headshots.Imaging.Libvips;

/// <summary>
/// One libvips operation: name it, set its options, run it, take its output. The library only logs an option that the
/// operation does not have and goes on without it, so each name is looked up before it is set.
/// </summary>
internal sealed class VipsOperation : IDisposable
{
    private const nuint IntType = 6 << 2;
    private const nuint BooleanType = 5 << 2;
    private const nuint DoubleType = 15 << 2;
    private const nuint StringType = 16 << 2;

    private readonly string _name;
    private nint _operation;

    public VipsOperation(string name)
    {
        Native.ClearErrors();
        _name = name;
        _operation = Native.NewOperation(name);
        if (_operation == 0)
        {
            throw VipsException.For(name);
        }
    }

    /// <summary>Sets a whole number or an enumeration.</summary>
    public VipsOperation Set(string option, int number)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, IntType);
        Native.SetInt(ref value, number);
        return SetAndUnset(option, ref value);
    }

    public VipsOperation Set(string option, bool state)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, BooleanType);
        Native.SetBoolean(ref value, state ? 1 : 0);
        return SetAndUnset(option, ref value);
    }

    public VipsOperation Set(string option, double number)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, DoubleType);
        Native.SetDouble(ref value, number);
        return SetAndUnset(option, ref value);
    }

    public VipsOperation Set(string option, string text)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, StringType);
        Native.SetString(ref value, text);
        return SetAndUnset(option, ref value);
    }

    public VipsOperation Set(string option, VipsImage image)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, Native.ImageType());
        bool held = false;
        image.DangerousAddRef(ref held);
        try
        {
            Native.SetObject(ref value, image.DangerousGetHandle());
        }
        finally
        {
            image.DangerousRelease();
        }

        return SetAndUnset(option, ref value);
    }

    public VipsOperation Set(string option, ReadOnlySpan<double> numbers) =>
        SetBoxed(option, Native.ArrayDoubleType(), Native.NewArrayDouble(numbers, numbers.Length));

    /// <summary>Sets a blob over pinned memory, without a copy.</summary>
    public VipsOperation SetBytes(string option, nint data, int length) =>
        SetBoxed(option, Native.BlobType(), Native.NewBlob(0, data, (nuint)length));

    public VipsOperation Run()
    {
        nint built = Native.BuildOperation(_operation);
        if (built == 0)
        {
            throw VipsException.For(_name);
        }

        Native.Unref(_operation);
        _operation = built;
        return this;
    }

    public VipsImage Image(string output = "out")
    {
        GValue value = default;
        _ = Native.InitValue(ref value, Native.ImageType());
        Native.GetProperty(_operation, output, ref value);
        nint image = Native.DuplicateObject(ref value);
        Native.UnsetValue(ref value);
        return image != 0 ? new VipsImage(image) : throw VipsException.For(_name);
    }

    public byte[] Bytes(string output = "buffer")
    {
        GValue value = default;
        _ = Native.InitValue(ref value, Native.BlobType());
        Native.GetProperty(_operation, output, ref value);
        try
        {
            nint data = Native.BlobData(Native.GetBoxed(ref value), out nuint length);
            byte[] bytes = new byte[checked((int)length)];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            Native.UnsetValue(ref value);
        }
    }

    public void Dispose()
    {
        nint operation = Interlocked.Exchange(ref _operation, 0);
        if (operation != 0)
        {
            // Outputs hold a reference of their own, also those that a failed build left behind.
            Native.UnrefOutputs(operation);
            Native.Unref(operation);
        }
    }

    private VipsOperation SetBoxed(string option, nuint type, nint area)
    {
        GValue value = default;
        _ = Native.InitValue(ref value, type);
        Native.SetBoxed(ref value, area);
        Native.UnrefArea(area);
        return SetAndUnset(option, ref value);
    }

    private VipsOperation SetAndUnset(string option, ref GValue value)
    {
        // An instance starts with the pointer to its class (GObject: GTypeInstance).
        bool known = Native.FindProperty(Marshal.ReadIntPtr(_operation), option) != 0;
        if (known)
        {
            Native.SetProperty(_operation, option, ref value);
        }

        Native.UnsetValue(ref value);
        return known ? this : throw new ArgumentException($"{_name} has no option '{option}'.", nameof(option));
    }
}
