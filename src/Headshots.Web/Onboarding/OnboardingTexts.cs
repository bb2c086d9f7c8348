namespace Headshots.Web.Onboarding;

/// <summary>Names the resources OnboardingTexts.resx (English) and OnboardingTexts.de.resx.</summary>
internal sealed class OnboardingTexts;
