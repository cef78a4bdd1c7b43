namespace RenderSignal;

/// <summary>What a subject says by itself (REFERENCE section 3).</summary>
/// <param name="IsReply">Whether it starts with a reply prefix such as <c>Re:</c> or <c>TR :</c>.</param>
/// <param name="GroupId">The subject group, not scoped by month: mails of one group are about one thing.</param>
public sealed record SubjectTraits(bool IsReply, string GroupId);
