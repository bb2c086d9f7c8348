using Headshots.Imaging;
using Headshots.Vision.Faces;
using Headshots.Vision.Networks;
using Headshots.Vision.People;

namespace Headshots.Vision;

/// <summary>
/// What is in a picture: faces, their points and pose, and which pixels are people. Loads the networks once; safe for
/// use from many threads. All coordinates are pixels of the image given.
/// </summary>
public sealed class VisionEngine : IDisposable
{
    private readonly FaceDetector _detector;
    private readonly FaceMesher _mesher;
    private readonly HeadPoseEstimator _pose;
    private readonly PersonSegmenter _segmenter;

    private VisionEngine(FaceDetector detector, FaceMesher mesher, CanonicalFace canonical, PersonSegmenter segmenter)
    {
        CanonicalFace = canonical;
        _detector = detector;
        _mesher = mesher;
        _pose = new HeadPoseEstimator(canonical);
        _segmenter = segmenter;
    }

    /// <summary>The face whose vertices the mesh network places.</summary>
    public CanonicalFace CanonicalFace { get; }

    /// <summary>Reads the networks that the build put beside the program and prepares them.</summary>
    /// <param name="runtime">Where they run; the managed CPU runtime if null.</param>
    /// <exception cref="NetworkFormatException">A file is not the network it should be.</exception>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    public static VisionEngine Load(INetworkRuntime? runtime = null)
    {
        runtime ??= new ManagedRuntime();
        var mesher = new FaceMesher(runtime.Compile(TfliteModel.Load(ModelFiles.FaceLandmarkWithAttention)));
        var detector = new FaceDetector(
            DetectorNetwork.ShortRange(runtime.Compile(TfliteModel.Load(ModelFiles.FaceDetectionShortRange))),
            DetectorNetwork.FullRange(runtime.Compile(TfliteModel.Load(ModelFiles.FaceDetectionFullRange))),
            mesher);
        return new VisionEngine(
            detector,
            mesher,
            CanonicalFace.Load(ModelFiles.CanonicalFaceMetadata),
            new PersonSegmenter(runtime.Compile(TfliteModel.Load(ModelFiles.SelfieSegmentation))));
    }

    /// <summary>All faces from about 3 % to 90 % of the picture's side, leaning up to ±90°; the surest first.</summary>
    public IReadOnlyList<FaceDetection> DetectFaces(RgbImage image) => _detector.Detect(image);

    /// <summary>The 478 points of a detected face; null where a closer look shows no face.</summary>
    public FaceMesh? FitMesh(RgbImage image, FaceDetection face) => _mesher.Fit(image, face);

    /// <summary>
    /// A fitted face's points from a few views that differ a little: points that move with the view are not seen but
    /// guessed, because something is in front of them.
    /// </summary>
    public IReadOnlyList<FaceMesh> LookAgain(RgbImage image, FaceMesh mesh) => _mesher.LookAgain(image, mesh);

    /// <summary>Where the head points, relative to the line of sight to it.</summary>
    /// <param name="mesh">A fitted face.</param>
    /// <param name="imageWidth">Width in pixels of the image it was fitted in.</param>
    /// <param name="imageHeight">Height likewise.</param>
    public HeadPose EstimatePose(FaceMesh mesh, int imageWidth, int imageHeight) =>
        _pose.Estimate(mesh, imageWidth, imageHeight);

    /// <summary>
    /// How much of each pixel of a region belongs to a person: one channel in [0, 1] at the network's resolution
    /// (256 × 256), whatever the region's shape. A smaller region shows more detail but less of the surroundings.
    /// </summary>
    /// <param name="image">The picture.</param>
    /// <param name="region">In pixels; may reach over the edge.</param>
    public PlanarImage SegmentPerson(RgbImage image, RectF region) => _segmenter.Segment(image, region);

    /// <summary>
    /// The person mask of a portrait from two looks: at the whole picture, and at this face's head and shoulders.
    /// </summary>
    public PersonMask MaskPerson(RgbImage image, FaceDetection face)
    {
        var whole = new RectF(0, 0, image.Width, image.Height);
        var wide = new MaskLook(_segmenter.Segment(image, whole), whole);
        return HeadAndShoulders.Around(face, image.Width, image.Height) is { } close
            ? new PersonMask(wide, new MaskLook(_segmenter.Segment(image, close), close))
            : new PersonMask(wide, null);
    }

    public void Dispose()
    {
        _detector.Dispose();
        _mesher.Dispose();
        _segmenter.Dispose();
    }
}
