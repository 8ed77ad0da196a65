#!/usr/bin/env node
// Written so that any Node of the last ten years can read it: an old one gets a plain answer and not a syntax error.
'use strict';

var found = process.versions.node;
var parts = found.split('.');
var major = Number(parts[0]);
var minor = Number(parts[1]);
// The first versions that run TypeScript as it stands: 22.18, 23.6 and all later ones.
var runs = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

var advice = 'in a checkout, "npm run -s dualwatch -- …" brings its own';

if (runs) {
  void require('./start.js')();
} else {
  process.stderr.write('dualwatch needs Node 22.18 or newer (24 is best) and was started by Node ' + found + '; ' + advice + '.\n');
  process.exitCode = 2;
}
