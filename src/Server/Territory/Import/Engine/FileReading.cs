using System.Text.Json;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Tables;
using TigaPilar.Server.Storage.Staging;
using TigaPilar.Server.Territory.Contract;
using TigaPilar.Server.Territory.Import.Holders;
using TigaPilar.Server.Territory.Official;

namespace TigaPilar.Server.Territory.Import.Engine;

/// <summary>How far the reading of a file has come.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="Done">Bytes read, as the file is packed.</param>
/// <param name="Total">Bytes of the file.</param>
public readonly record struct ReadingProgress(int Rows, long Done, long Total);

/// <summary>Reads one file into staging, row by row: what is held does not grow with its length.</summary>
internal sealed class FileReading(StagingArea staging, AreaSet areas, FindingLog log, Action<ReadingProgress> progress, CancellationToken cancel)
{
    private const int ProgressEvery = 2_000;
    private readonly Ancestors _ancestors = new();
    private Stream _file = Stream.Null;
    private int _read;

    /// <summary>Rows staged.</summary>
    public int Staged { get; private set; }

    public IEnumerable<string> Places => _ancestors.Places;

    /// <summary>How the columns were understood, as JSON; null where the file has none.</summary>
    public string? Columns { get; private set; }

    public async Task ReadAsync(ImportKind kind, Stream file, ColumnChoice? chosen)
    {
        _file = file;
        if (kind == ImportKind.Offices)
        {
            await ReadOfficesAsync(chosen);
            return;
        }

        var target = ImportTarget.Of(kind);
        await staging.CreateAsync(target.Staging, cancel);
        await staging.CreateAsync(ImportTarget.Ancestors, cancel);
        using (var writer = staging.Write(target.Staging))
        {
            switch (kind)
            {
                case ImportKind.Villages: ReadVillages(writer, chosen); break;
                case ImportKind.Boundaries: ReadBoundaries(writer); break;
                case ImportKind.Voters: ReadVoters(writer, chosen); break;
                default: ReadStations(writer, chosen); break;
            }

            writer.Complete();
        }

        using (var writer = staging.Write(ImportTarget.Ancestors)) _ancestors.Write(writer);
        await staging.FilledAsync(target.Staging, cancel);
        await staging.FilledAsync(ImportTarget.Ancestors, cancel);
        Report();
    }

    private void ReadVillages(BulkWriter writer, ColumnChoice? chosen)
    {
        using var table = VillageImport.Open(_file, log.Add, chosen);
        if (table is null) return;
        Understood(table.Columns);
        foreach (var village in table.Rows())
        {
            if (!Take(village.Row, village.Code, out var flagged)) continue;
            _ancestors.Need(village.Code.AsSpan(0, 8), village.Row, flagged, village.KecamatanName);
            writer.Text(village.Code);
            writer.Text(village.Name);
            writer.Whole((int)AreaCode.LevelOf(village.Code, null));
            writer.Real(village.Latitude);
            writer.Real(village.Longitude);
            writer.Text(OfficialAreaList.Default.NameOf(village.Code));
            writer.Whole(village.Row);
            writer.Flag(flagged);
            writer.EndRow();
        }
    }

    private void ReadBoundaries(BulkWriter writer)
    {
        if (BoundaryImport.Open(_file, log.Add) is not { } boundaries) return;
        foreach (var boundary in boundaries.Rows())
        {
            if (!Take(boundary.Row, boundary.AreaCode, out var flagged)) continue;
            _ancestors.Need(boundary.AreaCode, boundary.Row, flagged, boundary.Name);
            var shape = boundary.Shape;
            writer.Text(boundary.AreaCode);
            writer.Text(shape.ToCoordinates());
            writer.Real(shape.SouthWest.Longitude);
            writer.Real(shape.SouthWest.Latitude);
            writer.Real(shape.NorthEast.Longitude);
            writer.Real(shape.NorthEast.Latitude);
            writer.Real(shape.LabelPoint.Latitude);
            writer.Real(shape.LabelPoint.Longitude);
            writer.Whole(boundary.Row);
            writer.Flag(flagged);
            writer.EndRow();
        }
    }

