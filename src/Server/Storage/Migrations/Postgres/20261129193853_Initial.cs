using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TigaPilar.Server.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Account",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    PledgeVersion = table.Column<int>(type: "integer", nullable: true),
                    PledgedAt = table.Column<long>(type: "bigint", nullable: true),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "text", nullable: true),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true),
                    PhoneNumber = table.Column<string>(type: "text", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Account", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ActionItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Detail = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Track = table.Column<byte>(type: "smallint", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    OwnerId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    DueElectionId = table.Column<int>(type: "integer", nullable: true),
                    DueOffset = table.Column<int>(type: "integer", nullable: false),
                    Repeat = table.Column<byte>(type: "smallint", nullable: false),
                    RepeatOn = table.Column<int>(type: "integer", nullable: false),
                    EscalateAfterDays = table.Column<int>(type: "integer", nullable: false),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    RemindedAt = table.Column<long>(type: "bigint", nullable: true),
                    Parts = table.Column<byte>(type: "smallint", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: true),
                    DecisionId = table.Column<Guid>(type: "uuid", nullable: true),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionItem_ActionItem_ParentId",
                        column: x => x.ParentId,
                        principalTable: "ActionItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Area",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Area", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: true, collation: "C"),
                    Details = table.Column<string>(type: "text", nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditHead",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Signature = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHead", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "AuditSeal",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    EntryId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeal", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "BandRule",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AreaCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Most = table.Column<int>(type: "integer", nullable: false),
                    Many = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BandRule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BawasluReceipt",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FollowUpBy = table.Column<DateOnly>(type: "date", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BawasluReceipt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BoxHandover",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    Leg = table.Column<byte>(type: "smallint", nullable: false),
                    FromCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    ToCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    AreaCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    BoxesGiven = table.Column<int>(type: "integer", nullable: false),
                    BoxesTaken = table.Column<int>(type: "integer", nullable: false),
                    SealsIntact = table.Column<int>(type: "integer", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoxHandover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeed",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeed", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "ClassRelease",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClassRelease", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true),
                    Xml = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DayPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    What = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Carried = table.Column<bool>(type: "boolean", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ToldBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ToldAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DayPulse",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    KabupatenCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DayPulse", x => new { x.ElectionId, x.KabupatenCode });
                });

            migrationBuilder.CreateTable(
                name: "DaySettings",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    KabupatenCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    OpensMinute = table.Column<int>(type: "integer", nullable: false),
                    CountsMinute = table.Column<int>(type: "integer", nullable: false),
                    GraceMinutes = table.Column<int>(type: "integer", nullable: false),
                    Addressee = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Closing = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DaySettings", x => new { x.ElectionId, x.KabupatenCode });
                });

            migrationBuilder.CreateTable(
                name: "DutyRoll",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    SignedAt = table.Column<long>(type: "bigint", nullable: true),
                    SignedById = table.Column<Guid>(type: "uuid", nullable: true),
                    SignedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    SignedOffice = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyRoll", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Election",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Organiser = table.Column<byte>(type: "smallint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    VotingDay = table.Column<DateOnly>(type: "date", nullable: true),
                    TimeZone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalBasis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Election", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FeedEvent",
                columns: table => new
                {
                    Position = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Permission = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedEvent", x => x.Position);
                });

            migrationBuilder.CreateTable(
                name: "FlagImport",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    IndicatorSet = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Flags = table.Column<int>(type: "integer", nullable: false),
                    Stations = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FlagImport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ForceUnit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<byte>(type: "smallint", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    CommandId = table.Column<Guid>(type: "uuid", nullable: true),
                    IsRoaming = table.Column<bool>(type: "boolean", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForceUnit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Forum",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    LegalBasis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DecreeNumber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    DecreeDate = table.Column<DateOnly>(type: "date", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Forum", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardOfficer",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    SheetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    Group = table.Column<int>(type: "integer", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ServiceNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    LeftAt = table.Column<long>(type: "bigint", nullable: true),
                    LeftReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ReplacedById = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardOfficer", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardPattern",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    For = table.Column<byte>(type: "smallint", nullable: false),
                    Officers = table.Column<int>(type: "integer", nullable: false),
                    MaxStations = table.Column<int>(type: "integer", nullable: false),
                    MinStations = table.Column<int>(type: "integer", nullable: true),
                    LinmasPerStation = table.Column<decimal>(type: "numeric(8,3)", precision: 8, scale: 3, nullable: false),
                    RadiusMetres = table.Column<int>(type: "integer", nullable: true),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    LegalBasis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPattern", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardPlan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    RevoteOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    Request = table.Column<string>(type: "text", nullable: false),
                    Given = table.Column<byte[]>(type: "bytea", nullable: true),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Stage = table.Column<byte>(type: "smallint", nullable: false),
                    RevisionOf = table.Column<Guid>(type: "uuid", nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: true),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Stations = table.Column<int>(type: "integer", nullable: false),
                    Groups = table.Column<int>(type: "integer", nullable: false),
                    LowerBoundGroups = table.Column<int>(type: "integer", nullable: false),
                    Officers = table.Column<int>(type: "integer", nullable: false),
                    Linmas = table.Column<int>(type: "integer", nullable: false),
                    Seconds = table.Column<double>(type: "double precision", nullable: false),
                    Files = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardPlanGroup",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    SheetId = table.Column<Guid>(type: "uuid", nullable: false),
                    Pattern = table.Column<byte>(type: "smallint", nullable: false),
                    Officers = table.Column<int>(type: "integer", nullable: false),
                    Stations = table.Column<int>(type: "integer", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    PadalId = table.Column<Guid>(type: "uuid", nullable: true),
                    Site = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Hours = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlanGroup", x => new { x.PlanId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "GuardPlanMeals",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    MealsADay = table.Column<int>(type: "integer", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlanMeals", x => x.PlanId);
                });

            migrationBuilder.CreateTable(
                name: "GuardPlanScan",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlanScan", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardPlanSignature",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlanSignature", x => x.PlanId);
                });

            migrationBuilder.CreateTable(
                name: "GuardPlanStation",
                columns: table => new
                {
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Group = table.Column<int>(type: "integer", nullable: false),
                    Linmas = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardPlanStation", x => new { x.PlanId, x.StationCode });
                });

            migrationBuilder.CreateTable(
                name: "GuardSheet",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PlanId = table.Column<Guid>(type: "uuid", nullable: false),
                    PolsekId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Areas = table.Column<string>(type: "text", nullable: false),
                    Quota = table.Column<int>(type: "integer", nullable: true),
                    QuotaReason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SubmittedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    SubmittedAt = table.Column<long>(type: "bigint", nullable: true),
                    CheckedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    CheckedAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardSheet", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardStationTie",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationA = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    StationB = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false),
                    Together = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardStationTie", x => new { x.ElectionId, x.StationA, x.StationB });
                });

            migrationBuilder.CreateTable(
                name: "GuardSummary",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    VotingDay = table.Column<DateOnly>(type: "date", nullable: true),
                    MadeAt = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    FromFile = table.Column<bool>(type: "boolean", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardSummary", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "GuardVillageWay",
                columns: table => new
                {
                    VillageA = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    VillageB = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuardVillageWay", x => new { x.VillageA, x.VillageB });
                });

            migrationBuilder.CreateTable(
                name: "Hotline",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Topic = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Number = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Hours = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Hotline", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Import",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    ElectionCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true, collation: "C"),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Added = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Unchanged = table.Column<int>(type: "integer", nullable: false),
                    Flagged = table.Column<int>(type: "integer", nullable: false),
                    Refused = table.Column<int>(type: "integer", nullable: false),
                    Findings = table.Column<int>(type: "integer", nullable: false),
                    Unusable = table.Column<bool>(type: "boolean", nullable: false),
                    Columns = table.Column<string>(type: "text", nullable: true),
                    Mapping = table.Column<string>(type: "text", nullable: true),
                    Areas = table.Column<string>(type: "text", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Import", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportChange",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportChange", x => new { x.ImportId, x.Part, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "IncidentKind",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Weight = table.Column<byte>(type: "smallint", nullable: false),
                    AnswerMinutes = table.Column<int>(type: "integer", nullable: false),
                    SolveMinutes = table.Column<int>(type: "integer", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Advice = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Withdrawn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentKind", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IndicatorFlag",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Indicator = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndicatorFlag", x => new { x.ElectionId, x.StationCode, x.Indicator });
                });

            migrationBuilder.CreateTable(
                name: "Invitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HoldingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    TokenDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: false),
                    UsedAt = table.Column<long>(type: "bigint", nullable: true),
                    WithdrawnAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitation", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Jurisdiction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Force = table.Column<byte>(type: "smallint", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ParentId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jurisdiction", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Jurisdiction_Jurisdiction_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Jurisdiction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LinmasAgeRule",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Duty = table.Column<byte>(type: "smallint", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    LegalBasis = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasAgeRule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LinmasChange",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    What = table.Column<byte>(type: "smallint", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasChange", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LinmasMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    BirthYear = table.Column<int>(type: "integer", nullable: false),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    CardNumber = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    IsSatlinmas = table.Column<bool>(type: "boolean", nullable: false),
                    IsStationGuard = table.Column<bool>(type: "boolean", nullable: false),
                    IsSkd = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    StopReason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasMember", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LinmasRoll",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecreeNumber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasRoll", x => new { x.ElectionId, x.VillageCode });
                });

            migrationBuilder.CreateTable(
                name: "Meeting",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Theme = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    ElectionId = table.Column<int>(type: "integer", nullable: true),
                    StartsAt = table.Column<long>(type: "bigint", nullable: false),
                    DurationMinutes = table.Column<int>(type: "integer", nullable: false),
                    Mode = table.Column<byte>(type: "smallint", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    HostAgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChairOfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretaryOfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PreviousId = table.Column<Guid>(type: "uuid", nullable: true),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    LetterNumber = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    InvitedAt = table.Column<long>(type: "bigint", nullable: true),
                    SignerName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SignerTitle = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    LettersUrl = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    AtLeastUnits = table.Column<int>(type: "integer", nullable: true),
                    DoorKey = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ClosedWith = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Meeting", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MenAfter",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    KecamatanCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Present = table.Column<int>(type: "integer", nullable: false),
                    Ill = table.Column<int>(type: "integer", nullable: false),
                    Dead = table.Column<int>(type: "integer", nullable: false),
                    NotBack = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenAfter", x => new { x.ElectionId, x.KecamatanCode });
                });

            migrationBuilder.CreateTable(
                name: "Message",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    SenderAgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: false),
                    AnswerBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Message", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OutreachEvent",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Topic = table.Column<byte>(type: "smallint", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RuleKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ParagraphVersion",
                columns: table => new
                {
                    ParagraphId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ParagraphVersion", x => new { x.ParagraphId, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "PendingEvent",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Permission = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: true, collation: "C"),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Person",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Rank = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Corps = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Pillar",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Pillar", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "QuietVillage",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Way = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Minute = table.Column<int>(type: "integer", nullable: false),
                    CountMinute = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuietVillage", x => new { x.ElectionId, x.VillageCode });
                });

            migrationBuilder.CreateTable(
                name: "ReadinessAnswer",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    Point = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessAnswer", x => new { x.ElectionId, x.AgencyId, x.Point });
                });

            migrationBuilder.CreateTable(
                name: "ReadinessList",
                columns: table => new
                {
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Points = table.Column<string>(type: "character varying(1620)", maxLength: 1620, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessList", x => new { x.AreaCode, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "ReadinessObstacle",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    What = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    EscalatedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SolvedAt = table.Column<long>(type: "bigint", nullable: true),
                    SolvedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Result = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessObstacle", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReadinessSignature",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadinessSignature", x => new { x.ElectionId, x.AgencyId });
                });

            migrationBuilder.CreateTable(
                name: "ReportForm",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportForm", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedule",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Level = table.Column<byte>(type: "smallint", nullable: false),
                    ReceiverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Grace = table.Column<int>(type: "integer", nullable: false),
                    Addressee = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Closing = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    LegalBasis = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedule", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSummary",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Minute = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Situation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSummary", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewMatter",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    KabupatenCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Track = table.Column<byte>(type: "smallint", nullable: false),
                    Matter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewMatter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReviewNote",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    KabupatenCode = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false, collation: "C"),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewNote", x => new { x.ElectionId, x.KabupatenCode, x.Part });
                });

            migrationBuilder.CreateTable(
                name: "RevoteAdvice",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    Letter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RevoteAdvice", x => new { x.ElectionId, x.StationCode });
                });

            migrationBuilder.CreateTable(
                name: "Roster",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    IsDesk = table.Column<bool>(type: "boolean", nullable: false),
                    RoundTheClock = table.Column<bool>(type: "boolean", nullable: false),
                    DayBegins = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Roster", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleAcknowledgement",
                columns: table => new
                {
                    CardKey = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleAcknowledgement", x => new { x.CardKey, x.Version, x.AccountId });
                });

            migrationBuilder.CreateTable(
                name: "SituationReport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Minute = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Nihil = table.Column<bool>(type: "boolean", nullable: false),
                    Situation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Via = table.Column<byte>(type: "smallint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SituationReport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Station",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Special = table.Column<bool>(type: "boolean", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    Voters = table.Column<int>(type: "integer", nullable: true),
                    VotersMen = table.Column<int>(type: "integer", nullable: true),
                    VotersWomen = table.Column<int>(type: "integer", nullable: true),
                    Turnout = table.Column<int>(type: "integer", nullable: true),
                    TurnoutMen = table.Column<int>(type: "integer", nullable: true),
                    TurnoutWomen = table.Column<int>(type: "integer", nullable: true),
                    MergedIntoCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Station", x => new { x.ElectionId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "StationAssessment",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Class = table.Column<byte>(type: "smallint", nullable: false),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationAssessment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StationContact",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    ReachedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReachedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationContact", x => new { x.ElectionId, x.StationCode });
                });

            migrationBuilder.CreateTable(
                name: "StationDay",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    State = table.Column<byte>(type: "smallint", nullable: true),
                    Cause = table.Column<byte>(type: "smallint", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    SaidAt = table.Column<long>(type: "bigint", nullable: true),
                    Via = table.Column<byte>(type: "smallint", nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Supplies = table.Column<bool>(type: "boolean", nullable: true),
                    SuppliesSaidAt = table.Column<long>(type: "bigint", nullable: true),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationDay", x => new { x.ElectionId, x.StationCode });
                });

            migrationBuilder.CreateTable(
                name: "StationWord",
                columns: table => new
                {
                    SentId = table.Column<Guid>(type: "uuid", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    State = table.Column<byte>(type: "smallint", nullable: true),
                    Cause = table.Column<byte>(type: "smallint", nullable: true),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Supplies = table.Column<bool>(type: "boolean", nullable: true),
                    SaidAt = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedAt = table.Column<long>(type: "bigint", nullable: false),
                    Via = table.Column<byte>(type: "smallint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StationWord", x => new { x.SentId, x.StationCode });
                });

            migrationBuilder.CreateTable(
                name: "StoredFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Length = table.Column<long>(type: "bigint", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredFile", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AccountClaim",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "text", nullable: true),
                    ClaimValue = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountClaim", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccountClaim_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountLogin",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    ProviderKey = table.Column<string>(type: "text", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "text", nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountLogin", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AccountLogin_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AccountToken",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccountToken", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AccountToken_Account_UserId",
                        column: x => x.UserId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Device",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    SecretDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    PinHash = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    LastUsedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    FailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Device", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Device_Account_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Account",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionStep_ActionItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ActionItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AreaBoundary",
                columns: table => new
                {
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Rings = table.Column<string>(type: "text", nullable: false),
                    West = table.Column<double>(type: "double precision", nullable: false),
                    South = table.Column<double>(type: "double precision", nullable: false),
                    East = table.Column<double>(type: "double precision", nullable: false),
                    North = table.Column<double>(type: "double precision", nullable: false),
                    LabelLatitude = table.Column<double>(type: "double precision", nullable: false),
                    LabelLongitude = table.Column<double>(type: "double precision", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AreaBoundary", x => x.AreaCode);
                    table.ForeignKey(
                        name: "FK_AreaBoundary_Area_AreaCode",
                        column: x => x.AreaCode,
                        principalTable: "Area",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuditPending",
                columns: table => new
                {
                    EntryId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditPending", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_AuditPending_AuditEntry_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AuditEntry",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BoxHandoverNames",
                columns: table => new
                {
                    HandoverId = table.Column<Guid>(type: "uuid", nullable: false),
                    GivenBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    TakenBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BoxHandoverNames", x => x.HandoverId);
                    table.ForeignKey(
                        name: "FK_BoxHandoverNames_BoxHandover_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "BoxHandover",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReleasedTotals",
                columns: table => new
                {
                    ReleaseId = table.Column<long>(type: "bigint", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    Stations = table.Column<int>(type: "integer", nullable: false),
                    KurangRawan = table.Column<int>(type: "integer", nullable: false),
                    Rawan = table.Column<int>(type: "integer", nullable: false),
                    SangatRawan = table.Column<int>(type: "integer", nullable: false),
                    Khusus = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReleasedTotals", x => new { x.ReleaseId, x.AreaCode });
                    table.ForeignKey(
                        name: "FK_ReleasedTotals_ClassRelease_ReleaseId",
                        column: x => x.ReleaseId,
                        principalTable: "ClassRelease",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DutyMember",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RollId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Rank = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ServiceNumber = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Unit = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Time = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Phone = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyMember", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyMember_DutyRoll_RollId",
                        column: x => x.RollId,
                        principalTable: "DutyRoll",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Contest",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Contest", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Contest_Election_ElectionId",
                        column: x => x.ElectionId,
                        principalTable: "Election",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ElectionArea",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElectionArea", x => new { x.ElectionId, x.AreaCode });
                    table.ForeignKey(
                        name: "FK_ElectionArea_Election_ElectionId",
                        column: x => x.ElectionId,
                        principalTable: "Election",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ElectionDayChange",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Law = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElectionDayChange", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ElectionDayChange_Election_ElectionId",
                        column: x => x.ElectionId,
                        principalTable: "Election",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ElectionStage",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ElectionStage", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ElectionStage_Election_ElectionId",
                        column: x => x.ElectionId,
                        principalTable: "Election",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ForceFigure",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    ElectionId = table.Column<int>(type: "integer", nullable: true),
                    Use = table.Column<byte>(type: "smallint", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true),
                    IsApproximate = table.Column<bool>(type: "boolean", nullable: false),
                    LentToId = table.Column<Guid>(type: "uuid", nullable: true),
                    HoldsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SaidBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForceFigure", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ForceFigure_ForceUnit_UnitId",
                        column: x => x.UnitId,
                        principalTable: "ForceUnit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ForumField",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ForumId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForumField", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ForumField_Forum_ForumId",
                        column: x => x.ForumId,
                        principalTable: "Forum",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ImportNote",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: true),
                    Column = table.Column<string>(type: "text", nullable: true),
                    Value = table.Column<string>(type: "text", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Effect = table.Column<byte>(type: "smallint", nullable: false),
                    Arguments = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportNote", x => new { x.ImportId, x.Number });
                    table.ForeignKey(
                        name: "FK_ImportNote_Import_ImportId",
                        column: x => x.ImportId,
                        principalTable: "Import",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Incident",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Where = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    KindId = table.Column<Guid>(type: "uuid", nullable: false),
                    Weight = table.Column<byte>(type: "smallint", nullable: false),
                    Stage = table.Column<byte>(type: "smallint", nullable: true),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    StateAt = table.Column<long>(type: "bigint", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    AskerId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AnswerBy = table.Column<long>(type: "bigint", nullable: false),
                    SolveBy = table.Column<long>(type: "bigint", nullable: false),
                    Verification = table.Column<byte>(type: "smallint", nullable: false),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    Result = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    MergedIntoId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incident", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Incident_IncidentKind_KindId",
                        column: x => x.KindId,
                        principalTable: "IncidentKind",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incident_Incident_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Incident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JurisdictionArea",
                columns: table => new
                {
                    JurisdictionId = table.Column<Guid>(type: "uuid", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JurisdictionArea", x => new { x.JurisdictionId, x.AreaCode });
                    table.ForeignKey(
                        name: "FK_JurisdictionArea_Area_AreaCode",
                        column: x => x.AreaCode,
                        principalTable: "Area",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_JurisdictionArea_Jurisdiction_JurisdictionId",
                        column: x => x.JurisdictionId,
                        principalTable: "Jurisdiction",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LinmasPosting",
                columns: table => new
                {
                    ElectionId = table.Column<int>(type: "integer", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    StationCode = table.Column<string>(type: "character varying(17)", maxLength: 17, nullable: false, collation: "C"),
                    Gate = table.Column<byte>(type: "smallint", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasPosting", x => new { x.ElectionId, x.MemberId });
                    table.ForeignKey(
                        name: "FK_LinmasPosting_LinmasMember_MemberId",
                        column: x => x.MemberId,
                        principalTable: "LinmasMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LinmasTraining",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MemberId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinmasTraining", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LinmasTraining_LinmasMember_MemberId",
                        column: x => x.MemberId,
                        principalTable: "LinmasMember",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AgendaItem",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Speaker = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    DurationMinutes = table.Column<int>(type: "integer", nullable: true),
                    ActionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AgendaItem", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AgendaItem_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingDecision",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    NoFollowUp = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingDecision", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingDecision_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingInvitation",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Agency = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Holder = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Pillar = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Level = table.Column<byte>(type: "smallint", nullable: false),
                    Unit = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    Group = table.Column<byte>(type: "smallint", nullable: true),
                    Token = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<byte>(type: "smallint", nullable: false),
                    AnsweredBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Delegate = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ArrivedAt = table.Column<long>(type: "bigint", nullable: true),
                    Arrived = table.Column<byte>(type: "smallint", nullable: true),
                    ArrivedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    LetterDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingInvitation", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingInvitation_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingObjection",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Agency = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Pillar = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingObjection", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingObjection_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MinutesParagraph",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesParagraph", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MinutesParagraph_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MinutesSignature",
                columns: table => new
                {
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Office = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Digest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesSignature", x => new { x.MeetingId, x.Part });
                    table.ForeignKey(
                        name: "FK_MinutesSignature_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MessageCopy",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Office = table.Column<string>(type: "character varying(260)", maxLength: 260, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    SeenAt = table.Column<long>(type: "bigint", nullable: true),
                    SeenBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true),
                    Answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MessageCopy", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MessageCopy_Message_MessageId",
                        column: x => x.MessageId,
                        principalTable: "Message",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutreachAttendance",
                columns: table => new
                {
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    Audience = table.Column<byte>(type: "smallint", nullable: false),
                    Attended = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachAttendance", x => new { x.EventId, x.Audience });
                    table.ForeignKey(
                        name: "FK_OutreachAttendance_OutreachEvent_EventId",
                        column: x => x.EventId,
                        principalTable: "OutreachEvent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OutreachReach",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    VillageCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    Attended = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachReach", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutreachReach_OutreachEvent_EventId",
                        column: x => x.EventId,
                        principalTable: "OutreachEvent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonAlias",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonAlias", x => new { x.PersonId, x.Name });
                    table.ForeignKey(
                        name: "FK_PersonAlias_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Agency",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PillarCode = table.Column<string>(type: "character varying(40)", nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Agency", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Agency_Pillar_PillarCode",
                        column: x => x.PillarCode,
                        principalTable: "Pillar",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportRhythm",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "uuid", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportRhythm", x => new { x.ScheduleId, x.ValidFrom });
                    table.ForeignKey(
                        name: "FK_ReportRhythm_ReportSchedule_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "ReportSchedule",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DutyShift",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RosterId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartsAt = table.Column<long>(type: "bigint", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyShift", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyShift_Roster_RosterId",
                        column: x => x.RosterId,
                        principalTable: "Roster",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportEntry",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Weight = table.Column<byte>(type: "smallint", nullable: false),
                    What = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Where = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    When = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Who = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    How = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Done = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Advice = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportEntry", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportEntry_SituationReport_ReportId",
                        column: x => x.ReportId,
                        principalTable: "SituationReport",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportSummaryPart",
                columns: table => new
                {
                    SummaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSummaryPart", x => new { x.SummaryId, x.ReportId });
                    table.ForeignKey(
                        name: "FK_ReportSummaryPart_ReportSummary_SummaryId",
                        column: x => x.SummaryId,
                        principalTable: "ReportSummary",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ReportSummaryPart_SituationReport_ReportId",
                        column: x => x.ReportId,
                        principalTable: "SituationReport",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    TakenAt = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ActionEvidence_ActionItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ActionItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionEvidence_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ActionOrder",
                columns: table => new
                {
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Addressee = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Reference = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    Text = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    Signer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Number = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    ScanId = table.Column<Guid>(type: "uuid", nullable: true),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ActionOrder", x => x.ItemId);
                    table.ForeignKey(
                        name: "FK_ActionOrder_ActionItem_ItemId",
                        column: x => x.ItemId,
                        principalTable: "ActionItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ActionOrder_StoredFile_ScanId",
                        column: x => x.ScanId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterTemplate",
                columns: table => new
                {
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterTemplate", x => x.AgencyId);
                    table.ForeignKey(
                        name: "FK_LetterTemplate_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OutreachEvidence",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EventId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OutreachEvidence", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OutreachEvidence_OutreachEvent_EventId",
                        column: x => x.EventId,
                        principalTable: "OutreachEvent",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OutreachEvidence_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentReport",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Channel = table.Column<byte>(type: "smallint", nullable: false),
                    Via = table.Column<byte>(type: "smallint", nullable: false),
                    Standing = table.Column<byte>(type: "smallint", nullable: false),
                    What = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Where = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: false, collation: "C"),
                    Latitude = table.Column<double>(type: "double precision", nullable: true),
                    Longitude = table.Column<double>(type: "double precision", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    CodeDigest = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Urgent = table.Column<bool>(type: "boolean", nullable: false),
                    SealedContact = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    ContactUntil = table.Column<long>(type: "bigint", nullable: true),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: true),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    SortedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    SortedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentReport", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentReport_Incident_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentStep",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    IncidentId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentStep", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentStep_Incident_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incident",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MeetingBriefing",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    MeetingId = table.Column<Guid>(type: "uuid", nullable: false),
                    AgendaItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reach = table.Column<byte>(type: "smallint", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeetingBriefing", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeetingBriefing_AgendaItem_AgendaItemId",
                        column: x => x.AgendaItemId,
                        principalTable: "AgendaItem",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MeetingBriefing_Meeting_MeetingId",
                        column: x => x.MeetingId,
                        principalTable: "Meeting",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MeetingBriefing_StoredFile_FileId",
                        column: x => x.FileId,
                        principalTable: "StoredFile",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LetterFile",
                columns: table => new
                {
                    InvitationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterFile", x => x.InvitationId);
                    table.ForeignKey(
                        name: "FK_LetterFile_MeetingInvitation_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "MeetingInvitation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LetterMail",
                columns: table => new
                {
                    InvitationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    State = table.Column<byte>(type: "smallint", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    NextAt = table.Column<long>(type: "bigint", nullable: false),
                    SentAt = table.Column<long>(type: "bigint", nullable: true),
                    Failure = table.Column<byte>(type: "smallint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LetterMail", x => x.InvitationId);
                    table.ForeignKey(
                        name: "FK_LetterMail_MeetingInvitation_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "MeetingInvitation",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Office",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AgencyId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Role = table.Column<byte>(type: "smallint", nullable: false),
                    Level = table.Column<byte>(type: "smallint", nullable: false),
                    AreaCode = table.Column<string>(type: "character varying(13)", maxLength: 13, nullable: true, collation: "C"),
                    JurisdictionId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Office", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Office_Agency_AgencyId",
                        column: x => x.AgencyId,
                        principalTable: "Agency",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DutyPost",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ShiftId = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    IsStandby = table.Column<bool>(type: "boolean", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: true),
                    Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    Phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "bigint", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    ReplacedAt = table.Column<long>(type: "bigint", nullable: true),
                    ReplacesId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DutyPost", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DutyPost_DutyShift_ShiftId",
                        column: x => x.ShiftId,
                        principalTable: "DutyShift",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReportFile",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    FileId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportFile", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportFile_IncidentReport_ReportId",
                        column: x => x.ReportId,
                        principalTable: "IncidentReport",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ForumDuty",
                columns: table => new
                {
                    ForumId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForumDuty", x => new { x.ForumId, x.Kind });
                    table.ForeignKey(
                        name: "FK_ForumDuty_Forum_ForumId",
                        column: x => x.ForumId,
                        principalTable: "Forum",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ForumDuty_Office_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Office",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ForumMember",
                columns: table => new
                {
                    ForumId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Part = table.Column<byte>(type: "smallint", nullable: false),
                    FieldId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ForumMember", x => new { x.ForumId, x.OfficeId });
                    table.ForeignKey(
                        name: "FK_ForumMember_ForumField_FieldId",
                        column: x => x.FieldId,
                        principalTable: "ForumField",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "FK_ForumMember_Forum_ForumId",
                        column: x => x.ForumId,
                        principalTable: "Forum",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ForumMember_Office_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Office",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OfficeHolding",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfficeHolding", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OfficeHolding_Office_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Office",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OfficeHolding_Person_PersonId",
                        column: x => x.PersonId,
                        principalTable: "Person",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Leave",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    HoldingId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<byte>(type: "smallint", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    StandInId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leave", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Leave_OfficeHolding_HoldingId",
                        column: x => x.HoldingId,
                        principalTable: "OfficeHolding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Leave_OfficeHolding_StandInId",
                        column: x => x.StandInId,
                        principalTable: "OfficeHolding",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Account",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Account_PersonId",
                table: "Account",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Account",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AccountClaim_UserId",
                table: "AccountClaim",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AccountLogin_UserId",
                table: "AccountLogin",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionEvidence_FileId",
                table: "ActionEvidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionEvidence_ItemId",
                table: "ActionEvidence",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItem_AreaCode",
                table: "ActionItem",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItem_AskerId",
                table: "ActionItem",
                column: "AskerId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItem_DecisionId",
                table: "ActionItem",
                column: "DecisionId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionItem_OwnerId_State",
                table: "ActionItem",
                columns: new[] { "OwnerId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionItem_ParentId_State",
                table: "ActionItem",
                columns: new[] { "ParentId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ActionOrder_ScanId",
                table: "ActionOrder",
                column: "ScanId");

            migrationBuilder.CreateIndex(
                name: "IX_ActionStep_ItemId_Id",
                table: "ActionStep",
                columns: new[] { "ItemId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Agency_PillarCode",
                table: "Agency",
                column: "PillarCode");

            migrationBuilder.CreateIndex(
                name: "IX_AgendaItem_MeetingId_Position",
                table: "AgendaItem",
                columns: new[] { "MeetingId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Area_Kind_Code",
                table: "Area",
                columns: new[] { "Kind", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntry_Subject",
                table: "AuditEntry",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeal_EntryId",
                table: "AuditSeal",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BandRule_AreaCode_Id",
                table: "BandRule",
                columns: new[] { "AreaCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_BawasluReceipt_AreaCode_Number",
                table: "BawasluReceipt",
                columns: new[] { "AreaCode", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BoxHandover_ElectionId_AreaCode",
                table: "BoxHandover",
                columns: new[] { "ElectionId", "AreaCode" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeed_SecretDigest",
                table: "CalendarFeed",
                column: "SecretDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ClassRelease_ElectionId_AreaCode_Id",
                table: "ClassRelease",
                columns: new[] { "ElectionId", "AreaCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Contest_ElectionId",
                table: "Contest",
                column: "ElectionId");

            migrationBuilder.CreateIndex(
                name: "IX_DayPlan_ScheduleId_Day_AgencyId",
                table: "DayPlan",
                columns: new[] { "ScheduleId", "Day", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_Device_AccountId",
                table: "Device",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Device_SecretDigest",
                table: "Device",
                column: "SecretDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DutyMember_RollId",
                table: "DutyMember",
                column: "RollId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyPost_OfficeId",
                table: "DutyPost",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyPost_ShiftId",
                table: "DutyPost",
                column: "ShiftId");

            migrationBuilder.CreateIndex(
                name: "IX_DutyRoll_Kind_ElectionId_AreaCode_Revision",
                table: "DutyRoll",
                columns: new[] { "Kind", "ElectionId", "AreaCode", "Revision" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DutyShift_EndsAt",
                table: "DutyShift",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_DutyShift_RosterId_StartsAt_EndsAt",
                table: "DutyShift",
                columns: new[] { "RosterId", "StartsAt", "EndsAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Election_Code",
                table: "Election",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ElectionDayChange_ElectionId",
                table: "ElectionDayChange",
                column: "ElectionId");

            migrationBuilder.CreateIndex(
                name: "IX_ElectionStage_ElectionId",
                table: "ElectionStage",
                column: "ElectionId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedEvent_At",
                table: "FeedEvent",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_FlagImport_ElectionId_AreaCode_Version",
                table: "FlagImport",
                columns: new[] { "ElectionId", "AreaCode", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ForceFigure_UnitId",
                table: "ForceFigure",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_ForceUnit_AreaCode",
                table: "ForceUnit",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Forum_AreaCode",
                table: "Forum",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_ForumDuty_OfficeId",
                table: "ForumDuty",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_ForumField_ForumId",
                table: "ForumField",
                column: "ForumId");

            migrationBuilder.CreateIndex(
                name: "IX_ForumMember_FieldId",
                table: "ForumMember",
                column: "FieldId");

            migrationBuilder.CreateIndex(
                name: "IX_ForumMember_OfficeId",
                table: "ForumMember",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardOfficer_PlanId",
                table: "GuardOfficer",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardOfficer_SheetId",
                table: "GuardOfficer",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardPattern_AreaCode_EffectiveFrom",
                table: "GuardPattern",
                columns: new[] { "AreaCode", "EffectiveFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_GuardPlan_ElectionId_AreaCode_Version",
                table: "GuardPlan",
                columns: new[] { "ElectionId", "AreaCode", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_GuardPlanGroup_SheetId",
                table: "GuardPlanGroup",
                column: "SheetId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardPlanScan_PlanId",
                table: "GuardPlanScan",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardPlanStation_PlanId_Group",
                table: "GuardPlanStation",
                columns: new[] { "PlanId", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_GuardSheet_PlanId",
                table: "GuardSheet",
                column: "PlanId");

            migrationBuilder.CreateIndex(
                name: "IX_GuardSummary_ElectionCode_AreaCode_MadeAt",
                table: "GuardSummary",
                columns: new[] { "ElectionCode", "AreaCode", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Hotline_AreaCode",
                table: "Hotline",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Import_CreatedAt",
                table: "Import",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Incident_AgencyId_State",
                table: "Incident",
                columns: new[] { "AgencyId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Incident_AreaCode_State",
                table: "Incident",
                columns: new[] { "AreaCode", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Incident_KindId",
                table: "Incident",
                column: "KindId");

            migrationBuilder.CreateIndex(
                name: "IX_Incident_MergedIntoId",
                table: "Incident",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentKind_AreaCode_Name",
                table: "IncidentKind",
                columns: new[] { "AreaCode", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_AgencyId_At",
                table: "IncidentReport",
                columns: new[] { "AgencyId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_At",
                table: "IncidentReport",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_CodeDigest",
                table: "IncidentReport",
                column: "CodeDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_ContactUntil",
                table: "IncidentReport",
                column: "ContactUntil");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_IncidentId",
                table: "IncidentReport",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentReport_State_AreaCode_At",
                table: "IncidentReport",
                columns: new[] { "State", "AreaCode", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_IncidentStep_IncidentId_Id",
                table: "IncidentStep",
                columns: new[] { "IncidentId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitation_HoldingId",
                table: "Invitation",
                column: "HoldingId");

            migrationBuilder.CreateIndex(
                name: "IX_Invitation_TokenDigest",
                table: "Invitation",
                column: "TokenDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Jurisdiction_ParentId",
                table: "Jurisdiction",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_JurisdictionArea_AreaCode",
                table: "JurisdictionArea",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_Leave_HoldingId",
                table: "Leave",
                column: "HoldingId");

            migrationBuilder.CreateIndex(
                name: "IX_Leave_StandInId",
                table: "Leave",
                column: "StandInId");

            migrationBuilder.CreateIndex(
                name: "IX_LetterMail_State_NextAt",
                table: "LetterMail",
                columns: new[] { "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LetterTemplate_FileId",
                table: "LetterTemplate",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_LinmasChange_ElectionId_VillageCode",
                table: "LinmasChange",
                columns: new[] { "ElectionId", "VillageCode" });

            migrationBuilder.CreateIndex(
                name: "IX_LinmasMember_VillageCode",
                table: "LinmasMember",
                column: "VillageCode");

            migrationBuilder.CreateIndex(
                name: "IX_LinmasPosting_ElectionId_StationCode_Gate",
                table: "LinmasPosting",
                columns: new[] { "ElectionId", "StationCode", "Gate" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LinmasPosting_MemberId",
                table: "LinmasPosting",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_LinmasTraining_MemberId",
                table: "LinmasTraining",
                column: "MemberId");

            migrationBuilder.CreateIndex(
                name: "IX_Meeting_AreaCode_StartsAt",
                table: "Meeting",
                columns: new[] { "AreaCode", "StartsAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Meeting_DoorKey",
                table: "Meeting",
                column: "DoorKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBriefing_AgendaItemId_Version",
                table: "MeetingBriefing",
                columns: new[] { "AgendaItemId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBriefing_FileId",
                table: "MeetingBriefing",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingBriefing_MeetingId",
                table: "MeetingBriefing",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingDecision_MeetingId_Number",
                table: "MeetingDecision",
                columns: new[] { "MeetingId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitation_MeetingId_OfficeId",
                table: "MeetingInvitation",
                columns: new[] { "MeetingId", "OfficeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitation_OfficeId",
                table: "MeetingInvitation",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitation_Token",
                table: "MeetingInvitation",
                column: "Token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MeetingInvitation_Unwritten",
                table: "MeetingInvitation",
                column: "MeetingId",
                filter: "\"LetterDigest\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_MeetingObjection_MeetingId",
                table: "MeetingObjection",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_Message_AreaCode_SentAt",
                table: "Message",
                columns: new[] { "AreaCode", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Message_SenderAgencyId_SentAt",
                table: "Message",
                columns: new[] { "SenderAgencyId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_MessageCopy_MessageId_OfficeId",
                table: "MessageCopy",
                columns: new[] { "MessageId", "OfficeId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MessageCopy_OfficeId",
                table: "MessageCopy",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_MinutesParagraph_MeetingId_Position",
                table: "MinutesParagraph",
                columns: new[] { "MeetingId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_Office_AgencyId",
                table: "Office",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_Office_AreaCode",
                table: "Office",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeHolding_OfficeId",
                table: "OfficeHolding",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_OfficeHolding_PersonId",
                table: "OfficeHolding",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachEvent_AreaCode_Day",
                table: "OutreachEvent",
                columns: new[] { "AreaCode", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_OutreachEvidence_EventId",
                table: "OutreachEvidence",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachEvidence_FileId",
                table: "OutreachEvidence",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachReach_AgencyId",
                table: "OutreachReach",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachReach_EventId",
                table: "OutreachReach",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_OutreachReach_VillageCode",
                table: "OutreachReach",
                column: "VillageCode");

            migrationBuilder.CreateIndex(
                name: "IX_ParagraphVersion_MeetingId",
                table: "ParagraphVersion",
                column: "MeetingId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadinessObstacle_ElectionId_AgencyId",
                table: "ReadinessObstacle",
                columns: new[] { "ElectionId", "AgencyId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportEntry_ReportId",
                table: "ReportEntry",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportFile_ReportId",
                table: "ReportFile",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportForm_AgencyId",
                table: "ReportForm",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReportSchedule_AreaCode_Level",
                table: "ReportSchedule",
                columns: new[] { "AreaCode", "Level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportSummary_ScheduleId_Day_Minute_Version",
                table: "ReportSummary",
                columns: new[] { "ScheduleId", "Day", "Minute", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReportSummaryPart_ReportId",
                table: "ReportSummaryPart",
                column: "ReportId");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewMatter_ElectionId_KabupatenCode",
                table: "ReviewMatter",
                columns: new[] { "ElectionId", "KabupatenCode" });

            migrationBuilder.CreateIndex(
                name: "IX_Roster_AreaCode",
                table: "Roster",
                column: "AreaCode");

            migrationBuilder.CreateIndex(
                name: "IX_RuleAcknowledgement_PersonId",
                table: "RuleAcknowledgement",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SituationReport_AgencyId_Day",
                table: "SituationReport",
                columns: new[] { "AgencyId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_SituationReport_Key",
                table: "SituationReport",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SituationReport_ScheduleId_Day",
                table: "SituationReport",
                columns: new[] { "ScheduleId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_StationAssessment_ElectionId_StationCode_Id",
                table: "StationAssessment",
                columns: new[] { "ElectionId", "StationCode", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StationWord_ElectionId_StationCode_ReceivedAt",
                table: "StationWord",
                columns: new[] { "ElectionId", "StationCode", "ReceivedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccountClaim");

            migrationBuilder.DropTable(
                name: "AccountLogin");

            migrationBuilder.DropTable(
                name: "AccountToken");

            migrationBuilder.DropTable(
                name: "ActionEvidence");

            migrationBuilder.DropTable(
                name: "ActionOrder");

            migrationBuilder.DropTable(
                name: "ActionStep");

            migrationBuilder.DropTable(
                name: "AreaBoundary");

            migrationBuilder.DropTable(
                name: "AuditHead");

            migrationBuilder.DropTable(
                name: "AuditPending");

            migrationBuilder.DropTable(
                name: "AuditSeal");

            migrationBuilder.DropTable(
                name: "BandRule");

            migrationBuilder.DropTable(
                name: "BawasluReceipt");

            migrationBuilder.DropTable(
                name: "BoxHandoverNames");

            migrationBuilder.DropTable(
                name: "CalendarFeed");

            migrationBuilder.DropTable(
                name: "Contest");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DayPlan");

            migrationBuilder.DropTable(
                name: "DayPulse");

            migrationBuilder.DropTable(
                name: "DaySettings");

            migrationBuilder.DropTable(
                name: "Device");

            migrationBuilder.DropTable(
                name: "DutyMember");

            migrationBuilder.DropTable(
                name: "DutyPost");

            migrationBuilder.DropTable(
                name: "ElectionArea");

            migrationBuilder.DropTable(
                name: "ElectionDayChange");

            migrationBuilder.DropTable(
                name: "ElectionStage");

            migrationBuilder.DropTable(
                name: "FeedEvent");

            migrationBuilder.DropTable(
                name: "FlagImport");

            migrationBuilder.DropTable(
                name: "ForceFigure");

            migrationBuilder.DropTable(
                name: "ForumDuty");

            migrationBuilder.DropTable(
                name: "ForumMember");

            migrationBuilder.DropTable(
                name: "GuardOfficer");

            migrationBuilder.DropTable(
                name: "GuardPattern");

            migrationBuilder.DropTable(
                name: "GuardPlan");

            migrationBuilder.DropTable(
                name: "GuardPlanGroup");

            migrationBuilder.DropTable(
                name: "GuardPlanMeals");

            migrationBuilder.DropTable(
                name: "GuardPlanScan");

            migrationBuilder.DropTable(
                name: "GuardPlanSignature");

            migrationBuilder.DropTable(
                name: "GuardPlanStation");

            migrationBuilder.DropTable(
                name: "GuardSheet");

            migrationBuilder.DropTable(
                name: "GuardStationTie");

            migrationBuilder.DropTable(
                name: "GuardSummary");

            migrationBuilder.DropTable(
                name: "GuardVillageWay");

            migrationBuilder.DropTable(
                name: "Hotline");

            migrationBuilder.DropTable(
                name: "ImportChange");

            migrationBuilder.DropTable(
                name: "ImportNote");

            migrationBuilder.DropTable(
                name: "IncidentStep");

            migrationBuilder.DropTable(
                name: "IndicatorFlag");

            migrationBuilder.DropTable(
                name: "Invitation");

            migrationBuilder.DropTable(
                name: "JurisdictionArea");

            migrationBuilder.DropTable(
                name: "Leave");

            migrationBuilder.DropTable(
                name: "LetterFile");

            migrationBuilder.DropTable(
                name: "LetterMail");

            migrationBuilder.DropTable(
                name: "LetterTemplate");

            migrationBuilder.DropTable(
                name: "LinmasAgeRule");

            migrationBuilder.DropTable(
                name: "LinmasChange");

            migrationBuilder.DropTable(
                name: "LinmasPosting");

            migrationBuilder.DropTable(
                name: "LinmasRoll");

            migrationBuilder.DropTable(
                name: "LinmasTraining");

            migrationBuilder.DropTable(
                name: "MeetingBriefing");

            migrationBuilder.DropTable(
                name: "MeetingDecision");

            migrationBuilder.DropTable(
                name: "MeetingObjection");

            migrationBuilder.DropTable(
                name: "MenAfter");

            migrationBuilder.DropTable(
                name: "MessageCopy");

            migrationBuilder.DropTable(
                name: "MinutesParagraph");

            migrationBuilder.DropTable(
                name: "MinutesSignature");

            migrationBuilder.DropTable(
                name: "OutreachAttendance");

            migrationBuilder.DropTable(
                name: "OutreachEvidence");

            migrationBuilder.DropTable(
                name: "OutreachReach");

            migrationBuilder.DropTable(
                name: "ParagraphVersion");

            migrationBuilder.DropTable(
                name: "PendingEvent");

            migrationBuilder.DropTable(
                name: "PersonAlias");

            migrationBuilder.DropTable(
                name: "QuietVillage");

            migrationBuilder.DropTable(
                name: "ReadinessAnswer");

            migrationBuilder.DropTable(
                name: "ReadinessList");

            migrationBuilder.DropTable(
                name: "ReadinessObstacle");

            migrationBuilder.DropTable(
                name: "ReadinessSignature");

            migrationBuilder.DropTable(
                name: "ReleasedTotals");

            migrationBuilder.DropTable(
                name: "ReportEntry");

            migrationBuilder.DropTable(
                name: "ReportFile");

            migrationBuilder.DropTable(
                name: "ReportForm");

            migrationBuilder.DropTable(
                name: "ReportRhythm");

            migrationBuilder.DropTable(
                name: "ReportSummaryPart");

            migrationBuilder.DropTable(
                name: "ReviewMatter");

            migrationBuilder.DropTable(
                name: "ReviewNote");

            migrationBuilder.DropTable(
                name: "RevoteAdvice");

            migrationBuilder.DropTable(
                name: "RuleAcknowledgement");

            migrationBuilder.DropTable(
                name: "Station");

            migrationBuilder.DropTable(
                name: "StationAssessment");

            migrationBuilder.DropTable(
                name: "StationContact");

            migrationBuilder.DropTable(
                name: "StationDay");

            migrationBuilder.DropTable(
                name: "StationWord");

            migrationBuilder.DropTable(
                name: "ActionItem");

            migrationBuilder.DropTable(
                name: "AuditEntry");

            migrationBuilder.DropTable(
                name: "BoxHandover");

            migrationBuilder.DropTable(
                name: "Account");

            migrationBuilder.DropTable(
                name: "DutyRoll");

            migrationBuilder.DropTable(
                name: "DutyShift");

            migrationBuilder.DropTable(
                name: "Election");

            migrationBuilder.DropTable(
                name: "ForceUnit");

            migrationBuilder.DropTable(
                name: "ForumField");

            migrationBuilder.DropTable(
                name: "Import");

            migrationBuilder.DropTable(
                name: "Area");

            migrationBuilder.DropTable(
                name: "Jurisdiction");

            migrationBuilder.DropTable(
                name: "OfficeHolding");

            migrationBuilder.DropTable(
                name: "MeetingInvitation");

            migrationBuilder.DropTable(
                name: "LinmasMember");

            migrationBuilder.DropTable(
                name: "AgendaItem");

            migrationBuilder.DropTable(
                name: "Message");

            migrationBuilder.DropTable(
                name: "StoredFile");

            migrationBuilder.DropTable(
                name: "OutreachEvent");

            migrationBuilder.DropTable(
                name: "ClassRelease");

            migrationBuilder.DropTable(
                name: "IncidentReport");

            migrationBuilder.DropTable(
                name: "ReportSchedule");

            migrationBuilder.DropTable(
                name: "ReportSummary");

            migrationBuilder.DropTable(
                name: "SituationReport");

            migrationBuilder.DropTable(
                name: "Roster");

            migrationBuilder.DropTable(
                name: "Forum");

            migrationBuilder.DropTable(
                name: "Office");

            migrationBuilder.DropTable(
                name: "Person");

            migrationBuilder.DropTable(
                name: "Meeting");

            migrationBuilder.DropTable(
                name: "Incident");

            migrationBuilder.DropTable(
                name: "Agency");

            migrationBuilder.DropTable(
                name: "IncidentKind");

            migrationBuilder.DropTable(
                name: "Pillar");
        }
    }
}
