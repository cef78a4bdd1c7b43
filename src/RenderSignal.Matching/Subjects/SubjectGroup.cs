using System.Security.Cryptography;
using System.Text;

namespace RenderSignal.Matching;

/// <summary>Which subjects are about one thing (REFERENCE section 3).</summary>
internal static class SubjectGroup
{
    private const string Lot = "lot ";

    /// <summary>The group of a subject that was normalised and lost its reply prefixes.</summary>
    public static string Of(ReadOnlySpan<char> subject)
    {
        var number = LotNumber(subject);
        return number.IsEmpty ? "subject_hash_" + Hash(subject)
            : MissionSubject.IsMission(subject) ? $"media_solution_missions_recadrage_lot_{number}"
            : $"lot_{number}";
    }

    private static ReadOnlySpan<char> LotNumber(ReadOnlySpan<char> subject)
    {
        for (var at = subject.IndexOfFrom(0, Lot); at >= 0; at = subject.IndexOfFrom(at + Lot.Length, Lot))
        {
            var number = LeadingDigits(subject[(at + Lot.Length)..]);
            if (!number.IsEmpty && !subject[..at].EndsWithWordCharacter())
            {
                return number;
            }
        }

        return [];
    }

    private static ReadOnlySpan<char> LeadingDigits(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? text[..end] : text;

    private static string Hash(ReadOnlySpan<char> subject) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(subject.ToString())));
}
