using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;

namespace Headshots.Studio.Framing;

/// <summary>
/// Puts the frame where the spec wants it. Where the photo cuts through the person (a shoulder at its side, the chest at
/// its lower edge), or a guide would cut the head, the frame that strays least from the spec is taken.
/// </summary>
internal static class FrameSolver
{
    /// <summary>How far the search goes: a head whose crown is in the photo may fill this much of the frame …</summary>
    private const float LargestFace = 0.90f;

    /// <summary>… one whose hair the photo cuts may fill it all, as a tight portrait does …</summary>
    private const float LargestCutFace = 1.15f;

    /// <summary>… for a guide the face may be this much smaller …</summary>
    private const float Smaller = 0.12f;

    /// <summary>… and shifts as shares of the frame: an off-centre head looks wrong long before a high one.</summary>
    private const float LargestShift = 0.10f;

    /// <summary>Grid of the first search; the refinements that follow halve its steps.</summary>
    private const int ScaleSteps = 14;
    private const int ShiftSteps = 3;
    private const int Refinements = 5;

    /// <param name="heads">The head with its crown found, as levelled as asked first, less levelled ones after it.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="aspect">Width divided by height of this picture.</param>
    /// <param name="mask">Tells where the photo cuts the person.</param>
    /// <param name="photo">The photo without bars, in its pixels.</param>
    public static Frame Solve(
        IReadOnlyList<HeadGeometry> heads, AskedFraming asked, float aspect, MaskRaster mask, RectF photo)
    {
        Candidate? best = null;
        foreach (HeadGeometry head in heads)
        {
            // A head that stays tilted costs as well, but a natural lean less than a portrait without room.
            float lean = heads[0].Angle - head.Angle;
            Candidate found = new Search(head, asked, aspect, mask, photo).Run();
            found = found with { Cost = found.Cost + (lean * lean) };
            best = best is null || found.Cost < best.Value.Cost ? found : best;
            if (best.Value.Cost <= 0)
            {
                break;
            }
        }

        return best?.Frame ?? throw new ArgumentException("A head is needed.", nameof(heads));
    }

    private sealed class Search(HeadGeometry head, AskedFraming asked, float aspect, MaskRaster mask, RectF photo)
    {
        private readonly PersonCuts _cuts = new(head, mask, photo);
        private readonly HeadOutline? _outline = asked.Guide == "none" ? null : new HeadOutline(head, mask);
        private readonly float _lowerLimit = BodyContinuation.LowerLimit(head, photo);
        private readonly float _largest =
            Math.Max(head.CrownSeen ? LargestFace : LargestCutFace, asked.FaceHeight) - asked.FaceHeight;

        public Candidate Run()
        {
            Candidate best = Try(default);
            if (best.Cost <= 0)
            {
                return best;
            }

            Vector3 step = new(_largest / ScaleSteps, LargestShift / ShiftSteps, LargestShift / ShiftSteps);
            int smaller = _outline is null ? 0 : -(int)MathF.Ceiling(Smaller * asked.FaceHeight / step.X);
            best = Around(best, Vector3.Zero, step, smaller, ScaleSteps, ShiftSteps);
            for (int i = 0; i < Refinements; i++)
            {
                step /= 2;
                best = Around(best, best.Straying, step, -1, 1, 1);
            }

            return best;
        }

        private Candidate Around(Candidate best, Vector3 around, Vector3 step, int smallest, int largest, int shifts)
        {
            for (int s = smallest; s <= largest; s++)
            {
                for (int v = -shifts; v <= shifts; v++)
                {
                    for (int h = -shifts; h <= shifts; h++)
                    {
                        Candidate candidate = Try(around + (step * new Vector3(s, v, h)));
                        best = candidate.Cost < best.Cost ? candidate : best;
                    }
                }
            }

            return best;
        }

        /// <param name="straying">Larger face, lower eyes, face to the right, as shares of the frame.</param>
        private Candidate Try(Vector3 straying)
        {
            straying.X = Math.Clamp(straying.X, _outline is null ? 0 : -Smaller * asked.FaceHeight, _largest);
            straying.Y = Math.Clamp(straying.Y, -LargestShift, LargestShift);
            straying.Z = Math.Clamp(straying.Z, -LargestShift, LargestShift);
            float height = head.Height / (asked.FaceHeight + straying.X);
            float width = height * aspect;
            RectF area = new(
                head.CentreX - ((0.5f + asked.CentreOffset + straying.Z) * width),
                -(asked.EyeLine + straying.Y) * height,
                width,
                height);
            CutDepths beyond = _cuts.Measure(area);
            float guide = _outline?.Overlap(area, asked.Guide) ?? 0;
            Frame frame = new(head, area) { Beyond = beyond, InsideGuide = guide <= 0.002f };
            float cost = Vector3.Dot(new Vector3(1, 3, 8), straying * straying) + (30 * guide) + HeadCut(area) + Extending(beyond);
            return new Candidate(frame, straying, straying == default && beyond.None && guide <= 0 ? 0 : cost);
        }

        /// <summary>A frame that cuts crown or chin though the photo has them.</summary>
        private float HeadCut(RectF area)
        {
            float crown = head.CrownSeen ? Math.Max(0, area.Y + (0.02f * area.Height) - head.Crown) : 0;
            float chin = Math.Max(0, head.Chin + (0.07f * area.Height) - area.Bottom);
            return 20 * (crown + chin) / area.Height;
        }

        /// <summary>
        /// What it costs to go on beyond the photo: a cut through the head is worst; clothes can be carried on for a
        /// while (<see cref="BodyContinuation"/>), better at the sides than below.
        /// </summary>
        private float Extending(CutDepths beyond)
        {
            float sides = Math.Max(beyond.Left, beyond.Right);
            return (40 * Math.Max(0, beyond.HeadTop - 0.002f))
                + Price(beyond.HeadSide, 5, BodyContinuation.HairLimit, 15)
                + Price(sides, 0.4f, BodyContinuation.SideLimit, 2)
                + Price(beyond.Bottom, 0.8f, _lowerLimit, 4);
        }

        private static float Price(float depth, float square, float limit, float over) =>
            (square * depth * depth) + (over * Math.Max(0, depth - limit));
    }

    private readonly record struct Candidate(Frame Frame, Vector3 Straying, float Cost);
}
