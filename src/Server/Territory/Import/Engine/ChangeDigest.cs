using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>
/// What an import changes in one number: SHA-256 over a line for each added or changed row in the order of the codes,
/// UTF-8: <c>+</c> or <c>~</c>, the code, and the values to be, each after a tab; nothing for null, numbers in their
/// shortest form, 1 or 0 for yes or no.
/// </summary>
internal sealed record ChangeDigest(int Added, int Changed, string Hex)
{
    public static async Task<ChangeDigest> OfAsync(
        StagingArea staging, ImportTarget target, int election, CancellationToken cancel)
    {
        await using var command = staging.Command(target.Changes(staging.Schema), Election(target, election));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new StringBuilder(1 << 16);
        var (added, changed) = (0, 0);
        var types = target.Columns;
        // Rows come from memory or a local cache: waiting for each by a task would cost more than reading it.
#pragma warning disable CA1849, MA0042
        while (reader.Read())
        {
            var isNew = reader.GetBoolean(1);
            if (isNew) added++;
            else changed++;
            block.Append(isNew ? '+' : '~').Append(reader.GetString(0));
            for (var i = 0; i < types.Length; i++)
            {
                block.Append('\t');
                if (!reader.IsDBNull(i + 2)) Append(block, reader, i + 2, types[i].Type);
            }

            block.Append('\n');
            if (block.Length > 60_000) Flush();
        }
#pragma warning restore CA1849, MA0042

        Flush();
        cancel.ThrowIfCancellationRequested();
        return new ChangeDigest(added, changed, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Flush()
        {
            foreach (var chunk in block.GetChunks()) hash.AppendData(Encoding.UTF8.GetBytes(chunk.Span.ToArray()));
            block.Clear();
        }
    }

    internal static (string Name, object? Value)[] Election(ImportTarget target, int election) =>
        target.PerElection ? [("@election", election)] : [];

    private static void Append(StringBuilder block, DbDataReader reader, int column, StagedType type)
    {
        switch (type)
        {
            case StagedType.Whole: block.Append(CultureInfo.InvariantCulture, $"{reader.GetInt32(column)}"); break;
            case StagedType.Real: block.Append(CultureInfo.InvariantCulture, $"{reader.GetDouble(column):R}"); break;
            case StagedType.Flag: block.Append(reader.GetBoolean(column) ? '1' : '0'); break;
            default: block.Append(reader.GetString(column)); break;
        }
    }
}
