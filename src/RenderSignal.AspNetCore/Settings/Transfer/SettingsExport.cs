using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace RenderSignal.AspNetCore;

/// <summary>Makes a file of the settings in force.</summary>
internal sealed class SettingsExport(ISettingsReader reader, IClock clock, ILogger<SettingsExport> logger)
{
    /// <param name="passphrase">What webhook addresses are sealed with; null: they are left out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<SettingsFile> CreateAsync(string? passphrase, CancellationToken cancellationToken)
    {
        var inForce = DocumentsBody.WithAddresses(await reader.GetAsync(cancellationToken));
        var seal = passphrase is null ? null : new AddressSeal(passphrase);
        var documents = new JsonObject();
        foreach (var (name, document) in DocumentName.All)
        {
            var fields = inForce.FieldsOf(document);
            foreach (var (field, value) in fields.Where(field => AddressFields.Contains(document, field.Key)).ToList())
            {
                if (seal is null)
                {
                    fields.Remove(field);
                }
                else if ((string?)value is { } address)
                {
                    fields[field] = SealedAddress.Write(seal.Seal(field, address));
                }
            }

            documents[name] = fields;
        }

        OperationsLog.SettingsExported(logger, seal is null ? "without" : "with sealed");
        return new SettingsFile(ApiTime.Format(clock.GetCurrentInstant()), documents);
    }
}
