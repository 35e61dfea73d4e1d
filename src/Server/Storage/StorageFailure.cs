using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace TigaPilar.Server.Storage;

/// <summary>Tells a database that can not be reached or will not take a row from a fault of the program.</summary>
internal static class StorageFailure
{
    /// <summary>Whether work that goes on in the background waits and tries again.</summary>
    public static bool Is(Exception failure) =>
        failure is DbException or DbUpdateException or IOException or TimeoutException
        // What the provider holds to be passing comes wrapped.
        || failure is InvalidOperationException { InnerException: DbException };
}
