using Headshots.Studio.Specs;

namespace Headshots.App.Kits;

/// <summary>A kit that can be used: valid, and every file it refers to is there and a picture.</summary>
/// <param name="Spec">What the headshot must look like.</param>
/// <param name="Assets">The files beside the kit.</param>
internal sealed record Kit(PortraitSpec Spec, KitAssets Assets);
