namespace Headshots.Studio.Inspecting;

/// <summary>
/// When a photo is refused. None of these depends on how light or dark skin is: light is judged where a face of any
/// tone reflects it (the brightest parts), blur relative to the face's own contrast, everything else by geometry.
/// </summary>
internal static class GateThresholds
{
    /// <summary>Pixels between the irises: less gives a 1024-pixel headshot enlarged more than four times.</summary>
    public const float InterEyePixels = 40;

    /// <summary>
    /// Share of the photo's shorter side between the irises: less, and the sitter stood metres away, where the lens and
    /// the file's compression leave little of a face however many pixels it has. Waived from
    /// <see cref="AmpleInterEyePixels"/> on, the 90 pixels ICAO asks of a passport photo.
    /// </summary>
    public const float InterEyeShare = 0.03f;

    /// <summary>Pixels between the irises from which the share does not matter.</summary>
    public const float AmpleInterEyePixels = 90;

    /// <summary>Another face at least this large beside the sitter's, by eye distance, is no passer-by.</summary>
    public const float OtherFace = 0.5f;

    /// <summary>Degrees of yaw either way: from about here on the far eye disappears behind the nose.</summary>
    public const float Yaw = 50;

    /// <summary>Degrees of pitch either way.</summary>
    public const float Pitch = 35;

    /// <summary>Share of the face outline's points that may lie outside the photo.</summary>
    public const float OutlineOutside = 0.04f;

    /// <summary>
    /// Lid opening over eye width, both eyes: open eyes measure 0.2 to 0.5, narrow ones not below 0.13, closed lids of
    /// drawn people 0.05 to 0.115, because the mesh keeps some depth between them.
    /// </summary>
    public const float EyeOpening = 0.12f;

    /// <summary>
    /// Relative luminance (linear, 0–1). A face is too dark when neither its highlights (brightest twentieth) nor the
    /// whites of its eyes (brightest tenth between the lids) reach theirs: dark skin in good light has both, pale skin in
    /// the dark has neither. Measured on faces in ordinary light: 0.27 to 0.89 and 0.05 to 0.80. On drawn people the
    /// whites decide, in the same light for every skin.
    /// </summary>
    public const float DarkHighlight = 0.16f;

    /// <summary>See <see cref="DarkHighlight"/>.</summary>
    public const float DarkEyeWhite = 0.06f;

    /// <summary>
    /// Highlights below this are too dark whatever the eyes show. The darkest skin still reflects as much where the
    /// whites of its eyes reach theirs, so it must not be higher.
    /// </summary>
    public const float DarkestHighlight = 0.02f;

    /// <summary>
    /// The whites are no evidence where they cannot be seen: behind lids opened less than this …
    /// </summary>
    public const float SeenWhiteOpening = 0.13f;

    /// <summary>
    /// … or where they reach less than this share of the highlights, as behind dark glasses (0.005 to 0.01). Seen ones
    /// have 0.2 (in the dark) to 3 (dark skin).
    /// </summary>
    public const float SeenWhiteShare = 0.06f;

    /// <summary>Share of the face that may be clipped to white.</summary>
    public const float ClippedShare = 0.25f;

    /// <summary>
    /// Fine detail relative to the face's contrast (see <see cref="FacePatch.Sharpness"/>). Sharp photos measure 0.066
    /// to 0.29; the same blurred by 2 % of the inter-eye distance 0.014 to 0.06, by 4 % 0.005 to 0.014. Drawn people of
    /// every skin: 0.15 to 0.21 in focus, 0.02 or less with a circle of confusion of 12 % of that distance.
    /// </summary>
    public const float Sharpness = 0.02f;

    /// <summary>
    /// The same in the direction with least of it (see <see cref="FacePatch.DirectedSharpness"/>): sharp photos have
    /// 0.073 or more, shaken by an eighth of the inter-eye distance 0.011 to 0.064.
    /// </summary>
    public const float DirectedSharpness = 0.02f;

