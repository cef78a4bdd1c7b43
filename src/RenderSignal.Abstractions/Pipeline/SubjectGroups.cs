using NodaTime;

namespace RenderSignal;

/// <summary>The name under which a subject group is remembered.</summary>
internal static class SubjectGroups
{
    /// <summary>The group scoped by the month of the polling time zone: <c>2026-11:lot_7</c> (REFERENCE section 3).</summary>
    public static string Scope(string groupId, ZonedDateTime now) => $"{now.Year:0000}-{now.Month:00}:{groupId}";
}
