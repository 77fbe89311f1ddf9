#!/usr/bin/env node
// `npx partnerkit demo`: a bank from its first day to a request that is taken, in memory.
'use strict';

const { demo } = require('../lib/demo.cjs');

const [verb, ...rest] = process.argv.slice(2);
if (verb !== 'demo' || rest.length > 0) {
  console.error('usage: partnerkit demo');
  process.exitCode = 2;
} else {
  demo(console.log).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
}
