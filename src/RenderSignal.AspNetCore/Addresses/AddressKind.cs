namespace RenderSignal.AspNetCore;

/// <summary>What an address is good for.</summary>
internal enum AddressKind
{
    /// <summary>Nothing here.</summary>
    None,

    /// <summary>Mails can be sent there.</summary>
    Receiver,

    /// <summary>Mails can be sent there: it is a hook of Make.com.</summary>
    MakeHook,

    /// <summary>It is a link of a file-transfer service, as mails bring them.</summary>
    DeliveryLink,
}
