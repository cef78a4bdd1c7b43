using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RenderSignal;
using RenderSignal.Imap;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the mailbox.</summary>
public static class ImapRenderSignalBuilderExtensions
{
    /// <summary>Adds the mailbox on MailKit and the service that polls it. May be called more than once.</summary>
    /// <param name="builder">What <c>AddRenderSignal</c> returned.</param>
    /// <param name="configure">Changes the options after the environment was read.</param>
    public static RenderSignalBuilder AddImap(this RenderSignalBuilder builder, Action<ImapOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<ImapOptions>().ValidateOnStart();
        services.AddOptions<PollingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<ImapOptions>, ConfigureImapOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<PollingOptions>, ConfigurePollingOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ImapOptions>, ValidateImapOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PollingOptions>, ValidatePollingOptions>());
        if (configure is not null)
        {
            services.Configure(configure);
        }

        services.TryAddSingleton<ImapConnector>();
        services.TryAddSingleton<IMailbox, ImapMailbox>();
        services.TryAddSingleton<IMailboxPoller, MailboxPoller>();
        services.TryAddSingleton<CycleTrigger>();
        services.TryAddSingleton<ICycleTrigger>(provider => provider.GetRequiredService<CycleTrigger>());
        services.TryAddSingleton<FilePollerLock>();
        services.TryAddSingleton<PollerLocks>();
        services.TryAddSingleton<RequestForwarding>();
        services.TryAddSingleton<PollerLockQueue>();
        services.TryAddSingleton<PollingLoop>();
        services.TryAddSingleton<RequestedCycles>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PollingService>());
        return builder;
    }
}
