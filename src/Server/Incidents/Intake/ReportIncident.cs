using System.Security.Cryptography;
using System.Text;
using TigaPilar.Server.Incidents.Public;
using TigaPilar.Server.Shell.Access;
using TigaPilar.Server.Shell.Files;
using TigaPilar.Server.Shell.Time;
using TigaPilar.Server.Storage;
using TigaPilar.Server.Territory.Contract;

namespace TigaPilar.Server.Incidents.Intake;

/// <summary>Lapor kejadian: what and where, in two fields; who sorts it later needs no more to begin with.</summary>
internal sealed class ReportIncident(CurrentReader current, IntakeWriter writer, KnownAreas areas, CitizenSeal seal, OfficeClock clock, IHttpContextAccessor http)
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
    public async Task<string?> FromOfficeAsync(Form form, Database database, CancellationToken cancel)
    {
        var (report, problem) = await CheckAsync(form, cancel);
        if (report is null) return problem;
        FileNote? file = null;
        if (form.File is { Length: > 0 } sent)
        {
            (file, var wrong) = await FileStore.TakeAsync(database, sent, FileKinds.Scan, clock.Now, cancel);
            if (file is null) return wrong;
        }

        // The report is acknowledged by itself; what came with it follows, and not twice where it was sent twice.
        if (!await writer.AddAsync(SourceOf(report), report, cancel) || file is null) return null;
        await using var transaction = await database.BeginWriteAsync(cancel);
        database.Add(new ReportFile { Id = OrderedId.New(), ReportId = form.Id, FileId = file.Id });
        await database.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
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
        if (!IndonesiaBox.TryParse(form.Place, out var place)) return (null, "PlaceWrong");
        if (via == ReceivedVia.Chat && string.IsNullOrWhiteSpace(form.What = ChatText.WithoutSenders(form.What!))) return (null, "WhatNeeded");
        var reader = await current.GetSignedInAsync();
        return (
            new(
                Report(form, via == ReceivedVia.Application ? ReportChannel.Office : ReportChannel.Posko, via, via == ReceivedVia.Application ? ReportStanding.Report : ReportStanding.EarlyInformation, area, place, office.AgencyId, $"{reader.Name}, {office.Title}", null),
                reader.AccountId, office.OfficeId), null);
    }

    /// <summary>By what each waits behind himself alone: his account, a citizen's address.</summary>
    public string SourceOf(PendingReport report) => report.Account?.ToString() ?? http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>From a citizen: the code by which he sees what became of it, or the key of what is wrong. Nothing of him is kept but a contact that he gives, sealed.</summary>
    public async Task<(string? Code, string? Problem)> FromPublicAsync(Form form, CancellationToken cancel)
    {
        if (Problem(form) is { } problem) return (null, problem);
        if (form.Area is not { Length: 8 } area || !await areas.IsKnownAsync(area, cancel)) return (null, "AreaNeeded");
        if (form.Contact?.Trim().Length > ReporterContact.Longest) return (null, "ContactLong");
        if (string.IsNullOrEmpty(form.Code) || seal.Open(form.Code) is not { } code) return (null, "SendAgain");
        var report = new PendingReport(Report(form, ReportChannel.Public, ReceivedVia.Application, ReportStanding.EarlyInformation, area, null, null, null, Digest(code), seal.Close(form.Contact)), null, null);
        await writer.AddAsync(SourceOf(report), report, cancel);
        return (code, null);
    }

    /// <summary>A code for a page's form, sealed: whoever sends the form twice reads the same code twice, and no id leads to it.</summary>
    public string NewCode()
    {
        var code = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        return seal.Close($"{code[..4]}-{code[4..8]}-{code[8..]}")!;
    }

    /// <summary>SHA-256 of a code as it is typed: small letters and blanks do not matter.</summary>
    public static string Digest(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));

    private static string? Problem(Form form) =>
        form.Id == Guid.Empty ? "SendAgain"
        : string.IsNullOrWhiteSpace(form.What) || form.What.Trim().Length > IncidentsMapping.LongestWhat ? "WhatNeeded"
        : string.IsNullOrWhiteSpace(form.Where) || form.Where.Trim().Length > IncidentsMapping.LongestWhere ? "WhereNeeded"
        : null;

    private IncidentReport Report(Form form, ReportChannel channel, ReceivedVia via, ReportStanding standing, string area, (double Latitude, double Longitude)? place, Guid? agency, string? by, string? digest, string? sealedContact = null) => new()
    {
        Id = form.Id, Channel = channel, Via = via, Standing = standing, What = form.What!.ReplaceLineEndings("\n").Trim(), Where = form.Where!.ReplaceLineEndings(" ").Trim(), AreaCode = area,
        Latitude = place?.Latitude, Longitude = place?.Longitude, AgencyId = agency, By = by, CodeDigest = digest, At = clock.Now.ToUniversalTime(), State = ReportState.New, Urgent = form.Urgent,
        SealedContact = sealedContact, ContactUntil = sealedContact is null ? null : clock.Now.ToUniversalTime() + ReporterContact.KeptFor,
    };

    public sealed class Form
    {
        /// <summary>Made by the page: sent twice it is one.</summary>
        public Guid Id { get; set; }

        public string? What { get; set; }

        public string? Where { get; set; }

        public string? Area { get; set; }

        public ReceivedVia Via { get; set; } = ReceivedVia.Application;

        public string? Place { get; set; }

        /// <summary>Somebody is hurt or threatened, or it burns.</summary>
        public bool Urgent { get; set; }

        /// <summary>A citizen's, as <see cref="NewCode"/> gave it to the page.</summary>
        public string? Code { get; set; }

        /// <summary>A citizen's, if he gives it.</summary>
        public string? Contact { get; set; }

        /// <summary>A photo or a paper, of an office.</summary>
        public IFormFile? File { get; set; }
    }
}
