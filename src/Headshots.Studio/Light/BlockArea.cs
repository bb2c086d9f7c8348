namespace Headshots.Studio.Light;

/// <summary>A part of a picture, counted in blocks of its pixels.</summary>
/// <param name="Left">Blocks from the left edge.</param>
/// <param name="Top">Blocks from the upper edge.</param>
/// <param name="Width">1 or more.</param>
/// <param name="Height">1 or more.</param>
internal readonly record struct BlockArea(int Left, int Top, int Width, int Height);
