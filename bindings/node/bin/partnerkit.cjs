#!/usr/bin/env node
// `npx partnerkit` is the command line of partnerkit: `demo`, `--help`.
'use strict';

const { commandLine } = require('../lib/native.cjs');

process.exitCode = commandLine(['partnerkit', ...process.argv.slice(2)]) ? 0 : 1;
