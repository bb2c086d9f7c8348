using System.Numerics;

namespace Headshots.Studio.Matting;

/// <summary>The colours of one layer about a place: a normal distribution of encoded values.</summary>
internal readonly record struct ColourModel(Vector3 Mean, Covariance Scatter);
