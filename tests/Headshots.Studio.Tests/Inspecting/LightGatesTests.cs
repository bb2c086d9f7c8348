using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Inspecting;

/// <summary>
/// The gates that look at light and sharpness, in all six classes of skin: the same person in the same light must get
/// the same answer whatever the skin.
/// </summary>
public sealed class LightGatesTests(SitterStudio room)
{
    public static TheoryData<float> Skins => Scenes.SixSkins;

    [Theory]
    [MemberData(nameof(Skins))]
    public void Inspect_AnySkin_IsRefusedInTheSameDarknessOnly(float ita)
    {
        RgbImage good = room.Draw(Scenes.Skin(ita)).Image;

        Assert.All((float[])[-2, -1, 0, 0.5f, 1], stops => Assert.Empty(Codes(good, stops)));
        Assert.All((float[])[-3, -3.5f, -5], stops => Assert.Equal(["too_dark"], Codes(good, stops)));
    }

    /// <summary>
    /// Overexposure is judged by lost detail: the light that bleaches pale skin still shows every pore of a dark face.
    /// </summary>
    [Theory]
    [MemberData(nameof(Skins))]
    public void Inspect_AnySkinBleachedToWhite_IsTooBright(float ita) =>
        Assert.Contains("too_bright", Codes(room.Draw(Scenes.Skin(ita)).Image, 5));

    [Theory]
    [MemberData(nameof(Skins))]
    public void Inspect_DarkGlasses_AreNotTakenForDarkness(float ita)
    {
        // What the gate has to judge by behind dark lenses: nothing between the lids.
        DrawnSitter drawn = room.Draw(Scenes.Skin(ita));
        using RgbImage photo = PhotoEdit.Crop(drawn.Image, 0, 0, 480, 600);
        float half = 0.45f * drawn.InterEyePixels;
        foreach (System.Numerics.Vector2 eye in (System.Numerics.Vector2[])[drawn.Mesh.LeftSeenIris, drawn.Mesh.RightSeenIris])
        {
            for (int y = (int)(eye.Y - (0.6f * half)); y < eye.Y + (0.6f * half); y++)
            {
                photo.Row(y)[(3 * (int)(eye.X - half))..(3 * (int)(eye.X + half))].Fill(4);
            }
        }

        Assert.DoesNotContain("too_dark", Codes(photo, 0));
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Inspect_AnySkinOutOfFocus_IsTooBlurry(float ita)
    {
        // Noise is added after the lens: it must not pass for detail, in dark faces, where it is strongest, least of all.
        SitterScene soft = Scenes.Skin(ita) with { Sensor = new SitterSensor { Defocus = 6, Noise = 1.2f } };

        Assert.Equal(["too_blurry"], Codes(room.Draw(soft).Image, 0));
    }

    [Theory]
    [MemberData(nameof(Skins))]
    public void Inspect_AnySkinSmoothedByTheCamera_IsTooBlurry(float ita)
    {
        using RgbImage soft = PhotoEdit.Blur(room.Draw(Scenes.Skin(ita)).Image, 3.5f);

        Assert.Equal(["too_blurry"], Codes(soft, 0));
    }

    private string[] Codes(RgbImage photo, float stops)
    {
        using RgbImage exposed = PhotoEdit.Expose(photo, stops);
        using Inspection inspection = room.Studio.Inspect(SitterStudio.Encode(exposed));
        PortraitReport report = inspection.Report;
        Assert.Equal(report.Reasons.Count == 0 ? PortraitStatus.Rendered : PortraitStatus.Refused, report.Status);
        return [.. report.Reasons.Select(r => r.Code)];
    }
}
