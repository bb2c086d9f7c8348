using System.Numerics;
using Headshots.Imaging;
using Headshots.TestKit;
using Headshots.Vision.Faces;

namespace Headshots.Vision.Tests.Faces;

public sealed class FaceDetectorTests
{
    private static readonly string[] _turned =
        ["A01_astronaut_nasa", "A08_giunchedi_beard_dark", "A11_maher_curly", "A35_shaved_head"];

    public static TheoryData<string, int> Turns
    {
        get
        {
            TheoryData<string, int> turns = [];
            foreach (string name in _turned)
            {
                for (int degrees = -90; degrees <= 90; degrees += 15)
                {
                    turns.Add(name, degrees);
                }
            }

            return turns;
        }
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void DetectFaces_TurnedPhoto_FindsTheSameFaceAndPoints(string name, int degrees)
    {
        using RgbImage photo = SharedPhotos.Load(name);
        FaceMesh straight = Mesh(photo, out _);
        using RgbImage turned = Canvas.Turn(photo, degrees, out Matrix3x2 toCanvas);

        FaceMesh mesh = Mesh(turned, out int faces);

        Assert.Equal(1, faces);
        float error = Enumerable.Range(0, 468)
            .Average(i => Vector2.Distance(mesh.Flat(i), Vector2.Transform(straight.Flat(i), toCanvas)));
        Assert.InRange(error / straight.InterEye, 0, 0.05f);
        HeadPose before = SharedEngine.Instance.EstimatePose(straight, photo.Width, photo.Height);
        HeadPose after = SharedEngine.Instance.EstimatePose(mesh, turned.Width, turned.Height);
        Assert.InRange(after.Roll - before.Roll - degrees, -5, 5);
    }

    [Theory]
    [InlineData("A02_biden_official_7mpx", 0.03f)]
    [InlineData("A02_biden_official_7mpx", 0.06f)]
    [InlineData("A02_biden_official_7mpx", 0.15f)]
    [InlineData("A02_biden_official_7mpx", 0.5f)]
    [InlineData("A02_biden_official_7mpx", 0.9f)]
    [InlineData("A35_shaved_head", 0.03f)]
    [InlineData("A35_shaved_head", 0.06f)]
    [InlineData("A35_shaved_head", 0.9f)]
    [InlineData("A11_maher_curly", 0.03f)]
    [InlineData("A11_maher_curly", 0.9f)]
    public void DetectFaces_FaceOfAnyShareOfTheFrame_FindsIt(string name, float share)
    {
        const int Side = 1600;
        using RgbImage photo = SharedPhotos.Load(name);
        FaceMesh original = Mesh(photo, out _);
        (Vector2 centre, float size) = Extent(original);

        // Off the middle, so that no tile is centred on it by design; a large face stays within the frame.
        Vector2 at = new Vector2(0.5f) + (new Vector2(0.17f, -0.11f) * (1 - share));
        Matrix3x2 toCanvas = Matrix3x2.CreateTranslation(-centre)
            * Matrix3x2.CreateScale(share * Side / size) * Matrix3x2.CreateTranslation(at * Side);
        using RgbImage canvas = Canvas.Place(photo, toCanvas, Side, Side);

        FaceMesh mesh = Mesh(canvas, out int faces);

        Assert.Equal(1, faces);
        (Vector2 found, float width) = Extent(mesh);
        Assert.InRange(Vector2.Distance(found, at * Side) / (share * Side), 0, 0.1f);
        Assert.InRange(width / (share * Side), 0.85f, 1.15f);
    }

    [Theory]
    [InlineData(0.03f, 60)]
    [InlineData(0.03f, -90)]
    [InlineData(0.05f, 60)]
    [InlineData(0.05f, 90)]
    [InlineData(0.9f, -60)]
    public void DetectFaces_SmallOrLargeAndLeaning_FindsItTheRightWayUp(float share, int degrees)
    {
        const int Side = 1200;
        using RgbImage photo = SharedPhotos.Load("A11_maher_curly");
        FaceMesh original = Mesh(photo, out _);
        (Vector2 centre, float size) = Extent(original);
        Vector2 at = (new Vector2(0.5f) + (new Vector2(0.17f, -0.11f) * (1 - share))) * Side;
        Matrix3x2 toCanvas = Matrix3x2.CreateTranslation(-centre) * Matrix3x2.CreateRotation(degrees * MathF.PI / 180)
            * Matrix3x2.CreateScale(share * Side / size) * Matrix3x2.CreateTranslation(at);
        using RgbImage canvas = Canvas.Place(photo, toCanvas, Side, Side);

        FaceMesh mesh = Mesh(canvas, out int faces);

        Assert.Equal(1, faces);
        float error = Enumerable.Range(0, 468)
            .Average(i => Vector2.Distance(mesh.Flat(i), Vector2.Transform(original.Flat(i), toCanvas)));
        Assert.InRange(error / (original.InterEye * share * Side / size), 0, 0.05f);
    }

    [Theory]
    [InlineData("A04_obama_family4", 4)]
    [InlineData("A05_two_people", 2)]
    [InlineData("B02_three_people", 3)]
    public void DetectFaces_Group_FindsEveryFaceOnce(string name, int expected)
    {
        using RgbImage photo = SharedPhotos.Load(name);

        Assert.Equal(expected, SharedEngine.Instance.DetectFaces(photo).Count);
    }

    [Theory]
    [InlineData("A23_dog_no_face")]
    [InlineData("A60_cat_no_face")]
    public void DetectFaces_AnimalOnly_FindsNobody(string name)
    {
        using RgbImage photo = SharedPhotos.Load(name);

        Assert.Empty(SharedEngine.Instance.DetectFaces(photo));
    }

    [Fact]
    public void DetectFaces_PlainAndNoise_FindsNobody()
    {
        using var picture = RgbImage.Rent(300, 200);
        picture.Pixels.Fill(128);
        Assert.Empty(SharedEngine.Instance.DetectFaces(picture));

        new Random(7).NextBytes(picture.Pixels);
        Assert.Empty(SharedEngine.Instance.DetectFaces(picture));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 900)]
    [InlineData(900, 1)]
    public void DetectFaces_SliverOfAPicture_FindsNobody(int width, int height)
    {
        using var picture = RgbImage.Rent(width, height);
        picture.Pixels.Fill(200);

        Assert.Empty(SharedEngine.Instance.DetectFaces(picture));
    }

    [Fact]
    public void DetectFaces_FromManyThreads_AgreeWithOne()
    {
        using RgbImage photo = SharedPhotos.Load("A01_astronaut_nasa");
        FaceMesh alone = Mesh(photo, out _);

        Parallel.For(0, 8, _ => Assert.Equal(alone.Points, Mesh(photo, out int _).Points));
    }

    private static FaceMesh Mesh(RgbImage photo, out int faces)
    {
        IReadOnlyList<FaceDetection> found = SharedEngine.Instance.DetectFaces(photo);
        faces = found.Count;
        Assert.NotEmpty(found);
        FaceMesh? mesh = SharedEngine.Instance.FitMesh(photo, found[0]);
        Assert.NotNull(mesh);
        return mesh;
    }

    // Middle and longer side of the box around the face's points.
    private static (Vector2 Centre, float Size) Extent(FaceMesh mesh)
    {
        Vector2 least = mesh.Flat(0);
        Vector2 most = least;
        for (int i = 1; i < 468; i++)
        {
            least = Vector2.Min(least, mesh.Flat(i));
            most = Vector2.Max(most, mesh.Flat(i));
        }

        Vector2 extent = most - least;
        return ((least + most) / 2, MathF.Max(extent.X, extent.Y));
    }
}
