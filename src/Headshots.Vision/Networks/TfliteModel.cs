namespace Headshots.Vision.Networks;

/// <summary>A network read from a <c>.tflite</c> file.</summary>
public sealed class TfliteModel
{
}
