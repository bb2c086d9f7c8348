using Headshots.Vision.Networks.Kernels;

namespace Headshots.Vision.Networks.Execution;

/// <summary>Which landmarks span a crop, and how large the crop is. Sizes in pixels of the crop.</summary>
internal sealed record LandmarkCrop(
    int Left, int Right, int[] Subset, float TargetRotation, float ScaleX, float ScaleY, int Width, int Height);

/// <summary>
/// Matrix from crop pixels to image positions for a box around landmarks (MediaPipe's Landmarks2TransformMatrix,
/// version 2): turned so that the line left → right gets the target rotation, centred on the box of the subset in that
/// turned frame, and enlarged by the scales.
/// </summary>
internal sealed unsafe class LandmarkMatrixStep(string label, Operand landmarks, Operand matrix, LandmarkCrop crop)
    : Step(label, landmarks, matrix)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* points = landmarks.At(arena);
        float* left = points + (crop.Left * 3);
        float* right = points + (crop.Right * 3);
        float rotation = crop.TargetRotation - MathF.Atan2(right[1] - left[1], right[0] - left[0]);
        (float sin, float cos) = MathF.SinCos(rotation);
        float minX = float.MaxValue, minY = float.MaxValue, maxX = float.MinValue, maxY = float.MinValue;
        foreach (int index in crop.Subset)
        {
            float* point = points + (index * 3);
            float x = (cos * point[0]) - (sin * point[1]);
            float y = (sin * point[0]) + (cos * point[1]);
            (minX, maxX) = (MathF.Min(minX, x), MathF.Max(maxX, x));
            (minY, maxY) = (MathF.Min(minY, y), MathF.Max(maxY, y));
        }

        // Back from the turned frame: x = R⁻¹·(centre + scale·(pixel − half the crop)).
        float scaleX = crop.ScaleX * (maxX - minX) / crop.Width;
        float scaleY = crop.ScaleY * (maxY - minY) / crop.Height;
        float originX = ((minX + maxX) / 2) - (scaleX * crop.Width / 2);
        float originY = ((minY + maxY) / 2) - (scaleY * crop.Height / 2);
        var m = new Span<float>(matrix.At(arena), 16);
        m.Clear();
        (m[0], m[1], m[3]) = (cos * scaleX, sin * scaleY, (cos * originX) + (sin * originY));
        (m[4], m[5], m[7]) = (-sin * scaleX, cos * scaleY, (cos * originY) - (sin * originX));
        m[10] = 1;
        m[15] = 1;
    }
}

/// <summary>Landmarks of a crop carried over to the image: x and y under the matrix, further coordinates as they are.</summary>
internal sealed unsafe class LandmarkTransformStep(string label, Operand landmarks, Operand matrix, Operand target)
    : Step(label, landmarks, matrix, target)
{
    public override void Run(float* arena, KernelSet kernels)
    {
        float* m = matrix.At(arena);
        float* from = landmarks.At(arena);
        float* to = target.At(arena);
        for (int i = 0; i < landmarks.Rows; i++, from += landmarks.Stride, to += target.Stride)
        {
            to[0] = (m[0] * from[0]) + (m[1] * from[1]) + m[3];
            to[1] = (m[4] * from[0]) + (m[5] * from[1]) + m[7];
            for (int k = 2; k < landmarks.Channels; k++)
            {
                to[k] = from[k];
            }
        }
    }
}
