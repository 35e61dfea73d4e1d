using Microsoft.AspNetCore.Components;

namespace TigaPilar.Server.Shell.Layout;

/// <summary>
/// What every page and part of one is. It is rendered once it has loaded, and parts load one after another: all of a
/// request share one database, which answers one question at a time. (On SQLite, which never waits, it would not be
/// noticed; on PostgreSQL a page would be drawn before it has its data, and its parts would ask at once.)
/// </summary>
public abstract class LoadedComponent : ComponentBase, IHandleEvent
{
    private bool _begun;

    [Inject] private LoadingTurn Turn { get; set; } = default!;

    /// <inheritdoc/>
    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        using (await Turn.EnterAsync())
        {
            if (!_begun)
            {
                _begun = true;
                OnInitialized();
                await OnInitializedAsync();
            }

            OnParametersSet();
            await OnParametersSetAsync();
        }

        StateHasChanged();
    }

    /// <summary>
    /// A form is done before anything is drawn anew. The framework would draw once more as soon as its handler waits, and
    /// parts that load with their parameters would ask the database beside it.
    /// </summary>
    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }
}

/// <summary>Whose turn it is to load, within one request.</summary>
public sealed class LoadingTurn : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Waits for the turn; disposing what comes back passes it on.</summary>
    public async Task<IDisposable> EnterAsync()
    {
        await _one.WaitAsync();
        return new Held(_one);
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private sealed class Held(SemaphoreSlim one) : IDisposable
    {
        // Where a page failed, the request's services may be gone before its parts have ended.
        public void Dispose()
        {
            try
            {
                one.Release();
            }
            catch (ObjectDisposedException)
            {
            }
        }
    }
}
