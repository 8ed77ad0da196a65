#!/usr/bin/env bash
# Packs the package, installs the tarball in an empty folder as a user would, and uses it: command line, demo, import, types.
# Needs Node 24 and tsc on the PATH, as `npm exec -c scripts/check-package.sh` gives them.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
# `npm exec -c` hands its own call on to every npm below it.
unset npm_config_call npm_config_local_prefix
step() { printf '\n== %s\n' "$*"; }

step "pack"
cd "$root"
tarball=$folder/$(npm pack --silent --pack-destination "$folder" | tail -n 1)
listing=$(tar -tzf "$tarball")
for needed in package/bin/dualwatch.js package/dist/cli/main.js package/dist/index.js package/dist/index.d.ts package/dist/server/answer-examples.json package/web/dist/index.html package/catalogue/ package/LICENSE package/README.md; do
  grep -q "^$needed" <<<"$listing" || { echo "the package lacks $needed"; exit 1; }
done
if grep -E '\.test\.|^package/(src|test|bench|scripts|node_modules)/' <<<"$listing"; then echo "these files do not belong into the package"; exit 1; fi

step "install in an empty folder"
mkdir "$folder/user" && cd "$folder/user"
printf '{ "name": "user", "private": true, "type": "module" }\n' >package.json
npm install --silent --no-fund --no-audit --omit=dev "$tarball"

step "npx dualwatch --help"
npx --no-install dualwatch --help >help.txt
grep -q watch help.txt || { echo "the help does not name the command watch"; exit 1; }

step "npx dualwatch demo"
npx --no-install dualwatch demo

step "import"
cat >use.js <<'JS'
import * as dualwatch from 'dualwatch';

const names = Object.keys(dualwatch);
if (names.length === 0) throw new Error('the package exports nothing');
console.log(names.join(' '));
JS
node use.js

step "types"
cat >use.ts <<'TS'
import * as dualwatch from 'dualwatch';
import { DualwatchError } from 'dualwatch';

type IsAny<T> = 0 extends 1 & T ? true : false;
const typed: IsAny<DualwatchError> = false;
const code: DualwatchError['code'] = 'usage';
// @ts-expect-error: no such code
const wrong: DualwatchError['code'] = 'no-such-code';
console.log(typed, code, wrong, dualwatch);
TS
mkdir -p node_modules/@types
cp -R "$root/node_modules/@types/node" node_modules/@types/node
cp -R "$root/node_modules/undici-types" node_modules/undici-types
for resolution in nodenext bundler; do
  module=$([ "$resolution" = bundler ] && echo esnext || echo nodenext)
  "$root/node_modules/.bin/tsc" --noEmit --strict --target es2024 --module "$module" --moduleResolution "$resolution" --types node use.ts
  echo "moduleResolution $resolution: no error"
done
