using MassTransit;

namespace Headshots.Workers.Rendering;

/// <summary>A nudge that fails is dropped: the row says when the job is due again, and retrying here would only come before that.</summary>
internal sealed class RenderSubmissionConsumerDefinition : ConsumerDefinition<RenderSubmissionConsumer>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RenderSubmissionConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.ConfigureConsumeTopology = false;
        endpointConfigurator.DiscardFaultedMessages();
        endpointConfigurator.DiscardSkippedMessages();
    }
}
