using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Attire;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Studio.Matting;
using Headshots.Studio.Retouching;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;
using Headshots.Vision.Faces;

namespace Headshots.Studio;

/// <summary>From a photo, a mask and a frame to the finished picture.</summary>
internal static class Compositor
{
    /// <summary>Composes; cancellation is looked at between the stages.</summary>
    /// <returns>A finished picture of the asked size; the caller's to dispose.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Composition Compose(
        Examination seen,
        Frame frame,
        PortraitSpec spec,
        KitAssets assets,
        int width,
        int height,
        StageClock clock,
        CancellationToken cancellation)
    {
        Composition composition = CutOut(seen, frame, width, height, clock, cancellation);
        try
        {
            if (EdgeScore.IsDoubtful(composition))
            {
                composition.Warnings.Add(EdgeReasons.Doubtful);
            }

            Developer.Develop(composition, spec.Light);
            Done("light");
            Retoucher.Retouch(composition, spec.Retouch);
            Done("retouch");
            Wardrobe.Dress(composition, spec.Attire, assets);
            Done("attire");
            Backdrop.Place(composition, spec.Background, assets);
            Done("background");
            Finisher.Finish(composition, spec.Light);
            Done("finish");
            return composition;
        }
        catch
        {
            composition.Dispose();
            throw;
        }

        void Done(string stage)
        {
            clock.Lap(stage);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>The framed person with alpha and the colours of nobody else.</summary>
    private static Composition CutOut(
        Examination seen, Frame frame, int width, int height, StageClock clock, CancellationToken cancellation)
    {
        PlanarImage picture = PlanarImage.Rent(width, height, 3);
        PlanarImage? asShot = null;
        PlanarImage? alpha = null;
        float doubt;
        try
        {
            Matrix3x2 toPhoto = frame.PictureToPhoto(width, height);
            PhotoCrop.Sample(seen, frame, width, height, picture);
            FrameSpace space = FrameSpace.Of(frame, seen.Content, width, height);
            PhotoEdge.Mirror(picture, space);
            asShot = Copy(picture);
            clock.Lap("crop");
            cancellation.ThrowIfCancellationRequested();
            using (PlanarImage rough = seen.Mask.LaidOn(width, height, toPhoto))
            {
                PhotoEdge.Mirror(rough, space);
                alpha = PortraitMatte.Refine(picture, rough, space, out doubt);
            }

            clock.Lap("matte");
            cancellation.ThrowIfCancellationRequested();
            ForegroundColours.Estimate(picture, alpha);

            // After the colours: what the person goes on with are the person's own.
            BodyContinuation.Apply(picture, alpha, space);
            clock.Lap("foreground");
            cancellation.ThrowIfCancellationRequested();
            return new Composition
            {
                Seen = seen,
                Frame = frame,
                Picture = picture,
                Alpha = alpha,
                EdgeDoubt = doubt,
                AsShot = asShot,
                Mesh = InPicture(seen.SeenMesh, toPhoto),
            };
        }
        catch
        {
            picture.Dispose();
            asShot?.Dispose();
            alpha?.Dispose();
            throw;
        }
    }

    private static PlanarImage Copy(PlanarImage picture)
    {
        PlanarImage copy = PlanarImage.Rent(picture.Width, picture.Height, picture.Channels);
        for (int channel = 0; channel < picture.Channels; channel++)
        {
            picture.Plane(channel).CopyTo(copy.Plane(channel));
        }

        return copy;
    }

    private static FaceMesh InPicture(FaceMesh mesh, Matrix3x2 toPhoto)
    {
        if (!Matrix3x2.Invert(toPhoto, out Matrix3x2 toPicture))
        {
            throw new InvalidOperationException("A frame has an area.");
        }

        float scale = MathF.Sqrt(Math.Abs(toPicture.GetDeterminant()));
        return mesh with
        {
            Points = [.. mesh.Points.Select(p => new Vector3(Vector2.Transform(new Vector2(p.X, p.Y), toPicture), p.Z * scale))],
        };
    }
}
