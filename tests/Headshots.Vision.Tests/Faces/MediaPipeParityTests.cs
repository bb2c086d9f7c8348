using Headshots.Imaging;
using Headshots.TestKit;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class MediaPipeParityTests
{
    public static TheoryData<string> Photos => [.. MediaPipeGolden.Names()];

    [Theory]
    [MemberData(nameof(Photos))]
    public void FitMesh_OneFaceForMediaPipe_AgreesWithinAFewHundredthsOfTheInterEyeDistance(string name)
    {
        MediaPipeGolden golden = MediaPipeGolden.Require(name);
        if (golden.Faces.Count != 1)
        {
            return;
        }

        using RgbImage photo = SharedPhotos.Load(name);
        FaceMesh? mesh = SharedEngine.Instance.DetectFaces(photo)
            .Select(f => SharedEngine.Instance.FitMesh(photo, f)).FirstOrDefault();

        Assert.NotNull(mesh);
        Assert.InRange(MediaPipeGolden.LandmarkError(mesh.Points, golden.Faces[0]), 0, 1.5f);
    }

    [Theory]
    [MemberData(nameof(Photos))]
    public void SegmentPerson_WholePicture_AgreesWithMediaPipe(string name)
    {
        MediaPipeGolden golden = MediaPipeGolden.Require(name);
        using RgbImage photo = SharedPhotos.Load(name);

        using PlanarImage mask = SharedEngine.Instance.SegmentPerson(photo, new RectF(0, 0, photo.Width, photo.Height));

        Assert.InRange(golden.MaskDifference(mask), 0, 0.02f);
    }
}
