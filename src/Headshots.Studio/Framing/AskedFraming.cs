using Headshots.Studio.Specs;

namespace Headshots.Studio.Framing;

/// <summary>What the spec asks of the frame for one head, look-room included.</summary>
/// <param name="FaceHeight">Chin to crown as a share of the frame's height.</param>
/// <param name="EyeLine">The eyes' distance from the top as a share of the frame's height.</param>
/// <param name="CentreOffset">How far the face's middle lies right of the frame's middle, as a share of its width.</param>
/// <param name="Guide">The shape that must not cut the head.</param>
internal sealed record AskedFraming(float FaceHeight, float EyeLine, float CentreOffset, string Guide = "none")
{
    /// <summary>Degrees of yaw from which a head looks to one side, and from which it gets all of the look-room.</summary>
    private const float Turned = 8;
    private const float FullyTurned = 30;

    /// <param name="spec">What is asked for.</param>
    /// <param name="yaw">Degrees, positive when the nose points to the right of the picture.</param>
    public static AskedFraming Of(FramingSpec spec, float yaw)
    {
        float turn = Math.Clamp((Math.Abs(yaw) - Turned) / (FullyTurned - Turned), 0, 1);
        return new AskedFraming(
            spec.FaceHeight, spec.EyeLine, spec.CentreOffset - (MathF.Sign(yaw) * turn * spec.LookRoom), spec.Guide);
    }
}
