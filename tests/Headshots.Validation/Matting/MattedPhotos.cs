using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Matting;
using Headshots.TestKit;
using Headshots.Vision;

namespace Headshots.Validation.Matting;

/// <summary>
/// The photos of shared/photos/mattes. Their faces are blurred beyond recognition, so where a face would have been found,
/// and what a frame would show, was set by hand.
/// </summary>
internal static class MattedPhotos
{
    private static readonly Sample[] _samples =
    [
        new("B10_p3m_p_015cd10e", "_alpha", new RectF(580, 370, 430, 430), new RectF(20, 110, 960, 960)),
        new("B10_p3m_p_22fc0130", "_alpha", new RectF(310, 640, 470, 460), new RectF(0, 80, 1080, 1080)),
        new("B10_p3m_p_bd6af989", "_alpha", new RectF(440, 470, 230, 230), new RectF(170, 330, 840, 840)),
        new("B10_p3m_p_0865636e", "_alpha", null, new RectF(0, 0, 1613, 1080)),
        new("B02_three_people", "_mask", null, new RectF(0, 0, 1049, 861)),
    ];

    public static IEnumerable<MatteSubject> All(VisionEngine engine) => _samples.Select(s => s.Open(engine));

    /// <param name="Name">The photo.</param>
    /// <param name="Suffix">What the reference's name has after the photo's.</param>
    /// <param name="Face">Brows to chin, in pixels; null where no head shows or there are several.</param>
    /// <param name="Frame">What is cut out and compared, in pixels.</param>
    private sealed record Sample(string Name, string Suffix, RectF? Face, RectF Frame)
    {
        public MatteSubject Open(VisionEngine engine)
        {
            int width = (int)Frame.Width;
            int height = (int)Frame.Height;
            Matrix3x2 toPhoto = Matrix3x2.CreateTranslation(Frame.X, Frame.Y);
            using RgbImage photo = SharedPhotos.Load(Name);
            using RgbImage reference = SharedPhotos.Load(Name + Suffix);
            using PlanarImage known = PlanarImage.Rent(width, height, 3);
            AffineWarp.Warp(reference, toPhoto, known, Border.Replicate);
            PlanarImage alpha = PlanarImage.Rent(width, height, 1);
            known.Plane(0).CopyTo(alpha.Plane(0));
            PlanarImage picture = PlanarImage.Rent(width, height, 3);
            AffineWarp.Warp(photo, toPhoto, picture, Border.Replicate);
            bool soft = string.Equals(Suffix, "_alpha", StringComparison.Ordinal);
            PlanarImage? light = soft ? Copy(alpha) : null;
            PlanarImage? colours = soft ? Copy(picture) : null;
            if (light is not null && colours is not null)
            {
                ForegroundColours.Estimate(colours, light);
            }

            return new MatteSubject
            {
                Name = Name,
                Picture = picture,
                Rough = MatteSubject.LookAt(engine, photo, Face, width, height, toPhoto),
                Alpha = alpha,
                Light = light,
                Colours = colours,
            };
        }

        private static PlanarImage Copy(PlanarImage image)
        {
            PlanarImage copy = PlanarImage.Rent(image.Width, image.Height, image.Channels);
            for (int channel = 0; channel < image.Channels; channel++)
            {
                image.Plane(channel).CopyTo(copy.Plane(channel));
            }

            return copy;
        }
    }
}
