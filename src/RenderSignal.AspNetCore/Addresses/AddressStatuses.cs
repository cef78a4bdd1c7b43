namespace RenderSignal.AspNetCore;

/// <summary>Why nothing can be sent to an address.</summary>
internal static class AddressStatuses
{
    public static Phrase NotAllowed { get; } =
        new("not_allowed", "mails are sent over https; over http only to this machine: write an address that begins with https://");

    public static Phrase NoAddress { get; } = new("no_address", "it is neither an address that begins with https:// nor a hook of Make.com");

    public static Phrase NoPlace { get; } =
        new("no_place", "mails are sent neither to port 0 nor to an IPv6 address with a zone: write another port or address");
}
