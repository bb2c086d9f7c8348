using Headshots.Core.Shared;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Headshots.Persistence.Shared;

internal sealed class TenantIdConverter() : ValueConverter<TenantId, Guid>(id => id.Value, value => new TenantId(value));