    private void ReadStations(BulkWriter writer, ColumnChoice? chosen)
    {
        using var table = StationImport.Open(_file, log.Add, chosen);
        if (table is null) return;
        Understood(table.Columns);
        foreach (var station in table.Rows())
        {
            if (!Take(station.Row, station.Code, out var flagged)) continue;
            _ancestors.Need(station.Code.AsSpan(0, 13), station.Row, flagged);
            writer.Text(station.Code);
            writer.Flag(station.Special);
            writer.Whole((int?)station.State);
            writer.Text(station.Place);
            writer.Real(station.Latitude);
            writer.Real(station.Longitude);
            writer.EndRow();
        }
    }

    private void ReadVoters(BulkWriter writer, ColumnChoice? chosen)
    {
        using var table = VoterImport.Open(_file, log.Add, chosen);
        if (table is null) return;
        Understood(table.Columns);
        foreach (var station in table.Rows())
        {
            if (!Take(station.Row, station.Code, out var flagged)) continue;
            _ancestors.Need(station.Code.AsSpan(0, 13), station.Row, flagged);
            writer.Text(station.Code);
            writer.Whole(station.Voters);
            writer.Whole(station.Men);
            writer.Whole(station.Women);
            writer.Whole(station.Turnout);
            writer.Whole(station.TurnoutMen);
            writer.Whole(station.TurnoutWomen);
            // Of the station itself such a file says nothing; a new one gets these by its number.
            writer.Flag(null);
            writer.Whole(null);
            writer.Whole(station.Row);
            writer.Flag(flagged);
            writer.EndRow();
        }
    }

    private async Task ReadOfficesAsync(ColumnChoice? chosen)
    {
        await staging.CreateAsync(HolderSwap.Staging, cancel);
        if (_file.CanSeek && HeaderPreview.Read(_file) is { } preview)
            Tell(preview.Columns.Where(c => c.HasIdentities && !ForbiddenColumns.AreIdentities(c.Header)).Select(c => c.Header), ImportFindings.IdentityIgnored);
        if (_file.CanSeek) _file.Position = 0;
        var known = await HolderSwap.KnownAsync(staging.Database, cancel);
        using (var writer = staging.Write(HolderSwap.Staging))
        {
            using var table = HolderImport.Open(_file, known, log.Add, chosen);
            if (table is not null) Understood(table.Columns);
            foreach (var office in table?.Rows() ?? [])
            {
                Staged++;
                HolderSwap.Write(writer, office, log.Take(office.Row));
            }

            writer.Complete();
        }

        await staging.FilledAsync(HolderSwap.Staging, cancel);
        Report();
    }

    private bool Take(int row, string code, out bool flagged)
    {
        if (++_read % ProgressEvery == 0) Report();
        flagged = false;
        if (!areas.Contains(code))
        {
            log.Add(new RowFinding(row, null, code, ImportFindings.OutsideYourAreas));
            return false;
        }

        flagged = log.Take(row);
        Staged++;
        return true;
    }

    private void Report()
    {
        cancel.ThrowIfCancellationRequested();
        progress(_file.CanSeek ? new ReadingProgress(_read, _file.Position, _file.Length) : new ReadingProgress(_read, 0, 0));
    }

    private void Understood(TableColumns columns)
    {
        Columns = JsonSerializer.Serialize(new UnderstoodColumns(
            columns.Row, columns.Sheet, [.. columns.Taken.Select(t => new UnderstoodColumn(t.Header, t.Column.Name))], [.. columns.Ignored]));
        Tell(columns.Ignored.Where(ForbiddenColumns.AreVotes), ImportFindings.VotesIgnored);
        Tell(columns.Ignored.Where(ForbiddenColumns.AreIdentities), ImportFindings.IdentityIgnored);
    }

    private void Tell(IEnumerable<string> headers, FindingKind kind)
    {
        var named = string.Join(", ", headers);
        if (named.Length > 0) log.Add(new RowFinding(null, null, null, kind, named));
    }
}

/// <summary>A column of the file and what it was taken for.</summary>
internal sealed record UnderstoodColumn(string Header, string Meaning);

/// <summary>How the header was understood, as it is kept with an import.</summary>
internal sealed record UnderstoodColumns(int Row, string? Sheet, UnderstoodColumn[] Taken, string[] Ignored);
