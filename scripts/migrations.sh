#!/usr/bin/env bash
# scripts/migrations.sh NAME   adds a migration of that name for both databases from the model as it is now
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
dotnet tool restore >/dev/null
for engine in Sqlite Postgres; do
  dotnet ef migrations add "$1" --project src/Server --configuration Release --no-build \
    --context "${engine}Database" --output-dir "Storage/Migrations/$engine"
done
