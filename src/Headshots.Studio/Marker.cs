namespace Headshots.Studio;
