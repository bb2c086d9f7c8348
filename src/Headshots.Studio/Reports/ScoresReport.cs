namespace Headshots.Studio.Reports;

/// <summary>How good a headshot is, to rank several selfies of one person; each 0 (poor) to 100 (nothing to wish for).</summary>
/// <param name="Framing">Nearness to what the spec asked for.</param>
/// <param name="Light">Even, neither dark nor burnt, as shot.</param>
/// <param name="BackgroundContrast">How well the sitter stands out from the background.</param>
/// <param name="Sharpness">Detail in the face, and enough pixels for it.</param>
/// <param name="Pose">Facing the camera.</param>
/// <param name="Expression">Eyes open; mouth calm or smiling.</param>
/// <param name="Edge">How surely the sitter was told from the surroundings: hair whole, nothing of them left.</param>
/// <param name="Overall">All of them, the weakest counting most.</param>
public sealed record ScoresReport(
    double Framing, double Light, double BackgroundContrast, double Sharpness, double Pose, double Expression, double Edge, double Overall);
