#!/usr/bin/env bash
# Takes the pictures of README and guides anew, of the running site.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."
rm -rf artifacts/pictures
dotnet run -c Release --project tests/TwinHub.Browser.Tests -- -class '*PictureTests'
mkdir -p docs/pictures
cp artifacts/pictures/*.jpg docs/pictures/
ls -l docs/pictures
