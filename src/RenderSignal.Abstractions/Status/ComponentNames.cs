namespace RenderSignal;

/// <summary>The parts of RenderSignal that tell <see cref="ComponentBoard"/> how they fare. A package may add names of its own.</summary>
public static class ComponentNames
{
    /// <summary>The mailbox that is polled.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>The service that polls it.</summary>
    public const string Poller = "poller";

    /// <summary>What is remembered and set: ledger, ids, settings.</summary>
    public const string Stores = "stores";

    /// <summary>Where mails are sent.</summary>
    public const string Receiver = "receiver";

    /// <summary>The Redis that stores are kept on.</summary>
    public const string Redis = "redis";

    /// <summary>The service that switches Make.com's scenarios with polling.</summary>
    public const string MakeWatcher = "make_watcher";
}