    /// <summary>Up to this, direction matters: shaken is …</summary>
    public const float ShakenSharpness = 0.06f;

    /// <summary>
    /// … whose least direction has this share of the other's, whatever the contrast: sharp photos have 0.44 or more, photos
    /// shaken by a fifth of the inter-eye distance 0.06 to 0.5 (median 0.26), drawn people of all skins 0.08 to 0.29.
    /// </summary>
    public const float ShakenShare = 0.35f;

    /// <summary>
    /// Shares of nose tip, lips and lower face that are unlike the sitter's skin, from which the face is covered. Bare
    /// faces in photos have at most 0.35, 0.66 and 0.57 (full beards, hard light), painted masks mostly 0.8 to 1.
    /// </summary>
    public const float CoveredNose = 0.75f;

    /// <summary>See <see cref="CoveredNose"/>.</summary>
    public const float CoveredLips = 0.72f;

    /// <summary>See <see cref="CoveredNose"/>.</summary>
    public const float CoveredLowerFace = 0.75f;

    /// <summary>
    /// Share of eyes and lids, of the eye that shows more, that is unlike skin: behind sunglasses 0.99 to 1, behind
    /// clear glasses, make-up, strands of hair or in shadow at most 0.64.
    /// </summary>
    public const float HiddenEye = 0.93f;

    /// <summary>
    /// Behind glasses the mesh opens every eye; the picture does not. Closed: neither iris is darker than the lids by
    /// this share (drawn 0.10 to 0.23, half open 0.39 to 0.82) …
    /// </summary>
    public const float SeenIris = 0.27f;

    /// <summary>… and nowhere between the lids is anything but skin (0.02 to 0.04, half open 0.09 or more).</summary>
    public const float SeenEye = 0.06f;

    /// <summary>
    /// How far the lips wander (see <see cref="PointWander"/>) from which something may be in front of them. Bare faces:
    /// 0.005 to 0.024, in bad light, of bearded or turned ones up to 0.042; behind a painted hand 0.032 to 0.085, behind an
    /// arm 0.019 or more, behind a mask worn under the nose 0.031 or more. It alone would refuse moustaches, so …
    /// </summary>
    public const float WanderingLips = 0.022f;

    /// <summary>… they must wander this many times as far as eyes and brows do, and …</summary>
    public const float WanderingLipsShare = 1.5f;

    /// <summary>
    /// … no lips may be seen: neither redder than what is around them by this correlation (bare faces 0.30 or more, in
    /// photos without colour 0; hands and arms −0.3 to 0.19) …
    /// </summary>
    public const float SeenLips = 0.22f;

    /// <summary>
    /// … nor with a line between them: of bare faces whose lips wander 0.57 or more, of hands between whose fingers a
    /// line may lie 0.67 or less.
    /// </summary>
    public const float SeenMouthLine = 0.5f;

    /// <summary>
    /// An eye is covered or closed that shows nothing but skin (as <see cref="SeenEye"/>, with more room for a hand's
    /// shadows) while its iris wanders by this: seen irises have up to 0.012, those of far eyes up to 0.06, but a far eye
    /// shows more than skin. Under a painted hand they have 0.019 or more.
    /// </summary>
    public const float WanderingIris = 0.015f;

    /// <summary>See <see cref="WanderingIris"/>; open eyes show 0.1 or more.</summary>
    public const float CoveredEye = 0.08f;

    /// <summary>
    /// Irises wander behind closed lids too, the mean of both by 0.0145 or more even behind glasses; of eyes open by as
    /// little as 0.3 by 0.0135 or less.
    /// </summary>
    public const float WanderingIrises = 0.014f;

    /// <summary>Degrees of lean: levelled, the shoulders of a head that leant more look fallen …</summary>
    public const float TiltWorthSaying = 20;

    /// <summary>… and beyond this the neck looks broken.</summary>
    public const float TiltTooMuch = 50;

    /// <summary>Stops between the two halves of a face from which the light is called harsh.</summary>
    public const float HarshLight = 2.6f;
}
