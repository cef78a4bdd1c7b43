using System.Text.Json.Nodes;

namespace RenderSignal;

internal static class FieldRules
{
    /// <summary>Lays a document over settings, field by field. Fields without a rule are ignored.</summary>
    public static TSettings Apply<TSettings>(
        this IEnumerable<FieldRule<TSettings>> rules, JsonObject document, TSettings below, Action<FieldProblem> complain)
    {
        foreach (var rule in rules)
        {
            if (document.TryGetPropertyValue(rule.Field, out var value))
            {
                below = rule.Apply(value, below, complain);
            }
        }

        return below;
    }
}
