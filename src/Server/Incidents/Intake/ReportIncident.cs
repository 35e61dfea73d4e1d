using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>Lapor kejadian: what and where, in two fields; who sorts it later needs no more to begin with.</summary>
internal sealed class ReportIncident(CurrentReader current, IntakeWriter writer, KnownAreas areas, OfficeClock clock, IHttpContextAccessor http)
{
    private const string CodeLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 12;

    /// <summary>The reader's office by which he reports, and whether he takes down what others say.</summary>
    public async Task<(HeldOffice? Office, bool Posko)> SenderAsync()
    {
        var reader = await current.GetSignedInAsync();
        var office = reader.Offices.FirstOrDefault(o => !o.Areas.IsEmpty && AccessMatrix.Default.Allows(o.Role, Permission.Parse(IncidentsPermissions.Write)));
        return (office, office?.Role is OfficeRole.Desk or OfficeRole.Polri or OfficeRole.Tni or OfficeRole.Camat);
    }

    /// <summary>From an office. Null when it is kept (also where it was before), else the key of the text that says what is wrong.</summary>
    public async Task<string?> FromOfficeAsync(Form form, CancellationToken cancel)
    {
        var (report, problem) = await CheckAsync(form, cancel);
        if (report is null) return problem;
        await writer.AddAsync(SourceOf(report), report, cancel);
        return null;
    }

    /// <summary>A report as it would be kept, or the key of what is wrong.</summary>
    public async Task<(PendingReport? Report, string? Problem)> CheckAsync(Form form, CancellationToken cancel)
    {
        var (office, posko) = await SenderAsync();
        if (office is null) return (null, "NotReporting");
        if (Problem(form) is { } problem) return (null, problem);
        var area = form.Area ?? "";
        if (!office.Areas.Contains(area) || !await areas.IsKnownAsync(area, cancel)) return (null, "AreaNeeded");
        var via = posko ? form.Via : ReceivedVia.Application;
        if (!Enum.IsDefined(via)) return (null, "ViaNeeded");
        if (!TryPlace(form.Place, out var place)) return (null, "PlaceWrong");
        var reader = await current.GetSignedInAsync();
        return (
            new(
                Report(form, via == ReceivedVia.Application ? ReportChannel.Office : ReportChannel.Posko, via, via == ReceivedVia.Application ? ReportStanding.Report : ReportStanding.EarlyInformation, area, place, office.AgencyId, $"{reader.Name}, {office.Title}", null),
                reader.AccountId, office.OfficeId), null);
    }

    /// <summary>By what each waits behind himself alone: his account, a citizen's address.</summary>
    public string SourceOf(PendingReport report) => report.Account?.ToString() ?? http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>From a citizen: the code by which he sees what became of it, or the key of what is wrong. Nothing of him is kept.</summary>
    public async Task<(string? Code, string? Problem)> FromPublicAsync(Form form, CancellationToken cancel)
    {
        if (Problem(form) is { } problem) return (null, problem);
        if (form.Area is not { Length: 8 } area || !await areas.IsKnownAsync(area, cancel)) return (null, "AreaNeeded");
        var code = CodeOf(form.Id);
        var report = new PendingReport(Report(form, ReportChannel.Public, ReceivedVia.Application, ReportStanding.EarlyInformation, area, null, null, null, Digest(code)), null, null);
        await writer.AddAsync(SourceOf(report), report, cancel);
        return (code, null);
    }

    /// <summary>SHA-256 of a code as it is typed: small letters and blanks do not matter.</summary>
    public static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    // Of the id that the page made, which is random: whoever sends twice reads the same code twice.
    private static string CodeOf(Guid id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"tiga-pilar/lapor/{id:N}"));
        return string.Create(CodeLength + 2, bytes, static (to, from) =>
        {
            for (var (i, at) = (0, 0); at < to.Length; at++) to[at] = at is 4 or 9 ? '-' : CodeLetters[from[i++] % CodeLetters.Length];
        });
    }

    private static string? Problem(Form form) =>
        form.Id == Guid.Empty ? "SendAgain"
        : string.IsNullOrWhiteSpace(form.What) || form.What.Trim().Length > IncidentsMapping.LongestWhat ? "WhatNeeded"
        : string.IsNullOrWhiteSpace(form.Where) || form.Where.Trim().Length > IncidentsMapping.LongestWhere ? "WhereNeeded"
        : null;

    private IncidentReport Report(Form form, ReportChannel channel, ReceivedVia via, ReportStanding standing, string area, (double Latitude, double Longitude)? place, Guid? agency, string? by, string? digest) => new()
    {
        Id = form.Id, Channel = channel, Via = via, Standing = standing, What = form.What!.ReplaceLineEndings("\n").Trim(), Where = form.Where!.ReplaceLineEndings(" ").Trim(), AreaCode = area,
        Latitude = place?.Latitude, Longitude = place?.Longitude, AgencyId = agency, By = by, CodeDigest = digest, At = clock.Now.ToUniversalTime(), State = ReportState.New,
    };

    // Two numbers with a dot, as maps show them: latitude first.
    private static bool TryPlace(string? text, out (double Latitude, double Longitude)? place)
    {
        place = null;
        if (string.IsNullOrWhiteSpace(text)) return true;
        var parts = text.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length != 2 || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude) || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)) return false;
        place = (Math.Round(latitude, 6), Math.Round(longitude, 6));
        return IndonesiaBox.Holds(latitude, longitude);
    }

    public sealed class Form
    {
        /// <summary>Made by the page: sent twice it is one.</summary>
        public Guid Id { get; set; }

        public string? What { get; set; }

        public string? Where { get; set; }

        public string? Area { get; set; }

        public ReceivedVia Via { get; set; } = ReceivedVia.Application;

        public string? Place { get; set; }
    }
}
