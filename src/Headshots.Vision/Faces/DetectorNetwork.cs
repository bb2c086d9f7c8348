using Headshots.Imaging;
using Headshots.Vision.Networks;

namespace Headshots.Vision.Faces;

/// <summary>One of BlazeFace's two networks and how to read it (mediapipe/modules/face_detection).</summary>
internal sealed class DetectorNetwork : IDisposable
{
    private const float SameFaceOverlap = 0.3f;

    private readonly SessionPool _sessions;
    private readonly DetectionDecoder _decoder;
    private readonly int _inputSize;
    private readonly int _regressors;
    private readonly int _logits;

    private DetectorNetwork(ICompiledNetwork network, int inputSize, DetectionDecoder decoder)
    {
        _sessions = new SessionPool(network);
        _inputSize = inputSize;
        _decoder = decoder;
        _logits = network.OutputOfLength(decoder.AnchorCount);
        _regressors = network.OutputOfLength(decoder.AnchorCount * 16);
    }

    /// <summary>For faces of a fifth of the view and more.</summary>
    public static DetectorNetwork ShortRange(ICompiledNetwork network) => new(
        network, 128, new DetectionDecoder(AnchorGrid.Build(128, (8, 2), (16, 6)), 128, minScore: 0.5f));

    /// <summary>For faces from about a twentieth of the view.</summary>
    public static DetectorNetwork FullRange(ICompiledNetwork network) => new(
        network, 192, new DetectionDecoder(AnchorGrid.Build(192, (4, 1)), 192, minScore: 0.6f));

    /// <summary>Faces of one view, in pixels of the image, best first.</summary>
    public List<FaceCandidate> Look(RgbImage image, SquareView view)
    {
        List<FaceCandidate> candidates = [];
        using (SessionPool.Lease lease = _sessions.Rent())
        {
            // [0, 255] to [-1, 1]; what lies beyond the picture is black.
            BilinearSampler.Sample(
                image, view.ToImage(_inputSize), lease.Session.Input(0), _inputSize, _inputSize, 2, -1, Border.Zero);
            lease.Session.Run();
            _decoder.Decode(lease.Session.Output(_regressors), lease.Session.Output(_logits), candidates);
        }

        List<FaceCandidate> faces = Suppression.Weighted(candidates, SameFaceOverlap);
        for (int i = 0; i < faces.Count; i++)
        {
            faces[i] = faces[i].Through(view.ToImage(1));
        }

        return faces;
    }

    public void Dispose() => _sessions.Dispose();
}
