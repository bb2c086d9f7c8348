using System.Numerics;

namespace Headshots.Vision.Faces;

/// <summary>
/// The fixed places from which BlazeFace measures its boxes (mediapipe/modules/face_detection, SsdAnchorsCalculator):
/// per layer one cell every stride pixels, row after row; layers of equal stride count as one with the anchors of all.
/// </summary>
internal static class AnchorGrid
{
    /// <summary>Centres in [0, 1] of the network's input, in the order of its outputs.</summary>
    /// <param name="inputSize">Side of the input in pixels.</param>
    /// <param name="layers">Stride and anchors per cell.</param>
    public static Vector2[] Build(int inputSize, params ReadOnlySpan<(int Stride, int PerCell)> layers)
    {
        List<Vector2> anchors = [];
        foreach ((int stride, int perCell) in layers)
        {
            int cells = inputSize / stride;
            for (int y = 0; y < cells; y++)
            {
                for (int x = 0; x < cells; x++)
                {
                    var centre = new Vector2((x + 0.5f) / cells, (y + 0.5f) / cells);
                    for (int a = 0; a < perCell; a++)
                    {
                        anchors.Add(centre);
                    }
                }
            }
        }

        return [.. anchors];
    }
}
