using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Storage.Staging;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>
/// What an import changes in one number: SHA-256 over a line for each added or changed row in the order of the codes,
/// UTF-8: <c>+</c> or <c>~</c>, the code, and the values to be, each after a tab; nothing for null, numbers in their
/// shortest form, 1 or 0 for yes or no; a tab, line end or backslash within a text as \t, \n, \r or \\. The same lines go into
/// the change log, and beside them, without the sign, those of the values that changed rows had.
/// </summary>
internal sealed record ChangeDigest(int Added, int Changed, string Hex)
{
    public static async Task<ChangeDigest> OfAsync(
        StagingArea staging, ImportTarget target, int election, ChangeLog log, CancellationToken cancel)
    {
        await using var command = staging.Command(target.Changes(staging.Schema), Election(target, election));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new StringBuilder(1 << 16);
        var before = new StringBuilder();
        var (added, changed) = (0, 0);
        var types = target.Columns;
        // Rows come from memory or a local cache: waiting for each by a task would cost more than reading it.
#pragma warning disable CA1849, MA0042
        while (reader.Read())
        {
            var isNew = reader.GetBoolean(1);
            if (isNew) added++;
            else changed++;
            Line(block.Append(isNew ? '+' : '~'), 2);
            if (!isNew) Line(before, 2 + types.Length);
            if (block.Length + before.Length > 60_000) Flush();
        }
#pragma warning restore CA1849, MA0042

        Flush();
        cancel.ThrowIfCancellationRequested();
        return new ChangeDigest(added, changed, Convert.ToHexStringLower(hash.GetHashAndReset()));

        void Flush()
        {
            foreach (var chunk in block.GetChunks())
            {
                var bytes = Encoding.UTF8.GetBytes(chunk.Span.ToArray());
                hash.AppendData(bytes);
                log.Write(ChangePart.After, bytes);
            }

            foreach (var chunk in before.GetChunks()) log.Write(ChangePart.Before, Encoding.UTF8.GetBytes(chunk.Span.ToArray()));
            block.Clear();
            before.Clear();
        }

        void Line(StringBuilder text, int first)
        {
            text.Append(reader.GetString(0));
            for (var i = 0; i < types.Length; i++)
            {
                text.Append('\t');
                if (!reader.IsDBNull(first + i)) Append(text, reader, first + i, types[i].Type);
            }

            text.Append('\n');
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
            default: block.Append(Escaped(reader.GetString(column))); break;
        }
    }

    private static string Escaped(string text) => !text.AsSpan().ContainsAny("\t\n\r\\") ? text
        : text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    /// <summary>A text of a line as it was.</summary>
    internal static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) plain.Append(text[i]);
            else plain.Append(text[++i] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other });
        }

        return plain.ToString();
    }
}
