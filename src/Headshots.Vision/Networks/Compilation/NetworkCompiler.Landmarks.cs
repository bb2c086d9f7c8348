using Headshots.Vision.Networks.Execution;
using Headshots.Vision.Networks.Tflite;

namespace Headshots.Vision.Networks.Compilation;

/// <content>MediaPipe's operators that look again at a part of the face found in the same run.</content>
internal sealed partial class NetworkCompiler
{
    private const int SupportedVersion = 2;

    private void LowerLandmarkMatrix(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        RequireVersion(op);
        int source = Input(op, 0);
        if (Shape(source) is not [1, var count, 3])
        {
            throw op.Refuse($"its landmarks have shape [{string.Join(',', Shape(source))}]; (1, count, 3) is supported");
        }

        RequireShape(op, node.Output, 1, 4, 4);
        var options = new FlexMap(op.CustomOptions, op.Label);
        var crop = new LandmarkCrop(
            options.Int32("left_rotation_idx"),
            options.Int32("right_rotation_idx"),
            options.Int32s("subset_idxs"),
            options.Single("target_rotation_radians"),
            options.Single("scale_x"),
            options.Single("scale_y"),
            options.Int32("output_width"),
            options.Int32("output_height"));
        if (crop.Subset.Append(crop.Left).Append(crop.Right).Any(i => i < 0 || i >= count) || crop.Subset.Length == 0)
        {
            throw op.Refuse($"its options name landmarks beyond the {count} there are, or none");
        }

        if (crop is not { Width: > 0, Height: > 0, ScaleX: > 0, ScaleY: > 0 })
        {
            throw op.Refuse("its crop has no size");
        }

        steps.Add(new LandmarkMatrixStep(op.Label, Dense(source, op), NewDense(node.Output), crop));
    }

    private void LowerTransformTensor(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        RequireVersion(op);
        int source = Input(op, 0);
        (int height, int width, int channels) = Image(op, source);
        var options = new FlexMap(op.CustomOptions, op.Label);
        int outputHeight = options.Int32("output_height"), outputWidth = options.Int32("output_width");
        RequireShape(op, node.Output, 1, outputHeight, outputWidth, channels);
        steps.Add(new TransformStep(
            op.Label, height, width, outputHeight, outputWidth, Padded(source, op), Matrix(op), NewPadded(node.Output)));
    }

    private void LowerTransformLandmarks(GraphNode node)
    {
        TfliteOperator op = node.Operator;
        RequireVersion(op);
        int source = Input(op, 0);
        if (Shape(source) is not [1, _, 2 or 3])
        {
            throw op.Refuse($"its landmarks have shape [{string.Join(',', Shape(source))}]; (1, count, 2 or 3) is supported");
        }

        RequireShape(op, node.Output, Shape(source));
        steps.Add(new LandmarkTransformStep(op.Label, Dense(source, op), Matrix(op), NewDense(node.Output)));
    }

    private Operand Matrix(TfliteOperator op)
    {
        int matrix = Input(op, 1);
        return Shape(matrix) is [1, 4, 4]
            ? Dense(matrix, op)
            : throw op.Refuse($"its matrix has shape [{string.Join(',', Shape(matrix))}]; (1, 4, 4) is supported");
    }

    private static void RequireVersion(TfliteOperator op)
    {
        if (op.Version != SupportedVersion)
        {
            throw op.Refuse($"version {op.Version} is not supported; {SupportedVersion} is");
        }
    }
}
